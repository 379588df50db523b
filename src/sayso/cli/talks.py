"""A proposal through its accounts to lines for the screen: sides, terms, who stands where."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.link.negotiations import Negotiation
    from sayso.link.steps import Stand, Step
    from sayso.record.span import Span

    #: What tells the name of a party by its words, by account ("reading/proposal").
    Names = Mapping[str, Callable[[Span], str]]

#: How many parties of one role are named; of the others only the number is told.
NAMED = 4
UNNAMED = "terms without a name"


def lines_of(talk: Negotiation, names: Names, width: int, *, steps: bool) -> Iterator[str]:
    """Yield the lines of a proposal: a head, its terms, where each party stands, the steps.

    The steps come only where asked for.
    """
    yield from _wrapped(_head(talk), width, 0)
    yield from _wrapped(_sides(talk, names), width, 2)
    yield from _wrapped(" · ".join(_days(talk)), width, 2)
    yield from _part("terms", map(_term, talk.terms, _parties(talk, talk.terms, names)), width)
    yield from _part("stands", _stands(talk), width)
    if steps:
        told = (_step(s, who) for s, who in zip(talk.steps, _parties(talk, talk.steps, names),
                                                strict=True))  # fmt: skip
        yield from _part("steps", told, width)


def party_name(talk: Negotiation, step: Step, names: Names) -> str | None:
    """Return who the party of a step is, by its known name where there is one."""
    from sayso.web.parties import party_of

    who, name = party_of(talk, step), names.get(step.version)
    return name(who) if who is not None and name is not None else step.of


def stand_in_words(stand: Stand) -> str:
    """Return where a party stands in one line."""
    condition = f", {stand.condition}" if stand.condition is not None else ""
    return f"{stand.party} {stand.stance}{condition} ({stand.published or 'day not told'})"


def _head(talk: Negotiation) -> str:
    days = [v.published for v in talk.versions if v.published]
    span = " to ".join(sorted({days[0], days[-1]})) if days else "day not told"
    count = len(talk.versions)
    accounts = f"{count} account{'s' * (count != 1)}, {span}"
    return f"{talk.name or UNNAMED} [{talk.state}] · {accounts} · {talk.id}"


def _sides(talk: Negotiation, names: Names) -> str:
    from sayso.web.parties import sides_of

    by, to, through = map(_named, sides_of(talk, names).values())
    made = " -> ".join(filter(None, (by and f"by {by}", to and f"to {to}")))
    return " · ".join(filter(None, (made, through and f"through {through}")))


def _named(names: list[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _days(talk: Negotiation) -> Iterator[str]:
    days = talk.days
    told = {"offered": days.offered, "answered": days.answered, "agreed on": days.agreed,
            "broken": days.broken}  # fmt: skip
    yield from (f"{word} {day}" for word, day in told.items() if day)


def _parties(talk: Negotiation, steps: Iterable[Step], names: Names) -> list[str | None]:
    return [party_name(talk, step, names) for step in steps]


def _term(step: Step, party: str | None) -> str:
    other = f" (another outlet: {step.before})" if step.kind == "differs" else ""
    condition = f" [{step.condition}]" if step.condition else ""
    return f"{f'{party}: ' if party else ''}{step.what}{condition}{other}"


def _stands(talk: Negotiation) -> Iterator[str]:
    """One line for each, those who bargain first; others without a condition by their stance."""
    others: dict[str, list[str]] = {}
    for stand in talk.stands:
        if stand.side or stand.condition is not None:
            yield stand_in_words(stand)
        else:
            told = f"{stand.party} ({stand.published or 'day not told'})"
            others.setdefault(stand.stance, []).append(told)
    for stance, parties in others.items():
        yield f"others, {stance}: {', '.join(parties)}"


def _step(step: Step, party: str | None) -> str:
    before = f", before: {step.before}" if step.before else ""
    condition = f" [{step.condition}]" if step.condition else ""
    what = f"{f'{party}: ' if party else ''}{step.what}{condition}{before}"
    return f"{step.published or 'day not told'} {step.kind} {what} ({step.version})"


def _part(title: str, lines: Iterable[str], width: int) -> Iterator[str]:
    for n, line in enumerate(lines):
        if n == 0:
            yield f"  {title}"
        yield from _wrapped(line, width, 4)


def _wrapped(line: str, width: int, indent: int) -> Iterator[str]:
    from sayso.export.wording import one_line

    yield from textwrap.wrap(
        one_line(line), width, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2),
        break_on_hyphens=False,
    )  # fmt: skip
