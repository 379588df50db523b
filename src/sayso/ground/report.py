"""A reading's spans to parties, places and times: every mention once, findings filled from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter
from typing import TypeVar

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from sayso.ground.bargainers import parties_of, told_by_name
from sayso.ground.dateline import Dateline
from sayso.ground.parties import who
from sayso.ground.party_report import resolve_parties
from sayso.ground.party_table import party_table
from sayso.ground.place_pieces import whole_names
from sayso.ground.places import resolve_places
from sayso.ground.time_spans import with_whole_times
from sayso.ground.times import anchor_of, find_mentions, read_dateline, resolve, when
from sayso.ground.times_find import Mention
from sayso.ground.times_told import from_told, week_told
from sayso.language.spans import (
    classes_of,
    head_of,
    sentence_at,
    span_of,
    text_of,
    token_at,
    tokens_of,
)
from sayso.language.tense import is_beginning, is_over, tense_at
from sayso.record.findings import Event, Figure, Statement
from sayso.record.grounding import Actor, Party, Place, Time, When, Where
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.vocabulary import SourceType

G = TypeVar("G")
Grounded = dict[Span, G | None]
#: Entity labels of the encoder, by what they are grounded as.
PLACES = frozenset({"Location", "Facility"})
PARTIES = frozenset({"Person", "Organization", "NORP"})
PEOPLE = frozenset({"Person"})
#: Sectors of bodies whose name is no place's, and the score of what stands in the table in full.
BODIES = frozenset({"UNO", "IGO", "NGO", "PRM", "REB"})
KNOWN = 0.9
#: So many names are kept with the answer, is it a body's.
REMEMBERED = 16_384
#: What a body that the table knows is as a speaker, by its sector, and what it is mistaken for.
SPEAKERS: dict[str | None, SourceType] = {
    "JRN": "media",
    "PRM": "organisation",
    "REB": "organisation",
}
MISTAKEN = frozenset({"document", "person", "role", "state", "unknown"})
COMMON, A_BODY = "common words, not a name", "the name of a body, not of a place"
#: Status of what is yet to come.
AHEAD = frozenset({"planned", "demanded", "threatened"})
#: Status of what has begun.
TOLD = frozenset({"happened", "ongoing"})
#: Characters between a place and the day that is its own.
BETWEEN = 12
#: An entity without a name or an adjective of one in it is a slip of the encoder.
NAMING = frozenset({"PROPN", "ADJ"})


def ground(doc: Doc, reading: Reading) -> Reading:
    """Return the reading with all mentions resolved, or honestly not, and its findings grounded."""
    text, published = text_of(doc), reading.published
    dateline = read_dateline(text, published=published)
    mentions = list(find_mentions(text))
    reading = with_whole_times(doc, reading, mentions)
    classes = classes_of(doc)
    named = [e for e in doc.ents if not NAMING.isdisjoint(classes[e.start : e.end])]
    parties = [*_labelled(named, PARTIES), *_party_spans(reading), *parties_of(reading.proposals)]
    places = [*whole_names(_labelled(named, PLACES), text), *_place_spans(reading)]
    people = {span.text for span in _labelled(named, PEOPLE)}
    who = _each(parties, lambda s: resolve_parties(s, text, published=published, people=people))
    where = _each(places, lambda s: _places(s, text, dateline))
    times = _times(doc, reading, mentions, dateline)
    today = (dateline and dateline.date) or published
    return replace(
        reading,
        statements=tuple(_statement(s, who) for s in reading.statements),
        events=tuple(_ahead(doc, _event(doc, e, who, where, times), today) for e in reading.events),
        figures=tuple(_figure(doc, f, where, times) for f in reading.figures),
        proposals=told_by_name(doc, reading.proposals, who),
        parties=tuple(Party(_id(a.id if a else None, s), s, a) for s, a in who.items()),
        places=tuple(Place(_place_id(w, s), s, w) for s, w in where.items()),
        times=tuple(Time(f"t{n}", s, w) for n, (s, w) in enumerate(times.items(), 1)),
    )


def _each(spans: Iterable[Span], resolver: Callable[[list[Span]], list[G | None]]) -> Grounded[G]:
    """Resolve the spans together, in text order, each once."""
    mentions = sorted(set(spans), key=_place_in_text)
    return dict(zip(mentions, resolver(mentions), strict=True))


#: Spans of one text that begin and end alike are the same.
_place_in_text = attrgetter("start", "end")


def _places(mentions: list[Span], text: str, dateline: Dateline | None) -> list[Where | None]:
    """Where each mention lies; a place that is not known anywhere stays with its reason."""
    filed = dateline.place.text if dateline else None
    bodies = {m for m in mentions if _is_body(m.text)}
    named = [m for m in mentions if _is_name(m.text) and m not in bodies]
    found = dict(zip(named, resolve_places(named, text, dateline=filed), strict=True))
    return [
        found.get(m) or Where(name=m.text, why=A_BODY if m in bodies else COMMON) for m in mentions
    ]


@lru_cache(maxsize=REMEMBERED)
def _is_body(words: str) -> bool:
    """Tell whether a name is that of a body that is no place: "U.N.", though Un is a town."""
    body = who(words)
    return body is not None and body.sector in BODIES and body.score >= KNOWN


def _is_name(words: str) -> bool:
    """Tell whether a place is named: "the islands" may be any, "the Falkland Islands" not."""
    bare = words.removeprefix("The ").removeprefix("A ").removeprefix("An ")
    return any(c.isupper() for c in bare) or not any(c.islower() for c in bare)


def _party_spans(reading: Reading) -> Iterable[Span]:
    for s in reading.statements:
        if s.source is not None:
            yield s.source
    for e in reading.events:
        yield from e.actor
        yield from e.target
    for f in reading.figures:
        if f.by is not None:
            yield f.by


def _place_spans(reading: Reading) -> Iterable[Span]:
    for finding in _told(reading):
        if finding.place is not None:
            yield finding.place


def _told(reading: Reading) -> Iterator[Event | Figure]:
    yield from reading.events
    yield from reading.figures


def _labelled(entities: Sequence[SpacySpan], labels: frozenset[str]) -> Iterable[Span]:
    for entity in entities:
        if entity.label_ in labels:
            yield span_of(entity.doc, entity.start, entity.end)


def _times(
    doc: Doc, reading: Reading, mentions: Sequence[Mention], dateline: Dateline | None
) -> Grounded[When]:
    """All time expressions of the text and times of findings, resolved with the tense there."""
    day = dateline.date if dateline else None
    anchors = {
        tense: anchor_of(reading.published, tense=tense, dateline=day)
        for tense in (None, "past", "present", "future")
    }
    told = [f.time for f in _told(reading) if f.time is not None]
    over = {e.time for e in reading.events if e.time is not None and _is_over(doc, e)}
    ahead = [
        f.time
        for f in _told(reading)
        if f.time is not None and f.status in AHEAD and f.time not in over
    ]
    ahead += _behind_stops(reading, mentions)
    found: Grounded[When] = {}
    for mention in mentions:
        tense = _tense(doc, ahead, mention.span)
        answer = week_told(mention.expression, mentions, found)
        if mention.kind == "elsewhere":
            answer = from_told(
                mention, found, _sentences(doc, mention.span), tense, day or reading.published
            )
        found[mention.span] = answer or resolve(mention.expression, anchors[tense])
    for time in told:
        if time not in found:
            found[time] = _within(time, found) or when(
                time.text, published=reading.published, dateline=day,
                tense=_tense(doc, ahead, time),
            )  # fmt: skip
    return {span: found[span] for span in sorted(found, key=_place_in_text)}


def _sentences(doc: Doc, span: Span) -> list[tuple[int, int]]:
    """The characters of the sentence before, where there is one, and of the span's own."""
    at = token_at(doc, span.start)
    first, last = sentence_at(doc, at)
    ranges = [(first, last)] if first == 0 else [sentence_at(doc, first - 1), (first, last)]
    places = (span_of(doc, *tokens) for tokens in ranges)
    return [(place.start, place.end) for place in places]


