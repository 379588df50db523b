"""Reports and the events of an incident to a title: what it was, where, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sayso.export.wording import first_line
from sayso.link.calendar import days_between
from sayso.store.project import Project
from sayso.store.questions import EventRow, Hit, ReportRow
from sayso.web.render import days


def names_of(project: Project, rows: Iterable[ReportRow | Hit]) -> dict[str, str]:
    """Return by id what reports are called: the title, else the first line of the text."""
    return {row.report: row.title or _first_line(project, row.report) for row in rows}


def _first_line(project: Project, id: str) -> str:
    article = project.article(id)
    return (first_line(article.text) if article is not None else "") or id


def title_of(events: Sequence[EventRow]) -> str:
    """Return a title from what most accounts tell: "Assault (aerial), Tarvo, 2024-05-03".

    A place that is found on the map comes first, then one with a name, then what was hit; where
    none is told, the word for the act. Days are those told the most exactly.
    """
    type = _most(e.type for e in events) or ""
    mode = _most(e.mode for e in events if e.type == type)
    what = type.capitalize() + (f" ({mode})" if mode else "")
    place = (
        _most(e.where_name for e in events if e.where_precision)
        or _most(e.place for e in events if has_name(e.place))
    )  # fmt: skip
    target = _most(name for e in events for name in e.targets if not name[:1].isdigit())
    if place is None and target is not None:
        what = f"{what} {'on' if type == 'ASSAULT' else '→'} {target}"
    elif place is None:
        what = f"{what}: {events[-1].trigger_text}"
    told = [e for e in events if e.when_kind not in (None, "unresolved")] or list(events)
    exact = min(told, key=lambda e: (e.when_kind != "exact", _length(e)))
    parts = (what, place, days(exact.first_day, exact.last_day))
    return ", ".join(part for part in parts if part)


def _most(values: Iterable[str | None]) -> str | None:
    found = Counter(value for value in values if value)
    return found.most_common(1)[0][0] if found else None


def has_name(place: str | None) -> bool:
    """Tell whether the words for a place hold a name: "the market" does not."""
    return place is not None and any(word[:1].isupper() for word in place.split())


def _length(event: EventRow) -> int:
    apart = days_between(event.first_day, event.last_day)
    return 10_000 if apart is None else apart
