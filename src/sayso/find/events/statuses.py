"""The status of an event where its words plainly say another than the encoder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from spacy.tokens import Doc, Token

from sayso.find.events.lasting import lasting
from sayso.find.events.parties import SUBJECTS
from sayso.find.events.prospects import REAL, TO_BE, is_on, prospect, seen_to
from sayso.language.claims import CHARGES, SAID
from sayso.language.spans import hanging_on, head_of, lower_of
from sayso.language.word_lists import rows
from sayso.record.vocabulary import Status

#: Words on a trigger that deny it, and subjects, marks and adjectives that do.
NOT = frozenset({"n't", "n’t", "neither", "never", "no", "nor", "not"})
NOBODY = frozenset({"nobody", "none", "nothing"})
LACKING = frozenset({"instead", "without"})
FAILED = frozenset({"failed", "foiled", "thwarted"})
#: What a denied verb may have been taken for.
TOLD = frozenset({"happened", "ongoing", "planned"})
#: What stands before whom or what an act goes to.
LED = frozenset({"by", "on", "to"})
#: What is done "to no avail" is done all the same.
VAIN = frozenset({"avail", "effect", "end", "purpose"})
#: Beginnings of verbs that say of the act they govern that it is not done, or held over somebody.
UNDOING = ("refus", "declin", "cancel", "scrap", "foil", "thwart")
THREATENING = "threaten"
#: Beginnings of verbs that keep somebody from an act, and nouns that undo or only try one.
KEEPING = ("keep", "kept", "prevent", "refrain", "stop")
REFRAINING = "refrain"
UNDONE = ("cancellation", "scrapping")
TRIES = frozenset({"attempt", "attempts"})
#: An act that will not be is off, or off, out of or not on these: "is not on the *cards*".
AGENDA = frozenset({"agenda", "cards", "off", "question", "table"})
#: Beginnings of verbs that say no more of a noun than that it comes about.
BRINGING = ("impos", "held", "hold", "happen", "carri", "carry", "tak", "took")
GOVERNED = frozenset({"ccomp", "for", "nsubj", "obj", "xcomp"})
UNDERGONE = frozenset({"obj", "xcomp"})
#: Beginnings of verbs that call what was said untrue, and what they say it of; how it hangs there.
DENYING = ("denie", "deny", "dismiss", "refut", "reject")
CLAIMS = SAID | CHARGES | {"assertion", "suggestion"}
CLAIMED = frozenset({"acl", "acl:relcl", "ccomp", "nmod"})
#: What the encoder may call an act that somebody is asked not to do.
ASKED = frozenset({"demanded", "negated", "threatened"})
#: What the encoder says more surely than a governing verb does.
HELD = frozenset({"threatened", "possible"})
#: Beginnings of verbs for finding that something is so: denied, they leave it open.
CHECKING = ("confirm", "corroborat", "verif")
#: What a "may" turns into a possibility.
OPEN = frozenset({"happened", "ongoing", "planned", "demanded"})
MAYBE = frozenset({"could", "may", "might"})
#: What orders an act that is not done yet.
WARRANT = frozenset({"warrant", "warrants"})
#: What makes a verb in a row one for itself.
OWN = frozenset({"aux", "aux:pass", "mark", "nsubj", "nsubj:pass"})
TO_COME = frozenset({"'ll", "shall", "will", "’ll"})
#: Nouns and beginnings of verbs that carry an event and leave its status to their own.
ROUNDS = frozenset({"act", "acts", "day", "days", "round", "rounds", "series", "wave"})
BEARING = ("begin", "carr", "conduct", "fil", "held", "hold", "impos", "issu", "launch", "lodg",
           "mount", "observ", "resum", "stag", "start", "submit", "wag")  # fmt: skip
#: Beginnings of verbs that leave an act out, "rule" but with "out": denied, they leave it open.
RULING = ("exclud", "preclud", "rul")
#: Beginnings of verbs that tell no more than a plan, however much harm it holds.
PLANNING = ("agree", "expect", "intend", "plan")
#: What calls a strike or a meeting, and the articles of one that is not told yet.
CALLING = ("call",)
ONE = frozenset({"a", "an", "another"})
#: Deals that bind those who made them, and words for one that is not made yet.
DEALS = frozenset(
    ["accord", "agreement", "armistice", "arrangement", "ceasefire", "deal", "pact", "settlement",
     "treaty", "truce"]
)  # fmt: skip
UNMADE = frozenset({"draft", "future", "planned", "possible", "potential", "proposed"})
#: Marks of what a deal sets as the time for a duty.
WHEN = frozenset({"after", "before", "once", "until", "when"})
#: Words that a verb of assent begins with: to deny it is to refuse.
ASSENT = ("accept", "agree", "allow", "consent", "permit", "recogni", "tolerat", "yield")
#: What makes an act a duty, and "is *to* leave".
DUTY = frozenset({"must", "ought", "should"})
IS = frozenset({"are", "is", "was", "were"})
NOW = frozenset({"am", "are", "is", "'s", "’s", "'re", "’re", "'m", "’m"})


def status_told(doc: Doc, start: int, end: int, status: Status) -> Status:
    """Return the status of the event at tokens ``start`` to ``end``, ``status`` where no rule says.

    "The army has *not returned fire*", "*no* convoy *reached* the city", "refused to *meet* him",
    "the *visit* was cancelled" and "called off a *strike*" are negated; "threatened to *storm* the
    town" is threatened; "may *leave*" is possible, "is *leaving*" ongoing, "agreed to *leave*"
    planned, "asked them to *leave*" demanded. "Denied reports that they had *left*" and "rejected
    claims of a *raid*" are negated; what one "has not ruled out" is possible.
    """
    head = head_of(doc, start, end)
    open_ = _ruled(head) or _bound(head, status) or prospect(head, status) or lasting(head, status)
    if open_ is not None:
        return open_
    if status in ASKED and any(denials(head)) and _is_asked(head):
        return "negated"
    if status in TOLD and (any(denials(head)) or _falls_short(doc, start) or _is_undone(head)):
        return "negated"
    for bearer in dict.fromkeys((head, _first(head), *_bearers(head))):
        told = _denied(bearer, status) or _governed(bearer, status) or _beside(bearer, status)
        if told is not None:
            return told
    return status


def _is_asked(head: Token) -> bool:
    """Tell whether a verb asks somebody for an act, or not for it: "urged them *not to leave*"."""
    return head.dep_ == "xcomp" and _table_says(head.head.lower_, "xcomp") == "demanded"


def is_refusal(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a trigger is a verb of assent that is denied: "would *not accept* it" refuses,
    and that has happened."""
    head = head_of(doc, start, end)
    return head.lower_.startswith(ASSENT) and any(denials(head))


