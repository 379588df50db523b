"""Who speaks where somebody was told, warned, asked or quoted by another, or is named with him."""

from __future__ import annotations

import pytest

from sayso.extract import extract
from sayso.record.reading import Article


def _sources(text: str) -> dict[str, str | None]:
    reading = extract(Article(id="x", text=text))
    return {s.cue.text: s.source.text if s.source else None for s in reading.statements}


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        (
            "Doctors at the Civil Hospital were quoted by Geo News as saying that two had died.",
            "were quoted by",
            "Geo News",
        ),
        ("Ann Roe was sworn in on Monday, vowing to wipe out graft.", "vowing", "Ann Roe"),
        (
            "Ann Roe was told by the judge Bert Holm that she could sit. She denied the charge.",
            "denied",
            "Ann Roe",
        ),
        (
            "Roe denies the theft. He was told by a judge, Bert Holm, to stand. “I did not take "
            "it,” he said.",
            "said",
            "Roe",
        ),
        (
            "Ana Lind's office quoted her as telling Karl Moss that lies were being spread.",
            "telling",
            "Ana Lind",
        ),
        (
            "Judges turned down a plea by Karl Moss. They said they saw no reason to free him.",
            "said",
            "Judges",
        ),
        (
            "Chancellor Ann Berg-Holm's spokesman, Karl Moss, said the troops had held their fire.",
            "said",
            "Chancellor Ann Berg-Holm's spokesman, Karl Moss",
        ),
        (
            "Ann Roe spoke. Asked by Mr Moss whether she believed the statement was false, she "
            "said no.",
            "believed",
            "Ann Roe",
        ),
    ],
)
def test_who_was_but_told_or_asked_speaks_himself(text: str, cue: str, source: str) -> None:
    assert _sources(text)[cue] == source


def test_who_was_warned_goes_on_and_not_who_warned_him() -> None:
    found = _sources("The mayor was warned by friends to hide but wanted the truth heard.")
    assert found["wanted"] == "The mayor"


def test_whom_one_accuses_stands_with_the_accusation() -> None:
    reading = extract(Article(id="x", text="Karl Moss, whom Oslo accuses of theft, left."))
    content = [c.text for s in reading.statements for c in s.content]
    assert content == ["Karl Moss", "of theft"]
