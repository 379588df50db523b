"""Journeys out of hand-made events."""

from __future__ import annotations

from dataclasses import replace

from sayso.link.journeys import journeys, legs
from sayso.record.findings import Event
from sayso.record.grounding import Actor, Party, Place, Time, When, Where
from sayso.record.reading import Reading
from sayso.record.span import Span
from sayso.record.vocabulary import Status

ENVOY = Actor("Q1", "Ana Brand", "USA", "GOV", "Q1")
KING = Actor("Q2", "Omar Sahl", "JOR", "GOV", "Q2")
AMMAN = Where("Amman", 250441, country="JOR", lat=31.9, lon=35.9, precision="city")
CAIRO = Where("Cairo", 360630, country="EGY", lat=30.0, lon=31.2, precision="city")
JORDAN = Where("Jordan", 248816, country="JOR", lat=31.0, lon=36.0, precision="country")


def words(text: str, at: int) -> Span:
    return Span(at, at + len(text), text)


def visit(
    n: int, where: Where | None, day: str | None, *, status: Status = "happened",
    met: tuple[Actor, ...] = (), mode: str | None = "visit", name: str = "",
) -> Event:  # fmt: skip
    when = When(day, day, "day", "exact") if day else None
    place = words(name or (where.name if where else ""), 100 * n + 10) if where or name else None
    return Event(
        f"e{n}", words("went", 100 * n), "CONSULT", mode, status=status, place=place, where=where,
        actor=(words("Brand", 100 * n + 50), *(words(a.name, 100 * n + 60) for a in met)),
        actors=(ENVOY, *met), when=when, time=words("then", 100 * n + 90) if day else None,
    )  # fmt: skip


def reading(id: str, published: str, *events: Event, places: tuple[Place, ...] = ()) -> Reading:
    return Reading(id, published=published, events=events, places=places)


def test_stops_stand_in_the_order_of_their_days_whatever_the_order_of_the_text() -> None:
    told = reading("a", "2024-03-05", visit(1, CAIRO, "2024-03-04"), visit(2, AMMAN, "2024-03-02"))
    (journey,) = journeys([told])
    assert journey.name == "Ana Brand"
    assert [(s.place, s.day) for s in journey.stops] == [
        ("Amman", "2024-03-02"), ("Cairo", "2024-03-04"),
    ]  # fmt: skip


def test_a_state_makes_no_journey() -> None:
    state = Actor("Q3", "Jordan", "JOR", "GOV", "Q3")
    event = replace(visit(1, AMMAN, "2024-03-04", met=(state,)), actor=(
        words("Brand", 150), words("the Jordan", 160),
    ))  # fmt: skip
    places = (Place("l1", words("Jordan", 164), JORDAN),)
    told = journeys([reading("a", "2024-03-05", replace(event, where=CAIRO), places=places)])
    assert [j.name for j in told] == ["Ana Brand"]


def test_a_body_of_states_makes_no_journey_and_its_head_does() -> None:
    def told(traveller: Actor) -> Reading:
        event = replace(visit(1, AMMAN, "2024-03-04"), actors=(traveller,),
                        actor=(words(traveller.name, 150),))  # fmt: skip
        return reading("a", "2024-03-05", event)

    assert not journeys([told(Actor("Q1065", "United Nations", None, "UNO", "Q1065"))])
    head = Actor("Q311440", "António Guterres", None, "UNO", "Q311440")
    assert [j.name for j in journeys([told(head)])] == ["António Guterres"]


def test_whoever_is_met_at_home_is_the_host() -> None:
    (journey,) = journeys([reading("a", "2024-03-05", visit(1, AMMAN, "2024-03-04", met=(KING,)))])
    (stop,) = journey.stops
    assert stop.met == stop.hosts == ("Omar Sahl",)


def test_a_meeting_without_a_place_belongs_to_the_stop_of_its_day() -> None:
    told = reading(
        "a", "2024-03-05", visit(1, AMMAN, "2024-03-04"),
        visit(2, None, "2024-03-04", met=(KING,), mode=None),
    )  # fmt: skip
    (journey,) = journeys([told])
    (stop,) = journey.stops
    assert stop.met == ("Omar Sahl",)
    assert stop.events == ("a/e1", "a/e2")