def does_none(doc: Doc, start: int, end: int) -> bool:
    """Tell whether what a verb does is done to nothing: "took *no* prisoners", "signed *nothing*",
    "is recognised by *no* state", "took *no* part in the *talks*"."""
    head = head_of(doc, start, end)
    if head.dep_ in ("nmod", "obl"):
        shares = (head.head, *_objects(head.head))
        return any(s.lower_ == "part" and _is_none(s) for s in shares)
    return head.pos_ == "VERB" and any(map(_is_none, _objects(head)))


def _objects(verb: Token) -> Iterator[Token]:
    """Yield the objects of a verb, and the doers of one in the passive."""
    for _, relation, at in hanging_on(verb):
        if relation in ("obj", "obl:agent") or (relation == "obl" and _is_led(verb.doc[at])):
            yield verb.doc[at]


def _is_led(noun: Token) -> bool:
    """Tell whether a noun stands behind "to", "by" or "on": "agreed *to no autonomy*"."""
    return any(relation == "case" and word in LED for word, relation, _ in hanging_on(noun))


def _is_none(noun: Token) -> bool:
    """Tell whether a phrase stands for nothing: "*no* shot", "*nothing*", "*nobody*"."""
    no = any(kind == "det" and word in ("neither", "no") for word, kind, _ in hanging_on(noun))
    return (no and noun.lower_ not in VAIN) or noun.lower_ in NOBODY


def _ruled(head: Token) -> Status | None:
    """The status of what a verb leaves out: "ruled out *talks*", "has not ruled out *talks*"."""
    verb = head.head
    out = verb.lower_.startswith(RULING)
    if verb.lower_.startswith("rul"):
        out = any(at[:2] == ("out", "compound:prt") for at in hanging_on(verb))
    if not out or verb.pos_ != "VERB" or _relation(head) not in ("ccomp", "obj", "xcomp"):
        return None
    return "possible" if any(denials(verb)) else "negated"


def _bound(head: Token, status: Status) -> Status | None:
    """The status of what a deal that is made binds somebody to, and of when it has to be done.

    "Under the pact the rebels must *disarm* once the army *leaves*" has two plans.
    """
    if status not in ("demanded", "happened", "planned"):
        return None
    verb = head
    if head.dep_ == "advcl" and any(
        relation == "mark" and word in WHEN for word, relation, _ in hanging_on(head)
    ):
        verb = head.head
    return "planned" if any(_duties(verb)) and _is_under_deal(verb) else None


def _is_under_deal(verb: Token) -> bool:
    """Tell whether a verb stands "under" a deal that is no draft."""
    for deal in verb.children:
        if deal.lemma_.lower() in DEALS:
            words = {(c.lower_, c.dep_) for c in deal.children}
            if ("under", "case") in words and UNMADE.isdisjoint(w for w, _ in words):
                return ("the", "det") in words or any(d == "acl" for _, d in words)
    return False


