"""Who may bargain, where a report names them, and which places name the same one."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from parsed import report
from sayso.find.proposals.bargainers import Place, groups, places
from sayso.find.proposals.clauses import may_bargain
from sayso.language.anchors import LINKS
from sayso.language.spans import span_of
from sayso.record.findings import Statement
from sayso.record.span import Span

OFFER = """
Norland PROPN 2 nsubj Location
offered VERB 0 root
a DET 4 det
truce NOUN 2 obj
·. PUNCT 2 punct
"""
IT = """
It PRON 3 nsubj
would AUX 3 aux
stop VERB 0 root
·. PUNCT 3 punct
"""
WE = """
The DET 2 det
paper NOUN 3 nsubj
said VERB 0 root
we PRON 5 nsubj
accept VERB 3 ccomp
·. PUNCT 3 punct
"""
BOTH = IT.replace("It PRON", "Both PRON")
#: "Rebels said that guns were what they keep": the parse takes "they" for the guns.
GUNS_SAID = """
Rebels NOUN 2 nsubj _ Number=Plur
said VERB 0 root
that SCONJ 7 mark
the DET 5 det
guns NOUN 7 nsubj _ Number=Plur
were AUX 7 cop
what PRON 2 ccomp
they PRON 9 nsubj
keep VERB 7 acl:relcl
·. PUNCT 2 punct
"""
THE_PLAN = """
The DET 3 det
Suvria PROPN 3 compound Location
plan NOUN 4 nsubj
failed VERB 0 root
·. PUNCT 4 punct
"""
WHO = """
Rebels NOUN 4 nsubj _ Number=Plur
who PRON 3 nsubj
refused VERB 1 acl:relcl
left VERB 0 root
·. PUNCT 4 punct
"""


def told(*sentences: str, statements: tuple[Statement, ...] = ()) -> list[tuple[str, str]]:
    return [(p.word.text, p.name.text) for p in places(report(*sentences), statements)]


def says(doc: Doc) -> Statement:
    """ "The paper said *we accept*"."""
    return Statement("s1", span_of(doc, 0, 2), span_of(doc, 2, 3), (span_of(doc, 3, 5),))


def test_a_name_and_the_pronoun_for_it_are_places_and_a_truce_is_none() -> None:
    assert told(OFFER, IT) == [("Norland", "Norland"), ("It", "Norland")]


def test_a_pronoun_that_stands_for_no_name_is_nobody() -> None:
    assert told(IT) == []


def test_they_are_each_of_two_who_are_named_together() -> None:
    they = report(BOTH_SAID, IT.replace("It PRON", "They PRON"))
    they.user_data[LINKS] = {"coref": {6: (0, 0.9)}}
    assert [p.name.text for p in places(they, []) if p.word.i == 6] == ["Norland", "Suvria"]


def test_both_is_somebody_without_a_name_before() -> None:
    assert told(BOTH) == [("Both", "Both")]


def test_who_stands_for_the_noun_that_it_is_told_of() -> None:
    assert told(WHO) == [("Rebels", "Rebels"), ("who", "Rebels")]


def test_who_stands_for_nobody_where_it_is_told_of_what_is_on_offer() -> None:
    assert told(WHO.replace("Rebels", "Truces").replace("who", "which")) == []


def test_a_name_that_says_whose_a_plan_is_is_a_place_and_one_within_another_name_is_none() -> None:
    assert told(THE_PLAN) == [("Suvria", "Suvria")]
    assert told(THE_PLAN.replace("plan", "army")) == [("army", "The Suvria army")]


def test_a_name_before_a_hyphen_is_a_place_where_a_proposal_or_talks_are_led_by_it() -> None:
    led = """
Norland PROPN 3 compound Location
·- PUNCT 1 punct
·led VERB 4 amod
talks NOUN 5 nsubj
failed VERB 0 root
·. PUNCT 5 punct
"""
    assert told(led) == [("Norland", "Norland")]
    assert told(led.replace("talks", "plan")) == [("Norland", "Norland")]
    assert ("Norland", "Norland") not in told(led.replace("talks", "rebels"))


def test_a_pronoun_that_stands_for_things_is_nobody_unless_who_speaks_is_named_before_it() -> None:
    doc = report(GUNS_SAID)
    doc.user_data[LINKS] = {"coref": {7: (4, 0.9)}}
    assert [p.word.text for p in places(doc, []) if p.name.text == "guns"] == []
    said = Statement("s1", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 4, 10),))
    assert places(doc, [said])[-1] == Place(doc[7], span_of(doc, 0, 1))


def test_a_noun_that_cannot_bargain_is_a_place_where_it_says_something() -> None:
    doc = report(WE)
    assert places(doc, []) == []
    said = says(doc)
    assert places(doc, [said])[0] == Place(doc[1], span_of(doc, 0, 2), (said,))


def test_the_first_person_is_whoever_speaks() -> None:
    doc = report(OFFER, WE)
    base = 5
    cue, source = span_of(doc, base + 2, base + 3), span_of(doc, base, base + 2)
    content = span_of(doc, base + 3, base + 5)
    found = places(doc, [Statement("s1", source, cue, (content,))])
    assert [(p.word.text, p.name.text) for p in found][-1] == ("we", "The paper")
    assert found[-1].said == ()
    unsourced = places(doc, [Statement("s1", None, cue, (content,))])
    assert [p.word.text for p in unsourced] == ["Norland"]
    assert [p.word.text for p in places(doc, [])] == ["Norland"]


def named(*names: str) -> list[Place]:
    """Places of names, each with the same word: only the names count."""
    word = report(IT)[0]
    return [Place(word, Span(n, n + len(name), name)) for n, name in enumerate(names)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Aoun", "President Aoun"),
        ("President Aoun", "Aoun"),
        ("the rebels", "The Rebels"),
        ("a council", "the council"),
        ("President Michel Aoun", "Michel Aoun"),
        ("Mr. Aoun", "President Michel Aoun"),
        ("the Talvians", "Talvian"),
        ("the Talvians", "the Talvian movement"),
    ],
)
def test_a_fuller_name_and_a_shorter_one_with_the_same_last_word_are_one(a: str, b: str) -> None:
    assert groups(named(a, b)) == [[0, 1]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Israel", "Israel's minister"),
        ("the foreign minister", "the prime minister"),
        ("Oslo", "Rome"),
        ("the Front", "the leader of the Front"),
        ("Serbia", "the leaders of Croatia and Serbia"),
        ("Talvian rebels", "the Talvian council"),
        ("Syria", "Syrian rebels"),
    ],
)
def test_names_with_other_words_or_another_last_word_are_two(a: str, b: str) -> None:
    assert groups(named(a, b)) == [[0], [1]]


def test_groups_are_numbered_in_the_order_of_their_first_names() -> None:
    found = named("Oslo", "the rebels", "Oslo", "Rome", "rebels")
    assert groups(found) == [[0, 2], [1, 4], [3]]


def test_a_name_beside_what_it_is_is_the_same_one_and_one_beside_a_name_is_not() -> None:
    one, two = (
        """
