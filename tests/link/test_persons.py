"""Surnames to the people whom the reports of the same days name in full."""

from __future__ import annotations

from dataclasses import replace

from sayso.link.persons import Persons
from sayso.record.grounding import Actor, Party
from sayso.record.reading import Reading
from sayso.record.span import Span

FULL = Actor("ana-brand", "Ana Brand", None, "IGO")
SHORT = Actor("brand", "Brand")
TABLE = Actor("Q9", "Otto Brand", "DEU", "GOV", "Q9")


def report(id: str, day: str | None, *named: tuple[Actor, str]) -> Reading:
    parties = tuple(
        Party(a.id, Span(50 * n, 50 * n + len(words), words), a)
        for n, (a, words) in enumerate(named)
    )
    return Reading(id, published=day, parties=parties)


def meant(short: Actor, words: str, *others: Reading, day: str | None = "2024-03-05") -> Actor:
    own = report("own", day, (short, words))
    persons = Persons()
    for each in (own, *others):
        persons.add(each)
    return persons.of(own, short, own.parties[0].span)


def test_a_surname_is_that_of_whom_a_report_of_the_same_days_names_in_full() -> None:
    before = report("a", "2024-03-04", (FULL, "the envoy Ana Brand"))
    assert meant(SHORT, "Brand, the envoy", before).id == "ana-brand"
    for none in (report("a", "2024-02-04", (FULL, "Ana Brand")), report("a", None)):
        assert meant(SHORT, "Brand", none) == SHORT
    assert meant(SHORT, "Brand", before, day=None) == SHORT


def test_a_surname_of_two_people_or_of_another_state_is_left_open() -> None:
    before = report("a", "2024-03-04", (FULL, "Ana Brand"))
    second = Actor("eva-brand", "Eva Brand")
    assert meant(SHORT, "Brand", before, report("b", "2024-03-04", (second, "Eva Brand"))) == SHORT
    swiss = report("a", "2024-03-04", (Actor("ana-brand", "Ana Brand", "CHE"), "Ana Brand"))
    french = Actor("brand", "Brand", "FRA")
    assert meant(french, "French minister Brand", swiss) == french


def test_whom_the_table_knows_by_a_surname_gives_way_to_who_is_named_in_full() -> None:
    before = report("a", "2024-03-04", (FULL, "Ana Brand"))
    assert meant(TABLE, "Brand", before).id == "ana-brand"
    also = report("b", "2024-03-04", (TABLE, "Otto Brand"))
    assert meant(TABLE, "Brand", before, also) == TABLE
    assert meant(TABLE, "Otto Brand", before) == TABLE


def test_a_surname_stands_first_where_names_are_written_so() -> None:
    full = Actor("wang-liqun", "Wang Liqun", "CHN")
    before = report("a", "2024-03-04", (full, "Wang Liqun"))
    assert meant(Actor("wang-yi", "Wang Yi", "CHN"), "Wang, the envoy", before).id == "wang-liqun"
    american = Actor("ana-brand", "Ana Brand", "USA")
    before = report("a", "2024-03-04", (american, "Ana Brand"))
    assert meant(Actor("ana", "Ana"), "Ana", before).id == "ana"


def test_the_state_of_somebody_is_that_which_another_report_tells() -> None:
    told = report("a", "2024-03-04", (Actor("ana-brand", "Ana Brand", "CHE"), "Swiss Ana Brand"))
    assert meant(FULL, "Ana Brand", told).country == "CHE"
    other = report("b", "2024-03-04", (Actor("ana-brand", "Ana Brand", "AUT"), "Ana Brand"))
    assert meant(FULL, "Ana Brand", told, other).country is None


NATION = Actor("Q7", "Jordan", "JOR", None, "Q7")


def test_one_of_a_people_is_the_only_one_of_that_state_whom_the_report_names_in_full() -> None:
    named = (Actor("ana-brand", "Ana Brand"), "Ana Brand")
    told = report("a", "2024-03-04", (Actor("ana-brand", "Ana Brand", "JOR"), "Ana Brand"))
    other = (Actor("eva-roe", "Eva Roe", "JOR", "GOV"), "Eva Roe")

    def of(words: str, *people: tuple[Actor, str]) -> Actor:
        own = report("own", "2024-03-05", (NATION, words), *people)
        persons = Persons()
        for each in (own, told):
            persons.add(each)
        return persons.of(own, NATION, own.parties[0].span)

    assert of("the Jordanian", named).id == "ana-brand"
    assert of("the Jordanian", named, other) == NATION
    assert of("the Jordanian") == NATION
    for words in ("the Jordanians", "Jordan", "the Jordanian army", "the Jordan"):
        assert of(words, named) == NATION


def test_a_name_told_at_full_length_is_that_of_its_short_form_in_other_reports() -> None:
    long = Actor("long", "Dr. Omar bin Said Al Bray", "QAT", "GOV")
    short = Actor("short", "Omar al-Bray", "QAT", "GOV")
    near = report("two", "2024-03-01", (short, "Omar al-Bray"))
    assert meant(long, "Dr. Omar bin Said Al Bray", near).id == "short"
    brother = report("two", "2024-03-01", (replace(short, name="Said Omar al-Bray"), "al-Bray"))
    assert meant(long, "Dr. Omar bin Said Al Bray", brother).id == "long"
    other = report("two", "2024-03-01", (replace(short, country="SAU"), "Omar al-Bray"))
    assert meant(long, "Dr. Omar bin Said Al Bray", other).id == "long"


def test_a_counterpart_is_the_only_one_of_that_state_whom_the_report_names() -> None:
    lund = Actor("lund", "Ivo Lund", "NOR", "GOV")
    state = Actor("norwegian-counterpart", "Norwegian counterpart", "NOR", "GOV")
    own = report("own", "2024-03-05", (lund, "Ivo Lund"), (state, "his Norwegian counterpart"))
    persons = Persons()
    persons.add(own)
    assert persons.of(own, state, own.parties[1].span).id == "lund"
