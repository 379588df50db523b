"""Terms that are marked and that no rule took: whose they are, or what they make on their own."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from parsed import report
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.loose import NEAR, SURE, loose_terms
from sayso.find.proposals.names import find_mentions
from sayso.find.proposals.proposals import find_proposals
from sayso.language.anchors import KEY, Anchor
from sayso.language.spans import span_of
from sayso.record.findings import Term

TRUCE = """
Norland PROPN 2 nsubj Location
offered VERB 0 root
a DET 4 det
truce NOUN 2 obj
·. PUNCT 2 punct
"""
PACT = """
Talvia PROPN 2 nsubj Location
signed VERB 0 root
a DET 4 det
pact NOUN 2 obj
·. PUNCT 2 punct
"""
LEAVE = """
Suvria PROPN 3 nsubj Location
would AUX 3 aux
leave VERB 0 root
the DET 5 det
valley NOUN 3 obj
·. PUNCT 3 punct
"""
IF = """
Suvria PROPN 3 nsubj Location
would AUX 3 aux
leave VERB 0 root
if SCONJ 6 mark
guns NOUN 6 nsubj
rest VERB 3 advcl
·. PUNCT 3 punct
"""
SNOW = """
Snow NOUN 2 nsubj
fell VERB 0 root
·. PUNCT 2 punct
"""
FAR = (SNOW,) * NEAR


def marked(*sentences: str, score: float = 0.9) -> Doc:
    """The sentences, with the words behind each "would" marked as a term."""
    doc = report(*sentences)
    starts = [t.i + 1 for t in doc if t.text == "would"]
    ends = [next(i for i in range(a, len(doc)) if doc[i].text == ".") for a in starts]
    terms = [Anchor("term", a, b, "TERM", score) for a, b in zip(starts, ends, strict=True)]
    doc.user_data[KEY] = {"term": terms}
    return doc


def named(doc: Doc) -> list[Draft]:
    """A proposal for each of the names."""
    return [Draft([m]) for m in find_mentions(doc) if m.kind in ("truce", "deal")]


def owners(doc: Doc) -> list[tuple[str, str]]:
    owned, _ = loose_terms(doc, named(doc))
    return [(d.mentions[0].head.text, t.what.text) for d, t in owned]


def alone(*sentences: str) -> list[list[str]]:
    doc = marked(*sentences)
    _, fresh = loose_terms(doc, named(doc))
    return [[t.what.text for t in d.terms] for d in fresh]


def test_a_loose_term_belongs_to_the_proposal_told_last() -> None:
    assert owners(marked(TRUCE, PACT, LEAVE)) == [("pact", "leave the valley")]
    assert owners(marked(PACT, TRUCE, LEAVE)) == [("truce", "leave the valley")]


def test_a_proposal_named_behind_a_term_does_not_own_it() -> None:
    assert owners(marked(LEAVE, PACT)) == []


def test_a_name_later_in_the_same_sentence_owns_the_term() -> None:
    under = LEAVE.replace("·. PUNCT 3 punct", "under ADP 8 case\na DET 8 det\ntruce NOUN 3 obl")
    doc = report(under)
    doc.user_data[KEY] = {"term": [Anchor("term", 2, 5, "TERM", 0.9)]}
    assert owners(doc) == [("truce", "leave the valley")]


def test_a_loose_term_is_done_by_its_subject() -> None:
    doc = marked(TRUCE, LEAVE)
    (pair,), _ = loose_terms(doc, named(doc))
    assert pair[1].party is not None
    assert pair[1].party.text == "Suvria"


def test_a_term_without_a_party_for_a_subject_is_done_by_nobody() -> None:
    doc = marked(TRUCE, LEAVE.replace("Suvria PROPN 3 nsubj Location", "Snow NOUN 3 nsubj"))
    (pair,), _ = loose_terms(doc, named(doc))
    assert pair[1].party is None


@pytest.mark.parametrize(("score", "terms"), [(SURE, 1), (SURE - 0.01, 0)])
def test_a_term_of_which_the_encoder_is_unsure_is_none(score: float, terms: int) -> None:
    assert len(owners(marked(TRUCE, LEAVE, score=score))) == terms


def test_a_term_that_a_rule_took_is_not_loose() -> None:
    doc = marked(TRUCE, LEAVE)
    (draft,) = named(doc)
    draft.terms.append(Term(span_of(doc, 8, 10)))
    assert loose_terms(doc, [draft]) == ([], [])


def test_a_term_is_one_of_what_was_told_up_to_four_sentences_before() -> None:
    assert owners(marked(TRUCE, *FAR[1:], LEAVE)) == [("truce", "leave the valley")]
    assert owners(marked(TRUCE, *FAR, LEAVE)) == []


def test_the_terms_of_a_proposal_bring_it_near_as_its_names_do() -> None:
    doc = marked(TRUCE, *FAR, LEAVE)
    (draft,) = named(doc)
    draft.terms.append(Term(span_of(doc, 5, 7)))
    owned, _ = loose_terms(doc, [draft])
    assert [d for d, _ in owned] == [draft]


def test_several_terms_far_from_any_name_are_on_the_table_together() -> None:
    both = [["leave the valley", "leave the valley"]]
    assert alone(TRUCE, *FAR, LEAVE, LEAVE) == both
    assert alone(LEAVE, *FAR[1:], LEAVE) == both


def test_terms_far_from_each_other_are_not_one_proposal() -> None:
    assert alone(LEAVE, LEAVE, *FAR, LEAVE, LEAVE) == [["leave the valley"] * 2] * 2


def test_one_term_alone_makes_a_proposal_only_on_a_condition() -> None:
    assert alone(LEAVE) == []
    assert alone(IF) == [["leave"]]


def test_terms_alone_are_an_offer_that_no_noun_names() -> None:
    doc = marked(LEAVE, LEAVE)
    _, (fresh,) = loose_terms(doc, [])
    (mention,) = fresh.mentions
    assert (mention.head.text, mention.kind, mention.is_verb) == ("leave", "offered", True)
    assert mention.span.text == "leave the valley"


def test_behind_a_name_terms_no_longer_go_to_what_had_none() -> None:
    doc = marked(LEAVE, LEAVE, TRUCE, LEAVE)
    owned, fresh = loose_terms(doc, named(doc))
    assert [len(d.terms) for d in fresh] == [2]
    assert [d.mentions[0].head.text for d, _ in owned] == ["truce"]


def test_the_record_holds_the_loose_terms_of_a_proposal() -> None:
    (truce,), _ = find_proposals(marked(TRUCE, SNOW, LEAVE), (), ())
    assert [(t.what.text, t.party and t.party.text) for t in truce.terms] == [
        ("leave the valley", "Suvria")
    ]


def test_the_record_holds_an_act_on_a_condition_that_stands_alone() -> None:
    doc = marked(TRUCE, *FAR, IF)
    found, _ = find_proposals(doc, (), ())
    assert [(p.name, [t.what.text for t in p.terms]) for p in found][-1] == (None, ["leave"])


def test_a_term_that_ends_before_its_act_is_none() -> None:
    doc = marked(TRUCE, LEAVE)
    (term,) = doc.user_data[KEY]["term"]
    cut = Anchor("term", term.start - 2, term.start, "TERM", term.score)
    assert doc[cut.start : cut.end].text == "Suvria would"
    doc.user_data[KEY] = {"term": [cut]}
    assert owners(doc) == []
    doc.user_data[KEY] = {"term": [term]}
    assert len(owners(doc)) == 1


THE_OFFER = """
Talvia PROPN 2 nsubj Location
spurned VERB 0 root
the DET 4 det
offer NOUN 2 obj
·. PUNCT 2 punct
"""


def test_terms_told_before_the_offer_is_named_are_of_the_offer() -> None:
    doc = marked(LEAVE, THE_OFFER)
    (offer,) = [Draft([m]) for m in find_mentions(doc)]
    owned, fresh = loose_terms(doc, [offer])
    assert [(d is offer, t.what.text) for d, t in owned] == [(True, "leave the valley")]
    assert fresh == []
    far = marked(LEAVE, *FAR, SNOW, THE_OFFER)
    assert loose_terms(far, [Draft([m]) for m in find_mentions(far)])[0] == []
