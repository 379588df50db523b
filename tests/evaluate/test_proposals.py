"""The measure of proposals and polls."""

from __future__ import annotations

from sayso.evaluate.marked import read_marked
from sayso.evaluate.proposals import pair_proposals, score_readings
from sayso.record.reading import Article, Reading

TEXT = (
    "Talvia offered Mirania a truce. Under the truce Talvia would free 20 captives within a week. "
    "Mirania rejected it. A poll by Lake found 40 percent in favour."
)
MARKS = {
    "proposals": [
        {
            "id": "p1", "name": "a truce", "by": ["Talvia"], "to": ["Mirania"], "state": "rejected",
            "terms": [{"what": "free 20 captives within a week", "party": "Talvia##2"}],
            "stances": [{"party": "Mirania##2", "stance": "rejects"}],
        }
    ],
    "polls": [{"id": "q1", "pollster": "Lake", "answers": [{"answer": "in favour", "share": 40}]}],
}  # fmt: skip


def reading(**changed: object) -> Reading:
    proposal = {**MARKS["proposals"][0], **changed}
    return read_marked(Article("a", TEXT), {**MARKS, "proposals": [proposal]})


def test_a_record_against_itself_is_all_right() -> None:
    tallies = score_readings([(reading(), reading())])
    assert {name: t.f1 for name, t in tallies.items()} == dict.fromkeys(tallies, 100.0)


def test_another_mention_is_found_where_a_term_overlaps() -> None:
    other = reading(name="the truce", terms=[{"what": "20 captives", "party": "Talvia##2"}])
    assert len(pair_proposals(reading().proposals, other.proposals)) == 1
    tallies = score_readings([(reading(), other)])
    assert tallies["terms"].hit == 1  # two of five words: "20 captives" of "free 20 ... week"
    apart = reading(name="the truce", terms=[])
    assert pair_proposals(reading().proposals, apart.proposals) == []


def test_a_party_counts_with_its_role_and_by_its_name_wherever_it_stands() -> None:
    swapped = reading(by=["Mirania##2"], to=["Talvia##2"])
    tallies = score_readings([(reading(), swapped)])
    assert tallies["parties"].hit == 0
    assert tallies["parties, any role"].hit == 2


def test_a_stance_needs_the_right_party_and_what_is_missed_counts() -> None:
    wrong = reading(stances=[{"party": "Talvia", "stance": "rejects"}])
    assert score_readings([(reading(), wrong)])["stances"].hit == 0
    empty = Reading("a")
    tallies = score_readings([(reading(), empty)])
    assert tallies["stances"].gold == tallies["terms"].gold == 1
    assert tallies["state (of those found)"].gold == 0