def _is_called(head: Token) -> bool:
    """Tell whether a strike or a meeting is but called: "called a *strike* for Friday"."""
    verb = head.head
    if not verb.lower_.startswith(CALLING) or any(_particles(verb)):
        return False
    plain = all(relation not in ("ccomp", "xcomp") for _, relation, _ in hanging_on(verb))
    first = any(relation == "det" and word in ONE for word, relation, _ in hanging_on(head))
    return plain and first and _relation(head) == "obj"


def _is_aim(head: Token) -> bool:
    """Tell whether a verb says what is aimed at: "so that those guilty are *tried*"."""
    so = any(
        (word, relation) == ("so", "mark")
        and any(behind == "that" for behind, _, _ in hanging_on(head.doc[place]))
        for word, relation, place in hanging_on(head)
    )
    if not so:
        return False
    tenses = {
        c.morph.to_dict().get("Tense")
        for c in (head, *head.children)
        if (c is head or c.dep_.startswith("aux")) and c.morph.to_dict().get("VerbForm") == "Fin"
    }
    return "Past" not in tenses


def _bearers(noun: Token) -> Iterator[Token]:
    """Yield what carries a noun without saying more of it: "a *round* of talks", "*hold* talks"."""
    if noun.dep_ == "nmod" and noun.head.lower_ in ROUNDS:
        noun = noun.head
        yield noun
    yield from seen_to(noun)
    light = noun.pos_ == "NOUN" and noun.dep_ in ("obj", "nsubj:pass")
    if light and noun.head.lower_.startswith(BEARING) and not any(_particles(noun.head)):
        yield _first(noun.head)


def _first(head: Token) -> Token:
    """The first of verbs in a row that one word governs or one auxiliary serves."""
    while (
        head.dep_ == "conj"
        and head.head != head
        and head.pos_ == head.head.pos_ == "VERB"
        and head.morph.to_dict() == head.head.morph.to_dict()
        and not any(relation in OWN for _, relation, _ in hanging_on(head))
    ):
        head = head.head
    return head


def _denied(head: Token, status: Status) -> Status | None:
    """The status of what a claim tells that is denied: "denied reports that they had *left*"."""
    claim = head.head
    if head.dep_ not in CLAIMED or claim.lemma_.lower() not in CLAIMS or status not in TOLD:
        return None
    verb = claim.head
    if claim.dep_ not in ("obj", "nsubj:pass") or not verb.lower_.startswith(DENYING):
        return None
    return "possible" if any(denials(verb)) else "negated"


def _governed(head: Token, status: Status) -> Status | None:
    """The status of what a verb governs, as that verb tells it."""
    relation = _relation(head)
    if relation not in GOVERNED:
        return None
    over = head.head.lower_
    undergone = relation in UNDERGONE
    if undergone and (over.startswith(UNDOING) or _is_off(head.head)):
        return "negated"
    threatened = undergone and over.startswith(THREATENING)
    if threatened and status in ("planned", "demanded", "possible"):
        return "threatened"
    denied = any(denials(head.head))
    if status == "threatened" and relation == "xcomp" and over.startswith(PLANNING) and not denied:
        return "planned"
    if head.pos_ == "NOUN" and head.dep_ == "nsubj:pass" and over.startswith(BRINGING):
        return "negated" if denied and status in TOLD else None
    if status in HELD:
        return None
    told = _table_says(over, relation)
    if denied and relation == "ccomp" and over.startswith(CHECKING) and not any(denials(head)):
        return "possible"
    if denied and relation == "ccomp":
        return "possible" if told == "negated" else None
    if denied:
        brought = relation == "xcomp" or told is not None or over.startswith(BEARING)
        return "negated" if brought and head.dep_ in UNDERGONE and status in OPEN else None
    return told


def _table_says(over: str, relation: str) -> Status | None:
    """The status that the table gives to what hangs on a verb in a relation."""
    for beginning, governed, told in rows("status_governors"):
        if governed == relation and over.startswith(beginning):
            return cast(Status, told)
    return None


def _relation(head: Token) -> str:
    """How a word hangs on the one that governs it: a passive subject as an object does."""
    relation = head.dep_
    if relation in ("nmod", "obl") and any(at[:2] == ("for", "case") for at in hanging_on(head)):
        return "for"
    return "obj" if relation == "nsubj:pass" else relation


def _is_off(verb: Token) -> bool:
    """Tell whether a verb is "called off" or "put off"."""
    return verb.lower_.startswith(("call", "put")) and "off" in _particles(verb)


