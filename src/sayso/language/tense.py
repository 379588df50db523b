"""The tense in which a stretch of text is told: past, present, future, or not to be told."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.language.spans import token_at

#: "would" stands for "will" in what somebody is said to have said.
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
#: Beginnings of words that put what they govern ahead: "expected to", "due to", "promised to".
AHEAD = ("plan", "expect", "schedul", "set", "due", "intend", "promis", "vow", "threaten")
#: Those that as a passive put their own times ahead: "is expected on Friday".
AWAITED = ("expect", "schedul", "plan", "due", "slated")

BE = frozenset({"is", "are", "was", "were"})
HAVE = frozenset({"has", "have", "had"})
#: What a condition names has not come yet, whatever its verb: "if no deal was reached by May".
CONDITIONS = frozenset({"if", "unless"})
#: What keeps "had" with a participle from telling of something done.
UNDONE = frozenset({"could", "might", "should", "never", "not", "n't", "n\u2019t"})
#: Beginnings of verbs that the present tense sets for a day to come: "the truce *ends* on Friday".
TIMETABLED = (
    "arriv", "begin", "continu", "convene", "depart", "drive", "end", "expire", "flies", "fly",
    "go", "head", "leav", "open", "proceed", "resum", "return", "sail", "start", "travel", "visit",
)  # fmt: skip
WEEKDAYS = frozenset({"friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"})
#: So many words of a time may stand before its weekday: "*early on* Friday".
LEADING = 3
#: A participle behind this happens when what it hangs on does, or later.
BESIDE = frozenset({"before"})

#: Beginnings of verbs that tell when something began.
BEGINNING = ("began", "begun", "broke", "erupt", "flared", "ignit", "start")
#: How a verb hangs that tells more of a thing, and words that pick it out of those it befell.
BESIDE_NOUN = frozenset({"acl", "acl:relcl", "advcl"})
PICKED = frozenset({"first", "last", "latest", "most", "next", "only"})


def tense_at(doc: Doc, character: int) -> str | None:
    """Return the tense of the clause at a character, by the nearest verb that governs it.

    "She *flies* on Friday" lies ahead: a day that is over is told in the past tense.
    """
    at = token_at(doc, character)
    dated = verb = _verb_over(doc[at])
    while verb is not None and _is_beside(verb):
        verb = _verb_over(verb.head)
    if verb is None or dated is None:
        return None
    tense = _tense(verb)
    if tense == "present" and _is_timetabled(verb):
        days = (t for t in doc[at : at + LEADING] if t.lower_ in WEEKDAYS)
        return "future" if any(_is_day_of(day, dated) for day in days) else tense
    return tense


def is_over(verb: Token) -> bool:
    """Tell whether a word is a verb told as done before what else is told: "had *stopped*".

    A wish, a plan and a condition are not over: "had *planned* it", "if he had *come*".
    """
    children = list(verb.children)
    had = any(c.dep_ == "aux" and c.lower_ == "had" for c in children)
    if not had or verb.pos_ != "VERB" or "VerbForm=Part" not in str(verb.morph):
        return False
    words = {c.lower_ for c in children if c.dep_ in ("aux", "advmod", "mark")}
    return not verb.lower_.startswith(AHEAD) and words.isdisjoint(FUTURE | CONDITIONS | UNDONE)


def is_beginning(doc: Doc, character: int) -> bool:
    """Tell whether a time is when something began: "the war, which *broke* out in May, has"."""
    verb = _verb_over(doc[token_at(doc, character)])
    return verb is not None and verb.lower_.startswith(BEGINNING)


def _verb_over(token: Token) -> Token | None:
    """The nearest verb at or over a token."""
    while token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            return None
        token = token.head
    return token


def _tense(verb: Token) -> str | None:
    children = list(verb.children)
    helpers = [c for c in children if c.dep_ in ("aux", "aux:pass", "cop")]
    if any(h.lower_ in FUTURE for h in helpers):
        return "future"
    if _is_ahead(verb, children, helpers):
        return "future"
    forms = [str(t.morph) for t in (*helpers, verb)]
    if any("Tense=Past" in f for f in forms):
        return "past"
    return "present" if any("Tense=Pres" in f for f in forms) else None


def _is_beside(verb: Token) -> bool:
    """Tell whether a verb is a participle that takes its tense from another: "before *leaving*"."""
    marked = any(c.dep_ == "mark" and c.lower_ in BESIDE for c in verb.children)
    return marked and "VerbForm=Part" in str(verb.morph) and verb.head != verb


def _is_timetabled(verb: Token) -> bool:
    """Tell whether a verb is "leaves" or "is leaving", but no other participle of it."""
    helped = any(c.dep_ == "aux" and c.lower_ in BE for c in verb.children)
    return verb.lower_.startswith(TIMETABLED) and (helped or "VerbForm=Fin" in str(verb.morph))


def _is_day_of(day: Token, verb: Token) -> bool:
    """Tell whether a weekday dates the verb itself, not a noun: "the talks *on* Friday"."""
    while day.head.i == day.i + 1 or day.head.lower_ in WEEKDAYS:
        day = day.head
    return day.head == verb


def _is_to_be_done(verb: Token, marks: set[str], helpers: list[Token]) -> bool:
    """Tell what is yet to be done to a thing: "an accord *to be signed* on Monday".

    "The third town *to be hit*" tells what was.
    """
    is_be = any(h.dep_ == "aux:pass" and h.lower_ == "be" for h in helpers)
    if not is_be or "to" not in marks or verb.dep_ not in BESIDE_NOUN:
        return False
    picked = [verb.head, *verb.head.children]
    return not any(t.lower_ in PICKED or "NumType=Ord" in str(t.morph) for t in picked)


def _is_ahead(verb: Token, children: list[Token], helpers: list[Token]) -> bool:
    """Tell what lies ahead: "is *to meet*", "due *to fly*", "is *expected*", "if it *fails*"."""
    marks = {c.lower_ for c in children if c.dep_ == "mark"}
    if marks & CONDITIONS and not any(h.lower_ in HAVE for h in helpers):
        return True
    is_passive = any(h.dep_ == "aux:pass" for h in helpers) or verb.dep_ == "acl"
    if is_passive and verb.lower_.startswith(AWAITED):
        return True
    if _is_to_be_done(verb, marks, helpers):
        return True
    if "VerbForm=Inf" not in str(verb.morph):
        return False
    is_to = "to" in marks and any(h.lower_ in BE and h.dep_ in ("aux", "cop") for h in helpers)
    due = any(c.lower_ == "due" for c in children)
    return is_to or due or (verb.head != verb and verb.head.lower_.startswith(AHEAD))
