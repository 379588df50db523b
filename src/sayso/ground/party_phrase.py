"""The words and marks of one noun phrase to the party that it stands for, by rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.ground.party_choice import HELD, OFFICE, View, choose, holder
from sayso.ground.party_marks import Mark, own_marks
from sayso.ground.party_namesakes import contradicts
from sayso.ground.party_roles import Role, particles
from sayso.ground.party_words import Word, slug
from sayso.record.grounding import Actor

RULE, BARE, COMPOUND, STATE, CONTEXT = 0.8, 0.6, 0.5, 0.9, 0.4
#: What a state sends to a body of many states.
SENT = frozenset({"delegation", "mission"})
#: Who speaks for whom it is not told.
SPOKEN = frozenset({"spokesman", "spokesperson", "spokeswoman"})
#: Who is sent by other states.
ABROAD = frozenset({"ambassador", "diplomat", "diplomatic source", "envoy"})
#: Sectors of bodies that a state has just one of, so that the only state named may be meant.
DOMESTIC = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase stands for: the party, its head noun and how it was told.

    ``head`` is the role of the head noun, None for a name; ``person`` the name of the person, ""
    where the party is none; ``is_known`` whether the table has the party, ``is_office`` whether the
    head noun is an office of the state alone ("the French president"), of which there is just one.
    """

    actor: Actor
    head: Role | None = None
    person: str = ""
    is_known: bool = False
    is_office: bool = False


