"""Opinion polls out of frozen parses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc
from tests.parsed import parsed

from sayso.extract import extract
from sayso.find.polls.polls import find_polls
from sayso.record.reading import Article

Frozen = Callable[..., Doc]


def test_a_poll_has_its_pollster_and_the_share_of_each_answer(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("negotiations", "poll"))
    assert poll.pollster is not None and poll.pollster.text == "the Lakeside Institute"
    assert [(a.answer.text, a.share) for a in poll.answers] == [
        ("favoured the talks", 46), ("opposed them", 38), ("did not know", 16),
    ]  # fmt: skip


def test_shares_of_anything_else_stay_out(frozen: Frozen) -> None:
    (poll,), _ = find_polls(frozen("negotiations", "poll"))
    assert 40 not in [a.share for a in poll.answers]
    (first, second), _ = find_polls(frozen("negotiations", "two-questions"))
    shares = [a.share for a in (*first.answers, *second.answers)]
    assert shares == [55, 31, 62]  # neither the margin of error nor what it was in March


def test_another_question_is_another_poll_of_the_same_pollster(frozen: Frozen) -> None:
    (first, second), _ = find_polls(frozen("negotiations", "two-questions"))
    assert (first.id, second.id) == ("q1", "q2")
    assert second.question is not None
    assert second.question.text == "whether the minister should resign"
    for poll in (first, second):
        assert poll.pollster is not None and poll.pollster.text.endswith("Harbour Polling")
        assert poll.population is not None and poll.population.text == "900 voters"
        assert poll.time is not None and poll.time.text == "last week"


TOLD = """
In ADP 4 case
a DET 4 det
separate ADJ 4 amod
poll NOUN 14 obl
of ADP 7 case
Sylvan ADJ 7 amod NORP
farmers NOUN 4 nmod _ Number=Plur
by ADP 10 case
the DET 10 det
Institute PROPN 4 nmod Organization
·, PUNCT 14 punct
47 NUM 13 nummod
percent NOUN 14 nsubj
hoped VERB 0 root
that SCONJ 19 mark
peace NOUN 19 nsubj
would AUX 19 aux
be AUX 19 cop
signed VERB 14 ccomp
this DET 21 det
year NOUN 19 obl:unmarked
·. PUNCT 14 punct
"""
HELD = """
The DET 2 det
poll NOUN 4 nsubj:pass
was AUX 4 aux:pass
run VERB 0 root
last ADJ 6 amod
month NOUN 4 obl:unmarked
·. PUNCT 4 punct
"""
MORE = """
The DET 2 det
Institute PROPN 3 nsubj Organization
said VERB 0 root
30 NUM 5 nummod
percent NOUN 7 nsubj
would AUX 7 aux
emigrate VERB 3 ccomp
·. PUNCT 3 punct
"""
VOTE = """
Some DET 2 advmod
64 NUM 3 nummod
percent NOUN 4 nsubj
backed VERB 0 root
it PRON 4 obj
in ADP 8 case
a DET 8 det
referendum NOUN 4 obl
·. PUNCT 4 punct
"""
INTENT = """
Some DET 2 advmod
64 NUM 3 nummod
percent NOUN 5 nsubj
would AUX 5 aux
back VERB 0 root
it PRON 5 obj
in ADP 9 case
a DET 9 det
referendum NOUN 5 obl
·. PUNCT 5 punct
"""


def test_those_asked_are_told_by_a_people_without_a_number() -> None:
    (poll,), _ = find_polls(report(TOLD))
    assert poll.population is not None and poll.population.text == "Sylvan farmers"


def test_the_time_of_a_poll_is_that_of_its_asking_not_of_what_people_hope_for() -> None:
    (poll,), _ = find_polls(report(TOLD))
    assert poll.time is None
    (poll,), _ = find_polls(report(TOLD, HELD))
    assert poll.time is not None and poll.time.text == "last month"


def test_further_answers_of_one_pollster_belong_to_the_same_poll() -> None:
    (poll,), _ = find_polls(report(TOLD, MORE))
    assert [a.share for a in poll.answers] == [47, 30]


def test_shares_that_add_to_more_than_a_hundred_answer_several_questions() -> None:
    polls, _ = find_polls(report(TOLD, MORE.replace("30", "60")))
    assert [[a.share for a in p.answers] for p in polls] == [[47], [60]]


def test_the_name_of_a_pollster_in_the_midst_of_a_word_tells_of_no_poll() -> None:
    (poll,), _ = find_polls(paragraphs(report(TOLD, MORE)))
    assert [a.share for a in poll.answers] == [47, 30]
    (poll,), _ = find_polls(paragraphs(report(TOLD, MORE.replace("Institute", "Institutes"))))
    assert [a.share for a in poll.answers] == [47]


def test_the_outcome_of_a_vote_is_no_answer_but_what_people_would_do_in_one_is() -> None:
    (poll,), _ = find_polls(report(TOLD, VOTE))
    assert [a.share for a in poll.answers] == [47]
    (poll,), _ = find_polls(report(TOLD, INTENT.replace("64", "34")))
    assert [a.share for a in poll.answers] == [47, 34]


def report(*sentences: str) -> Doc:
    """The tables of several sentences as one Doc."""
    lines: list[str] = []
    for sentence in sentences:
        first = len(lines)
        for line in sentence.strip().splitlines():
            word, pos, head, *rest = line.split()
            at = int(head) + first if int(head) else 0
            lines.append(" ".join((word, pos, str(at), *rest)))
    return parsed("\n".join(lines))


def paragraphs(doc: Doc) -> Doc:
    """The same Doc with each of its sentences in a paragraph of its own."""
    return Doc(
        doc.vocab,
        words=[t.text + "\n\n" if t.is_sent_end else t.text for t in doc],
        spaces=[bool(t.whitespace_) and not t.is_sent_end for t in doc],
        pos=[t.pos_ for t in doc],
        morphs=[str(t.morph) for t in doc],
        lemmas=[t.lemma_ for t in doc],
        heads=[t.head.i for t in doc],
        deps=[t.dep_ for t in doc],
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
    )


PLACED = """
It PRON 3 nsubj
was AUX 3 cop
lower ADJ 0 root
in ADP 5 case
Torland PROPN 3 obl Location
·, PUNCT 8 punct
which PRON 8 nsubj
borders VERB 5 acl:relcl
Norland PROPN 8 obj Location
·, PUNCT 14 punct
where ADV 14 advmod
29 NUM 13 nummod
percent NOUN 14 nsubj
agreed VERB 5 acl:relcl
·. PUNCT 3 punct
"""
SIMILAR = """
A DET 3 det
similar ADJ 3 amod
poll NOUN 6 nsubj
in ADP 5 case
March PROPN 3 nmod Date
put VERB 0 root
support NOUN 6 obj
at ADP 10 case
44 NUM 10 nummod
percent NOUN 6 obl
·. PUNCT 6 punct
"""


@pytest.mark.parametrize("governed", ["Torland", "Norland"])
def test_the_place_in_whose_clause_a_share_stands_is_that_of_those_asked(governed: str) -> None:
    agreed = {"Torland": "agreed VERB 5", "Norland": "agreed VERB 9"}[governed]
    hung = PLACED.replace("agreed VERB 5", agreed)
    total, group = find_polls(report(TOLD, hung))[0]
    assert total.population is not None and total.population.text == "Sylvan farmers"
    assert group.population is not None and group.population.text == "Torland"
    assert [a.share for a in group.answers] == [29]


@pytest.mark.parametrize("told", ["similar", "earlier"])
def test_a_poll_of_before_gives_the_new_one_no_answer_and_no_time(told: str) -> None:
    (poll,), _ = find_polls(report(TOLD, SIMILAR.replace("similar", told)))
    assert [a.share for a in poll.answers] == [47] and poll.time is None


def test_a_similar_poll_without_a_time_may_be_new() -> None:
    found, _ = find_polls(report(TOLD, SIMILAR.replace("Date", "Location")))
    assert [a.share for p in found for a in p.answers] == [47, 44]


def test_a_pollster_has_its_whole_name_and_those_asked_are_no_figure() -> None:
    text = (
        "A poll of 1,800 people in five states by the Norland Polling Centre last month found 71% "
        "wanted an immediate truce, while 18% backed a military victory."
    )
    reading = extract(Article(id="x", text=text))
    assert [p.pollster and p.pollster.text for p in reading.polls] == ["the Norland Polling Centre"]
    assert [f.quantity.text for f in reading.figures] == ["71", "18"]
