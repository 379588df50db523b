"""What is seen at a place: which words count, and the numbers that say how it stands to a name."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from spacy.tokens import Doc

from parsed import report
from sayso.find.proposals.bargainers import places
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.evidence import (
    CASES,
    MOST,
    RELATIONS,
    ROLES,
    Evidence,
    Floats,
    Report,
    of_parties,
    of_state,
    vectors,
)
from sayso.find.proposals.names import find_mentions
from sayso.language.anchors import TELLING, Anchor
from sayso.language.spans import span_of
from sayso.parse.model import model
from sayso.record.findings import Event, Statement, Term
from sayso.record.vocabulary import ACTS, EVENT_TYPES, PROPOSAL_STATES, STANCES
from second_reading import OFFER

REFUSED = """
Suvria PROPN 4 nsubj Location
has AUX 4 aux
not PART 4 advmod
answered VERB 0 root
and CCONJ 7 cc
Talvia PROPN 7 nsubj Location
left VERB 4 conj
·. PUNCT 4 punct
"""
PACT = """
A DET 2 det
pact NOUN 3 nsubj
failed VERB 0 root
·. PUNCT 3 punct
"""
SAID = """
Oslo PROPN 2 nsubj Location
said VERB 0 root
guns NOUN 4 nsubj
rest VERB 2 ccomp
·. PUNCT 2 punct
"""
SNOW = """
Snow NOUN 2 nsubj
fell VERB 0 root
·. PUNCT 2 punct
"""
#: Where the numbers of a place begin: its prepositions, its own kind, the acts of what he says, the
#: events he has a part in, its predicate's mood, what the four ranges tell, and how it stands to
#: the proposal.
CASE = len(RELATIONS) + 1
SPEECH = CASE + len(CASES) + 5
ACTING = SPEECH + len(ACTS)
MOOD = ACTING + 2 * len(EVENT_TYPES) + 1
CLAUSE = MOOD + 3
SAYING, OWN, SENTENCE = (CLAUSE + k * len(STANCES) for k in (1, 2, 3))
STANDING = SENTENCE + len(STANCES)
BESIDE, SHARED, WITH_SUBJECT, SPOKEN, UNDER, BEFORE = range(STANDING, STANDING + 6)
BEHIND, AHEAD, LAST, OTHERS, IN_TERM, BY_TERM = (STANDING + k for k in (6, 11, 13, 14, 15, 16))
CLOSE_BEHIND, CLOSE_BEFORE = STANDING + 17, STANDING + 18
ALONE, FIRST, SHARE, MARKED = (STANDING + k for k in (19, 20, 21, 22))


def named(doc: Doc) -> list[Draft]:
    return [Draft([m]) for m in find_mentions(doc) if m.kind in ("truce", "deal")]


def tells(doc: Doc, head: str, word: str, label: str) -> Doc:
    """The Doc with a word of which a head is half sure that it tells a label."""
    labels = STANCES if head == "stand" else PROPOSAL_STATES
    sure = np.zeros((len(doc), len(labels)), dtype=np.float32)
    sure[[t.text for t in doc].index(word), labels.index(label)] = 0.5
    doc.user_data[TELLING] = {head: sure}
    return doc


def numbers(doc: Doc, word: str, n: int = 0, *, said: Statement | None = None) -> Floats:
    """The numbers of the last place of a word, to the n-th proposal."""
    found = places(doc, [said] if said else [])
    seen = of_parties(Report(doc, named(doc)), found, named(doc))[n]
    return seen.numbers[max(k for k, p in enumerate(found) if p.word.text == word)]


def test_words_and_ranges_are_the_place_its_predicate_and_its_clause() -> None:
    doc = report(OFFER, REFUSED)
    found = places(doc, [])
    (seen,) = of_parties(Report(doc, named(doc)), found, named(doc))
    assert [p.word.text for p in found] == ["Norland", "Suvria", "Suvria", "Talvia"]
    assert seen.words.tolist() == [[0, 1, 1], [5, 1, 1], [7, 10, 10], [12, 13, 13]]
    assert seen.ranges[:, 0].tolist() == [[0, 7], [0, 7], [7, 15], [11, 14]]
    assert seen.ranges[:, 1].tolist() == [[0, 0]] * 4  # nobody speaks


def test_who_speaks_is_seen_with_what_is_said() -> None:
    doc = report(SAID, PACT)
    said = Statement("s1", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    found = places(doc, [said])
    (seen,) = of_parties(Report(doc, named(doc)), found, named(doc))
    assert seen.words[0].tolist() == [0, 1, 3]
    assert seen.ranges[0, 1].tolist() == [2, 4]
    assert seen.numbers[0, RELATIONS.index("source")] == 1


def test_what_is_said_at_a_place_and_the_events_it_has_a_part_in_are_seen() -> None:
    doc = report(OFFER, REFUSED)
    said = Statement("s1", span_of(doc, 0, 1), None, (span_of(doc, 2, 4),), act="offers")
    event = Event("e1", span_of(doc, 10, 11), "REJECT", actor=(span_of(doc, 7, 8),),
                  target=(span_of(doc, 0, 1),), status="planned")  # fmt: skip
    found = places(doc, [said])
    (seen,) = of_parties(Report(doc, named(doc), [event]), found, named(doc))
    rows = {p.word.i: row for p, row in zip(found, seen.numbers, strict=True)}
    speech = rows[0][SPEECH:ACTING].tolist()
    assert speech == [act == "offers" for act in ACTS]
    reject = ACTING + 2 * EVENT_TYPES.index("REJECT")
    assert np.flatnonzero(rows[7][ACTING:MOOD]).tolist() == [reject - ACTING]
    assert np.flatnonzero(rows[0][ACTING:MOOD]).tolist() == [reject + 1 - ACTING]
    real = replace(event, status="happened")
    (seen,) = of_parties(Report(doc, named(doc), [real]), found, named(doc))
    assert seen.numbers[[p.word.i for p in found].index(7), MOOD - 1] == 1


def test_a_clause_within_that_of_a_place_is_seen_whoever_speaks() -> None:
    doc = report(SAID, PACT)
    (seen,) = of_parties(Report(doc, named(doc)), places(doc, []), named(doc))
    assert seen.words.tolist() == [[0, 1, 3]]


def test_a_place_within_three_words_of_a_name_is_close_to_it() -> None:
    doc = report(OFFER, REFUSED)
    close = {word: numbers(doc, word)[[CLOSE_BEHIND, CLOSE_BEFORE]].tolist()
             for word in ("Norland", "Talvia")}  # fmt: skip
    assert close == {"Norland": [0, 1], "Talvia": [0, 0]}
    assert numbers(report(OFFER), "Suvria")[[CLOSE_BEHIND, CLOSE_BEFORE]].tolist() == [1, 0]


def test_a_place_has_one_relation_and_its_prepositions() -> None:
    doc = report(OFFER)
    maker, asked = numbers(doc, "Norland"), numbers(doc, "Suvria")
    assert maker[:CASE].tolist() == [float(r == "nsubj") for r in (*RELATIONS, None)]
    assert asked[:CASE].tolist() == [float(r == "obl") for r in (*RELATIONS, None)]
    assert maker[CASE : CASE + len(CASES)].sum() == 0
    assert asked[CASE : CASE + len(CASES)].tolist() == [float(c == "to") for c in CASES]


def test_a_relation_out_of_the_list_is_told_as_such() -> None:
    doc = report(OFFER.replace("nsubj", "vocative"))
    assert numbers(doc, "Norland")[:CASE].tolist() == [0.0] * len(RELATIONS) + [1.0]


@pytest.mark.parametrize(
    ("aux", "adverb", "mood"),
    [
        ("has", "not", [1, 0, 1]),
        ("would", "never", [1, 1, 0]),
        ("has", "just", [0, 0, 1]),
        ("did", "so", [0, 0, 0]),
    ],
)
def test_a_predicate_may_be_denied_lie_ahead_or_be_done(
    aux: str, adverb: str, mood: list[int]
) -> None:
    doc = report(OFFER, REFUSED.replace("has", aux).replace("not", adverb))
    assert numbers(doc, "Suvria")[MOOD:CLAUSE].tolist() == mood
    assert numbers(doc, "Talvia")[MOOD:CLAUSE].tolist() == [0, 0, 0]


def test_words_that_tell_a_stance_count_in_the_ranges_that_hold_them() -> None:
    doc = tells(report(OFFER, REFUSED), "stand", "left", "rejects")
    rejects, none = [float(s == "rejects") / 2 for s in STANCES], [0.0] * len(STANCES)
    # to the first subject it is in the clause and the sentence, not in his own predicate
    first = numbers(doc, "Suvria")[CLAUSE:STANDING].reshape(4, -1)
    assert first.tolist() == [rejects, none, none, rejects]
    second = numbers(doc, "Talvia")[CLAUSE:STANDING].reshape(4, -1)
    assert second.tolist() == [rejects, none, rejects, rejects]
    assert not numbers(doc, "Norland")[CLAUSE:STANDING].any()


def test_words_that_tell_a_stance_in_what_is_said_count_for_who_says_it() -> None:
    doc = tells(report(OFFER, SAID), "stand", "rest", "accepts")
    said = Statement("s1", span_of(doc, 7, 8), span_of(doc, 8, 9), (span_of(doc, 9, 11),))
    spoken = numbers(doc, "Oslo", said=said)[SAYING:OWN]
    assert spoken.tolist() == [float(s == "accepts") / 2 for s in STANCES]
    assert not numbers(doc, "Oslo")[SAYING:OWN].any()


def test_a_place_beside_a_name_shares_its_clause_and_its_predicate() -> None:
    doc = report(OFFER, REFUSED)
    assert numbers(doc, "Norland")[[BESIDE, SHARED, WITH_SUBJECT, SPOKEN, UNDER]].tolist() == [
        1, 1, 0, 0, 0,
    ]  # fmt: skip
    assert not numbers(doc, "Talvia")[[BESIDE, SHARED, WITH_SUBJECT, SPOKEN, UNDER]].any()


def test_a_name_in_what_a_place_says_is_told() -> None:
    doc = report(SAID.replace("guns", "truce"))
    said = Statement("s1", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 4),))
    assert numbers(doc, "Oslo", said=said)[SPOKEN] == 1
    assert numbers(doc, "Oslo")[SPOKEN] == 0


@pytest.mark.parametrize(("gap", "at"), [(0, 1), (1, 2), (2, 3), (3, 3), (4, 4), (7, 4)])
def test_the_sentences_since_the_last_name_are_counted(gap: int, at: int) -> None:
    doc = report(OFFER, *[SNOW] * gap, REFUSED)
    told = numbers(doc, "Talvia")[BEHIND : BEHIND + 5]
    assert told.tolist() == [float(k == at) for k in range(5)]


def test_before_the_first_name_none_is_behind_and_the_next_is_ahead() -> None:
    doc = report(REFUSED, OFFER)
    told = numbers(doc, "Talvia")
    assert told[BEFORE] == 1
    assert not told[BEHIND : BEHIND + 5].any()
    assert told[AHEAD : AHEAD + 2].tolist() == [0, 1]
    assert numbers(doc, "Norland")[AHEAD : AHEAD + 2].tolist() == [1, 0]
    assert not numbers(report(OFFER, REFUSED), "Talvia")[AHEAD : AHEAD + 2].any()


def test_a_place_behind_two_proposals_stands_behind_the_last_one() -> None:
    doc = report(OFFER, PACT, REFUSED)
    assert (numbers(doc, "Talvia", 0)[LAST], numbers(doc, "Talvia", 1)[LAST]) == (0, 1)
    assert (numbers(doc, "Norland", 0)[OTHERS], numbers(doc, "Norland", 1)[OTHERS]) == (0, 1)
    assert numbers(doc, "Talvia", 1)[ALONE] == 0
    assert numbers(report(OFFER, REFUSED), "Talvia")[ALONE] == 1


def test_a_place_in_a_term_is_told_from_one_in_the_clause_of_a_term() -> None:
    doc = report(OFFER, REFUSED)
    found = places(doc, [])
    (draft,) = named(doc)
    draft.terms.append(Term(span_of(doc, 12, 14)))
    (seen,) = of_parties(Report(doc, [draft]), found, [draft])
    inside = {p.word.i: row[[IN_TERM, BY_TERM]].tolist()
              for p, row in zip(found, seen.numbers, strict=True)}  # fmt: skip
    assert inside == {0: [0, 0], 5: [0, 0], 7: [0, 1], 12: [1, 1]}


def test_a_place_knows_how_far_into_the_report_it_stands() -> None:
    doc = report(OFFER, SNOW, SNOW, REFUSED)
    assert numbers(doc, "Norland")[[FIRST, SHARE]].tolist() == [1, 0]
    assert numbers(doc, "Talvia")[[FIRST, SHARE]].tolist() == [0, 0.75]


def marked(doc: Doc, *anchors: Anchor | None) -> Floats:
    """How likely each place has each role of a proposal whose names have these anchors."""
    (mention,) = (m for d in named(doc) for m in d.mentions)
    draft = Draft([replace(mention, anchor=a) for a in anchors])
    (seen,) = of_parties(Report(doc, [draft]), places(doc, []), [draft])
    assert seen.numbers.shape[1] == MARKED + len(ROLES)
    return seen.numbers[:, MARKED:]


def mark(first: int, chances: Floats | None) -> Anchor:
    return Anchor("proposal", 3, 4, "NAME", 0.9, (), {}, first, chances)


def test_roles_stand_in_the_order_in_which_the_encoder_marks_them() -> None:
    assert list(ROLES) == model().roles["proposal"]


@pytest.mark.parametrize("first", [2, 5])
def test_a_place_has_the_chances_of_its_word_where_it_stands_in_the_window(first: int) -> None:
    doc = report(OFFER, REFUSED)  # places 0, 5, 7 and 12
    likely = np.linspace(0.1, 0.9, (7 - first) * len(ROLES), dtype=np.float32)
    likely = likely.reshape(-1, len(ROLES))
    wanted = [np.zeros(len(ROLES)), likely[5 - first], np.zeros(len(ROLES)), np.zeros(len(ROLES))]
    assert marked(doc, mark(first, likely)).tolist() == np.stack(wanted).tolist()


def test_a_place_has_the_most_of_its_chances_at_all_names() -> None:
    doc = report(OFFER)  # places 0 and 5
    one, two = np.zeros((2, 6, len(ROLES)), dtype=np.float32)
    one[0, 0], one[5, :3], two[1, 1:4] = 0.25, [0.5, 0.75, 0.25], [0.25, 0.5, 0.75]
    wanted = np.zeros((2, len(ROLES)))
    wanted[0, 0], wanted[1, :4] = 0.25, [0.5, 0.75, 0.5, 0.75]
    for names in [(mark(0, one), mark(4, two)), (mark(4, two), mark(0, one))]:
        assert marked(doc, *names).tolist() == wanted.tolist()


def test_a_name_of_which_the_encoder_knows_no_chances_tells_of_no_role() -> None:
    doc = report(OFFER)
    likely = np.full((7, len(ROLES)), 0.5, dtype=np.float32)
    assert not marked(doc, None, mark(0, None)).any()
    assert (marked(doc, None, mark(0, None), mark(0, likely)) == 0.5).all()


def test_what_the_encoder_marks_for_one_proposal_counts_for_no_other() -> None:
    doc = report(OFFER, PACT)
    truce, pact = named(doc)
    likely = np.full((7, len(ROLES)), 0.5, dtype=np.float32)
    truce = Draft([replace(m, anchor=mark(0, likely)) for m in truce.mentions])
    seen = of_parties(Report(doc, [truce, pact]), places(doc, []), [truce, pact])
    assert [s.numbers[0, MARKED:].tolist() for s in seen] == [[0.5] * len(ROLES), [0] * len(ROLES)]


def test_a_state_is_looked_for_at_the_names_and_behind_them_until_another_name() -> None:
    doc = report(SNOW, OFFER, REFUSED, PACT, SNOW)
    looked = Report(doc, named(doc))
    heads = [[doc[i].text for i in of_state(looked, n, []).words[:, 0]] for n in (0, 1)]
    assert heads == [["truce", "answered"], ["pact", "fell"]]


def test_a_state_is_seen_at_a_name_with_its_predicate_and_sentence() -> None:
    doc = report(SNOW, OFFER)
    seen = of_state(Report(doc, named(doc)), 0, [])
    assert seen.words.tolist() == [[6, 4, 4]]
    assert seen.ranges.tolist() == [[[3, 10], [3, 10]]]


def test_words_that_tell_a_state_count_in_their_sentence_alone() -> None:
    doc = tells(report(OFFER, PACT), "fate", "failed", "broken")
    looked = Report(doc, named(doc))
    told = [of_state(looked, n, []).numbers[0] for n in (0, 1)]
    broken = [float(s == "broken") / 2 for s in PROPOSAL_STATES]
    begin, n = 18, len(PROPOSAL_STATES)
    assert not told[0][begin : begin + 2 * n].any()
    assert told[1][begin : begin + 2 * n].tolist() == broken * 2


def test_a_name_that_somebody_tells_of_is_marked_as_said() -> None:
    doc = report(PACT)
    looked = Report(doc, named(doc))
    said = Statement("s1", None, span_of(doc, 2, 3), (span_of(doc, 0, 2),))
    assert of_state(looked, 0, [said]).numbers[0, 17] == 1
    assert of_state(looked, 0, []).numbers[0, 17] == 0


def test_a_state_is_looked_for_at_so_many_places_at_most() -> None:
    doc = report(OFFER, *[SNOW] * (2 * MOST))
    seen = of_state(Report(doc, named(doc)), 0, [])
    assert len(seen.words) == len(seen.ranges) == len(seen.numbers) == MOST


def test_vectors_are_those_of_three_words_and_the_means_of_two_ranges() -> None:
    words = np.array([[1, 10], [2, 20], [6, 60]], dtype=np.float32)
    seen = Evidence(np.array([[0, 1, 2]]), np.array([[[0, 2], [1, 3]]]), np.zeros((1, 0)))
    assert vectors(seen, words).tolist() == [[1, 10, 2, 20, 6, 60, 1.5, 15, 4, 40]]


def test_the_vector_of_an_empty_range_is_nothing() -> None:
    words = np.ones((3, 1), dtype=np.float32)
    seen = Evidence(np.array([[0, 0, 0]]), np.array([[[2, 2], [0, 3]]]), np.zeros((1, 0)))
    assert vectors(seen, words)[0, 3:].tolist() == [0, 1]


def test_a_report_that_names_nobody_gives_no_places() -> None:
    doc = report(PACT)
    (seen,) = of_parties(Report(doc, named(doc)), [], named(doc))
    assert (len(seen.words), len(seen.ranges), len(seen.numbers)) == (0, 0, 0)


def test_the_predicate_of_a_word_is_the_nearest_verb_or_copula_above_it() -> None:
    doc = report(REFUSED.replace("answered VERB", "ready ADJ").replace("has AUX 4 aux",
                                                                       "is AUX 4 cop"))  # fmt: skip
    looked = Report(doc, [])
    assert [looked.above(doc[i]).text for i in (0, 5, 6)] == ["ready", "left", "ready"]


def test_sentences_that_tell_of_nothing_on_the_table_are_not_looked_at() -> None:
    doc = report(SNOW, OFFER, REFUSED, PACT)
    assert Report(doc, named(doc)).telling == [(3, 10), (18, 22)]
    told = tells(report(SNOW, OFFER, REFUSED, PACT), "stand", "answered", "rejects")
    assert Report(told, named(told)).telling == [(3, 10), (10, 18), (18, 22)]


def test_sentences_of_terms_and_of_whom_the_rules_gave_a_part_are_looked_at() -> None:
    doc = report(OFFER, SNOW, REFUSED)
    (draft,) = named(doc)
    draft.to.append(span_of(doc, 7, 8))
    draft.terms.append(Term(span_of(doc, 15, 16)))
    assert Report(doc, [draft]).telling == [(0, 7), (7, 10), (10, 18)]


def test_the_sentence_behind_is_looked_at_where_somebody_says_something() -> None:
    doc = report(OFFER, SAID, SAID)
    said = [Statement("s", span_of(doc, n, n + 1), span_of(doc, n + 1, n + 2), ()) for n in (7, 12)]
    assert Report(doc, named(doc), (), said).telling == [(0, 7), (7, 12)]


def test_who_mediates_is_looked_for() -> None:
    doc = report(OFFER, SNOW, SNOW.replace("fell", "mediated"))
    assert Report(doc, named(doc)).telling == [(0, 7), (10, 13)]
