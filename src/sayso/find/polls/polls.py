"""A Doc with its statements to its opinion polls, in text order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from spacy.tokens import Doc, Span

from sayso.find.polls.asking import Asking, asking_in
from sayso.find.polls.shares import Share, answers_in, is_of_vote, shares_in
from sayso.language.spans import phrase, text_of
from sayso.record.findings import Answer, Poll, Statement
from sayso.record.span import Span as Words

#: Who was asked is told by the words behind the share where they name a people.
PEOPLE = frozenset({"NORP", "Location"})


@dataclass
class _Draft:
    pollster: Words | None = None
    population: Words | None = None
    time: Words | None = None
    question: Words | None = None
    answers: list[Answer] = field(default_factory=list)


#: A text without any of these holds no share.
MAY_HOLD = re.compile(r"%|per ?cent", re.IGNORECASE)


def find_polls(doc: Doc, statements: Sequence[Statement]) -> tuple[Poll, ...]:
    """Return the polls of a Doc with ids. Shares that no words of a poll stand with stay out."""
    if not MAY_HOLD.search(text_of(doc)):
        return ()
    found: list[_Draft] = []
    for paragraph in _paragraphs(doc):
        known = [d.pollster for d in found if d.pollster is not None]
        found += _polls(doc, paragraph, known)
    _carry(found)
    return tuple(
        Poll(f"q{n}", d.pollster, d.population, d.time, d.question, tuple(d.answers),
             rule="poll:shares", confidence=0.7 if d.pollster else 0.5)
        for n, d in enumerate((d for d in _joined(found) if d.answers), 1)
    )  # fmt: skip


def _polls(doc: Doc, paragraph: list[Span], known: list[Words]) -> Iterator[_Draft]:
    """The polls of one paragraph: what is told of them may stand before or behind the shares."""
    told = [(s, _again(s, asking_in(doc, s), known)) for s in paragraph]
    if not any(a.cue for _, a in told):
        return
    drafts: list[_Draft] = [_Draft()]
    for sentence, asking in told:
        shares = [] if is_of_vote(sentence) else shares_in(doc, sentence)
        if _is_other(asking, drafts[-1]):
            drafts.append(_Draft())
        _fill(drafts[-1], asking)
        drafts[-1].answers += answers_in(doc, sentence, shares)
        _ask_named(doc, drafts[-1], shares)
    for before, after in pairwise(drafts):
        if before.pollster is None and after.pollster is not None and not after.question:
            _share(before, after)
    yield from drafts


def _again(sentence: Span, asking: Asking, known: list[Words]) -> Asking:
    """A sentence about shares that names a pollster of before speaks of that poll again."""
    if asking.cue or not MAY_HOLD.search(sentence.text):
        return asking
    said = sentence.text.lower()
    named = next((k for k in known if _stands_in(_core(k), said)), None)
    return asking if named is None else replace(asking, pollster=named, cue=True)


def _stands_in(name: str, said: str) -> bool:
    """Tell whether a name stands in a text as words of their own, not in the midst of others."""
    return name in said and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) is not None


def _core(pollster: Words) -> str:
    return pollster.text.lower().removeprefix("the ")


def _joined(drafts: list[_Draft]) -> Iterator[_Draft]:
    """Put what is told of one poll in several places together: the same pollster, and neither
    another question nor other people nor another time."""
    out: list[_Draft] = []
    for draft in (d for d in drafts if d.answers):
        same = next((d for d in out if _is_same(d, draft)), None)
        if same is None:
            out.append(draft)
            continue
        same.answers += draft.answers
        if draft.population is not None and _is_counted(draft.population):
            same.population = draft.population
        same.time = same.time or draft.time
        same.population = same.population or draft.population
    yield from out


def _is_same(a: _Draft, b: _Draft) -> bool:
    if a.pollster is None or b.pollster is None or _core(a.pollster) != _core(b.pollster):
        return False
    counted = all(d.population is not None and _is_counted(d.population) for d in (a, b))
    other = counted and _text(a.population) != _text(b.population)
    timed = a.time is not None and b.time is not None and _text(a.time) != _text(b.time)
    asked = b.question is not None and _text(a.question) != _text(b.question)
    return not (other or timed or asked)


def _text(words: Words | None) -> str | None:
    return words.text.lower() if words is not None else None


def _is_counted(population: Words) -> bool:
    return any(c.isdigit() for c in population.text)


def _is_other(asking: Asking, draft: _Draft) -> bool:
    """A sentence that names another pollster, or asks anew, behind the answers of one poll."""
    if not draft.answers:
        return False
    named = (
        asking.pollster is not None
        and draft.pollster is not None
        and _core(asking.pollster) != _core(draft.pollster)
    )
    counted = asking.population is not None and draft.population is not None
    return named or counted or asking.question is not None


def _fill(draft: _Draft, asking: Asking) -> None:
    draft.pollster = draft.pollster or asking.pollster
    draft.population = draft.population or asking.population
    draft.time = draft.time or asking.time
    draft.question = draft.question or asking.question


def _ask_named(doc: Doc, draft: _Draft, shares: list[Share]) -> None:
    """Take "46 percent of *Israelis*" as those who were asked where nothing else tells."""
    for share in shares:
        if share.of is None or draft.population is not None:
            continue
        if any(t.ent_type_ in PEOPLE for t in doc[share.of[0] : share.of[1]]):
            draft.population = phrase(doc, share.of[0], share.of[1])


def _share(to: _Draft, of: _Draft) -> None:
    to.pollster, to.population = of.pollster, to.population or of.population
    to.time = to.time or of.time


def _carry(drafts: list[_Draft]) -> None:
    """A later paragraph goes on with the poll of an earlier one where it names no pollster."""
    last: _Draft | None = None
    for draft in drafts:
        if draft.pollster is None and last is not None:
            _share(draft, last)
        elif draft.pollster is not None:
            last = draft


def _paragraphs(doc: Doc) -> Iterator[list[Span]]:
    out: list[Span] = []
    for sentence in doc.sents:
        text = text_of(doc)[sentence.start_char : sentence.end_char]
        if not text.strip():
            continue
        out.append(sentence)
        if "\n" in text[len(text.rstrip()) :] or sentence.end == len(doc):
            yield out
            out = []
    if out:
        yield out