def _behind_stops(reading: Reading, mentions: Sequence[Mention]) -> Iterator[Span]:
    """Yield the times right behind the places of one visit to come: "Orla on *Monday*, Brest on
    *Friday*"."""
    tours = (e for e in reading.events if e.mode == "visit" and e.status in AHEAD)
    stops = [t for e in tours if len(e.target) > 1 for t in e.target]
    for mention in mentions if stops else ():
        if any(0 <= mention.span.start - stop.end <= BETWEEN for stop in stops):
            yield mention.span


def _tense(doc: Doc, ahead: Sequence[Span], span: Span) -> str | None:
    """The tense of a time: ahead where it dates what is yet to come, whatever the verb beside."""
    if any(time.overlaps(span) for time in ahead) or _is_set(text_of(doc), span):
        return "future"
    tense = tense_at(doc, span.start)
    stretch = span.text[:3].lower() == "in "  # "the worst in two years" looks back
    return "past" if stretch and tense != "future" else tense


def _is_set(text: str, span: Span) -> bool:
    """Tell whether a day is one that something is set for: "a strike for Tuesday".

    A length ("for three days") is none, nor is a day that owns something ("for Tuesday's raid").
    """
    if span.text[:4].lower() == "for ":
        day = span.text[4:]
    else:
        day = span.text if text[max(0, span.start - 5) : span.start] == " for " else ""
    owns = text[span.end : span.end + 3].lstrip().startswith(("'s", "\u2019s"))
    return not owns and (day[:1].isupper() or day.startswith(("next ", "tomorrow")))