def test_an_announced_stop_becomes_past_when_a_later_report_tells_it() -> None:
    before = reading("a", "2024-03-03", visit(1, AMMAN, "2024-03-04", status="planned"))
    after = reading("b", "2024-03-05", visit(1, AMMAN, "2024-03-04"))
    (journey,) = journeys([before])
    assert [s.state for s in journey.stops] == ["announced"]
    (journey,) = journeys([before, after])
    assert [(s.place, s.state, s.events) for s in journey.stops] == [
        ("Amman", "past", ("a/e1", "b/e1"))
    ]


def test_of_two_stops_of_one_day_who_tells_them_as_over_knows_the_order() -> None:
    before = reading("a", "2024-03-03", visit(1, CAIRO, "2024-03-04", status="planned"))
    after = reading("b", "2024-03-05", visit(1, AMMAN, "2024-03-04"), visit(2, CAIRO, "2024-03-04"))
    (journey,) = journeys([before, after])
    assert [s.place for s in journey.stops] == ["Amman", "Cairo"]


def test_what_was_denied_asked_for_or_only_possible_is_no_stop() -> None:
    for status in ("negated", "demanded", "possible", "threatened"):
        told = reading("a", "2024-03-05", visit(1, AMMAN, "2024-03-04", status=status))
        assert journeys([told]) == ()


def test_a_country_and_its_city_on_one_day_are_one_stop() -> None:
    told = reading("a", "2024-03-05", visit(1, JORDAN, "2024-03-04"), visit(2, AMMAN, "2024-03-04"))
    (journey,) = journeys([told])
    assert [s.place for s in journey.stops] == ["Amman"]


def test_several_places_of_one_event_are_stops_in_the_order_of_the_text() -> None:
    amman, cairo = words("Amman", 30), words("Cairo", 40)
    event = Event(
        "e1", words("toured", 0), "CONSULT", "visit", actor=(words("Brand", 20),),
        actors=(ENVOY,), target=(cairo, amman),
    )  # fmt: skip
    places = (Place("g1", amman, AMMAN), Place("g2", cairo, CAIRO))
    (journey,) = journeys([reading("a", "2024-03-05", event, places=places)])
    assert [s.place for s in journey.stops] == ["Cairo", "Amman"]


def test_a_day_dates_the_first_of_several_places_of_one_event_only() -> None:
    event = replace(
        visit(1, AMMAN, "2024-03-04"), target=(words("Amman", 110), words("Cairo", 130))
    )
    places = (Place("g1", words("Amman", 110), AMMAN), Place("g2", words("Cairo", 130), CAIRO))
    (journey,) = journeys([reading("a", "2024-03-05", event, places=places)])
    assert [(s.place, s.day) for s in journey.stops] == [("Amman", "2024-03-04"), ("Cairo", None)]


def test_a_long_pause_begins_another_journey() -> None:
    told = [
        reading("a", "2024-03-05", visit(1, CAIRO, "2024-03-01"), visit(2, AMMAN, "2024-03-11")),
        reading("b", "2024-05-02", visit(1, CAIRO, "2024-05-01"), visit(2, AMMAN, None)),
    ]
    assert [[s.place for s in j.stops] for j in journeys(told)] == [
        ["Cairo", "Amman"], ["Cairo", "Amman"],
    ]  # fmt: skip


def test_a_meeting_at_home_is_no_journey() -> None:
    told = reading("a", "2024-03-05", visit(1, AMMAN, "2024-03-04", met=(KING,), mode=None))
    assert journeys([told]) == ()


def test_a_stop_without_a_traveller_is_that_of_the_visit_just_before_it() -> None:
    stop = replace(visit(2, AMMAN, "2024-03-06", status="planned"), actor=(), actors=())
    told = reading("a", "2024-03-05", visit(1, CAIRO, "2024-03-04"), stop)
    (journey,) = journeys([told])
    assert [(s.place, s.state) for s in journey.stops] == [
        ("Cairo", "past"), ("Amman", "announced"),
    ]  # fmt: skip
    far = replace(stop, trigger=words("stop", 900))
    for other in (far, replace(stop, place=None, where=None)):
        (journey,) = journeys([reading("a", "2024-03-05", visit(1, CAIRO, "2024-03-04"), other)])
        assert [s.place for s in journey.stops] == ["Cairo"]
    two = visit(1, CAIRO, "2024-03-04", met=(KING,))
    assert ["Amman"] not in [
        [s.place for s in j.stops][-1:] for j in journeys([reading("a", "2024-03-05", two, stop)])
    ]


