"""The five findings of a reading: statement, event, figure, proposal, poll."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.record.grounding import Actor, When, Where
from sayso.record.span import Span
from sayso.record.vocabulary import (
    Act,
    EventType,
    Manner,
    Measure,
    ProposalState,
    Scope,
    SourceType,
    StanceKind,
    Status,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """On whose say-so: a source, the reporting words, and what is said.

    ``source`` is null when nobody is named; where a pronoun stands in the sentence, ``source`` is
    the name that it stands for and ``source_written`` the pronoun. ``withheld`` holds the words
    that withhold a name ("an official who asked not to be identified"); ``within`` is the id of
    the statement that this one stands in.
    """

    id: str
    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    source_type: SourceType = "unknown"
    anonymous: bool = False
    manner: Manner = "indirect"
    act: Act = "states"
    source_written: Span | None = None
    withheld: Span | None = None
    to: Span | None = None
    within: str | None = None
    speaker: Actor | None = None
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, where and when, and whether it happened.

    ``evidence`` holds the words that gave the status; ``mentions`` the other places of the report
    that tell the same happening; ``statement`` the innermost statement whose content holds the
    trigger, null where the report itself says it.
    """

    id: str
    trigger: Span
    type: EventType
    mode: str | None = None
    actor: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()
    place: Span | None = None
    time: Span | None = None
    status: Status = "happened"
    evidence: tuple[Span, ...] = ()
    mentions: tuple[Span, ...] = ()
    statement: str | None = None
    actors: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    where: Where | None = None
    when: When | None = None
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, by whose count.

    ``low`` and ``high`` are bounds, either may be null ("at least n" is n, null); ``of_class`` is
    the stated kind of those counted (civilian, soldier, child ...); ``since`` and ``until`` are
    ISO dates of the window or total; ``unverified`` the words that say it could not be checked.
    """

    id: str
    quantity: Span
    low: int | float | None
    high: int | float | None
    measure: Measure = "other"
    of: Span | None = None
    of_class: str | None = None
    part_of: str | None = None
    by: Span | None = None
    place: Span | None = None
    time: Span | None = None
    scope: Scope = "event"
    since: str | None = None
    until: str | None = None
    status: Status = "happened"
    unverified: Span | None = None
    statement: str | None = None
    event: str | None = None
    where: Where | None = None
    when: When | None = None
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a proposal: what is to be done, by whom, in which phase, on what condition.

    ``exchange`` is what is given for it; ``amount`` a duration, sum or number in it.
    """

    what: Span
    party: Span | None = None
    phase: int | None = None
    condition: Span | None = None
    exchange: Span | None = None
    amount: Span | None = None
    deadline: Span | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """Where a party stands towards a proposal."""

    party: Span
    stance: StanceKind
    condition: Span | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Terms on the table between parties, whatever their state; ``name`` is null where no words
    name it ("it offered to free ten men if ...").
    """

    id: str
    name: Span | None
    by: tuple[Span, ...] = ()
    to: tuple[Span, ...] = ()
    through: tuple[Span, ...] = ()
    state: ProposalState = "unknown"
    terms: tuple[Term, ...] = ()
    stances: tuple[Stance, ...] = ()
    statement: str | None = None
    rule: str = ""
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a poll with its share in per cent."""

    answer: Span
    share: float


@dataclass(frozen=True, slots=True)
class Poll:
    """An opinion poll: who asked whom, when, and the shares of the answers."""

    id: str
    pollster: Span | None
    population: Span | None = None
    time: Span | None = None
    question: Span | None = None
    answers: tuple[Answer, ...] = ()
    rule: str = ""
    confidence: float = 0.0
