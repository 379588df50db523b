"""Places: one name in its context, and all mentions of a report together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.atlas import Atlas
from sayso.ground.places import _resolve, resolve_places, where
from sayso.record.grounding import Where
from sayso.record.span import Span


def spans(text: str, *names: str) -> list[Span]:
    """Return the first span of each name, looked for from left to right."""
    found, at = [], 0
    for name in names:
        at = text.index(name, at)
        found.append(Span.of(text, at, at + len(name)))
        at += len(name)
    return found


def test_rafah_near_other_gazan_towns_is_the_one_in_the_gaza_strip() -> None:
    found = where(
        "Rafah", context="Shells fell on Khan Younis and Rafah, in the southern Gaza Strip."
    )
    assert (found.country, found.admin1, found.precision) == ("PSE", "Gaza Strip", "city")


def test_rafah_in_north_sinai_is_the_one_in_egypt() -> None:
    found = where(
        "Rafah", context="Officers in Rafah, North Sinai, said the Egyptian road was shut."
    )
    assert found.country == "EGY"


@pytest.mark.parametrize(
    ("context", "country", "admin1"),
    [
        ("The flood reached Paris, Texas, at noon.", "USA", "Texas"),
        ("Ministers flew to Paris from Berlin.", "FRA", "Île-de-France"),
    ],
)
def test_the_name_behind_a_comma_says_which_paris(context: str, country: str, admin1: str) -> None:
    found = where("Paris", context=context)
    assert (found.country, found.admin1) == (country, admin1)


@pytest.mark.parametrize(
    ("town", "country"), [("Geneva", "CHE"), ("Vienna", "AUT"), ("Athens", "GRC")]
)
def test_a_seat_of_talks_is_no_town_of_the_state_that_holds_them(town: str, country: str) -> None:
    context = f"The United States held talks in {town}. U.S. envoys then flew to Washington."
    assert where(town, context=context).country == country


def test_a_place_somebody_flew_to_is_no_town_of_where_he_came_from() -> None:
    context = "The envoy flew to Geneva from New York after a night in Washington."
    assert where("Geneva", context=context).country == "CHE"


def test_a_plain_name_is_the_town_rather_than_the_lesser_division_around_it() -> None:
    assert where("Geneva").precision == "city"
    text = "Voters in Geneva canton said no."
    assert resolve_places(spans(text, "Geneva"), text)[0].precision == "admin"


def test_two_towns_of_a_state_beside_it_draw_a_namesake_there() -> None:
    context = "Crews from Savannah, Augusta and Athens fought the fire near Macon, Georgia."
    assert where("Athens", context=context).country == "USA"


def test_georgia_between_american_cities_is_the_state() -> None:
    found = where("Georgia", context="The bus left Atlanta for Savannah and Macon, all in Georgia.")
    assert (found.country, found.precision) == ("USA", "admin")


def test_georgia_beside_its_capital_is_the_country() -> None:
    found = where("Georgia", context="Talks in Tbilisi, Georgia, ended without a paper.")
    assert (found.country, found.precision) == ("GEO", "country")


def test_a_country_never_has_a_point() -> None:
    for name in ("Syria", "US", "Syrian", "the Netherlands", "DRC", "Yugoslavia", "Africa"):
        found = where(name)
        assert found.precision == "country", name
        assert found.lat is None and found.lon is None, name


def test_a_country_is_not_taken_for_its_division_of_the_same_name() -> None:
    for name in ("Taiwan", "Mexico", "Luxembourg", "Djibouti"):
        assert where(name, context=f"A storm hit {name} on Monday.").precision == "country", name


def test_new_york_and_washington_alone_are_the_cities() -> None:
    assert where("New York").name == "New York City"
    assert where("Washington").admin1 == "District of Columbia"
    state = where("Washington", context="Snow fell on Spokane, Washington, and on Seattle.")
    assert (state.precision, state.admin1) == ("admin", None)
    assert where("Ohio").precision == "admin"


def test_a_part_of_a_country_keeps_the_precision_of_the_country_and_says_so() -> None:
    found = where("northern Mali")
    assert (found.country, found.precision, found.lat) == ("MLI", "country", None)
    assert "northern" in found.why


@pytest.mark.parametrize(
    ("phrase", "name", "precision"),
    [
        ("a nightclub in Chicago, Illinois, United States", "Chicago", "city"),
        ("the southern Gaza city of Rafah", "Rafah", "city"),
        ("An-Naqoura, southern Lebanon", "Naqoura", "city"),
        ("Al-Shifa Hospital in Gaza City", "Al-Shifa Hospital", "point"),
        ("a village near Aden in Yemen", "Aden", "city"),
    ],
)
def test_a_phrase_gives_the_most_exact_place_in_it(phrase: str, name: str, precision: str) -> None:
    found = where(phrase)
    assert (found.name, found.precision) == (name, precision)


def test_a_part_of_a_longer_unknown_name_is_not_taken_for_it() -> None:
    assert where("Zorblax Memorial Clinic").precision is None
    assert where("Anthony Creek").precision is None


@pytest.mark.parametrize("name", ["X", "Å", "7", "12/3", "", "  ", "!?", "Qwzxvbn"])
def test_what_cannot_be_a_place_is_left_open_with_a_reason(name: str) -> None:
    found = where(name)
    assert found.precision is None and found.country is None and found.lat is None
    assert found.why


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("the Turkish capital", "Ankara"), ("Chile's capital", "Santiago"),
        ("the capital of Peru", "Lima"), ("the Brazilian capital city", "Brasília"),
        ("capital-starved Peru", "Peru"),
    ],
)  # fmt: skip
def test_the_capital_of_a_country_is_a_city_and_not_the_country(name: str, place: str) -> None:
    assert where(name).name == place


def test_us_is_a_country_only_in_capitals() -> None:
    assert where("US").country == "USA"
    assert where("us").precision is None


@pytest.mark.parametrize(
    ("name", "country"),
    [("Deir al-Balah", "PSE"), ("Hodeidah", "YEM"), ("Saigon", "VNM"), ("Leningrad", "RUS"),
     ("Lugansk", "UKR"), ("Kobane", "SYR"), ("Sana'a", "YEM"), ("Bab al-Mandeb", None),
     ("Ala.", "USA"), ("W.Va.", "USA"), ("Calif.", "USA"), ("Homs province", "SYR"),
     ("Belgorod region", "RUS"), ("Kherson Oblast", "UKR"), ("Evin prison", "IRN")],
)  # fmt: skip
def test_spellings_former_names_and_abbreviations_are_known(name: str, country: str | None) -> None:
    found = where(name)
    assert found.precision is not None
    assert found.country == country


@pytest.mark.parametrize(
    ("name", "country"),
    [("Kashmir", None), ("Crimea", "UKR"), ("Golan Heights", "SYR"), ("Taiwan", "TWN"),
     ("Western Sahara", "ESH"), ("Kosovo", "XKX"), ("Abkhazia", "GEO"), ("Somaliland", "SOM"),
     ("Northern Cyprus", "CYP"), ("Spratly Islands", None), ("East Jerusalem", "PSE"),
     ("Nagorno-Karabakh", "AZE"), ("Abyei", None)],
)  # fmt: skip
def test_disputed_places_follow_the_written_rule(name: str, country: str | None) -> None:
    assert where(name).country == country


def test_the_reason_names_the_dispute() -> None:
    assert "disputed" in where("Crimea").why
    assert "disputed" in where("Golan Heights").why


def test_mentions_of_a_report_are_answered_in_their_order() -> None:
    text = "Shelling hit Kherson and Mykolaiv in Ukraine, the mayor of Odesa told reporters."
    mentions = spans(text, "Kherson", "Mykolaiv", "Ukraine", "Odesa")
    found = resolve_places(mentions, text)
    assert [place.name for place in found] == ["Kherson", "Mykolaiv", "Ukraine", "Odesa"]
    assert {place.country for place in found} == {"UKR"}


def test_a_name_keeps_the_sense_that_the_report_gave_it_first() -> None:
    text = "The mill in Athens, Georgia, burned for hours. Nobody in Athens was hurt."
    first, _, second = resolve_places(spans(text, "Athens", "Georgia", "Athens"), text)
    assert first.country == second.country == "USA"
    assert first.geonameid == second.geonameid


def test_two_places_of_one_name_stay_two_where_the_text_says_so() -> None:
    text = "He left Paris, Texas, and died in Paris, France."
    found = resolve_places(spans(text, "Paris", "Texas", "Paris", "France"), text)
    assert [place.country for place in found] == ["USA", "USA", "FRA", "FRA"]


def test_a_name_marked_twice_is_answered_alike_however_often_the_atlas_is_opened() -> None:
    text = "Rebels hold the city of Goma in North Kivu Province. In Goma shops were shut."
    mentions = spans(text, "the city of Goma in North Kivu Province", "Goma")
    at = text.index("of Goma")
    mentions.insert(1, Span.of(text, at, at + len("of Goma")))
    atlases = [Atlas() for _ in range(20)]
    answers = [_resolve(mentions, text, None, atlas, wanted=3) for atlas in atlases]
    assert all(answer == answers[0] for answer in answers)


def test_the_dateline_speaks_for_its_country() -> None:
    text = "Police in Hamilton arrested a man."
    mention = spans(text, "Hamilton")
    assert resolve_places(mention, text, dateline="WELLINGTON")[0].country == "NZL"
    assert resolve_places(mention, text, dateline="TORONTO")[0].country == "CAN"


def test_the_word_behind_a_name_says_whether_town_or_division_is_meant() -> None:
    text = "Fighting spread over Idlib province."
    assert resolve_places(spans(text, "Idlib"), text)[0].precision == "admin"
    text = "Fighting reached the city of Idlib."
    assert resolve_places(spans(text, "Idlib"), text)[0].precision == "city"


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Rain fell on the Sumy, Poltava and Kherson regions.", "admin"),
        ("Rain fell on the regions of Sumy, Poltava and Kherson.", "admin"),
        ("Rain fell on the cities of Sumy, Poltava and Kherson.", "city"),
        ("Rain fell on Sumy, Poltava and Kherson, and other regions were dry.", "city"),
    ],
)
def test_the_noun_of_a_row_of_names_says_whether_towns_or_divisions_are_meant(
    text: str, precision: str
) -> None:
    mentions = [m for name in ("Sumy", "Poltava", "Kherson") for m in spans(text, name)]
    assert {place.precision for place in resolve_places(mentions, text)} == {precision}


def test_no_mentions_give_no_places() -> None:
    assert resolve_places([], "Nothing here.") == []


@given(st.text(max_size=60), st.one_of(st.none(), st.text(max_size=200)))
def test_any_text_gives_an_answer_with_a_reason(name: str, context: str | None) -> None:
    found = where(name, context=context)
    assert isinstance(found, Where) and found.why
    assert (found.precision is None) == (found.score == 0)
    if found.precision in (None, "country"):
        assert found.lat is None and found.lon is None


@given(st.permutations(["Aleppo", "Homs", "Damascus", "Idlib"]))
def test_the_order_of_names_does_not_change_where_they_lie(names: list[str]) -> None:
    text = ", then ".join(names)
    found = resolve_places(spans(text, *names), text)
    assert {place.country for place in found} == {"SYR"}


def test_a_state_that_only_describes_what_follows_does_not_hold_the_place_before_it() -> None:
    text = "In Vienna, U.S. and Iranian officials met."
    assert where("Vienna", context=text).country == "AUT"
    assert where("Paris", context="Police in Paris, Texas, shot a man.").admin1 == "Texas"


@pytest.mark.parametrize("word", ["Western", "Northern", "Central", "North"])
def test_a_direction_alone_names_no_place(word: str) -> None:
    assert where(word, context="Western diplomats met in Lagos.").precision is None
    assert where("Northern Province", context="In Rwanda's Northern Province").precision


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        (
            "Jamaican police shot two men in Kingston. Kin live in Brooklyn and Hartford.",
            "Kingston",
            "JAM",
        ),
        (
            "Two men fell. The road from Kingston to Brooklyn and Hartford was shut.",
            "Kingston",
            "USA",
        ),
    ],
)
def test_a_place_lies_in_the_country_named_before_it_in_its_sentence(
    text: str, name: str, country: str
) -> None:
    found = resolve_places(spans(text, name, "Brooklyn", "Hartford"), text)
    assert found[0].country == country


@pytest.mark.parametrize(
    ("mention", "country"),
    [
        ("near the Ukrainian border", None),
        ("Ukraine's northern border", None),
        ("the border with Ukraine", None),
        ("the Ukrainian side of the border", "UKR"),
        ("eastern Ukraine, near the Russian border", "UKR"),
        ("the Ukrainian border town of Sumy", "UKR"),
    ],
)
def test_a_border_lies_in_two_states_unless_its_side_is_told(
    mention: str, country: str | None
) -> None:
    text = f"Troops massed {mention}."
    found = resolve_places(spans(text, mention), text)[0]
    assert found.country == country
    assert country or "two states" in found.why
