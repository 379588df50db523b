"""What sentences tell of asking to surveys: who asked whom, when, put together over a report."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from spacy.tokens import Span

from sayso.find.polls.asking import Asking
from sayso.find.polls.pollsters import ASKERS
from sayso.record.span import Span as Words

_SHARE = re.compile(r"%|per ?cent", re.IGNORECASE)
_AMONG = re.compile(r"\s*among\b", re.IGNORECASE)
#: A report comes back to so many surveys at most.
REMEMBERED = 10
#: Words that stand for a pollster who is named elsewhere: "the institute", "the same firm".
STANDING_IN = frozenset({"the", "same", "a", "an", "polling", "research", *ASKERS})


@dataclass
class Survey:
    """One asking; several questions may have been put in it. Told over the whole report."""

    pollster: Words | None = None
    publisher: Words | None = None
    population: Words | None = None
    time: Words | None = None
    answered: bool = False


class Surveys:
    """The surveys that a report has told of so far; the last one is spoken of on and on."""

    def __init__(self) -> None:
        self._known: list[Survey] = []

    def recalled(self, sentence: Span, asking: Asking) -> Asking:
        """A sentence about shares that names a pollster of before speaks of that poll again, and
        so does one that goes on with a group: "Among women, 61 percent ..."."""
        if asking.cue or not self._known:
            return asking
        holds = _SHARE.search(sentence.text) is not None
        named = next((n for n in self._names() if _stands_in(n, sentence.text)), None)
        if named is not None and (holds or asking.again):
            return replace(asking, pollster=named, cue=True)
        if asking.again or (holds and _AMONG.match(sentence.text)):
            return replace(asking, cue=True)
        return asking

    def of(self, asking: Asking) -> Survey:
        """Return the survey that a sentence speaks of, with what it tells of it filled in."""
        last = self._known[-1] if self._known else None
        if last is None or _is_other(asking, last):
            last = next((s for s in self._known if _is_named(asking, s)), None) or Survey()
            others = [s for s in self._known if s is not last]
            self._known = [*others[1 - REMEMBERED :], last]
        _fill(last, asking)
        return last

    def _names(self) -> list[Words]:
        told = [s.pollster or s.publisher for s in reversed(self._known)]
        return [n for n in told if n is not None and not _is_stand_in(n)]


def _fill(survey: Survey, asking: Asking) -> None:
    if asking.published:
        survey.publisher = survey.publisher or asking.pollster
    elif asking.pollster is not None and _names(asking.pollster, survey):
        survey.pollster = asking.pollster
    if survey.population is None or not _digits(survey.population):
        counted = asking.population is not None and _digits(asking.population)
        if survey.population is None or counted:
            survey.population = asking.population or survey.population
    survey.time = survey.time or asking.time


def _names(pollster: Words, survey: Survey) -> bool:
    """Tell whether a name says more of who asked than what is known."""
    if survey.pollster is not None:
        return _is_stand_in(survey.pollster)
    return survey.publisher is None or not _is_stand_in(pollster)


def _is_other(asking: Asking, survey: Survey) -> bool:
    """Tell whether a sentence names another pollster than a survey's, or other people."""
    known = survey.pollster
    named = asking.pollster
    counts = [_digits(w) for w in (asking.population, survey.population) if w is not None]
    if len(counts) == 2 and all(counts) and counts[0] != counts[1]:
        return True
    if named is not None and "same" in named.text.lower().split():
        return True
    if named is None or asking.published:
        return False
    if known is None and asking.new and survey.answered:
        return True
    times = {w.text.lower() for w in (asking.time, survey.time) if w is not None}
    if known is None or _is_stand_in(named) or _is_stand_in(known):
        return False
    return not _are_same(named, known) or (len(times) == 2 and not _is_stand_in(named))


def _is_named(asking: Asking, survey: Survey) -> bool:
    """Tell whether a sentence that names a pollster can speak of a survey of before."""
    if asking.pollster is None or survey.pollster is None:
        return False
    return _are_same(asking.pollster, survey.pollster) and not _is_other(asking, survey)


def _are_same(a: Words, b: Words) -> bool:
    """Tell whether one name is the other, or its first words: "Meridian", "Meridian Research"."""
    one, other = _core(a), _core(b)
    return _stands_in_text(one, other) or _stands_in_text(other, one)


def _core(pollster: Words) -> str:
    return pollster.text.lower().removeprefix("the ")


def _is_stand_in(pollster: Words) -> bool:
    first, *rest = pollster.text.split()
    return STANDING_IN.issuperset([first.lower(), *rest]) and bool(rest)


def _stands_in(name: Words, said: str) -> bool:
    """Tell whether a name, or the first word of one that is not a place's, stands in a text."""
    core = _core(name)
    if _stands_in_text(core, said.lower()):
        return True
    words = [w for w in name.text.split() if w[0].isupper() and w.lower() not in STANDING_IN]
    return len(words) > 1 and _stands_in_text(words[0], said)


def _stands_in_text(name: str, said: str) -> bool:
    """Tell whether a name stands in a text as words of their own, not in the midst of others."""
    return name in said and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) is not None


def _digits(words: Words) -> str:
    return "".join(c for c in words.text if c.isdigit())
