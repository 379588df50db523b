"""Scoring of who said what: exact parts, and hits by the class of the cue."""

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.evaluate.attribution import (
    CLASSES,
    PARTS,
    WHOLE,
    found_attributions,
    read_brat,
    score_polnear,
)
from sayso.language.anchors import KEY, Anchor, Role
from sayso.parse.model import model
from sayso.parse.tokens import tokenise

TEXT = "The mayor said the bridge was closed. Residents believe it will open soon."
NOTES = """T1\tSource 0 9\tThe mayor
T2\tCue 10 14\tsaid
T3\tContent 15 36\tthe bridge was closed
E1\tCue:T2 Source:T1 Content:T3
T4\tSource 38 47\tResidents
T5\tCue 48 55\tbelieve
T6\tContent 56 73\tit will open soon
E2\tCue:T5 Source:T4 Content:T6
"""


def folder(tmp_path: Path) -> Path:
    for name, body in (("text/a.txt", TEXT), ("attributions/a.ann", NOTES)):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(body, encoding="utf-8")
    return tmp_path


def test_a_brat_file_gives_attributions_with_the_ranges_of_their_parts() -> None:
    first, second = read_brat(NOTES)
    assert first.source == ((0, 9),) and first.cue == ((10, 14),) and first.content == ((15, 36),)
    assert TEXT[slice(*second.content[0])] == "it will open soon"


def test_each_gold_attribution_counts_in_the_class_of_its_cue(tmp_path: Path) -> None:
    tallies = score_polnear(folder(tmp_path), model())
    assert set(tallies) == {*PARTS, WHOLE, *CLASSES}
    assert [tallies[c].gold for c in CLASSES] == [1, 1, 0, 0]
    assert tallies[WHOLE].gold == 2
    assert tallies["core verbs, relaxed"].hit == 1


def test_a_comma_at_the_edge_of_a_content_is_none_of_it_and_its_closing_mark_is() -> None:
    text = "“The road is open,” the mayor said, and left."
    doc = tokenise(text)
    content = Role("content", 0, 5, 0.9), Role("content", 10, 11, 0.9)
    doc.user_data[KEY] = {"attribution": [Anchor("attribution", 9, 10, "CUE", 0.9, content, {})]}
    (found,) = found_attributions(doc)
    assert [text[a:b] for a, b in found.content] == ["“The road is open,”"]


def test_each_paragraph_of_a_content_has_a_range_and_its_sentences_share_it() -> None:
    text = "She said: Come in. Sit down.\n\nStay here."
    doc = tokenise(text)
    spans = [(3, 6), (6, len(doc))]
    content = tuple(Role("content", a, b, 0.9) for a, b in spans)
    doc.user_data[KEY] = {"attribution": [Anchor("attribution", 1, 2, "CUE", 0.9, content, {})]}
    (found,) = found_attributions(doc)
    assert [text[a:b] for a, b in found.content] == ["Come in. Sit down.", "Stay here."]


def test_a_folder_without_texts_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no text/\*\.txt"):
        score_polnear(tmp_path, model())
