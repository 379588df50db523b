"""Signs, answers and marks to the state of a proposal."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Token

from parsed import parsed
from sayso.find.proposals.proposals import find_proposals
from sayso.find.proposals.state_phrases import BEFORE, PHRASES
from sayso.find.proposals.states import Sign, _weighed, state_of
from sayso.record.findings import Stance
from sayso.record.span import Span

TEXT = "Oslo tabled an offer to Rome, and Rome turned it down."
ROME = Span.of(TEXT, 24, 28)


def test_an_offer_that_was_tabled_and_turned_down_by_whom_it_was_made_to_is_rejected() -> None:
    told, answer = [Sign("offered", 1.0)], [Stance(ROME, "rejects")]
    marked = [("offered", 0.9)]
    assert state_of(told, answer, marked, asked=[ROME], kinds={"offer"}) == "rejected"
    assert state_of(told, [], marked, asked=[ROME], kinds={"offer"}) == "offered"


def test_a_mark_that_it_holds_does_not_close_an_offer_to_a_refusal() -> None:
    answer = [Stance(ROME, "rejects")]
    assert state_of([], answer, [("in-force", 0.7)], asked=[], kinds={"offer"}) == "rejected"
    signed = [Sign("in-force", 1.0)]
    assert state_of(signed, answer, [], asked=[], kinds={"offer"}) == "in-force"


def test_an_offer_of_which_nothing_is_told_is_open() -> None:
    assert state_of([], [], [("in-force", 0.3)], asked=[], kinds={"offer"}) == "offered"
    assert state_of([], [], [("in-force", 0.3)], asked=[], kinds={"deal"}) == "in-force"


def test_a_mark_that_is_seldom_right_counts_for_less_than_an_answer() -> None:
    marked, answer = [("under-negotiation", 0.8)], [Stance(ROME, "rejects")]
    assert state_of([], answer, marked, asked=[], kinds={"deal"}) == "rejected"
    assert state_of([], [], marked, asked=[], kinds={"deal"}) == "under-negotiation"


def test_an_offer_that_is_accepted_on_a_condition_is_under_negotiation() -> None:
    told, answer = [Sign("offered", 1.0)], [Stance(ROME, "conditional")]
    assert state_of(told, answer, [], asked=[ROME], kinds={"offer"}) == "under-negotiation"


def test_an_offer_that_one_of_two_has_yet_to_answer_is_still_offered() -> None:
    oslo = Span.of(TEXT, 0, 4)
    answers = [Stance(ROME, "accepts"), Stance(oslo, "undecided")]
    assert state_of([], answers, [], asked=[ROME, oslo], kinds={"plan"}) == "offered"


def test_a_deal_of_which_nothing_is_told_has_been_made_by_its_name() -> None:
    assert state_of([], [], [], asked=[], kinds={"deal"}) == "accepted"
    assert state_of([], [], [], asked=[], kinds={"weak"}) == "unknown"


def test_a_deal_that_its_makers_have_accepted_is_not_rejected_by_who_is_against_it() -> None:
    oslo = Span.of(TEXT, 0, 4)
    answers = [Stance(oslo, "accepts"), Stance(ROME, "rejects")]
    told = [Sign("rejected", 0.5), Sign("accepted", 0.5)]
    assert state_of(told, answers, [], asked=[], kinds={"deal"}) == "accepted"


def test_who_was_not_asked_does_not_reject_for_those_who_take_it_or_would_take_it() -> None:
    oslo = Span.of(TEXT, 0, 4)
    told = [Sign("offered", 1.0), Sign("rejected", 1.0)]
    taken = [Stance(ROME, "accepts"), Stance(oslo, "rejects")]
    asking = [Stance(ROME, "conditional"), Stance(oslo, "rejects")]
    assert state_of(told[1:], taken, [], asked=[ROME], kinds={"plan"}) == "accepted"
    assert state_of(told, asking, [], asked=[ROME], kinds={"plan"}) == "under-negotiation"
    assert state_of(told, taken[1:], [], asked=[oslo], kinds={"plan"}) == "rejected"


def test_an_offer_that_nobody_has_answered_yet_is_neither_accepted_nor_in_force() -> None:
    answer = [Stance(ROME, "undecided")]
    assert state_of([], answer, [("accepted", 0.6)], asked=[], kinds={"offer"}) == "offered"


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("both camps have come to terms on", "accepted"),
        ("the two ministries thrashed out", "accepted"),
        ("the assembly goes back on", "broken"),
        ("an exchange of notes brought into force", "in-force"),
        ("envoys hope to thrash out", None),
        ("both sides thrash out", "accepted"),
        ("freed thirty men in the second batch to go home under", "in-force"),
        ("pulled back as agreed in", "in-force"),
        ("putting into effect", "in-force"),
        ("the chiefs have put their names to", "accepted"),
    ],
)
def test_set_phrases_before_a_name_tell_its_state(words: str, state: str | None) -> None:
    assert next((s for pattern, s in BEFORE if pattern.search(words)), None) == state


@pytest.mark.parametrize("words", ["took hold on Friday", "goes into operation at once"])
def test_what_takes_hold_is_in_force(words: str) -> None:
    assert next(s for pattern, s in PHRASES if pattern.search(words)) == "in-force"


def read(words: str, heads: list[int], deps: list[str], morphs: list[str]) -> Doc:
    vocab = spacy.blank("en").vocab
    return Doc(vocab, words=words.split(), heads=heads, deps=deps, morphs=morphs)


def weighed(state: str, word: Token) -> list[str]:
    return [sign.state for sign in _weighed(state, word, 0.8)]


def test_who_breaks_it_is_nobody_yet_where_anybody_is_meant() -> None:
    heads, deps = [1, 1, 3, 1, 3], ["det", "ROOT", "nsubj", "acl:relcl", "obj"]
    now, past = ["", "", "", "Tense=Pres", ""], ["", "", "", "Tense=Past", ""]
    any_clan = read("a clan that breaks it", heads, deps, now)
    the_clan = read("the clan that breaks it", heads, deps, now)
    done = read("a clan that broke it", heads, deps, past)
    assert weighed("broken", any_clan[3]) == []
    assert weighed("broken", the_clan[3]) == weighed("broken", done[3]) == ["broken"]


def test_who_is_only_accused_of_breaking_it_has_not_ended_it() -> None:
    doc = read(
        "Oslo accuses Rome of breaking it", [1, 1, 1, 4, 1, 4],
        ["nsubj", "ROOT", "obj", "mark", "advcl", "obj"], [""] * 6,
    )  # fmt: skip
    assert weighed("broken", doc[4]) == ["in-force"]


def test_what_is_voted_on_is_done_by_the_vote() -> None:
    heads, deps = [1, 1, 3, 1, 3], ["nsubj", "ROOT", "mark", "xcomp", "obj"]
    morphs = ["", "", "", "VerbForm=Inf", ""]
    votes = read("deputies votes to reject it", heads, deps, morphs)
    fails = read("deputies fails to reject it", heads, deps, morphs)
    assert weighed("rejected", votes[3]) == ["rejected"]
    assert weighed("rejected", fails[3]) == ["under-negotiation"]


def test_an_offer_that_nobody_took_in_time_has_expired() -> None:
    told, against = [Sign("expired", 0.8)], [Stance(ROME, "rejects")]
    marked = [("rejected", 0.9)]
    assert state_of(told, against, marked, asked=[ROME], kinds={"ultimatum"}) == "expired"


def test_an_offer_that_all_who_were_asked_have_accepted_is_accepted() -> None:
    told, marked = [Sign("offered", 1.0)], [("offered", 0.9)]
    taken = [Stance(ROME, "accepts")]
    assert state_of(told, taken, marked, asked=[ROME], kinds={"offer"}) == "accepted"


def test_a_deal_that_one_side_calls_off_is_broken_and_not_rejected() -> None:
    off, told = [Stance(ROME, "rejects")], [Sign("broken", 0.3)]
    assert state_of(told, off, [], asked=[], kinds={"deal"}) == "broken"


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("is within reach", "under-negotiation"),
        ("is close to completion", "under-negotiation"),
        ("has been arrived at", "accepted"),
    ],
)
def test_what_is_near_its_end_is_still_under_negotiation(words: str, state: str) -> None:
    assert next(s for pattern, s in PHRASES if pattern.search(words)) == state


def test_what_was_to_have_lapsed_has_not() -> None:
    doc = parsed("""
    The DET 2 det
    truce NOUN 6 nsubj
    was AUX 6 cop
    to PART 6 mark
    have AUX 6 aux
    lapsed VERB 0 root
    at ADP 8 case
    noon NOUN 6 obl
    """)
    (truce,) = find_proposals(doc, (), ())[0]
    assert truce.state != "expired"


BUT = """
The DET 2 det
truce NOUN 3 nsubj
took VERB 0 root
effect NOUN 3 obj
but CCONJ {at} cc
{rest}
"""


@pytest.mark.parametrize(
    ("rest", "state"),
    [
        ("was AUX 7 aux:pass\nbroken VERB 3 conj", "broken"),
        ("rebels NOUN 8 nsubj\nwere AUX 8 aux:pass\nbroken VERB 3 conj", "in-force"),
    ],
)
def test_what_is_told_last_of_a_truce_holds(rest: str, state: str) -> None:
    at = 7 if rest.startswith("was") else 8
    (truce,) = find_proposals(parsed(BUT.format(at=at, rest=rest)), (), ())[0]
    assert truce.state == state
