"""Times and places that a word beside an event has for itself: a record, a rate, one of a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from spacy.tokens import Doc, Token

from sayso.language.anchors import Anchor, Role
from sayso.language.spans import case_of, hanging_on, head_of, lower_of

#: What stands before the time that a record has stood for, and ordinals that tell one.
STOOD = frozenset({"for", "in", "of", "since"})
ORDINALS = frozenset({"eighth", "fifth", "first", "fourth", "ninth", "second", "seventh", "sixth",
                      "tenth", "third"})  # fmt: skip
#: What a record is counted in.
PERIODS = frozenset({"century", "day", "days", "decade", "decades", "generation", "month", "months",
                     "week", "weeks", "year", "years"})  # fmt: skip
#: What a time is counted from stands behind these; shorter periods.
FROM = frozenset({"after", "before", "following", "since"})
HOURS = frozenset({"hour", "hours", "minute", "minutes"})
ARTICLES = frozenset({"a", "an", "per"})
STEPS = 6


def is_of_record(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a time only says how long a record has stood, or how often something is done:
    "the worst *in a decade*", "the third coup *in five years*", "9,000 *a week*"."""
    noun = head_of(doc, start, end)
    words = lower_of(doc)
    if noun.lower_ not in PERIODS:
        return False
    if words[start] in ARTICLES and start > 0 and doc[start - 1].pos_ == "NUM":
        return True
    if case_of(noun) not in STOOD:
        return False
    at = noun.head
    for _ in range(STEPS):
        if _is_record(at):
            return at.i < noun.i
        if at.pos_ == "VERB" or at.head == at:
            return False
        at = at.head
    return False


def is_cut(doc: Doc, start: int, end: int, trigger: int) -> bool:
    """Tell whether a time is cut off before what it counts from: "*four days* after they left".

    So is bare "following *weeks* of talks", which only tells how long those went on, but for the
    talks themselves: token ``trigger``.
    """
    words = lower_of(doc)
    if words[end - 1] in FROM:
        return end < len(doc) and doc[end - 1].dep_ == "mark"
    noun = head_of(doc, start, end)
    if noun.lower_ not in PERIODS | HOURS:
        return False
    if end < len(doc) and words[end] in FROM and doc[end].dep_ == "mark":
        return True
    lasting = any(c.dep_ == "nmod" and case_of(c) == "of" and c.i != trigger for c in noun.children)
    return lasting and case_of(noun) in FROM and words[end - 1] == noun.lower_


def _is_record(word: Token) -> bool:
    near = (word, *(c for c in word.children if c.dep_ == "amod"))
    for each in near:
        most = each.morph.to_dict().get("Degree") == "Sup"
        most = most or any((w, r) == ("most", "advmod") for w, r, _ in hanging_on(each))
        if most or each.lower_ in ORDINALS:
            return True
    return False


def told_best(doc: Doc, anchor: Anchor, name: str) -> Role | None:
    """Return the likeliest place or time of an event, none that is a record's or of one target of
    several alone: "took *Orla in May* and Lund in June"; all of a plain row: "shelled *Orla and
    Lund*"."""
    roles = anchor.spans(name)
    if name == "time":
        roles = [r for r in roles if not is_of_record(doc, r.start, r.end)]
    best = max(roles, key=attrgetter("score"), default=None)
    if best is None or (name == "time" and is_cut(doc, best.start, best.end, anchor.start)):
        return None
    row = _row(doc, anchor)
    if len(row) < 2:
        return best
    if name == "place" and any(n.i in range(best.start, best.end) for n in row[:1]):
        first, last = row[0], row[-1]
        if best.end > last.i:
            return best
        between = {t.pos_ for t in doc[first.i : last.i]} - {"PROPN", "CCONJ", "PUNCT"}
        return None if between else replace(best, end=last.right_edge.i + 1)
    return None if name == "time" and _have_own(row) else best


def _row(doc: Doc, anchor: Anchor) -> list[Token]:
    """The names of places in a row that an attack is marked to hit."""
    if anchor.label != "ASSAULT":
        return []
    nouns = [head_of(doc, r.start, r.end) for r in anchor.spans("target")]
    first = next((n for n in nouns if n.dep_ == "obj" and n.ent_type_ == "Location"), None)
    return [] if first is None else [first, *(n for n in nouns if n.head == first != n)]


def _have_own(row: Sequence[Token]) -> bool:
    """Tell whether each of a row has a day of its own: "Orla *in May* and Lund *in June*"."""
    first, last = row[0], row[-1]
    days = [c for word in (first.head, *row) for c in word.children if c.ent_type_ == "Date"]
    return any(first.i < d.i < last.i for d in days) and any(last.i < d.i for d in days)