def _particles(verb: Token) -> Iterator[str]:
    """Yield the particles that turn a verb into another; "carry out" bears as "conduct" does."""
    return (
        word
        for word, relation, _ in hanging_on(verb)
        if relation == "compound:prt" and word != "out"
    )


def _is_undone(head: Token) -> bool:
    """Tell whether an act is kept from, called off, only tried or yet to come, as the words over it
    say: "refrained from *firing*", "the cancellation of a *visit*", "a *coup* attempt"."""
    over, relation = head.head, head.dep_
    word = over.lower_
    if word.startswith(KEEPING) and (head.pos_ == "VERB" or word.startswith(REFRAINING)):
        return any(w == "from" and r in ("case", "mark") for w, r, _ in hanging_on(head))
    if relation == "nmod" and (word.startswith(UNDONE) or _is_off(over)):
        return True
    if relation == "compound" and word in TRIES:
        return True
    if relation in SUBJECTS and word in AGENDA:
        placed = {word, *(w for w, r, _ in hanging_on(over) if r == "case")}
        return any(denials(over)) or not placed.isdisjoint(("off", "out"))
    beside = (at[:2] for both in (head, over) for at in hanging_on(both))
    return relation == "xcomp" and word in ("had", "has", "have") and ("yet", "advmod") in beside


def _falls_short(doc: Doc, start: int) -> bool:
    """Tell whether "stopped short of" stands before token ``start``, with an article or without."""
    while start > 0 and doc[start - 1].dep_ in ("amod", "det"):
        start -= 1
    before = lower_of(doc)[max(0, start - 3) : start]
    return before[1:] == ("short", "of") and before[0].startswith("stop")


def _is_of_warrant(head: Token) -> bool:
    """Tell whether a trigger is "arrest warrant" or the word before "warrant"."""
    return head.lower_ in WARRANT or (head.dep_ == "compound" and head.head.lower_ in WARRANT)


def _beside(head: Token, status: Status) -> Status | None:
    """The status that an auxiliary, a mark or an adjective of the trigger itself tells."""
    words = {(word, relation.removesuffix(":pass")) for word, relation, _ in hanging_on(head)}
    if status not in HELD and (("whether", "mark") in words or ("potential", "amod") in words):
        return "possible"
    if status in ("happened", "ongoing") and ("any", "det") in words:
        return "possible"
    if status in ("happened", "ongoing") and (_is_called(head) or _is_aim(head)):
        return "planned"
    if status in REAL and any(to == "amod" and word in TO_BE for word, to in words):
        return "planned"
    if ("ongoing", "amod") in words:
        return "ongoing"
    if ("under", "case") in words and any(word in NOW and to == "cop" for word, to in words):
        return "ongoing"
    if status in OPEN and is_on(head):
        return "ongoing"
    if status != "negated" and _is_of_warrant(head):
        return "demanded"
    auxiliaries = {word for word, relation in words if relation == "aux"}
    if status in OPEN and auxiliaries & MAYBE:
        return "possible"
    if status in ("happened", "ongoing") and (auxiliaries & TO_COME or _is_to(head)):
        return "planned"
    if (status in OPEN or status == "possible") and any(_duties(head)):
        return "demanded"
    if status in TOLD and auxiliaries & NOW:
        form = head.morph.to_dict()
        runs = "being" in auxiliaries or form.get("Tense") == "Pres"
        return "ongoing" if runs and form.get("VerbForm") == "Part" else None
    return None


def _is_to(head: Token) -> bool:
    """Tell whether a verb stands behind "is to": what is arranged."""
    words = lower_of(head.doc)
    to = (i for w, r, i in hanging_on(head) if w == "to" and r in ("aux", "mark"))
    return any(i > 0 and words[i - 1] in IS for i in to) and head.pos_ == "VERB"


def _duties(head: Token) -> Iterator[bool]:
    """Yield for each "should" whether it is a duty; "should they *agree*", "must have" are none."""
    below = hanging_on(head)
    for n, (word, relation, _) in enumerate(below, 1):
        if relation == "aux" and word in DUTY:
            yield all(r not in SUBJECTS and w != "have" for w, r, _ in below[n:])


def denials(head: Token) -> Iterator[bool]:
    """Yield for each word on a trigger whether it denies it."""
    for word, relation, at in hanging_on(head):
        if relation in ("advmod", "cc", "cc:preconj", "det"):
            # "No longer" hangs on the verb as one; "no later than Friday" is a time.
            yield word in NOT or (word == "longer" and head.doc[at].left_edge.lower_ == "no")
        elif relation in ("case", "mark"):
            yield word in LACKING
        elif relation in ("amod", "compound"):
            yield word in FAILED
        elif relation in SUBJECTS:
            yield _is_none(head.doc[at])
