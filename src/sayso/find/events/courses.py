"""The status of an event where its type and the words over it tell together how far it has come."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.events.prospects import collapses, is_condition
from sayso.find.events.statuses import TOLD, denials, does_none, is_refusal
from sayso.language.spans import hanging_on, head_of
from sayso.record.vocabulary import Status

#: What the encoder may call a refusal told as an assent denied.
DENIED = frozenset({"negated", "planned"})
#: Types of speech that is but a condition, and asked of nobody.
SAID_IF = frozenset({"ACCUSE", "REJECT", "REQUEST"})
#: Types of speech that has been spoken, whatever becomes of it.
SPOKEN = frozenset({"ACCUSE", "AGREE", "REQUEST", "THREATEN"})
#: Types of refusing, which one does by taking nothing.
REFUSALS = frozenset({"PROTEST", "REJECT"})
#: Beginnings of verbs that turn down what somebody has said.
TURNING_DOWN = ("brush", "declin", "dismiss", "rebuff", "refus", "reject", "spurn", "turn")
#: What one will not do, and so refuses; beginnings of verbs of refusing, denied by it.
WILL = frozenset({"will", "wo", "would"})
REFUSING = ("appeal", "block", "cancel", "dismiss", "oppos", "refus", "reject", "revers", "stand",
            "tak", "turn", "veto", "want")  # fmt: skip
#: Verbs that begin, and beginnings of those that enter; what is counted or entered into.
BEGUN = frozenset({"began", "begin", "beginning", "begins", "begun", "started", "starts"})
ENTERING = "enter"
COUNTED = frozenset({"day", "effect", "force", "hour", "month", "night", "phase", "week", "year"})
REMAINING = frozenset({"remain", "remained", "remains"})
STATES = frozenset({"at", "in", "on", "under"})
#: Verbs of only trying, and beginnings of verbs of thinking about an act.
TRIED = frozenset({"attempted", "tried"})
WEIGHING = ("consider", "contemplat", "mull", "weigh")
TO_COME = frozenset({"demanded", "planned", "threatened"})
OBJECTS = frozenset({"nsubj:pass", "obj"})
#: What one says of an act that matters, how it hangs on that, and what such an act was taken for.
VITAL = frozenset({"critical", "crucial", "essential", "imperative", "vital"})
CLAUSES = frozenset({"advcl", "ccomp", "csubj", "xcomp"})
UNASKED = frozenset({"happened", "ongoing", "planned"})
#: Verbs for a meeting or an act that comes about.
HELD = frozenset({"begin", "convene", "convened", "held", "hosted", "happen", "open", "place",
                  "start", "take"})  # fmt: skip
RANKED = frozenset({"first", "last", "latest", "only", "second", "third"})
BECOMING = frozenset({"became", "become", "becomes", "becoming"})
SHALL = frozenset({"'ll", "shall", "will", "’ll"})
TALKS = frozenset({"consultations", "discussions", "negotiations", "talks"})
ABOUT = frozenset({"about", "for", "on", "over"})


def status_of_kind(doc: Doc, start: int, end: int, kind: str, status: Status) -> Status:
    """Return the status of the event of a type at tokens ``start`` to ``end``, ``status`` where no
    rule says.

    "Would not *hear* of it" is a refusal that has happened, and so has the "*offer*" that was
    refused; who "took no *prisoners*" took none. "The *strike* entered its third day" and "began a
    *walkout*" tell what goes on, "ahead of the *talks*" what is planned, "talks on a *release*"
    what may be, "vital to *hold* them to account" what is demanded; "tried to *storm* it" did not,
    who "is considering a *ban*" may, and who "becomes the first to *sign* it" does.
    """
    head = head_of(doc, start, end)
    if kind == "REJECT" and status in DENIED and (is_refusal(doc, start, end) or _will_not(head)):
        return "happened"
    if kind in SAID_IF and status == "demanded" and is_condition(head):
        return "possible"  # "would quit if Orla *demanded* it"
    if kind == "RETREAT" and status == "happened" and collapses(head):
        return "negated"
    if kind not in REFUSALS and status in TOLD and does_none(doc, start, end):
        return "negated"
    if kind in SPOKEN and status == "negated" and _is_turned_down(head):
        return "happened"
    if status == "planned" and _is_first(head):
        return "happened"
    if status in UNASKED and _is_called_vital(head):
        return "demanded"
    if status == "happened":
        return _gone_on(head, kind)
    if kind not in SPOKEN and status in TO_COME and _is_weighed(head):
        return "possible"
    return status


def _gone_on(head: Token, kind: str) -> Status:
    """The status of what the encoder says has happened."""
    if kind == "PROTEST" and head.dep_ in OBJECTS and head.head.lower_ in BEGUN:
        return "ongoing"
    if _enters(head) or _remains(head):
        return "ongoing"
    if any(at[:2] == ("ahead", "case") for at in hanging_on(head)):
        return "planned"
    if _is_to_be_held(head):
        return "planned"
    if _is_talked_of(head):
        return "possible"
    return "negated" if head.dep_ == "xcomp" and head.head.lower_ in TRIED else "happened"


def _is_first(head: Token) -> bool:
    """Tell whether an act makes somebody the first to do it: "became the first state to *sign*"."""
    noun = head.head
    ranked = any(w in RANKED and r == "amod" for w, r, _ in hanging_on(noun))
    own = noun.lower_ in RANKED or ranked
    became = noun.head.lower_ in BECOMING and not any(
        r == "aux" and w in (*SHALL, "may", "could") for w, r, _ in hanging_on(noun.head)
    )
    return head.dep_ == "acl" and own and became


def _is_called_vital(head: Token) -> bool:
    """Tell whether somebody says how much an act matters: "it is vital to *hold* them to account",
    "it is essential that they *give* access"."""
    return head.dep_ in CLAUSES and head.head.lower_ in VITAL


def _is_to_be_held(head: Token) -> bool:
    """Tell whether a clause on a noun says that it will be: "the *talks* that will be held"."""
    for word, relation, at in hanging_on(head):
        if relation == "acl:relcl" and word in HELD:
            return any(r == "aux" and w in SHALL for w, r, _ in hanging_on(head.doc[at]))
    return False


def _is_talked_of(head: Token) -> bool:
    """Tell whether an act is but what talks are about: "talks on the *release* of hostages"."""
    about = any(r == "case" and w in ABOUT for w, r, _ in hanging_on(head))
    return head.dep_ == "nmod" and head.head.lower_ in TALKS and about


def _will_not(head: Token) -> bool:
    """Tell whether a verb says what somebody will not do: "would not *hear* of a truce"."""
    will = any(r == "aux" and w in WILL for w, r, _ in hanging_on(head))
    return will and any(denials(head)) and not head.lower_.startswith(REFUSING)


def _is_turned_down(head: Token) -> bool:
    """Tell whether what was said is refused: "turned down the *offer*", "rejected *calls*"."""
    over = head.head
    return head.dep_ in OBJECTS and over.pos_ == "VERB" and over.lower_.startswith(TURNING_DOWN)


def _enters(head: Token) -> bool:
    """Tell whether a noun is said to last: "the *siege* entered its third week", "into force"."""
    over = head.head
    if head.dep_ != "nsubj" or not over.lower_.startswith(ENTERING):
        return False
    below = (over.doc[i] for _, r, i in hanging_on(over) if r in ("obj", "obl"))
    return any(c.lemma_.lower() in COUNTED or c.lower_ in COUNTED for c in below)


def _remains(head: Token) -> bool:
    """Tell whether something is said to be so still: "a *curfew* remains in force", "remains under
    *siege*"."""
    if head.pos_ != "NOUN" or head.head.lower_ not in REMAINING:
        return False
    beside = any(r == "case" and w in STATES for w, r, _ in hanging_on(head))
    return head.dep_ == "nsubj" or (head.dep_ == "obl" and beside)


def _is_weighed(head: Token) -> bool:
    """Tell whether an act is only thought about: "is considering a *ban*"."""
    return head.dep_ == "obj" and head.pos_ == "NOUN" and head.head.lower_.startswith(WEIGHING)
