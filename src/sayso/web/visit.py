"""A request to what it asks for: the project, the filters, and links that change one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from sayso.errors import SaysoError, UsageError
from sayso.store.filters import Filter
from sayso.store.project import Project

#: Rows on one page of a list; the twins hold all.
ROWS = 50

#: Words of the query that are no filter of the store.
_NO_FILTER = frozenset({"page", "kind", "limit", "offset"})


class Missing(SaysoError):
    """What was asked for is not in the project."""

    code = "E-MISSING"


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: ``asked`` are the words of its query, ``whole`` is true for the twins."""

    project: Project
    name: str
    asked: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False
    reviewer: str = ""

    def word(self, name: str) -> str | None:
        """Return what the query gives for a name, None where it is left empty."""
        return self.asked.get(name, "").strip() or None

    def one_of(self, name: str, allowed: Sequence[str]) -> str:
        """Return a word that has a closed list, the first of it where none is given."""
        given = self.word(name) or allowed[0]
        if given not in allowed:
            raise UsageError(f"{name} {given!r:.80} is none", f"Choose from {', '.join(allowed)}.")
        return given

    def number(self, name: str, default: int, *, least: int = 1, most: int = 1_000_000) -> int:
        """Return a whole number of the query. Raises UsageError where it is none or too large."""
        given = self.word(name)
        if given is None:
            return default
        if not (given.isascii() and given.isdigit()) or not least <= int(given[:9]) <= most:
            raise UsageError(f"{name} {given!r:.80} is no number", f"Give one up to {most}.")
        return int(given)

    @property
    def page(self) -> int:
        """The number of the page of a list, from 1."""
        return self.number("page", 1)

    def filter(self, *names: str, rows: int | None = ROWS) -> Filter:
        """Return the filter of these words; one page of ``rows`` and one more, or all."""
        given = {n: self.word(n) for n in names if n not in _NO_FILTER}
        copies = self.word("copies") != "without"
        if self.whole or rows is None:
            return Filter(**given, copies=copies)  # type: ignore[arg-type]
        return Filter(**given, copies=copies, limit=rows + 1, offset=(self.page - 1) * rows)

    def link(self, name: str | None = None, /, **changes: str | int | None) -> str:
        """Return the address of this view with some words changed; None takes one out.

        A change leads to the first page of a list; ``name`` names another page or a twin.
        """
        words = {k: v for k, v in self.asked.items() if k != "page" and v.strip()}
        words |= {k: str(v) for k, v in changes.items() if v is not None}
        kept = {k: v for k, v in words.items() if changes.get(k, "") is not None}
        path = "/" + (self.name if name is None else name)
        return f"{path}?{urlencode(kept)}" if kept else path

    def twin(self, ending: str) -> str:
        """Return the address of the twin that holds all rows of this view."""
        return self.link(f"{self.name or 'home'}.{ending}")


@dataclass(frozen=True, slots=True)
class Page:
    """What a visit shows: a template with its values, and the rows that the twins hold.

    ``about`` goes into the JSON twin beside the rows.
    """

    template: str
    title: str
    shown: Mapping[str, object]
    rows: Sequence[object] = ()
    about: object = None


def address(name: str, /, anchor: str | None = None, **words: str | int | None) -> str:
    """Return the address of a page of ours: "/report?id=…#f-e3"."""
    query = urlencode({k: v for k, v in words.items() if v is not None})
    return f"/{name}" + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")


def finding_address(report: str, finding: str | None = None) -> str:
    """Return the address of a report, or of the words of one of its findings."""
    return address("report", f"w-{finding}" if finding else None, id=report)
