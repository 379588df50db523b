"""Grounding: who, where and when a mention stands for, with the reason; unknown stays unknown."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.record.span import Span
from sayso.record.vocabulary import Grain, Precision, TimeKind


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a name stands for.

    ``id`` is one for the same party through a report; ``country`` is ISO 3166-1 alpha-3;
    ``sector`` a PLOVER sector code; ``wikidata`` a Q id; ``score`` runs from 0 to 1.
    """

    id: str
    name: str
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    score: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a place name lies: GeoNames id, WGS84 degrees, and how exact the answer is."""

    name: str
    geonameid: int | None = None
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    score: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """The days that a time expression covers: ISO dates, both inclusive; null where open."""

    earliest: str | None = None
    latest: str | None = None
    grain: Grain | None = None
    kind: TimeKind = "unresolved"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place mention; ``id`` is one for the same place through the report."""

    id: str
    span: Span
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A mention of a party; ``id`` is one for the same party through the report."""

    id: str
    span: Span
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and the days it covers."""

    id: str
    span: Span
    when: When | None = None