def test_one_of_a_people_and_a_role_travel_as_nobody() -> None:
    nation = Actor("Q7", "Jordan", "JOR", None, "Q7")
    role = Actor("mediator-for-jordan", "mediator for Jordan", "JOR", "GOV")
    for actor, told in ((nation, "the Jordanian"), (role, "the mediator for Jordan")):
        event = replace(visit(1, CAIRO, "2024-03-04"), actor=(words(told, 150),), actors=(actor,))
        assert journeys([reading("a", "2024-03-05", event)]) == ()


def test_whom_mediators_see_at_home_makes_no_journey() -> None:
    talks = visit(2, AMMAN, "2024-03-06", mode="third-party")
    home = replace(talks, actor=(words("Sahl", 250),), actors=(KING,))
    told = reading("a", "2024-03-07", visit(1, AMMAN, "2024-03-06"), home)
    assert [j.name for j in journeys([told])] == ["Ana Brand"]
    away = replace(home, where=CAIRO, place=words("Cairo", 210))
    told = reading("a", "2024-03-07", visit(1, CAIRO, "2024-03-06"), away)
    assert {j.name for j in journeys([told])} == {"Ana Brand", "Omar Sahl"}


def test_a_meeting_told_with_the_place_and_day_of_a_visit_is_with_the_visitor() -> None:
    came = visit(1, AMMAN, "2024-03-04")
    round_ = replace(
        came, id="e2", trigger=words("round", 130), mode=None, actor=(words("Sahl", 170),),
        actors=(KING,),
    )  # fmt: skip
    (journey,) = journeys([reading("a", "2024-03-05", came, round_)])
    assert [(s.met, s.hosts) for s in journey.stops] == [(("Omar Sahl",), ("Omar Sahl",))]
    later = replace(round_, time=words("on Friday", 195))
    (journey,) = journeys([reading("a", "2024-03-05", came, later)])
    assert [s.met for s in journey.stops] == [()]


def test_a_meeting_without_a_day_is_of_the_day_of_the_visit_just_before_it() -> None:
    seen = Actor("Q4", "Nadia Saad")
    talks = visit(2, None, None, met=(seen,), mode=None)
    (journey,) = journeys([reading("a", "2024-03-05", visit(1, CAIRO, "2024-03-04"), talks)])
    assert [(s.place, s.met) for s in journey.stops] == [("Cairo", ("Nadia Saad",))]
    far = replace(talks, trigger=words("talks", 900))
    (journey,) = journeys([reading("a", "2024-03-05", visit(1, CAIRO, "2024-03-04"), far)])
    assert [s.met for s in journey.stops] == [()]


def test_who_flew_in_came_to_where_the_report_is_filed_from() -> None:
    came = replace(
        visit(1, None, "2024-03-04"), trigger=words("flew in", 160), actor=(words("Brand", 150),)
    )
    filed = Place("g1", words("AMMAN", 0), AMMAN)
    (journey,) = journeys([reading("a", "2024-03-05", came, places=(filed,))])
    assert [(s.place, s.day) for s in journey.stops] == [("Amman", "2024-03-04")]
    between = (filed, Place("g2", words("Cairo", 155), CAIRO))
    planned = replace(came, status="planned")
    for event, places in ((came, between), (planned, (filed,)), (came, ())):
        assert journeys([reading("a", "2024-03-05", event, places=places)]) == ()


def test_a_line_is_drawn_only_between_places_that_are_points() -> None:
    told = reading(
        "a", "2024-03-05", visit(1, CAIRO, "2024-03-01"), visit(2, AMMAN, "2024-03-02"),
        visit(3, JORDAN, "2024-03-04"),
    )  # fmt: skip
    (journey,) = journeys([told])
    assert [(a.place, b.place) for a, b in legs(journey)] == [("Cairo", "Amman")]


def tour(*times: tuple[str, str, int]) -> Reading:
    """A tour of Cairo and Amman, with days at places of the text."""
    cairo, amman = words("Cairo", 30), words("Amman", 60)
    event = Event(
        "e1", words("due", 20), "CONSULT", "visit", status="planned", actor=(words("Brand", 0),),
        actors=(ENVOY,), target=(cairo, amman),
    )  # fmt: skip
    told = tuple(
        Time(f"t{n}", words(text, at), When(day, day, "day", "exact"))
        for n, (text, day, at) in enumerate(times)
    )
    places = (Place("g1", cairo, CAIRO), Place("g2", amman, AMMAN))
    return replace(reading("a", "2024-03-05", event, places=places), times=told)