def _within(span: Span, found: Grounded[When]) -> When | None:
    """The answer for the one time expression inside of a span, or that the span is a piece of.

    "Since the war began in March" is open, though March alone is not.
    """
    near = [(s, w) for s, w in found.items() if span.covers(s) or s.covers(span)]
    if len(near) != 1:
        return None
    (inner, answer), since = near[0], "since "
    if answer is None or not span.text.lower().startswith(since) or inner.start == span.start:
        return answer
    return _begun(answer)


def _begun(day: When) -> When:
    """A time of which the text tells only the beginning."""
    if day.kind == "open" or not day.earliest:
        return day
    return replace(day, latest=None, kind="open", why=f"only its beginning is told: {day.why}")


def _statement(s: Statement, who: Grounded[Actor]) -> Statement:
    """Return the statement with who speaks, and with what that is where the table knows a body."""
    speaker = who.get(s.source) if s.source is not None else None
    if speaker is None:
        return s
    kind = SPEAKERS.get(speaker.sector)
    is_body = speaker.score > KNOWN and speaker.id not in party_table().persons
    taken = s.source_type in MISTAKEN or (kind == "media" and s.source_type == "organisation")
    if kind is None or not is_body or not taken:
        return replace(s, speaker=speaker)
    return replace(s, speaker=speaker, source_type=kind, anonymous=False)


def _is_over(doc: Doc, e: Event) -> bool:
    """Tell whether the trigger is a verb that had been done: "he *had stopped* in Orla"."""
    return is_over(head_of(doc, *tokens_of(doc, e.trigger)))


def _event(
    doc: Doc, e: Event, who: Grounded[Actor], where: Grounded[Where], times: Grounded[When]
) -> Event:
    return replace(
        e,
        status="happened" if e.status == "planned" and _is_over(doc, e) else e.status,
        actors=tuple(a for s in e.actor if (a := who.get(s))),
        targets=tuple(a for s in e.target if (a := who.get(s))),
        where=where.get(e.place) if e.place else None,
        when=times.get(e.time) if e.time else None,
    )


def _ahead(doc: Doc, e: Event, today: str | None) -> Event:
    """The event as it can be told on the day of the report: nothing has happened on a later one.

    A visit, a noun that is "set for" the day and what is "to be signed" then are planned; else the
    day is not that of the event.
    """
    day = e.when.earliest if e.when and e.when.kind == "exact" else None
    if e.status not in TOLD or day is None or today is None or day <= today[: len(day)]:
        return e
    is_noun = head_of(doc, *tokens_of(doc, e.trigger)).pos_ == "NOUN"
    is_set = is_noun and e.time is not None and _is_set(text_of(doc), e.time)
    if e.mode == "visit" or is_set or tense_at(doc, e.trigger.start) == "future":
        return replace(e, status="planned")
    return e if e.status == "ongoing" else replace(e, time=None, when=None)


def _figure(doc: Doc, f: Figure, where: Grounded[Where], times: Grounded[When]) -> Figure:
    day = times.get(f.time) if f.time else None
    bounds = f.scope in ("window", "total") and day is not None
    if day and f.time and f.scope == "total" and is_beginning(doc, f.time.start):
        day = _begun(day)
    return replace(
        f,
        where=where.get(f.place) if f.place else None,
        when=day,
        since=f.since or (day.earliest if bounds and day else None),
        until=f.until or (day.latest if bounds and day else None),
    )


def _place_id(where: Where | None, span: Span) -> str:
    return _id(f"g{where.geonameid}" if where and where.geonameid else None, span)


def _id(known: str | None, span: Span) -> str:
    """The id of what is known, else one made from the words: the same words get the same id."""
    return known or "-".join(span.text.lower().split())
