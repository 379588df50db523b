"""Tests of turning files, folders and pipes into articles that are fit to be read."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from sayso.errors import InputError, UsageError
from sayso.read.files import find_files, read_bytes, read_files
from sayso.read.formats import FORMATS, named
from sayso.read.problems import FAILURES, NOTES
from sayso.read.text import LONGEST

WORDS = "The army said that the two men had been held at the border."


def codes(raw: bytes) -> list[str]:
    return [p.code for a in read_bytes(raw) for p in a.problems]


def test_a_folder_gives_its_files_of_known_formats_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.jsonl", "photo.png", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WORDS)
    found = find_files([tmp_path])
    assert [str(f.relative_to(tmp_path)) for f in found] == ["a.html", "b.txt", "sub/c.jsonl"]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        find_files([tmp_path / "nowhere.txt"])


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("story", WORDS, "text"),
        ("story", '\n {"text": "' + WORDS + '"}\n', "jsonl"),
        ("story", "<!-- x --><!DOCTYPE HTML><title>a</title>", "html"),
        ("story", "<?xml version='1.0'?>\n<html>", "html"),
        ("story", "{not JSON, a text", "text"),
    ],
)
def test_the_format_is_told_by_the_first_bytes(name: str, content: str, form: str) -> None:
    from sayso.read.formats import by_look

    stream = io.BufferedReader(io.BytesIO(content.encode()))  # type: ignore[arg-type]
    assert by_look(stream).name == form
    assert stream.read() == content.encode()


def test_every_format_has_its_own_endings() -> None:
    endings = [e for f in FORMATS for e in f.endings]
    assert len(endings) == len(set(endings))


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(UsageError, match="'docx'"):
        named("docx")


def test_the_day_that_is_given_counts_where_none_is_written(tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"text": "the one"}\n{"text": "the two", "date": "1982-05-02"}\n')
    found = read_files([lines], published="1999-09-20")
    assert [a.published for a in found] == ["1999-09-20", "1982-05-02"]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WORDS.encode())))
    assert [a.text for a in read_files([Path("-")])] == [WORDS]


def test_a_file_whose_name_is_no_utf_8_can_be_told_of(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    odd.write_bytes(b"%PDF-1.7")
    for file in (odd, Path(f"{odd}.gone")):
        (article,) = read_files([file])
        assert "caf\ufffd.txt" in article.id
        (article.id + article.problems[0].reason).encode("utf-8")


def test_a_file_that_is_gone_when_its_turn_comes_is_a_failed_report(tmp_path: Path) -> None:
    (article,) = read_files([tmp_path / "gone.txt"])
    assert (article.id, article.problems[0].code) == (str(tmp_path / "gone.txt"), "unreadable")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"12345 --- 77", "empty"),
        ("🙂 🙃".encode(), "empty"),
        (b"%PDF-1.4", "no-text"),
        (b"Le ministre a dit que les hommes sont morts dans la capitale. " * 3, "not-english"),
        ((WORDS * (LONGEST // len(WORDS) + 1)).encode(), "too-long"),
    ],
)
def test_a_report_that_cannot_be_read_says_why(raw: bytes, code: str) -> None:
    assert codes(raw) == [code]


def test_a_report_that_can_be_read_has_its_language_and_no_problem() -> None:
    (article,) = read_bytes(WORDS.encode())
    assert (article.language, article.problems) == ("en", ())


def test_every_code_says_what_to_do() -> None:
    assert all({**FAILURES, **NOTES}.values())
    assert not FAILURES.keys() & NOTES.keys()