def test_places_with_days_of_their_own_are_stops_of_those_days() -> None:
    told = tour(("Wednesday", "2024-03-06", 39), ("Thursday", "2024-03-07", 69))
    (journey,) = journeys([told])
    assert [(s.place, s.day, s.time) for s in journey.stops] == [
        ("Cairo", "2024-03-06", "Wednesday"), ("Amman", "2024-03-07", "Thursday"),
    ]  # fmt: skip
    (journey,) = journeys([tour(("Thursday", "2024-03-07", 69))])
    assert [s.day for s in journey.stops] == [None, None]


def test_of_several_on_a_visit_who_is_seen_does_not_travel_where_another_is_known_to() -> None:
    seen = Actor("Q4", "Nadia Saad")
    together = visit(2, CAIRO, "2024-03-06", met=(seen,))
    before = replace(together, trigger=words("flew", 280))
    for event, names in ((together, ["Ana Brand"]), (before, ["Ana Brand", "Nadia Saad"])):
        told = journeys([reading("a", "2024-03-07", visit(1, AMMAN, "2024-03-04"), event)])
        assert [j.name for j in told] == names
    assert len(journeys([reading("a", "2024-03-07", together)])) == 2


def test_whoever_is_of_the_travellers_own_state_is_a_companion_and_not_met() -> None:
    aide = Actor("Q5", "Lee Poe", "USA", "GOV")
    told = reading("a", "2024-03-05", visit(1, AMMAN, "2024-03-04", met=(aide, KING)))
    (journey,) = [j for j in journeys([told]) if j.name == "Ana Brand"]
    assert [s.met for s in journey.stops] == [("Omar Sahl",)]


def test_who_is_visited_is_the_host_but_for_one_from_elsewhere() -> None:
    for host, hosts in ((Actor("Q4", "Nadia Saad"), ("Nadia Saad",)), (KING, ())):
        event = replace(
            visit(1, CAIRO, "2024-03-04"), target=(words(host.name, 170),), targets=(host,)
        )
        (journey,) = journeys([reading("a", "2024-03-05", event)])
        assert [(s.met, s.hosts) for s in journey.stops] == [((host.name,), hosts)]


def test_a_hall_that_no_gazetteer_knows_is_in_the_town_told_of_before() -> None:
    event = replace(visit(2, None, None, name="the Rose Palace"), targets=(KING,), target=())
    told = reading("a", "2024-03-05", visit(1, AMMAN, "2024-03-04"), event)
    (journey,) = journeys([told])
    assert [(s.place, s.met) for s in journey.stops] == [("Amman", ("Omar Sahl",))]


def test_meeting_somebody_at_home_where_a_report_is_filed_is_a_stop_there() -> None:
    met = visit(1, None, "2024-03-04", met=(KING,), mode=None)
    onward = visit(2, CAIRO, "2024-03-05", status="planned")
    filed = (Place("g1", words("AMMAN", 0), AMMAN),)
    (journey,) = journeys([reading("a", "2024-03-04", met, onward, places=filed)])
    assert [(s.place, s.hosts) for s in journey.stops] == [("Amman", ("Omar Sahl",)), ("Cairo", ())]


def test_a_stop_without_a_day_is_the_one_that_another_report_dates() -> None:
    told = reading("a", "2024-03-04", visit(1, AMMAN, "2024-03-04"))
    for day, count in (("2024-03-06", 1), ("2024-03-09", 2)):
        (journey,) = journeys([told, reading("b", day, visit(1, AMMAN, None))])
        assert len(journey.stops) == count


def test_a_return_to_come_is_told_apart_from_the_visit_that_has_been() -> None:
    back = replace(
        visit(2, AMMAN, None, status="planned"), when=When("2024-03-04", "2024-03-10", "week")
    )
    (journey,) = journeys([reading("a", "2024-03-04", visit(1, AMMAN, "2024-03-04"), back)])
    assert [s.state for s in journey.stops] == ["past", "announced"]


