"""A claim behind a claim whose verb is not said again: "Orla put the toll at 30, *the army at 4*".

Who speaks behind the joint is another, and so are his number and his words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import cue_verb
from sayso.find.statements.speakers import is_speaking, typed
from sayso.language.spans import (
    classes_of,
    head_of,
    lower_of,
    relations_of,
    sentence_at,
    span_of,
    tokens_of,
    trimmed,
)
from sayso.record.findings import Statement
from sayso.record.span import Span

#: Verbs that set a number to a thing, with the words that lead to it.
SETS = frozenset({"estimate", "estimated", "estimates", "gave", "give", "gives", "place", "placed",
                  "places", "put", "puts", "set", "sets"})  # fmt: skip
LEADS = frozenset({"as", "at"})
#: What stands between two claims.
JOINTS = frozenset({",", ";", "and", "but", "while"})
#: What two claims are about; of whom is not told.
PLAIN = frozenset({"count", "crowd", "dead", "figure", "number", "tally", "toll", "total",
                   "turnout"})  # fmt: skip
#: From the word that leads to a number to the number stand at most so many words.
HEDGE = 5
#: Who speaks is named in at most so many words.
NAME = 10
#: A rule beside the encoder: no measure of it.
CONFIDENCE = 0.8
#: Who stands for somebody like the one who spoke first.
ANOTHER = frozenset({"another", "others"})
RULES = "gapped:number", "gapped:clause"


def with_gaps(doc: Doc, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements, those that hold the claim of another speaker without it, and behind
    them that claim as a statement of its own with the same cue."""
    for statement in statements:
        claims = list(_claims(doc, statement))
        yield _up_to(doc, statement, claims[0][0]) if claims else statement
        yield from (_claim(doc, statement, name, said) for _, name, said in claims)


def _claims(
    doc: Doc, statement: Statement
) -> Iterator[tuple[int, tuple[int, int], tuple[Span, ...]]]:
    """Yield of each claim behind a statement's where its joint stands, who makes it and what it
    says."""
    start, end = tokens_of(doc, statement.cue)
    verb = cue_verb(doc, start, end)
    if verb is None or statement.source is None or not statement.content:
        return
    if statement.source.start > statement.cue.start or statement.content[-1].start < verb.idx:
        return
    if verb.lower_ in SETS:
        yield from _numbers(doc, verb)
    else:
        yield from _that(doc, end, statement)


def _numbers(doc: Doc, verb: Token) -> Iterator[tuple[int, tuple[int, int], tuple[Span, ...]]]:
    """Claims of a number: "put the toll at 30 *and the army at 4*"."""
    words, stop = lower_of(doc), sentence_at(doc, verb.i)[1]
    lead = _lead(doc, verb.i + 1, stop)
    if lead is None:
        return
    thing = trimmed(doc, verb.i + 1, lead[0])
    if thing is None:
        return
    plain = head_of(doc, *thing).lemma_.lower() in PLAIN
    while (joint := _joint(doc, lead[1], stop)) is not None:
        first = _past_joint(words, joint)
        after = _lead(doc, first, min(stop, first + NAME))
        if after is None or words[after[0]] != words[lead[0]]:
            return
        if not _is_name(doc, first, after[0], plain=plain):
            return
        yield joint, (first, after[0]), (span_of(doc, *thing), span_of(doc, *after))
        lead = after


def _lead(doc: Doc, start: int, stop: int) -> tuple[int, int] | None:
    """Where "at" stands with its number, and where the number ends."""
    words = lower_of(doc)
    at = next((i for i in range(start, stop) if words[i] in LEADS), None)
    if at is None:
        return None
    last = next((i for i in range(at + 1, min(stop, at + HEDGE + 1)) if doc[i].like_num), None)
    while last is not None and last + 1 < stop and doc[last + 1].like_num:
        last += 1
    return (at, last + 1) if last is not None else None


