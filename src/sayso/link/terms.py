"""A term of a proposal to what can be compared of it across reports: words, topics, amounts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.ground.folding import fold
from sayso.language.numbers import Quantity, find_quantities
from sayso.language.numbers_core import number_words
from sayso.language.word_lists import rows
from sayso.link.happening import STEM, no_names, stems
from sayso.link.near import Bounds, bounds_fit

#: Two terms are one where this share of their stems is common.
ALIKE = 0.5
#: Two withdrawals by some distance are one from this share on.
ALIKE_WAYS = 0.33
#: Days in a unit of time; "eight weeks" and "56 days" are one.
DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
#: What follows tells the old number, or another's: "60 days *instead of 45*".
_OLD = re.compile(
    r",? ?\b(?:instead of|rather than|(?:up|down) from|compared with|(?:and )?not)\b.*", re.DOTALL
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: The words behind a number up to the next mark; the hyphen of "60-day" is passed over.
_BEHIND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[,;:.]")
#: Before a length of time it tells by when, or how much more: "*within* 30 days".
_UNTIL = re.compile(r"\b(?:within|after|by|in|before|another|further|extra|every|each)\W*$")
#: Around a number they tell that it is a part of what is counted: "the *remaining* 30", "30
#: *more*".
_PART = re.compile(
    r"\b(?:additional|another|final|first|further|initial|last|next|other|remaining|second|"
    r"(?:rest|half) of(?: the| its| their)?)\W*$"
)
_MORE = frozenset(("additional", "further", "more", "other", "remaining"))
#: Amounts of other kinds are no count of what is to be done: dates, ages, names of things.
_COUNTED = frozenset({"count", "duration", "percent", "money", "measure", "one"})
#: So many words behind a number are looked at for what it counts: "120 jailed Front members".
_NEAR = 4
#: "hand *over* 30 men": not more than 30.
_HANDED = re.compile(r"\b((?:hand|turn)(?:s|ed|ing)?) over\b", re.IGNORECASE)
#: Kilometres in a unit, and how far a number in miles, mostly a rounded one, may be off.
KILOMETRES = {"km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609}
ROUNDED = 0.1
_DISTANCE = re.compile(r"\b(?:kms?|kilomet(?:re|er)s?)\b", re.IGNORECASE)
#: "the *number of captives* is raised from 400 to *600*".
_NUMBER_OF = re.compile(r"\bnumber of ([^,;.]*)")
#: Letters by which a name is known again in another spelling: "al-Fashir" and "El Fasher".
NAMED = 4
#: "*from* 600 *to* 800".
_FROM, _TO = re.compile(r"\bfrom $"), re.compile(r" to ")
_DIGIT = re.compile(r"\s*\d")
_PULLED = re.compile(
    r"\b(?:pull(?:s|ed|ing)?|mov(?:es?|ed|ing))\b.*\b(?:back|out)\b", re.IGNORECASE | re.DOTALL
)
PAUSE, TIME, FAR = "pause", "time", "far"

Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Gist:
    """What is compared of a term.

    ``amounts`` holds bounds by what they count: a topic ("captives"), "pause" for how long the
    fighting stops (in days), "time" for another length of time, "far" for a distance (in
    kilometres), else the stem of the noun; ``names`` the first letters of the names in it;
    ``numbered`` the topics among them, by which a term is known again in other words; ``was``
    holds the bounds that it gives up ("from 600 to 800 tanks").
    """

    stems: Stems
    names: Stems
    topics: frozenset[str]
    amounts: Mapping[str, Bounds]
    numbered: frozenset[str]
    was: Mapping[str, Bounds]

    def is_like(self, other: Gist) -> bool:
        """Tell whether two terms say the same, whatever number they give."""
        if self.numbered and other.numbered and not self.numbered & other.numbered:
            return False  # captives are no prisoners
        if self.numbered & other.numbered or self._changes(other) or other._changes(self):
            return True
        if self.names and other.names and not self.names & other.names:
            return False  # who leaves one town does not leave another
        ways = self.topics & other.topics & {"withdrawal"}
        way = ways and FAR in self.amounts and FAR in other.amounts
        return share(self.stems, other.stems) >= (ALIKE_WAYS if way else ALIKE)

    def _changes(self, other: Gist) -> bool:
        """Tell whether this one says that the number of the other was raised, cut and so on."""
        both = (self.was.keys() & other.amounts.keys()) - {PAUSE, TIME, FAR}
        return any(self.was[unit] == other.amounts[unit] for unit in both)

    def differs(self, other: Gist) -> bool:
        """Tell whether both give an amount of one thing, and not the same."""
        both = self.amounts.keys() & other.amounts.keys()
        return any(not bounds_fit(self.amounts[unit], other.amounts[unit]) for unit in both)

    def agrees(self, other: Gist) -> bool:
        """Tell whether both give the same amount of one thing."""
        both = self.amounts.keys() & other.amounts.keys()
        return bool(both) and not self.differs(other)


def newly(what: str) -> str:
    """Return the words of a term without what it says was before: "60 days *instead of 45*"."""
    return _OLD.sub("", what)


@lru_cache(maxsize=65536)
def gist(what: str) -> Gist:
    """Return what is compared of the words of a term."""
    told = _DISTANCE.sub("kilometres", _HANDED.sub(r"\1", newly(what)))
    words = _WORD.findall(told)
    topics = frozenset(_topics()[w.lower()] for w in words if w.lower() in _topics())
    topics |= {"withdrawal"} if _PULLED.search(told) else frozenset()
    amounts: dict[str, Bounds] = {}
    was: dict[str, Bounds] = {}
    before: Quantity | None = None
    for quantity in find_quantities(told):
        if quantity.kind in _COUNTED and (counted := _counted(told, quantity, topics)) is not None:
            amounts.setdefault(*counted)
            if before is not None and _TO.fullmatch(told, before.end, quantity.start):
                was[counted[0]] = (before.low, before.high)
        before = quantity if _FROM.search(told[: quantity.start]) else None
    if not amounts.keys() & _known_topics() and (told_of := _numbered(told)) is not None:
        topic, last = told_of
        if _FROM.search(told[: last.start]) and last.low != last.high:  # "from 150 to 300"
            was[topic], amounts[topic] = (last.low, last.low), (last.high, last.high)
        amounts.setdefault(topic, (last.low, last.high))
    plain = stems(w for w in words if w.lower() not in number_words())
    return Gist(
        plain, _names(words), topics, amounts, frozenset(amounts.keys() & _known_topics()), was
    )


def _names(words: Sequence[str]) -> Stems:
    """The first letters of the names: words with a capital, but for the first."""
    found = (part for word in words[1:] for part in word.split("-") if part[:1].isupper())
    return frozenset(fold(part)[:NAMED] for part in found if len(part) >= NAMED)


def _numbered(told: str) -> tuple[str, Quantity] | None:
    """What "the number of captives" comes to: the last number behind it."""
    of = _NUMBER_OF.search(told)
    words = [] if of is None else [w.lower() for w in _WORD.findall(of[1])[:_NEAR]]
    topic = next((_topics()[word] for word in words if word in _topics()), None)
    last = [q for q in find_quantities(told) if q.kind == "count" and of and q.start > of.start()]
    return (topic, last[-1]) if topic and last else None


def share(x: Stems, y: Stems) -> float:
    """Return the Dice coefficient of two sets of stems."""
    common = len(x & y)
    return 2 * common / (len(x) + len(y)) if common else 0.0


def _counted(told: str, quantity: Quantity, topics: frozenset[str]) -> tuple[str, Bounds] | None:
    """Return what a number of a term counts, with its bounds: "30 captured soldiers"."""
    behind = [word.lower() for word in _BEHIND.findall(told[quantity.end :])[:_NEAR]]
    if not behind or _DIGIT.match(told, quantity.end):  # "a 90-day lull"
        return None
    days = DAYS.get(behind[0], DAYS.get(behind[0].removesuffix("s")))
    if days is not None:
        alone = not _WORD.search(told[: quantity.start]) and len(behind) == 1
        paused = (topics == {"pause"} or alone) and not _UNTIL.search(told[: quantity.start])
        low, high = (None if n is None else n * days for n in (quantity.low, quantity.high))
        return (PAUSE if paused else TIME), (low, high)
    far = KILOMETRES.get(behind[0], KILOMETRES.get(behind[0].removesuffix("s")))
    if far is not None:
        off = 0.0 if far == 1 else ROUNDED
        low, high = (None if n is None else n * far for n in (quantity.low, quantity.high))
        return FAR, (low and low * (1 - off), high and high * (1 + off))
    if _PART.search(told[: quantity.start].lower()) or behind[0] in _MORE:
        return None
    if quantity.kind == "one":  # "a month" is a length, "a prisoner" no amount to compare
        return None
    topic = next((_topics()[word] for word in behind if word in _topics()), None)
    if topic is None and quantity.kind == "count" and behind[0] in no_names():
        return None
    unit = topic or (behind[0][:STEM] if quantity.kind == "count" else quantity.kind)
    return unit, (quantity.low, quantity.high)


@cache
def _known_topics() -> frozenset[str]:
    return frozenset(_topics().values())


@cache
def _topics() -> Mapping[str, str]:
    return {row[0]: row[1] for row in rows("term_topics")}
