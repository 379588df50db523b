"""Where the parties stand towards a proposal, out of frozen parses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc

from parsed import parsed
from sayso.extract import extract
from sayso.find.proposals.proposals import find_proposals
from sayso.find.proposals.stances import barred_until, is_wished, kind_of_verb, takers
from sayso.record.findings import Proposal, Statement
from sayso.record.reading import Article
from sayso.record.span import Span

Frozen = Callable[..., Doc]


def stances(proposal: Proposal) -> list[tuple[str, str]]:
    return [(s.party.text, s.stance) for s in proposal.stances]


@pytest.mark.parametrize(
    ("name", "stance"),
    [
        ("is-divided", ("The council of Norland", "undecided")),
        ("is-prepared", ("Norland", "accepts")),
    ],
)
def test_who_is_divided_or_prepared_takes_a_stance(found, name, stance) -> None:  # type: ignore[no-untyped-def]
    (plan,) = found(name)
    assert stances(plan) == [stance]
    assert [t.what.text for t in plan.terms] == ["reopen the port"]


def test_the_parties_are_those_who_have_been_named(found) -> None:  # type: ignore[no-untyped-def]
    (truce,) = found("parties-named")
    assert stances(truce) == [("Norland", "accepts"), ("Suvria", "accepts")]


def read(words: str, heads: list[int], deps: list[str]) -> Doc:
    return Doc(spacy.blank("en").vocab, words=words.split(), heads=heads, deps=deps)


def test_who_is_only_supposed_to_agree_has_taken_no_stance() -> None:
    turned = read("Should Norland sign it", [2, 2, 2, 2], ["aux", "nsubj", "advcl", "obj"])
    supposed = read("if Norland signs it", [2, 2, 2, 2], ["mark", "nsubj", "advcl", "obj"])
    plain = read("Norland will sign it", [2, 2, 2, 2], ["nsubj", "aux", "ROOT", "obj"])
    assert is_wished(turned[2]) and is_wished(supposed[2]) and not is_wished(plain[2])


@pytest.mark.parametrize(("doer", "at"), [("it", 2), ("deputies", 3)])
def test_who_speaks_of_himself_or_his_own_takes_the_stance(doer: str, at: int) -> None:
    words = {"it": "Norland said it accepts", "deputies": "Norland said its deputies accept"}
    heads = {"it": [1, 1, 3, 1], "deputies": [1, 1, 3, 4, 1]}
    deps = {
        "it": ["nsubj", "ROOT", "nsubj", "ccomp"],
        "deputies": ["nsubj", "ROOT", "nmod:poss", "nsubj", "ccomp"],
    }
    doc = read(words[doer], heads[doer], deps[doer])
    content = Span.of(doc.text, doc[2].idx, len(doc.text))
    said = Statement("s1", Span.of(doc.text, 0, 7), Span.of(doc.text, 8, 12), (content,))
    assert [s.text for s in takers(doc, doc[at], "s1", (said,))] == ["Norland"]


def test_of_several_who_speak_of_themselves_each_takes_the_stance() -> None:
    doc = Doc(
        spacy.blank("en").vocab, words=["Norland", "and", "Suvria", "said", "they", "accept"],
        heads=[3, 2, 0, 3, 5, 3], deps=["nsubj", "cc", "conj", "ROOT", "nsubj", "ccomp"],
        pos=["PROPN", "CCONJ", "PROPN", "VERB", "PRON", "VERB"],
    )  # fmt: skip
    content = Span.of(doc.text, doc[4].idx, len(doc.text))
    said = Statement("s1", Span.of(doc.text, 0, 18), Span.of(doc.text, 19, 23), (content,))
    assert [s.text for s in takers(doc, doc[4], "s1", (said,))] == ["Norland", "Suvria"]


def test_who_is_to_vote_on_it_has_not_answered() -> None:
    vote = read("Oslo will vote on it", [2, 2, 2, 4, 2], ["nsubj", "aux", "ROOT", "case", "obl"])
    assert kind_of_verb(vote[2]) == "undecided"


def test_who_neither_takes_nor_refuses_it_or_calls_it_dead_is_read_so() -> None:
    neither = read(
        "Oslo neither endorses nor refuses it", [2, 2, 2, 4, 2, 4],
        ["nsubj", "cc:preconj", "ROOT", "cc", "conj", "obj"],
    )  # fmt: skip
    dead = read("Oslo declared it dead", [1, 1, 1, 1], ["nsubj", "ROOT", "obj", "xcomp"])
    assert kind_of_verb(neither[2]) == kind_of_verb(neither[4]) == "undecided"
    assert kind_of_verb(dead[1]) == "rejects"


def test_a_stance_that_is_only_denied_is_a_problem_and_of_ones_own_an_open_answer(
    frozen: Frozen,
) -> None:
    doc = frozen("negotiations", "parties-named")
    norland = find_proposals(doc, (), ())[0][0].stances[0].party
    denied = Statement("s1", None, norland, (norland,), act="denies")
    (truce,), problems = find_proposals(doc, (denied,), ())
    assert stances(truce) == [("Suvria", "accepts")]
    assert ("denied-stance", norland) in [(p.code, p.span) for p in problems]
    (truce,), problems = find_proposals(doc, (replace(denied, source=norland),), ())
    assert stances(truce) == [("Norland", "undecided"), ("Suvria", "accepts")]
    assert problems == ()


NEITHER = """
    {who} DET 2 det
    side NOUN 3 nsubj
    signed VERB 0 root
    the DET 5 det
    truce NOUN 3 obj
"""


@pytest.mark.parametrize(("who", "kinds"), [("Neither", ["undecided"]), ("This", ["accepts"])])
def test_what_neither_side_has_done_it_has_not_accepted(who: str, kinds: list[str]) -> None:
    (truce,) = find_proposals(parsed(NEITHER.format(who=who)), (), ())[0]
    assert [s.stance for s in truce.stances] == kinds
    assert (truce.state == "accepted") is (who == "This")


UNLESS = """
Norland PROPN 2 nsubj Location
ruled VERB 0 root
out ADP 2 compound:prt
signing VERB 2 xcomp
the DET 6 det
truce NOUN 4 obj
unless SCONJ 10 mark
the DET 9 det
siege NOUN 10 nsubj
ends VERB 4 advcl
. PUNCT 2 punct
"""


@pytest.mark.parametrize(("mark", "kind"), [("unless", "conditional"), ("because", "rejects")])
def test_a_refusal_unless_something_is_done_is_a_condition(mark: str, kind: str) -> None:
    doc = parsed(UNLESS.replace("unless", mark))
    (plan,), _ = find_proposals(doc, (), ())
    assert stances(plan) == [("Norland", kind)]
    on = barred_until(doc, doc[3])
    assert (on and on.text) == ("unless the siege ends" if mark == "unless" else None)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ELN will not sign the accord unless prisoners are freed.", "conditional"),
        ("The parties have not signed the accord.", "undecided"),
    ],
)
def test_an_accord_that_nobody_is_told_to_accept_is_not_accepted(text: str, stance: str) -> None:
    (plan,) = extract(Article(id="x", text=text)).proposals
    assert [s.stance for s in plan.stances] == [stance]
    assert plan.state == "offered"