class Phrase:
    """One noun phrase: its words, its marks, and where its head ends and its tail begins."""

    def __init__(self, words: Sequence[Word], marks: Sequence[Mark], text: str, view: View) -> None:
        self.words, self.marks, self.whole, self.view = words, marks, text, view
        own = own_marks(words, marks)
        taken = {at for mark in marks for at in range(mark.first, mark.last)}
        self.end = self._first(taken, _enders(), 1)
        self.head_marks = [m for m in own if m.last <= self.end]
        tail_end = self._first(taken, particles("stop"), self.end)
        has_tail = self.end < len(words) and words[self.end].low in particles("preposition")
        self.tail = [m for m in own if self.end < m.first < tail_end] if has_tail else []
        free = [(n, w) for n, w in enumerate(words[: self.end]) if n not in taken]
        lows = {w.low for _, w in free}
        self.is_former = not lows.isdisjoint(particles("former"))
        self.is_apart = not lows.isdisjoint(particles("apart"))
        self.large_from = min((n for n, w in free if not _is_small(w)), default=self.end)
        self.has_plain_tail = self._is_plain_tail(tail_end)
        self.is_plain = self.large_from == self.end and self.has_plain_tail
        start = next(
            (n for n, w in enumerate(words) if n in taken or w.joined or not _is_few(words, n)), 0
        )
        self.text = text[words[start].start : words[-1].end]

    def _first(self, taken: set[int], lows: frozenset[str], start: int) -> int:
        for at in range(start, len(self.words)):
            if at not in taken and self.words[at].low in lows:
                return at
        return len(self.words)

    def _is_plain_tail(self, tail_end: int) -> bool:
        """Tell whether the phrase names nothing smaller than a state, before or after its head."""
        if any(m.is_state and m.entries[0].kind == "place" for m in self.head_marks + self.tail):
            return False
        if self.end == len(self.words) or self.words[self.end].low in particles("stop"):
            return True
        return len(self.tail) == 1 and self.tail[0].is_state and self.tail[0].last == tail_end

    def sense(self) -> Sense:
        """Return what the phrase stands for; where no rule tells, an Actor with the reason."""
        if not self.head_marks:
            return self._unknown()
        index = len(self.head_marks) - 1
        head = self.head_marks[index]
        rest = self.words[head.last : self.end]
        if index and not rest and head.is_state and self._names_a_body(index):
            index, head = index - 1, self.head_marks[index - 1]
        if head.role is not None:
            found = self._role(head, head.role, index)
            found = self._titled(found, rest) if rest else found
            return self._named_last(found) if self.end < len(self.words) else found
        if self._is_namesake(head, self.head_marks[:index]) or self._goes_on(head, rest):
            return self.without_people().sense()
        if rest and not all(w.low in ("alike", "himself", "herself", "itself") for w in rest):
            return self._compound(head, rest)
        return self._name(head)

    def without_people(self) -> Phrase:
        """Return the phrase with its names of people read as names that the table has not."""
        others = [m for m in self.marks if not (m.entries and m.entries[0].kind == "person")]
        return Phrase(self.words, others, self.whole, self.view)

    def _goes_on(self, head: Mark, rest: Sequence[Word]) -> bool:
        """Tell whether a person's name goes on behind the one of the table ("Raul Castro Vega")."""
        is_person = bool(head.entries) and head.entries[0].kind == "person"
        return is_person and bool(_name_of(rest)) and not self.words[head.last - 1].owns

    def _is_namesake(self, head: Mark, before: Sequence[Mark]) -> bool:
        """Tell whether the state or office told before a name is not that of the table's person."""
        rows = self.view.table.persons.get(self._chosen(head).id, ())
        office = next((m.role for m in reversed(before) if m.role), None)
        if not head.short and (office is None or not office.office):
            return False
        states = {e.country for m in before if m.is_state for e in m.entries if e.country}
        return bool(rows) and contradicts(rows, states, office if head.short else None)

    def _names_a_body(self, index: int) -> bool:
        """Tell whether a state's name stands behind its body ("Civil Defence Gaza")."""
        body, state = self.head_marks[index - 1], self.head_marks[index]
        last = self.words[body.last - 1]
        is_one_name = last.is_name and not last.owns and body.last == state.first
        if not is_one_name or self.words[state.first].comma:
            return False
        if body.role is not None:
            return body.role.sector is not None
        # A body of no state has branches in many; one of a state is told apart by the state.
        return not body.is_state and all(
            e.kind != "person" and e.country is None for e in body.entries
        )

    def _named_last(self, found: Sense) -> Sense:
        """A role whose holder is named at the very end ("ambassador to Chad Ana Roe")."""
        last = max((m.last for m in self.marks), default=0)
        mark = next((m for m in self.marks if m.last == last == len(self.words)), None)
        is_person = mark is not None and mark.entries and mark.entries[0].kind == "person"
        if mark is not None and is_person and self._is_whose(mark):
            return _of_whom(found, self._chosen(mark))
        if mark is not None and is_person:
            actor = self._chosen(mark)
            return Sense(self._filled(actor), person=actor.name, is_known=_is_of(mark, actor))
        # Right behind "of" stands what it is of: "Ministry of Foreign Affairs".
        rest = self.words[last:] if last > self.end + 1 else ()
        person = _name_of(rest) if len(rest) > 1 and found.head and not found.head.plural else ""
        if not person:
            return found
        why = f"{found.actor.why}, before the name"
        actor = replace(found.actor, id=slug(person), name=person, wikidata=None, why=why)
        return Sense(actor, found.head, person)

    def _is_whose(self, person: Mark) -> bool:
        """Tell whether a person stands right behind "to" or "of", or behind a title that does: he
        is whose aide it is, and not the aide ("aide to President *Roe*")."""
        between = range(self.end + 1, person.first)
        titles = {at for m in self.marks if m.role for at in range(m.first, m.last)}
        return all(at in titles and self.words[at].is_name for at in between)

    def _name(self, head: Mark) -> Sense:
        actor = self._chosen(head)
        if self.is_former and head.entries[0].kind == "person" and actor.sector in OFFICE:
            actor = replace(actor, sector="ELI", why="called former in the text")
        if head.entries[0].kind == "body" and self._is_of_another(head, actor):
            actor = Actor(
                "", "", self._country(self._beside(head))[0], actor.sector, None, COMPOUND,
                f"not {actor.name}, which is of another state",
            )  # fmt: skip
        if actor.country is None and actor.sector in ("NGO", "PTY"):
            actor = replace(
                actor, country=self._country([m for m in self.head_marks if m is not head])[0]
            )
        person = actor.name if head.entries[0].kind == "person" else ""
        return Sense(self._filled(actor), person=person, is_known=_is_of(head, actor))

    def _beside(self, head: Mark) -> list[Mark]:
        return [m for m in self.head_marks if m is not head and m.is_state]

    def _is_of_another(self, head: Mark, actor: Actor) -> bool:
        """Tell whether an organ of a state is told to be of another one, of which it has but the
        name: "*Norland's* Security Council"."""
        told = self._country(self._beside(head))[0]
        own = {actor.country, told}
        return actor.sector in DOMESTIC and None not in own and len(own) > 1

    def _compound(self, head: Mark, rest: Sequence[Word]) -> Sense:
        """A name with further words of no known meaning: the state or body that it belongs to."""
        actor = self._chosen(head)
        why = f"part of {actor.name}" if actor.name else actor.why
        why = f"belongs to {actor.name}, kind unknown" if head.is_state else why
        name = self.text
        person = _name_of(rest)
        sector = None if head.is_state else actor.sector
        return Sense(
            Actor(slug(name), name, actor.country, sector, None, COMPOUND, why), None, person
        )

    def _role(self, head: Mark, role: Role, index: int) -> Sense:
        before = self.head_marks[:index]
        body = self._body(before, role)
        behind = [m for m in self.head_marks[index + 1 :] if m.is_state]
        country, states = self._country([*before, *behind])
        if role.words in SENT and states and self._is_sent(before):
            body, role = None, replace(role, sector="GOV", takes=frozenset())
        if country is None and not states:
            country = (body.actor.country if body else None) or self._country(self.tail)[0]
            states = country is not None
        alone = None if states else self._only_state(role, body)
        country = country or (alone[0] if alone else None)
        sector, why = self._sector(role, body, country, states)
        if self.is_former and sector in OFFICE | {"MIL"}:
            sector, why = "ELI", "called former in the text"
        actor = self._identity(role, body, (country, sector, why))
        if alone:
            why = f"{why}; {alone[1]}"
            actor = replace(actor, score=CONTEXT, why=why)
        is_one = country is not None and body is None and not role.plural and self.has_plain_tail
        is_office = bool(role.office) and is_one and head.last <= self.large_from
        return Sense(actor, role, is_office=is_office)

    def _is_sent(self, before: Sequence[Mark]) -> bool:
        """Tell whether a body of no state is named with a mission of a state, which is sent to it:
        "Norland's *U.N.* mission", "Norland's mission to the *U.N.*"."""
        behind = [m for m in self.marks if m.first > self.end and self.words[self.end].low == "to"]
        named = [m for m in (*before, *behind) if m.entries and not m.is_state]
        return any(m.entries[0].kind != "person" and not self._chosen(m).country for m in named)

    def _sector(
        self, role: Role, body: Sense | None, country: str | None, states: bool
    ) -> tuple[str | None, str]:
        if body is not None and body.actor.sector and role.takes & {"org", "same"}:
            named = body.actor.name or body.actor.sector
            if not (body.person and role.sector):
                return body.actor.sector, f"{role.words} of {named}"
        if "state" in role.takes and country is None and not states:
            return None, f"{role.words!r} tells no sector without a state"
        if country is not None and role.with_state:
            return role.with_state, f"{role.words} of a state"
        return role.sector, f"head noun {role.words!r}"

    def _body(self, before: Sequence[Mark], role: Role) -> Sense | None:
        """Return the body or person named with a role: before it, or after "of", "at" or "for"."""
        for n in range(len(before) - 1, -1, -1):
            found = self._as_body(before[n], n)
            if found is not None:
                return found
        if role.takes & {"org", "same"}:
            for mark in self.tail:
                found = self._as_body(mark, -1)
                if found is not None:
                    return found
        return None

    def _as_body(self, mark: Mark, index: int) -> Sense | None:
        if mark.role is not None:
            if mark.role.sector is None and not (index > 0 and mark.role.takes):
                return None
            name = mark.role.words
            sector = mark.role.sector
            if index > 0 and mark.role.takes & {"org", "same"}:
                inner = self._body(self.head_marks[:index], mark.role)
                if inner is not None:
                    return inner
            return Sense(Actor("", name, None, sector)) if sector else None
        if mark.is_state:
            return None
        actor = self._chosen(mark)
        person = actor.name if mark.entries[0].kind == "person" else ""
        ruling = person and actor.sector in (*OFFICE, "ELI", None)
        return Sense(actor, person=person if ruling else "", is_known=not person and bool(actor.id))

    def _identity(
        self, role: Role, body: Sense | None, found: tuple[str | None, str | None, str]
    ) -> Actor:
        country, sector, why = found
        table, score = self.view.table, RULE if country else BARE
        is_it = role.takes & {"same", "government"} and not self.is_apart
        if body is not None and body.is_known and is_it:
            why = f"{role.words} of {body.actor.name}"
            return replace(body.actor, sector=sector, why=why, score=score)
        state = table.states.get(country or "")
        if state is not None and sector == "GOV" and self.is_plain and "government" in role.takes:
            return Actor(state.id, state.name, country, sector, state.wikidata, score, why)
        if country in table.armies and sector == "MIL" and self.is_plain and "army" in role.takes:
            army = table.armies[country]
            return Actor(army.id, army.name, country, sector, army.wikidata, score, why)
        is_office = self.is_plain and body is None and not role.plural
        if country and role.office and self.view.day and is_office:
            held = holder(table, country, role.office, self.view.day)
            if held is not None:
                why = f"{role.office} on {self.view.day}"
                return Actor(held.id, held.name, country, sector, held.wikidata, HELD, why)
        return self._filled(Actor("", "", country, sector, None, score if sector else 0.3, why))

    def _country(self, marks: Sequence[Mark]) -> tuple[str | None, bool]:
        """Return the state that marks tell, and whether any is told (several: None, True)."""
        states = [m for m in marks if m.is_state and m.entries[0].kind != "place"]
        told = states or [m for m in marks if m.is_state]
        if told:
            first = self._chosen(told[0]).country
            joined = self.words[told[0].last - 1].joined and len(told) > 1
            if joined and self._chosen(told[1]).country != first:
                return None, True
            return first, True
        for mark in marks:
            if mark.entries and (country := self._chosen(mark).country):
                return country, True
        return None, False

    def _only_state(self, role: Role, body: Sense | None) -> tuple[str, str] | None:
        if role.words in SPOKEN and body is None:
            return self.view.home  # "a spokesman" may be anybody's
        if role.words in ABROAD and body is None:
            return None  # "diplomats" are sent by other states
        is_domestic = role.sector in DOMESTIC and (body is None or not body.is_known)
        return self.view.only_state if is_domestic else None

    def _titled(self, found: Sense, rest: Sequence[Word]) -> Sense:
        """A role with words after it: a title with a name, or a compound ("military convoy")."""
        person = _name_of(rest)
        actor = found.actor
        if person:
            why = f"{actor.why}, before the name"
            return Sense(
                Actor(slug(person), person, actor.country, actor.sector, None, BARE, why),
                found.head, person, is_office=found.is_office,
            )  # fmt: skip
        own = Actor(slug(self.text), self.text, actor.country, actor.sector, None, COMPOUND, "")
        return Sense(replace(own, why=f"{actor.why}, with further words"))

    def _unknown(self) -> Sense:
        country, _ = self._country(self.tail)
        person = _name_of([w for w in self.words[: self.end] if not _is_small(w)])
        why = "neither its name nor its head noun is known"
        return Sense(self._filled(Actor("", "", country, None, None, 0.3 if country else 0.0, why)),
                     None, person)  # fmt: skip

    def _chosen(self, mark: Mark) -> Actor:
        near: frozenset[str] = frozenset()
        if len(mark.entries) > 1:
            beside = [m for m in self.head_marks + self.tail if m.is_state and m is not mark]
            near = frozenset(e.country for m in beside for e in m.entries if e.country)
        if mark.short and self.view.bearers:
            surname = " ".join([word.key for word in self.words[mark.first : mark.last]])
            if surname in self.view.bearers:
                return self.view.bearers[surname]
        return choose(mark.entries, self.view, near, mark.short)

    def _filled(self, actor: Actor) -> Actor:
        if actor.id:
            return actor
        name, a = actor.name or self.text, actor
        return Actor(slug(name), name, a.country, a.sector, a.wikidata, a.score, a.why)


