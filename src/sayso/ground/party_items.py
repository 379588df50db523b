"""A report's text to its items: paragraphs that share names, and the state that each is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import day_name, month_name
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from sayso.ground.dateline import read_dateline
from sayso.ground.party_choice import countries_in, states_in
from sayso.ground.party_roles import particles, roles
from sayso.ground.party_table import Table
from sayso.ground.party_words import key_of
from sayso.record.grounding import Actor

#: So many items that share no name make a report a bulletin.
FEWEST = 3
#: A line of the head that tells who issues the report: "Statement by the Presidency of Norland".
_ISSUED = re.compile(
    r"(?:press |joint )?(?:statement|communiqu[eé]|declaration|release|message|remarks)"
    r"(?: issued)? (?:by|of|from) |"
    r"(?:the )?(?:ministry|presidency|government|office|embassy|department|cabinet) of ",
    re.IGNORECASE,
)
_HEAD = 3
#: Before the code of a state among the names.
_STATE = "state "
_SENTENCE_END = (".", "!", "?", ":", "\u201d", '"')
#: Names that every item may have.
_DAYS = frozenset(map(str.lower, (*day_name, *month_name[1:])))
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


class Items:
    """The items of one report, by the place of a mention in its text.

    A text is a bulletin of items where each chain of paragraphs that share names tells of a state
    of its own, and none holds more than half of those with names; any other text is one item.
    """

    def __init__(self, text: str, table: Table) -> None:
        self.text, self.table = text, table
        spans = list(_paragraphs(text))
        self.starts = [start for start, _ in spans]
        self.parts = [text[start:end] for start, end in spans]
        self.items = _items(_names(self.parts, table))
        self.is_bulletin = len(set(self.items)) > 1
        self.issuer = _issuer(self.parts, table)
        self._dateline, self._begins = (None, 0) if self.is_bulletin else _filed(text, table)
        self._states: dict[int, tuple[str, ...]] = {}

    def paragraph(self, at: int) -> int:
        """Return the number of the paragraph of a place in the text."""
        return max(bisect_right(self.starts, at) - 1, 0)

    def item(self, at: int) -> int:
        """Return the number of the item of a place in the text."""
        return self.items[self.paragraph(at)] if self.items else 0

    def home(self, at: int) -> tuple[str, str] | None:
        """Return the state whose "foreign ministry" a bare one is at a place, and how it is told.

        It is that of who issues the report; in a bulletin the only one of the item; else that of
        the dateline, where the paragraph names no other and the report none more often: what is
        filed from a neighbour's capital tells of another's army.
        """
        if self.issuer:
            return self.issuer, f"{self.issuer} is the state of who issues the report"
        number = self.paragraph(at)
        if self.is_bulletin:
            return _only(self._of_items[self.items[number]], "is the only state named in the item")
        if self._dateline is None or self._is_abroad:
            return None
        return _only({self._dateline, *self._named(number)}, "is the state of the dateline")

    def ruler(self) -> Actor | None:
        """Return the state of the dateline, a government that may be meant with those named."""
        state = self.table.states.get(self._dateline or "")
        if state is None:
            return None
        return Actor(state.id, state.name, state.country, "GOV", state.wikidata)

    @cached_property
    def _is_abroad(self) -> bool:
        """Whether two paragraphs behind the dateline and more than those that name its state, or
        what belongs to it, tell so of another state."""
        first = self.paragraph(self._begins)
        led = self.parts[first][self._begins - self.starts[first] :]
        named: Counter[str] = Counter()
        for part in (led, *self.parts[first + 1 :]):
            named.update(countries_in(part, self.table))
        here = named.pop(self._dateline or "", 0)
        return max(named.values(), default=0) > max(here, 1)

    @cached_property
    def _of_items(self) -> dict[int, set[str]]:
        """The states named in each item."""
        found: dict[int, set[str]] = defaultdict(set)
        for number, item in enumerate(self.items):
            found[item].update(self._named(number))
        return found

    def _named(self, number: int) -> tuple[str, ...]:
        if number not in self._states:
            self._states[number] = tuple(states_in(self.parts[number], self.table))
        return self._states[number]


def _only(states: set[str], why: str) -> tuple[str, str] | None:
    if len(states) != 1:
        return None
    state = next(iter(states))
    return state, f"{state} {why}"


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges between blank lines, or between lines where no line is blank."""
    gap = r"\n[ \t]*\n\s*" if re.search(r"\n[ \t]*\n", text.strip()) else r"\n\s*"
    start = 0
    for match in re.finditer(gap, text):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _names(parts: Sequence[str], table: Table) -> list[set[str]]:
    """Return the names in each paragraph: its states, and words written large within sentences."""
    inside: set[str] = set()
    found: list[tuple[set[str], set[str]]] = []
    for part in parts:
        within, opening = set[str](), set[str]()
        for match in _WORD.finditer(part):
            if match[0][0].isupper() and len(match[0]) > 2:
                before = part[: match.start()].rstrip("“\"' ")
                is_first = not before or before.endswith(_SENTENCE_END)
                key = key_of(match[0].removesuffix("'s").removesuffix("’s").rstrip("."))
                (opening if is_first else within).add(key)
        inside |= within
        found.append((within, opening))
    small = {w for w in inside if w in roles() or w in particles("determiner") or w in _DAYS}
    return [
        ((within | (opening & inside)) - small) | {_STATE + code for code in states_in(part, table)}
        for part, (within, opening) in zip(parts, found, strict=True)
    ]


def _items(names: Sequence[set[str]]) -> list[int]:
    """Return the item of each paragraph, all of one item where the text is no bulletin."""
    owner: dict[str, int] = {}
    chain = list(range(len(names)))

    def root(n: int) -> int:
        while chain[n] != n:
            chain[n] = chain[chain[n]]
            n = chain[n]
        return n

    for number, own in enumerate(names):
        for name in own:
            first = owner.setdefault(name, number)
            chain[root(number)] = root(first)
    sizes = Counter(root(n) for n, own in enumerate(names) if own)
    stateless = set(sizes) - {root(n) for n, own in enumerate(names) if any(map(_is_code, own))}
    is_one = len(sizes) < FEWEST or max(sizes.values()) * 2 > sum(sizes.values())
    if is_one or stateless:
        return [0] * len(names)
    found: list[int] = []
    for number, own in enumerate(names):
        found.append(root(number) if own or not found else found[-1])
    return found


def _is_code(name: str) -> bool:
    """Tell a code of a state from the key of a word."""
    return name.startswith(_STATE)


def _issuer(parts: Sequence[str], table: Table) -> str | None:
    """Return the state of the body that the head of a text tells to be its author."""
    lines = [line.strip() for part in parts[:_HEAD] for line in part.split("\n")][:_HEAD]
    for line in lines:
        if _ISSUED.match(line) and not line.endswith(_SENTENCE_END):
            states = set(states_in(line, table))
            if len(states) == 1:
                return states.pop()
    return None


def _filed(text: str, table: Table) -> tuple[str | None, int]:
    """Return the state of the dateline's place, None where it is not known, and where it ends."""
    dateline = read_dateline(text)
    if dateline is None:
        return None, 0
    place = dateline.place.text
    entries = table.names.get(key_of(place)) or table.names.get(key_of(place.split(",")[0])) or ()
    states = {entry.country for entry in entries if entry.country}
    return (states.pop() if len(states) == 1 else None), dateline.span.end
