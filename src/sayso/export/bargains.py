"""Readings to flat rows of what hangs on proposals, polls and journeys: a part of each a row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace

from sayso.export.wording import names_in
from sayso.link.journeys import Journey, journeys
from sayso.link.journeys_stops import Stop
from sayso.link.negotiations import Negotiation, negotiations
from sayso.record.findings import Proposal
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.store.flatten import Row, claimant_of, flatten, source_name


def proposal_rows(reading: Reading) -> Iterator[Row]:
    """Yield a row a proposal, its parties by their grounded names where they have one."""
    name = names_in(reading.parties)
    for row, p in zip(
        flatten(reading, ("proposals",))["proposals"], reading.proposals, strict=True
    ):
        sides = {"offered_by": p.by, "offered_to": p.to, "through": p.through}
        yield row | {role: _json(map(name, spans)) for role, spans in sides.items()}


def bargaining(readings: Iterable[Reading]) -> dict[str, Row]:
    """Return by account ("report/proposal") what it is a version of: days, stands, own steps."""
    found: dict[str, Row] = {}
    for talk in negotiations(readings):
        days = {f"{name}_day": day for name, day in asdict(talk.days).items()}
        stands = _standing(talk)
        for version in talk.versions:
            steps = [asdict(step) for step in talk.steps if step.version == version.id]
            found[version.id] = {
                "negotiation": talk.id,
                **days,
                "stands": stands,
                "steps": _told(steps),
            }
    return found


def _standing(talk: Negotiation) -> str:
    stands = [{"party": s.party, "stance": s.stance, "condition": s.condition, "day": s.published}
              for s in talk.stands]  # fmt: skip
    return json.dumps(stands, ensure_ascii=False)


def _told(steps: Iterable[Mapping[str, object]]) -> str:
    kept = ("kind", "what", "of", "before", "earlier", "condition")
    return json.dumps([{k: step[k] for k in kept} for step in steps], ensure_ascii=False)


def term_rows(reading: Reading) -> Iterator[Row]:
    """Yield a row a term of a proposal."""
    name = names_in(reading.parties)
    for proposal in reading.proposals:
        for number, term in enumerate(proposal.terms, 1):
            yield {
                **_proposal(reading, proposal), "number": number, "what": term.what.text,
                "party": _words(term.party),
                "party_name": name(term.party) if term.party is not None else None,
                "phase": term.phase,
                "condition": _words(term.condition), "exchange": _words(term.exchange),
                "amount": _words(term.amount), "deadline": _words(term.deadline),
                "start_char": term.what.start, "end_char": term.what.end,
            }  # fmt: skip


def stance_rows(reading: Reading) -> Iterator[Row]:
    """Yield a row a stance to a proposal; it rests on its own statement, else the proposal's."""
    name = names_in(reading.parties)
    for proposal in reading.proposals:
        for stance in proposal.stances:
            told = replace(proposal, statement=stance.statement or proposal.statement)
            yield {
                **_proposal(reading, told), "party": stance.party.text,
                "party_name": name(stance.party), "stance": stance.stance,
                "condition": _words(stance.condition),
                "start_char": stance.party.start, "end_char": stance.party.end,
            }  # fmt: skip


def answer_rows(reading: Reading) -> Iterator[Row]:
    """Yield a row an answer of a poll."""
    for poll in reading.polls:
        for answer in poll.answers:
            yield {
                "poll": poll.id, "pollster": _words(poll.pollster),
                "population": _words(poll.population), "time": _words(poll.time),
                "question": _words(poll.question),
                "answer": answer.answer.text, "share": answer.share,
                "start_char": answer.answer.start, "end_char": answer.answer.end,
            }  # fmt: skip


def stop_rows(readings: Iterable[Reading]) -> Iterator[Row]:
    """Yield a row a stop of the journeys that the readings together tell of."""
    yield from journey_rows(journeys(readings))


def journey_rows(found: Iterable[Journey]) -> Iterator[Row]:
    """Yield a row a stop of journeys."""
    for journey in found:
        for number, stop in enumerate(journey.stops, 1):
            yield _stop(journey, number, stop)


def _stop(journey: Journey, number: int, stop: Stop) -> Row:
    where = stop.where
    return {
        "traveller": journey.name, "traveller_id": journey.traveller, "number": number,
        "place": stop.place,
        "where_name": where.name if where else None, "where_id": where.geonameid if where else None,
        "where_admin1": where.admin1 if where else None,
        "where_country": where.country if where else None,
        "where_lat": where.lat if where else None, "where_lon": where.lon if where else None,
        "where_precision": where.precision if where else None,
        "state": stop.state, "first_day": stop.day, "last_day": stop.until, "time": stop.time,
        "met": _json(stop.met), "hosts": _json(stop.hosts), "told_in": _json(stop.events),
    }  # fmt: skip


def _proposal(reading: Reading, p: Proposal) -> Row:
    name, kind = claimant_of(reading, p)
    return {
        "proposal": p.id, "name": _words(p.name), "state": p.state,
        "statement": p.statement, "claimant": name, "claimant_type": kind,
        "chain": _json([source_name(s) for s in reading.chain(p)]),
    }  # fmt: skip


def _words(span: Span | None) -> str | None:
    return None if span is None else span.text


def _json(values: Iterable[str | None]) -> str:
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))