Her PRON 2 nmod:poss
partner NOUN 5 nsubj Organization
·, PUNCT 4 punct
Union PROPN 2 appos Organization
left VERB 0 root
·. PUNCT 5 punct
""",
        """
Norland PROPN 4 nsubj Location
·, PUNCT 3 punct
Suvria PROPN 1 appos Location
left VERB 0 root
·. PUNCT 4 punct
""",
    )
    assert groups(places(report(one), [])) == [[0, 1]]
    assert groups(places(report(two), [])) == [[0], [1]]


def test_a_name_without_a_word_of_its_own_is_in_no_group() -> None:
    assert groups(named("the", "Oslo", "—")) == [[1]]


@pytest.mark.parametrize(
    ("word", "pos", "may"),
    [("owners", "NOUN", True), ("lorries", "NOUN", False), ("dozen", "NUM", True)],
)
def test_people_bodies_and_counts_may_bargain_and_things_may_not(
    word: str, pos: str, may: bool
) -> None:
    doc = report(f"{word} {pos} 2 nsubj\nleft VERB 0 root")
    assert may_bargain(doc[0]) is may


SHORT = """
The DET 4 det
Free PROPN 4 compound
Lake PROPN 4 compound
Union PROPN 8 nsubj Organization
( PUNCT 6 punct
·FLU PROPN 4 appos Organization
·) PUNCT 6 punct
left VERB 0 root
·. PUNCT 8 punct
"""
AGAIN = """
The DET 2 det
FLU PROPN 3 nsubj Organization
agreed VERB 0 root
·. PUNCT 3 punct
"""
BOTH_SAID = """
Norland PROPN 4 nsubj Location
and CCONJ 3 cc
Suvria PROPN 1 conj Location
said VERB 0 root
so ADV 4 advmod
·. PUNCT 4 punct
"""


def test_a_name_in_brackets_is_short_for_the_one_before_it() -> None:
    found = places(report(SHORT, AGAIN), [])
    assert [p.name.text for p in found][0::2] == ["The Free Lake Union", "The FLU"]
    assert groups(found) == [[0, 1, 2]]


@pytest.mark.parametrize("short", ["FLU", "the F.L.U."])
def test_the_first_letters_of_a_name_are_short_for_it(short: str) -> None:
    assert groups(named("the armed Free Lake Union", short, "the Lake Union")) == [[0, 1, 2]]
    assert groups(named("Oslo's Free Lake Union", short)) == [[0, 1]]
    assert groups(named("the Free Lake Union of Oslo", short)) == [[0], [1]]


def test_of_several_who_say_something_each_has_a_name_of_its_own() -> None:
    doc = report(BOTH_SAID)
    said = Statement("s1", span_of(doc, 0, 3), span_of(doc, 3, 4), (span_of(doc, 4, 5),))
    assert [(p.name.text, p.said) for p in places(doc, [said])] == [
        ("Norland", (said,)),
        ("Suvria", (said,)),
    ]


TITLED = """
Defence PROPN 2 compound
Minister PROPN 3 nmod:desc
Ada PROPN 5 nsubj Person
Lund PROPN 3 flat Person
agreed VERB 0 root
·. PUNCT 5 punct
"""


def test_a_title_before_a_name_names_whom_the_name_does() -> None:
    whole = "Defence Minister Ada Lund"
    assert told(TITLED) == [("Minister", whole), ("Ada", whole)]


@pytest.mark.parametrize(("noun", "makers"), [("framework", []), ("offer", ["Doha"])])
def test_a_deal_named_after_a_seat_is_not_its_maker_s(noun: str, makers: list[str]) -> None:
    doc = report(THE_PLAN.replace("Suvria", "Doha").replace("plan NOUN", f"{noun} NOUN"))
    assert [p.name.text for p in places(doc, ())] == makers