def _joint(doc: Doc, start: int, stop: int) -> int | None:
    """Where the joint right behind a number stands, or behind a word or two: "30 dead, ..."."""
    words = lower_of(doc)
    return next((i for i in range(start, min(start + 3, stop)) if words[i] in JOINTS), None)


def _past_joint(words: Sequence[str], joint: int) -> int:
    return next(i for i in range(joint, len(words)) if words[i] not in JOINTS)


def _that(
    doc: Doc, end: int, statement: Statement
) -> Iterator[tuple[int, tuple[int, int], tuple[Span, ...]]]:
    """The claim of a clause: "said that a car burnt, *and Orla that nobody was hurt*"."""
    words, stop = lower_of(doc), sentence_at(doc, end - 1)[1]
    begin = tokens_of(doc, statement.content[0])[0]
    for at in (i for i in range(begin + 2, stop - 2) if words[i] == "that"):
        apart = words[at - 1] == ","
        last = at - apart
        back = range(last - 1, max(begin, last - NAME), -1)
        joint = next((i for i in back if words[i] in JOINTS), None)
        if joint is None or doc[at + 1].pos_ in ("VERB", "AUX", "PUNCT", "ADP"):
            continue
        name = joint + 1
        joint -= joint > 0 and words[joint - 1] in JOINTS
        if not _is_name(doc, name, last, plain=apart) or not _has_verb(doc, at + 1, stop):
            continue
        if words[name] in ("a", "an"):  # "a claim that Oslo denied"
            continue
        proper = head_of(doc, name, last).pos_ == "PROPN"
        if words[name - 1] == "," and (apart or not proper):  # "Oslo, *its patron*, that ..."
            continue
        if not (proper or apart) and "that" not in (words[begin - 1], words[begin]):
            continue
        said = trimmed(doc, at + 1, stop, quotes=True)
        if said is not None:
            yield joint, (name, last), (span_of(doc, *said),)
            return


def _has_verb(doc: Doc, start: int, stop: int) -> bool:
    """Tell whether a verb stands in a range that does not go with a noun ("*missing* persons")."""
    classes, relations = classes_of(doc), relations_of(doc)
    return any(classes[i] in ("VERB", "AUX") and relations[i] != "amod" for i in range(start, stop))


def _is_name(doc: Doc, start: int, end: int, *, plain: bool) -> bool:
    """Tell whether words name but somebody who can speak, and neither a place nor a count."""
    if not 0 < end - start <= NAME or _has_verb(doc, start, end):
        return False
    if any(doc[i].like_num for i in range(start, end)) or doc[start].pos_ == "ADP":
        return False
    noun = head_of(doc, start, end)
    if end - start == 1 and noun.lower_ in ANOTHER:
        return True
    whole = noun.left_edge.i >= start - 2  # "among Orlan *and Norse envoys* that ..." has more
    return whole and is_speaking(noun, many=plain)


def _claim(
    doc: Doc, statement: Statement, name: tuple[int, int], said: tuple[Span, ...]
) -> Statement:
    kept = trimmed(doc, *name, quotes=True) or name
    same = lower_of(doc)[kept[0]] in ANOTHER  # "an envoy said so, and *another* ..."
    return typed(
        doc,
        replace(
            statement,
            source=span_of(doc, *kept),
            source_type=statement.source_type if same else "unknown",
            anonymous=statement.anonymous and same,
            content=said,
            to=None,
            rule=RULES[len(said) == 1],
            confidence=CONFIDENCE,
        ),
    )


def _up_to(doc: Doc, statement: Statement, stop: int) -> Statement:
    """The statement with what is said before a joint."""
    content = []
    for part in statement.content:
        start, end = tokens_of(doc, part)
        kept = trimmed(doc, start, min(end, stop), quotes=True) if start < stop else None
        if kept is not None:
            content.append(part if end <= stop else span_of(doc, *kept))
    return replace(statement, content=tuple(content) or statement.content)
