"""The parties to proposals by their names: who "the movement" and "the RSF" are, told once each.

What a proposal is found by is a sentence, and there a party may be a stand-in or a short name. Here
each is told by the fullest name that the report has for it, and a party that would then be told
twice is told once: in one role, and with one stance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from sayso.language.spans import head_of, tokens_of
from sayso.language.states import state_of
from sayso.record.findings import Proposal, Stance
from sayso.record.grounding import Actor
from sayso.record.span import Span

#: "the movement", "the RSF", "U.S.": no word but the first has a capital, or capitals alone.
SHORT = re.compile(
    r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir) [a-z -]+|(?:[Tt]he )?(?:[A-Z]\.?-?){2,}"
)
#: A body may be taken for a place: "*Hamas* said".
NAMED = frozenset({"Location", "NORP", "Organization"})
#: Sectors of states, which stand by many names, none of them fuller than another.
STATES = frozenset({None, "GOV"})
#: Houses that stand for the government in them, by their names in the table of parties.
HOUSES = frozenset({"Kremlin", "White House", "Downing Street", "Blue House", "State Department"})
_WORD = re.compile(r"\w+")
#: Stances by how much they say: a condition more than an answer, and that more than none.
SAYING = {"undecided": 0, "accepts": 1, "rejects": 1, "conditional": 2}
#: Who speaks for a state wherever he takes a stance.
OFFICE = re.compile(
    r"\b(?:president|premier|prime minister|chancellor|foreign minist\w+|ministry|presidency|"
    r"spokes(?:man|woman|person))\b",
    re.IGNORECASE,
)
Known = Mapping[Span, Actor | None]


def parties_of(proposals: Iterable[Proposal]) -> Iterator[Span]:
    """Yield everybody who has a part in proposals, or takes a stand."""
    for p in proposals:
        yield from (*p.by, *p.to, *p.through, *(s.party for s in p.stances))


def told_by_name(doc: Doc, proposals: Iterable[Proposal], known: Known) -> tuple[Proposal, ...]:
    """Return proposals with each party by the fullest name of whom ``known`` says that it is."""
    names, lands = _fullest(doc, known)
    beside = _by_name(known)

    def named(span: Span) -> Span:
        actor = known.get(span)
        if actor is None:
            return span
        if _is_people(doc, span):
            return lands.get(actor.id, span)
        full = names.get(actor.id, span)
        fuller = len(full.text) > len(span.text) and (_is_surname(doc, span) or _is_band(doc, span))
        return full if _is_short(span) or fuller else span

    def whom(span: Span) -> str:
        return _whom(span, beside.get(span) or known.get(span))

    def once(spans: Iterable[Span], beside: Iterable[Span] = ()) -> tuple[Span, ...]:
        told: dict[str, Span] = {}
        others = {whom(span) for span in beside}
        for span in spans:
            if whom(span) not in others or not _is_state(span, known):
                told.setdefault(whom(span), named(span))
        return tuple(sorted(told.values(), key=lambda s: s.start))

    def stances(p: Proposal) -> tuple[Stance, ...]:
        told: dict[str, Stance] = {}
        for s in p.stances:
            first = told.setdefault(whom(s.party), s)
            told[whom(s.party)] = _said_most(first, s)
        kept = [s for who, s in told.items() if not _is_spoken(who, s, told, known)]
        named_so = (replace(s, party=named(s.party)) for s in kept)
        return tuple(sorted(named_so, key=lambda s: s.party.start))

    return tuple(
        replace(
            p,
            by=once(p.by),
            to=once(p.to, p.by),
            through=once(p.through, p.by),
            stances=stances(p),
        )
        for p in proposals
    )


def _by_name(known: Known) -> dict[Span, Actor]:
    """Whom a role stands for by the name beside it: "*the envoy*" of "the envoy, Ada Roe"."""
    starts: dict[int, list[Span]] = {}
    for span in known:
        starts.setdefault(span.start, []).append(span)
    out: dict[Span, Actor] = {}
    for spans in starts.values():
        for role in spans:
            long = (s for s in spans if s.text.startswith(role.text + ", "))
            found = next((a for s in long if (a := known[s]) is not None), None)
            if found is not None:
                out[role] = found
    return out


def _said_most(first: Stance, later: Stance) -> Stance:
    """Of two stances of a party the one that says most: "has accepted it, but *only if* ..."."""
    return max((first, later), key=lambda s: SAYING[s.stance])


def _is_spoken(who: str, stance: Stance, told: Mapping[str, Stance], known: Known) -> bool:
    """Tell whether a stance is told of a state and of who speaks for it, and better of the other.

    "India" and "Indian foreign ministry spokesman Ada Roe" are studying the offer: India is. A
    state is not undecided whose president has answered.
    """
    actor = known.get(stance.party)
    if actor is not None and who != actor.country and _speaks(stance.party, actor):
        state = told.get(actor.country or "")
        return state is not None and state.stance == stance.stance
    others = (s for s in told.values() if s is not stance and s.stance != "undecided")
    spoken = ((s.party, known.get(s.party)) for s in others)
    return stance.stance == "undecided" and any(
        a is not None and a.country == who and _speaks(span, a) for span, a in spoken
    )


def _speaks(span: Span, actor: Actor) -> bool:
    return actor.sector == "GOV" and OFFICE.search(span.text) is not None


def _whom(span: Span, actor: Actor | None) -> str:
    """Who a name stands for; a state is one by its name, its side, its seat and its first house."""
    code = _state(span.text)
    if actor is None:
        return code or span.text.lower()
    stands = actor.name in HOUSES or actor.country in (code, _state(actor.name))
    return actor.country if stands and actor.country else actor.id


def _is_state(span: Span, known: Known) -> bool:
    """Tell whether a name is that of a state, or of a house that stands for it."""
    actor = known.get(span)
    return _state(span.text) is not None or (actor is not None and actor.name in HOUSES)


def _state(name: str) -> str | None:
    return state_of(_WORD.findall(name.lower().removeprefix("the ")))


def _is_short(span: Span) -> bool:
    return SHORT.fullmatch(span.text) is not None


def _is_surname(doc: Doc, span: Span) -> bool:
    """ "Lund", or "Mr Lund": a person by a single name, whom the report names in full elsewhere."""
    start, end = tokens_of(doc, span)
    return end - start < 3 and doc[end - 1].ent_type_ == "Person" and doc[end - 1].ent_iob_ == "B"


def _fullest(doc: Doc, known: Known) -> tuple[dict[str, Span], dict[str, Span]]:
    """By the ids of parties their fullest names, and the names of states."""
    names: dict[str, Span] = {}
    lands: dict[str, Span] = {}
    for span, actor in known.items():
        if actor is None or _is_short(span):
            continue
        head = head_of(doc, *tokens_of(doc, span))
        own = actor.sector not in STATES and (head.ent_type_ in NAMED or _is_band(doc, span))
        if own or head.ent_type_ == "Person":
            best = names.setdefault(actor.id, span)
            if len(span.text.split()) > len(best.text.split()):
                names[actor.id] = span
        elif span.text.lower().removeprefix("the ") == actor.name.lower():
            lands.setdefault(actor.id, span)
    return names, lands


def _is_band(doc: Doc, span: Span) -> bool:
    """ "the Norls", "the Norl *rebels*": named by a people, or what they follow."""
    start, end = tokens_of(doc, span)
    last = doc[end - 1]
    return last.ent_type_ == "NORP" or (end - start > 1 and doc[end - 2].ent_type_ == "NORP")


def _is_people(doc: Doc, span: Span) -> bool:
    """ "*Norlandic*-led talks": a people's name for its state."""
    start, end = tokens_of(doc, span)
    return end - start == 1 and doc[start].ent_type_ == "NORP" and doc[start].pos_ == "ADJ"