def test_reports_that_call_the_traveller_by_surname_tell_of_the_same_journey() -> None:
    short = Actor("brand", "Brand")
    later = replace(visit(1, CAIRO, "2024-03-06"), actors=(short,), actor=(words("Brand", 50),))
    full = Party("Q1", words("Ana Brand", 0), ENVOY)
    first = replace(reading("a", "2024-03-05", visit(1, AMMAN, "2024-03-04")), parties=(full,))
    (journey,) = journeys([first, reading("b", "2024-03-06", later)])
    assert [s.place for s in journey.stops] == ["Amman", "Cairo"]


def test_a_meeting_at_the_stop_of_one_visitor_makes_no_journey_of_the_others() -> None:
    going = replace(visit(1, CAIRO, "2024-03-04"), actor=(words("Brand", 150),), actors=(ENVOY,))
    lund = Actor("lund", "Ivo Lund", "NOR", "GOV")
    there = replace(
        visit(2, CAIRO, "2024-03-04", met=(lund,), mode=None), place=going.place, time=going.time
    )
    elsewhere = replace(visit(3, AMMAN, "2024-03-01"), actor=(words("Lund", 350),), actors=(lund,))
    told = {j.name: [s.place for s in j.stops]
            for j in journeys([reading("a", "2024-03-05", going, there, elsewhere)])}  # fmt: skip
    assert told == {"Ana Brand": ["Cairo"], "Ivo Lund": ["Amman"]}


def test_a_stop_announced_for_a_day_is_the_one_told_as_past_on_the_next() -> None:
    said = reading("a", "2024-03-03", visit(1, CAIRO, "2024-03-04", status="planned"))
    done = reading("b", "2024-03-06", visit(1, CAIRO, "2024-03-05"))
    (journey,) = journeys([said, done])
    assert [(s.state, s.day) for s in journey.stops] == [("past", "2024-03-05")]
    later = reading("b", "2024-03-08", visit(1, CAIRO, "2024-03-07"))
    (journey,) = journeys([said, later])
    assert [(s.state, s.day) for s in journey.stops] == [
        ("announced", "2024-03-04"), ("past", "2024-03-07"),
    ]  # fmt: skip


def test_a_role_behind_a_name_is_nobody_else_and_tells_the_state() -> None:
    lund, role = Actor("lund", "Ivo Lund"), Actor("role", "envoy of Egypt", "EGY", "GOV")
    event = visit(1, CAIRO, "2024-03-04", met=(lund, role))
    name, aside = words("Ivo Lund", 160), words("an envoy of Egypt", 170)
    told = replace(event, actor=(event.actor[0], name, aside))
    (journey,) = [j for j in journeys([reading("a", "2024-03-05", told)]) if j.name == "Ana Brand"]
    assert (journey.stops[0].met, journey.stops[0].hosts) == (("Ivo Lund",), ("Ivo Lund",))


def test_a_hall_where_somebody_at_home_receives_is_in_the_town_a_report_is_filed_from() -> None:
    event = replace(
        visit(1, None, "2024-03-04", name="Sahl House"),
        target=(words("King Omar Sahl", 160),),
        targets=(KING,),
    )
    filed = (Place("l1", words("AMMAN", 0), AMMAN),)
    (journey,) = journeys([reading("a", "2024-03-04", event, places=filed)])
    assert [s.place for s in journey.stops] == ["Amman"]


def test_a_stop_announced_without_a_day_is_no_earlier_visit() -> None:
    done = reading("a", "2024-03-04", visit(1, CAIRO, "2024-03-04"))
    again = reading("b", "2024-03-06", visit(1, CAIRO, None, status="planned"))
    (journey,) = journeys([done, again])
    assert [s.state for s in journey.stops] == ["past", "announced"]


def test_a_stop_without_a_day_stays_behind_the_one_it_is_told_with_once_that_is_past() -> None:
    said = reading("a", "2024-03-03", visit(1, CAIRO, "2024-03-04", status="planned"),
                   visit(2, AMMAN, None, status="planned"))  # fmt: skip
    done = reading("b", "2024-03-04", visit(1, CAIRO, "2024-03-04"))
    (journey,) = journeys([said, done])
    assert [(s.place, s.state) for s in journey.stops] == [
        ("Cairo", "past"), ("Amman", "announced"),
    ]  # fmt: skip
