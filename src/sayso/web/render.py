"""Templates to pages: the filters that they use, and the names of the built scripts."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sayso.export import wording
from sayso.record import vocabulary
from sayso.web.visit import address, finding_address

FOLDER = Path(__file__).parent
BUILT = FOLDER / "static" / "built"

#: The pages of the menu, in its order: address and name.
MENU = (
    ("", "Home"), ("search", "Search"), ("incidents", "Incidents"), ("tolls", "Tolls"),
    ("timeline", "Timeline"), ("map", "Map"), ("claimants", "Who says so"),
    ("disputes", "Disputes"), ("table", "On the table"), ("review", "Review"),
    ("errors", "Errors"), ("method", "Method"),
)  # fmt: skip

#: The filters that have a closed list of values.
CLOSED: dict[str, tuple[str, ...]] = {
    "type": vocabulary.EVENT_TYPES, "status": vocabulary.STATUSES,
    "measure": vocabulary.MEASURES, "scope": vocabulary.SCOPES, "act": vocabulary.ACTS,
    "source_type": vocabulary.SOURCE_TYPES, "state": vocabulary.PROPOSAL_STATES,
}  # fmt: skip
#: What a filter is called on the page, where that is not its own name.
LABELS = {
    "since": "from", "until": "to", "claimant": "who says so", "source_type": "kind of source",
    "type": "event", "party": "party", "text": "words",
}  # fmt: skip


def render(template: str, shown: Mapping[str, object]) -> str:
    """Return the HTML of a template. Every value is escaped."""
    return _environment().get_template(template).render(shown)


def script(island: str) -> str | None:
    """Return the address of a built script ("reader", "charts", "map", "review"), or None."""
    name = _built().get(island)
    return None if name is None else f"/static/built/{name}"


@cache
def _built() -> dict[str, str]:
    """Read which file each script was built into; empty where nothing was built."""
    path = BUILT / "manifest.json"
    if not path.is_file():
        return {}
    told = json.loads(path.read_text(encoding="utf-8"))
    return {e["name"]: e["file"] for e in told.values() if e.get("isEntry")}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        menu=MENU, address=address, at=finding_address, script=script,
        bounds=wording.bounds, scope_words=wording.SCOPES, named=wording.named,
        say_so=wording.say_so, scope=wording.scope, closed=CLOSED, labels=LABELS,
        month=month,
    )  # fmt: skip
    environment.filters.update(
        line=wording.one_line, shown=wording.printable, count=count, days=days, web=web,
        snippet=snippet, percent=percent,
    )  # fmt: skip
    return environment


def count(number: int | float | None) -> str:
    """Return a number with commas between thousands, "–" where there is none."""
    return "–" if number is None else f"{number:,}"


def month(written: str) -> dict[str, str]:
    """Return the first and the last day of a month ("2024-02") as a filter has them."""
    year, number = int(written[:4]), int(written[5:7])
    last = monthrange(year, number)[1]
    return {"since": f"{written}-01", "until": f"{written}-{last}"}


def percent(share: float | None) -> str:
    """Return a share of 0 to 1 in whole per cent."""
    return "–" if share is None else f"{100 * share:.0f} %"


def days(first: str | None, last: str | None = None) -> str:
    """Return "2024-02-04", "2024-02-04 to 2024-02-09" or "day not told"."""
    if not first and not last:
        return "day not told"
    if not first or not last or first[:10] == last[:10]:
        return (first or last or "")[:10]
    return f"{first[:10]} to {last[:10]}"


def web(url: str | None) -> str | None:
    """Return an address that may be followed (http and https alone), or None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def snippet(words: str) -> list[tuple[str, bool]]:
    """Return a found passage in pieces, each with whether it is what was searched for."""
    pieces: list[tuple[str, bool]] = []
    for part in words.split("["):
        hit, closed, rest = part.partition("]")
        if not pieces and not words.startswith("["):
            pieces.append((part, False))
        elif closed:
            pieces += [(hit, True), (rest, False)]
        else:
            pieces.append((part, False))
    return [(wording.one_line(p) if hit else wording.printable(p), hit) for p, hit in pieces if p]
