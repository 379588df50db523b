"""A phrase is read as the party that it stands for, or stays unknown with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.parties import who
from sayso.record.grounding import Actor

PIECES = ("the", "former", "Iran", "Lebanese", "army", "Hamas", "of", "and", ",", "(RSF)", "X")


def found(phrase: str, published: str | None = None, context: str | None = None) -> Actor:
    actor = who(phrase, published=published, context=context)
    assert actor is not None
    return actor


def codes(phrase: str, published: str | None = None) -> tuple[str | None, str | None]:
    actor = found(phrase, published)
    return actor.country, actor.sector


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Norway", "NOR", None),
        ("the Norwegians", "NOR", None),
        ("Côte d'Ivoire", "CIV", None),
        ("U.S.", "USA", None),
        ("Bosnia and Herzegovina", "BIH", None),
        ("the Kremlin", "RUS", "GOV"),
        ("Ottawa", "CAN", "GOV"),
        ("Downing Street", "GBR", "GOV"),
        ("East Germany", "DDR", None),
        ("Yugoslav forces", "YUG", "MIL"),
        ("Abkhazia", "GEO", "PRE"),
        ("the Portuguese army", "PRT", "MIL"),
        ("two Ghanaian peacekeepers", "GHA", "MIL"),
        ("Swedish police", "SWE", "COP"),
        ("Chile's Ministry of Transport", "CHL", "GOV"),
        ("Zambia's electoral commission", "ZMB", "GOV"),
        ("a Fatah official", "PSE", "PTY"),
        ("FARC fighters", "COL", "REB"),
        ("senior EU diplomats", None, "EUR"),
        ("gunmen", None, "UAF"),
        ("local residents", None, "CVL"),
        ("people", None, "UNK"),
        ("people in Wales", "GBR", "CVL"),
        ("Danish lawmakers", "DNK", "LEG"),
        ("a Peruvian judge", "PER", "JUD"),
        ("hospital director", None, "MED"),
        ("student leaders in Serbia", "SRB", "EDU"),
        ("refugees from Eritrea", "ERI", "REF"),
        ("opposition lawmakers", None, "LEG"),
        ("the Kenyan opposition", "KEN", "OPP"),
        ("Turkish journalists", "TUR", "JRN"),
        ("Polish farmers", "POL", "AGR"),
        ("UNHCR", None, "UNO"),
        ("Oxfam", None, "NGO"),
        ("Le Monde", "FRA", "JRN"),
        ("the Bundestag", "DEU", "LEG"),
        ("a dockers' union", None, "LAB"),
        ("Iran-backed militias", None, "PRM"),
        ("anti-government demonstrators", None, "CVL"),
        ("French air strikes", "FRA", "MIL"),
        ("strikes", None, None),
        ("a former Finnish minister", "FIN", "ELI"),
        ("Serbia's ambassador to Greece", "SRB", "GOV"),
        ("Irish and Dutch officials", None, "GOV"),
        ("THE SECURITY COUNCIL", None, "UNO"),
    ],
)  # fmt: skip
def test_a_phrase_tells_its_country_and_sector(
    phrase: str, country: str | None, sector: str | None
) -> None:
    assert codes(phrase) == (country, sector)


def test_an_office_stands_for_whoever_held_it_on_the_day() -> None:
    assert found("the French president", "2013-05-02").name == "François Hollande"
    assert found("the president of France", "2019-05-02").name == "Emmanuel Macron"


def test_an_office_without_a_day_names_nobody() -> None:
    actor = found("the French president")
    assert (actor.name, actor.country, actor.sector) == ("French president", "FRA", "GOV")


def test_an_office_of_something_smaller_than_a_state_is_not_the_state_office() -> None:
    actor = found("the president of the French chess federation", "2019-05-02")
    assert actor.wikidata is None and actor.country == "FRA"


def test_a_leader_is_in_government_only_while_in_office() -> None:
    assert codes("Angela Merkel", "2015-03-01") == ("DEU", "GOV")
    assert codes("Angela Merkel", "2023-03-01") == ("DEU", "ELI")
    assert codes("Emmanuel Macron", "2008-03-01") == ("FRA", None)


def test_a_group_that_took_power_is_a_government_from_then_on() -> None:
    assert codes("the Taliban", "2015-03-01") == ("AFG", "REB")
    assert codes("the Taliban", "2022-03-01") == ("AFG", "GOV")


def test_a_surname_that_two_leaders_bear_is_settled_by_the_day() -> None:
    assert found("Bush", "1990-08-10").name == "George H. W. Bush"
    assert found("Bush", "2003-03-20").name == "George W. Bush"
    undecided = found("Bush")
    assert undecided.name == "Bush" and "George W. Bush" in undecided.why


def test_a_surname_in_a_longer_unknown_name_is_not_the_leader() -> None:
    assert found("Melania Trump").sector is None
    assert found("Joseph R. Biden").name == "Joe Biden"


def test_a_title_gives_an_unknown_person_a_sector() -> None:
    actor = found("Lithuanian General Jonas Petraitis")
    assert (actor.name, actor.country, actor.sector) == ("Jonas Petraitis", "LTU", "MIL")


def test_an_apposition_tells_who_an_unknown_person_is() -> None:
    actor = found("Ana Okoro, Ghana's deputy trade minister")
    assert (actor.name, actor.country, actor.sector) == ("Ana Okoro", "GHA", "GOV")


def test_seats_adjectives_and_governments_have_the_id_of_the_state() -> None:
    phrases = ["Moscow", "Russian", "the Russian government", "Russia", "Russian authorities"]
    assert {found(phrase).id for phrase in phrases} == {"Q159"}


def test_an_acronym_is_not_the_word_that_is_spelled_like_it() -> None:
    assert found("WHO").name == "World Health Organization"
    assert found("US").country == "USA"
    assert found("who").sector == found("us").sector == "UNK"


def test_a_bare_organ_has_the_only_state_of_the_context_and_says_so() -> None:
    actor = found("the army", context="Fighting went on in Chad. The army gave no number.")
    assert (actor.country, actor.sector) == ("TCD", "MIL")
    assert "only state" in actor.why and actor.score < 0.5
    assert found("the army", context="Chad and Niger traded fire.").country is None


@pytest.mark.parametrize(
    "sum_", ["US$2.5 billion", "US$ 3m", "40 US dollars", "9 U.S. dollars", "NZ$5", "HK$90"]
)
def test_a_currency_names_no_state(sum_: str) -> None:
    assert found("the army", context=f"The army asked for {sum_} more.").country is None
    assert found("the army", context=f"Chad gave {sum_}. The army took it.").country == "TCD"


def test_two_swapped_letters_in_a_nation_are_read() -> None:
    assert found("Isreali").country == "ISR"


def test_the_unknown_stays_unknown_with_a_reason() -> None:
    actor = found("Quxlandia Front Bureau Thing")
    assert found("a proposal") == Actor(
        "proposal", "proposal", why="neither its name nor its head noun is known"
    )
    assert actor.country is None and actor.why


@pytest.mark.parametrize("phrase", ["", "   ", "...", "—", "()"])
def test_a_phrase_without_a_word_is_nobody(phrase: str) -> None:
    assert who(phrase) is None


@pytest.mark.parametrize("day", ["2023-02-30", "0000-01-01", "soon", "20"])
def test_a_day_that_does_not_exist_is_not_used_and_named(day: str) -> None:
    actor = found("Angela Merkel", day)
    assert actor.sector == "GOV" and day in actor.why


@given(st.text(max_size=60))
def test_any_text_is_read_without_failing_and_gives_a_reason(phrase: str) -> None:
    actor = who(phrase, published="2024-05-05", context=phrase)
    assert actor is None or (actor.why and actor.id and actor.name and 0 <= actor.score <= 1)


@given(st.lists(st.sampled_from(PIECES)))
def test_the_same_phrase_gives_the_same_party(words: list[str]) -> None:
    phrase = " ".join(words)
    assert who(phrase) == who(phrase)


@pytest.mark.parametrize(
    ("phrase", "name", "sector"),
    [
        ("the governor, Ana Roe", "Ana Roe", "GOV"),
        ("An army spokesman, Colonel Ana Roe", "Ana Roe", "MIL"),
        ("Its general, Bo Roe, who fled to Norway", "Bo Roe", "MIL"),
        ("the prime minister, a former judge", "prime minister", "GOV"),
    ],
)
def test_an_office_before_a_name_stands_for_the_person_named(
    phrase: str, name: str, sector: str
) -> None:
    actor = found(phrase)
    assert (actor.name, actor.country, actor.sector) == (name, None, sector)


def test_a_surname_of_the_table_behind_an_office_of_another_sector_is_another_person() -> None:
    assert codes("the army chief, General Ali", "2026-01-05") == (None, "MIL")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("More than 40,000 people", "people"),
        ("A 19-year-old student", "19-year-old student"),
        ("nine-storey houses", "nine-storey houses"),
    ],
)
def test_a_number_is_read_as_one_word_and_kept_where_it_is_part_of_one(
    phrase: str, name: str
) -> None:
    assert found(phrase).name == name


def test_a_state_behind_the_name_of_a_body_tells_where_it_works() -> None:
    actor = found("Amnesty International Norway")
    assert (actor.name, actor.country, actor.sector) == ("Amnesty International", "NOR", "NGO")


def test_americans_of_a_continent_are_no_people_of_the_united_states() -> None:
    assert codes("Latin American leaders") == (None, "GOV")
    assert codes("American leaders") == ("USA", "GOV")


def test_a_splinter_group_is_not_the_body_that_it_left() -> None:
    assert found("a FARC splinter group").id != found("the FARC guerrillas").id


def test_a_name_behind_of_is_what_a_body_is_of_and_nobody_in_office() -> None:
    ministry = who("The Ministry of Foreign Affairs")
    assert ministry is not None and ministry.name == "Ministry of Foreign Affairs"
    envoy = who("ambassador to Chad Ana Roe")
    assert envoy is not None and envoy.name == "Ana Roe"


@pytest.mark.parametrize(
    ("phrase", "name", "codes"),
    [
        ("a senior aide to President Vladimir Putin", "aide to President", ("RUS", "GOV")),
        ("the wife of Vladimir Putin", "wife of", ("RUS", "CVL")),
        ("a spokesman for Vladimir Putin, Ivan Roe", "Ivan Roe", ("RUS", "GOV")),
    ],
)
def test_whose_aide_or_wife_somebody_is_is_another(
    phrase: str, name: str, codes: tuple[str, str]
) -> None:
    actor = found(phrase)
    assert actor.name.startswith(name)
    assert (actor.country, actor.sector) == codes


@pytest.mark.parametrize("phrase", ["Peru's U.N. mission", "Peru's mission to the EU"])
def test_a_mission_of_a_state_is_sent_to_the_body_named_with_it(phrase: str) -> None:
    actor = found(phrase)
    assert (actor.country, actor.sector, actor.wikidata) == ("PER", "GOV", None)
    assert found("the U.N. mission in Peru").sector == "UNO"


def test_a_counterpart_is_who_is_named_behind_it() -> None:
    actor = found("His Peruvian counterpart, Ana Roe")
    assert (actor.name, actor.country, actor.sector) == ("Ana Roe", "PER", "GOV")


def test_a_part_of_a_name_behind_a_hyphen_may_be_small() -> None:
    assert found("Speaker Roe Won-shik").name == "Roe Won-shik"


def test_an_organ_told_to_be_of_another_state_is_not_the_one_of_that_name() -> None:
    ours, other = found("the Department of Justice"), found("the Peruvian Department of Justice")
    assert other.id != ours.id
    assert (other.country, other.sector) == ("PER", "GOV")
    assert found("Lebanon's Hezbollah").id == found("Hezbollah").id


def test_how_many_they_are_is_no_part_of_a_name() -> None:
    assert found("two of the governor's aides").name.startswith("governor's aides")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("President Zelenskiy", "Volodymyr Zelenskyy"),
        ("Lukashenka", "Alexander Lukashenko"),
        ("Syrsky", "Oleksandr Syrskyi"),
        ("Shoygu", "Sergei Shoigu"),
    ],
)
def test_a_surname_in_another_spelling_is_that_of_the_table(phrase: str, name: str) -> None:
    actor = who(phrase, published="2024-03-05")
    assert actor is not None and actor.name == name


@pytest.mark.parametrize(
    "phrase", ["the Social Democrats", "Christian Democrats", "the Socialists"]
)
def test_parties_of_a_creed_are_not_those_of_one_state(phrase: str) -> None:
    assert codes(phrase) == (None, "PTY")
    assert codes("the Democrats") == ("USA", "PTY")
