"""A definite noun and a party named before to whether the noun may stand for that party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from sayso.ground.party_phrase import Sense
from sayso.ground.party_roles import longest_role, particles, plural, roles
from sayso.ground.party_table import Entry, Table
from sayso.ground.party_words import Word, party_rows
from sayso.record.grounding import Actor

#: Words in the column of sectors that mean a whole state, and the army of one.
_STATE, _ARMY = "STATE", "ARMY"
#: The noun of a name that tells what it is for.
_HEAD = re.compile(r"(?:[^,]*? )??(\w+) (?:for|of) ")
#: First words of offices that are not called by their last word: "vice president".
_NOT_CALLED = frozenset({"attorney", "consul", "deputy", "prime", "secretary", "vice"})


@dataclass(frozen=True)
class Earlier:
    """A party that a mention named, with the words of the mention and how they were read."""

    words: Sequence[Word]
    sense: Sense
    table: Table

    @property
    def actor(self) -> Actor:
        """The party itself."""
        return self.sense.actor

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The head nouns of the mention, and the one of the name that the table has for it, in
        lower case: OCHA is the "*Office* for the Coordination of Humanitarian Affairs"."""
        nouns = head_nouns(self.words, self.sense)
        named = self.sense.is_known and not self.sense.person
        match = _HEAD.match(self.actor.name) if named else None
        return nouns | {match[1].lower()} if match else nouns

    @property
    def is_body(self) -> bool:
        """Whether a noun not used of it may mean it: it has a name, or a noun that bodies have."""
        return not self.sense.person and (self.sense.is_known or _stands_for_bodies(self.nouns))

    def fits(self, noun: str) -> bool:
        """Tell whether a noun may stand for the party: its head noun, or one for its kind."""
        sectors, _ = stand_ins().get(noun, (frozenset(), False))
        country = self.actor.country or ""
        is_called = any(_is_called(by, noun) for by in self.nouns)
        # "Guard Forces" is one body: "the force".
        is_called |= self.sense.is_known and plural(noun) in self.nouns
        if is_called and (_ARMY not in sectors or self.actor.sector == "MIL"):
            return True
        if _STATE in sectors:
            return self.actor.sector is None and bool(country)
        if _ARMY in sectors:
            return self._is(self.table.armies.get(country))
        if noun == "government":
            return self.actor.sector == "GOV" and bool(country)
        is_of_kind = self.actor.sector in sectors and self.is_body
        return is_of_kind and not self._is(self.table.states.get(country))

    def _is(self, entry: Entry | None) -> bool:
        return entry is not None and entry.id == self.actor.id


def _is_called(by: str, noun: str) -> bool:
    """Tell whether a head noun is called by another: "defence ministry" is "the ministry"."""
    if by == noun or by.startswith(f"{noun} of "):
        return True
    return by.endswith(f" {noun}") and by.partition(" ")[0] not in _NOT_CALLED


@cache
def stand_ins() -> dict[str, tuple[frozenset[str], bool]]:
    """Return, for each noun that stands for a party, its sectors and if it needs no article."""
    rows = party_rows("party_stand_ins")
    return {words: (frozenset(sectors.split()), bare == "yes") for words, sectors, bare in rows}


def _stands_for_bodies(nouns: frozenset[str]) -> bool:
    """Tell whether a head noun is one that stands for bodies: "rebel group"."""
    return any(noun.rpartition(" ")[2] in stand_ins() or noun in stand_ins() for noun in nouns)


def head_nouns(words: Sequence[Word], sense: Sense) -> frozenset[str]:
    """Return the head nouns of a mention, in lower case: no word that only tells more of them."""
    nouns = {n for piece in _pieces(words) for n in _last_noun(piece, sense)}
    if sense.head is not None:
        nouns.add(plural(sense.head.words) if sense.head.plural else sense.head.words)
    lows = " ".join([word.low for word in words])
    lesser = _NOT_CALLED | particles("former")
    return frozenset(n for n in nouns if not any(f"{low} {n}" in lows for low in lesser))


def _pieces(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Yield the words between commas, each time without what is told behind the head noun."""
    cuts = [0, *(n for n, word in enumerate(words) if n and word.comma), len(words)]
    for lo, hi in pairwise(cuts):
        end = next((n for n in range(lo + 1, hi) if _tells_more(words[n])), hi)
        yield words[lo:end]


def _tells_more(word: Word) -> bool:
    is_link = word.low in particles("preposition") | particles("stop") | particles("link")
    return is_link or (word.raw.islower() and word.low.endswith("ed"))


def _last_noun(words: Sequence[Word], sense: Sense) -> Iterator[str]:
    """Yield the noun that ends the words, of a person also one before the name."""
    noun = _noun_before(words)
    end = len(words)
    while sense.person and end and not noun and _is_name(words[end - 1]):
        end -= 1
        noun = _noun_before(words[:end])
    if noun:
        yield noun


def _noun_before(words: Sequence[Word]) -> str:
    """Return the longest noun that the words end in, "" where they end in none."""
    lows = [word.low for word in words[-_most_words() :]]
    nouns = (" ".join(lows[start:]) for start in range(len(lows)))
    return next((noun for noun in nouns if noun in roles()), "")


@cache
def _most_words() -> int:
    return max(longest_role().values())


def _is_name(word: Word) -> bool:
    return word.raw[0].isupper() or word.low in particles("within")
