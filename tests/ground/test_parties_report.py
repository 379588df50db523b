"""Mentions of one report are read with those before them."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ground.party_report import resolve_parties
from sayso.record.grounding import Actor
from sayso.record.span import Span


def read(marked: str, published: str | None = None, people: tuple[str, ...] = ()) -> list[Actor]:
    """Read a text in which the mentions stand in square brackets."""
    text, spans = "", []
    for part in re.split(r"(\[[^\]]*\])", marked):
        plain = part.strip("[]") if part.startswith("[") else part
        if part.startswith("["):
            spans.append(Span(len(text), len(text) + len(plain), plain))
        text += plain
    actors = resolve_parties(spans, text, published=published, people=people)
    assert all(actor is not None for actor in actors)
    return [actor for actor in actors if actor is not None]


def test_an_acronym_in_brackets_stands_for_the_name() -> None:
    name, again = read("[The Upper Valley Defence Union] (UVDU) fled. [The UVDU] was routed.")
    assert name.id == again.id and "UVDU" in again.why


def test_an_acronym_inside_a_mention_is_kept_too() -> None:
    name, again = read("[the Lake Province Militia (LPM)] fled; [LPM] men were shot.")
    assert (again.id, again.sector) == (name.id, "PRM")


def test_a_known_acronym_is_overruled_by_the_report() -> None:
    name, again = read("[The Peruvian Labour Association (PLA)] struck. [The PLA] won.")
    assert again.id == name.id and again.country == "PER"


def test_a_surname_stands_for_the_full_name() -> None:
    full, bare, titled = read(
        "[Foreign Minister Ivo Brandt] left. [Brandt] slept. [Mr Brandt] rose."
    )
    assert full.id == bare.id == titled.id == "ivo-brandt"
    assert bare.sector == "GOV"


def test_a_known_leader_is_one_party_however_named() -> None:
    ids = {a.id for a in read("[Israeli prime minister Yitzhak Rabin] met [Rabin]'s guests.")}
    assert len(ids) == 1


@pytest.mark.parametrize(
    "marked",
    [
        "[Boko Haram] struck at dawn. [The group] fled.",
        "[Boko Haram] fought [the Chadian army]. [The group] fled.",
        "[Chad's education ministry] shut schools. [The ministry] gave no reason.",
        "[The Spanish Supreme Court] sat. [The court] rose.",
        "[Health Minister Lena Fuchs] spoke, and [the minister] then left.",
        "[The Brazilian Senate] met. Then [the senate] voted.",
        "[Reuters] asked. [The news agency] got no answer.",
    ],
)
def test_a_definite_noun_stands_for_the_nearest_party_that_fits(marked: str) -> None:
    actors = read(marked)
    assert actors[-1].id == actors[0].id
    assert "stands for" in actors[-1].why


@pytest.mark.parametrize(
    "marked",
    [
        "[A Chadian rebel band allied with the army] fled. [The army] lost men.",
        "[Chadian soldiers] fled. [The army] lost men.",
        "[The Chadian navy] fled, and so did Niger's. [The army] lost men.",
        "[Niger's coast guard vessels] left Chad. [Police] stayed.",
        "[State senator Ana Roe] fled. [The state] shut its border.",
        "[Vice President Ana Roe] fled. [The president] stayed.",
        "[Prime Minister Ana Roe] fled. [The minister] stayed.",
        "[Former president Ana Roe] fled. [The president] stayed.",
        "[The United Nations] voted. [The force] stayed.",
        "[The New People's Army] fled. [The army] lost men.",
    ],
)
def test_a_noun_does_not_stand_for_what_another_noun_names(marked: str) -> None:
    actors = read(marked)
    assert actors[1].id != actors[0].id


def test_a_government_said_to_speak_is_the_state_not_one_of_its_ministries() -> None:
    ministry, government = read("[Chad's education ministry] shut schools. [The government] fell.")
    assert (government.name, government.country, government.sector) == ("Chad", "TCD", "GOV")
    assert ministry.id != government.id


def test_an_acronym_inside_a_mention_stands_for_the_words_before_it() -> None:
    director, body = read("[Lake Aid Council (LAC) director Ana Roe] left. [LAC] stayed.")
    assert (director.name, body.name) == ("Ana Roe", "Lake Aid Council")


def test_a_rank_before_a_name_is_no_part_of_it() -> None:
    ranked, again = read("[Commodore Jay Roe, a coast guard spokesman], left. [Jay Roe] slept.")
    assert ranked.id == again.id == "jay-roe"


def test_an_agency_in_a_dateline_is_no_short_form_of_the_place() -> None:
    place, again = read("[UNITED NATIONS] (AP) - Talks went on, as [AP] reported.")
    assert (place.sector, again.sector) == ("UNO", "JRN")
    _, again = read("[NORTH BAYFIELD] (QRST) - Talks went on, as [QRST] reported.")
    assert again.name == "QRST"


def test_a_party_in_brackets_behind_a_person_is_not_the_person() -> None:
    minister, party = read("[Minister Ana Roe] (SPD) spoke. [The SPD] won.")
    assert minister.id != party.id and party.country == "DEU"
    for senator in ("Senator Ana Roe", "an incumbent, Ana Roe", "Ana Roe"):
        person, place = read(f"[{senator}] (R-Ohio) spoke. [R-Ohio] it was.")
        assert person.id != place.id


def test_of_two_that_fit_the_nearer_is_taken() -> None:
    actors = read("[The Malian army] and [the Algerian army] met. [The army] lost men.")
    assert actors[2].id == actors[1].id


def test_a_noun_that_nothing_before_fits_stays_open() -> None:
    (actor,) = read("Far away, [the ministry] was silent.")
    assert actor.country is None and actor.sector == "GOV"


def test_answers_come_in_the_order_of_the_mentions_given() -> None:
    text = "Boko Haram struck. The group fled."
    spans = [Span.of(text, 19, 28), Span.of(text, 0, 10)]
    late, early = resolve_parties(spans, text, published=None)
    assert late is not None and early is not None and late.id == early.id


def test_a_mention_without_a_word_is_nobody() -> None:
    assert resolve_parties([Span(0, 1, "-")], "- x", published=None) == [None]


PIECES = "The group Boko Haram army Chad's Brandt minister (RSF) Hamas and fled"
WORDS = st.lists(st.sampled_from(PIECES.split()), min_size=1, max_size=30)


@given(WORDS, st.randoms(use_true_random=False))
def test_the_order_in_which_mentions_are_given_does_not_matter(
    words: list[str], random: Random
) -> None:
    text = " ".join(words)
    spans = [Span.of(text, m.start(), m.end()) for m in re.finditer(r"\S+( \S+)?", text)]
    shuffled = list(spans)
    random.shuffle(shuffled)
    straight = dict(zip(spans, resolve_parties(spans, text, published=None), strict=True))
    mixed = dict(zip(shuffled, resolve_parties(shuffled, text, published=None), strict=True))
    assert straight == mixed


def test_a_body_is_no_person_named_before_but_the_government_of_that_person() -> None:
    president, government = read("[Norwegian minister Ana Roe] fled. [The government] resigned.")
    assert president.name == "Ana Roe"
    assert (government.name, government.sector) == ("Norway", "GOV")
    man, army = read("[An army spokesman, Colonel Ana Roe], spoke. [The army] was routed.")
    assert man.id != army.id


def test_what_one_mention_tells_of_a_person_holds_for_all() -> None:
    first, again = read("[Ana Roe] spoke. Later [the Norwegian minister Ana Roe] left.")
    assert (first.id, first.country, first.sector) == (again.id, "NOR", "GOV")


def test_a_surname_is_known_again_in_another_spelling_of_the_table() -> None:
    full, again = read("[President Volodymyr Zelensky] flew. [Zelensky] met him.", "2024-05-01")
    assert full.id == again.id


def test_a_mention_may_begin_with_brackets_behind_a_blank() -> None:
    text = "He saw (UVDU) men."
    actors = resolve_parties([Span.of(text, 6, 17)], text)
    assert [actor.name for actor in actors if actor] == ["men"]


@pytest.mark.parametrize(
    "marked",
    [
        "[Kenya's president], [Ana Roe], left. [The Kenyan president] flew home.",
        "[Ana Roe], [Kenya's president], left. [The Kenyan president] flew home.",
        "[The Kenyan president] [Ana Roe] left. [Kenya's president] flew home.",
    ],
)
def test_a_name_beside_an_office_outweighs_the_table(marked: str) -> None:
    actors = read(marked, published="2008-03-03", people=("Ana Roe",))
    assert {(a.id, a.country, a.sector) for a in actors} == {("ana-roe", "KEN", "GOV")}


@pytest.mark.parametrize(
    "marked",
    [
        "[Kenya's president], [Mwai Kibaki], left.",
        "[Ana Roe], [Kenya's president] and [a guard] left.",
        "[Kenya's president], [Ana Roe]'s brother, left.",
        "[Kenya's president] saw [President Ana Roe of Chad].",
    ],
)
def test_the_table_tells_who_holds_an_office_where_no_name_is_beside_it(marked: str) -> None:
    actors = read(marked, published="2008-03-03", people=("Ana Roe", "Mwai Kibaki"))
    assert "Mwai Kibaki" in {a.name for a in actors}


def test_an_office_has_no_name_where_somebody_named_without_a_state_may_hold_it() -> None:
    marked = "[President Ana Roe] of Chad or Mali left. [Kenya's president] slept."
    named, office = read(marked, "2008-03-03")
    assert named.id == "ana-roe" and (office.country, office.sector) == ("KEN", "GOV")
    assert (office.name, office.wikidata) == ("president of Kenya", None)


def test_an_aide_to_somebody_named_before_is_another() -> None:
    roe, aide = read("[Ana Roe] left. [An adviser to Roe] stayed.")
    assert roe.id != aide.id


def test_somebody_told_by_age_is_the_person_named_last() -> None:
    roe, again = read("[Ana Roe] ran. [The 54-year-old teacher] has two sons.")
    assert roe.id == again.id
    _, other = read("[Ana Roe] ran. [A 54-year-old teacher] has two sons.")
    assert roe.id != other.id


def test_a_think_tank_may_be_a_body_that_is_no_school() -> None:
    body, again = read("[The ISW] warned. [The think tank] said so.")
    assert body.id == again.id


def test_a_body_is_called_by_the_noun_of_its_whole_name() -> None:
    body, office, head = read("[OCHA] warned. [The office] said so. [The office's head] left.")
    assert (office.id, head.sector) == (body.id, "UNO")


@pytest.mark.parametrize(("more", "country"), [("", "USA"), ("The RSF hid. The RSF fled.", None)])
def test_the_only_state_named_has_no_organ_where_others_are_told_of(
    more: str, country: str | None
) -> None:
    (army,) = read(f"The RSF and [the army] met a U.S. envoy. {more}")
    assert army.country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("[A spokesman] said the convoy had left Chad.", None),
        ("[Diplomats] feared that Chad would fall.", None),
        ("[A government spokesman] said the convoy had left Chad.", "TCD"),
        ("[The Foreign Ministry] said talks with Armenia would resume.", None),
        ("[The Foreign Ministry] said talks with neighbouring Armenia would resume.", None),
        ("[The army] said Armenia would resume its talks with Russia's rebels.", None),
        ("[The army] said war with Chad's rebels was over.", "TCD"),
        ("[The Foreign Ministry] said talks in Armenia would resume.", "ARM"),
    ],
)
def test_the_only_state_is_not_that_of_anybody_s_spokesman_or_of_who_deals_with_it(
    text: str, country: str | None
) -> None:
    assert [actor.country for actor in read(text)] == [country]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[Ana Roe], the Peruvian army spokeswoman, was curt.", ("PER", "MIL")),
        ("[Ana Roe], Peru's ambassador to Chile, left.", ("PER", "GOV")),
        ("[Ana Roe], a baker, left for Peru.", (None, None)),
        ("[Ana Roe], Bert Holm, and a Peruvian envoy left.", (None, None)),
    ],
)
def test_a_name_has_the_state_of_the_office_told_behind_it(
    text: str, told: tuple[str | None, str | None]
) -> None:
    (actor,) = read(text, people=("Ana Roe", "Bert Holm"))
    assert (actor.name, actor.country, actor.sector) == ("Ana Roe", *told)