def _of_whom(found: Sense, whose: Actor) -> Sense:
    """Return an aide with the state of whose he is, and the sector of who holds no office."""
    actor, head = found.actor, found.head
    is_apart = whose.sector not in (*OFFICE, "ELI", None)
    takes = head is not None and "org" in head.takes and is_apart
    sector = whose.sector if takes else actor.sector
    return replace(
        found, actor=replace(actor, country=actor.country or whose.country, sector=sector)
    )


def _is_of(mark: Mark, actor: Actor) -> bool:
    """Tell whether a mark's party is one of the table, not one that the report alone tells of."""
    return any(entry.id == actor.id for entry in mark.entries)


@cache
def _enders() -> frozenset[str]:
    """Return the words before which a phrase has its head."""
    return particles("preposition") | particles("stop")


def _is_small(word: Word) -> bool:
    return word.low in particles("determiner") or word.low.isdigit()


def _is_few(words: Sequence[Word], n: int) -> bool:
    """Tell whether a word tells but how many: "*two of* her aides"."""
    return _is_small(words[n]) or (n > 0 and words[n].low == "of" and _is_small(words[n - 1]))


def _name_of(words: Sequence[Word]) -> str:
    """Return the words as a person's name, "" where they are not all written like one; a part
    behind a hyphen may be small ("Roe Won-shik")."""
    joined = [False, *(word.joined for word in words[:-1])]
    large = (
        w.raw[0].isupper() or w.low in particles("within") or (part and w.raw.isalpha())
        for w, part in zip(words, joined, strict=True)
    )
    if not words or not words[0].raw[0].isupper() or not all(large):
        return ""
    return "".join(
        f"{'-' if part else ' '}{w.raw}" for w, part in zip(words, joined, strict=True)
    ).strip()
