"""Tests of telling the encoding of bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.encoding import decode

CURLY = "The men said “that” it was late — so the ministry’s café closed."
NAMES = "Officials in Genève and Besançon said on Monday that the envoy was late. "
RUSSIAN = "Президент сказал, что переговоры продолжаются в столице. "
JAPANESE = "大統領は交渉が続いていると述べた。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CURLY, "utf-8"),
        (CURLY, "utf-8-sig"),
        (CURLY, "utf-16"),
        (CURLY, "utf-16-le"),
        (CURLY, "utf-16-be"),
        (CURLY, "utf-32"),
        (CURLY, "cp1252"),
        (CURLY * 3, "mac_roman"),
        (NAMES, "latin-1"),
        (NAMES * 3, "cp1252"),
        (RUSSIAN * 5, "cp1251"),
        (RUSSIAN * 5, "koi8-r"),
        (JAPANESE * 5, "shift_jis"),
        (JAPANESE * 5, "euc_jp"),
    ],
)
def test_a_text_comes_back_from_its_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "in") == (text, ())


def test_the_encoding_that_a_file_declares_is_believed_where_it_fits() -> None:
    raw = "Milošević".encode("cp1250")
    assert decode(raw, "in", declared="windows-1250")[0] == "Milošević"


@pytest.mark.parametrize("declared", ["no-such-encoding", "base64", "utf-8", "idna", "\0"])
def test_a_declared_encoding_that_does_not_fit_is_passed_over(declared: str) -> None:
    assert decode(CURLY.encode("cp1252"), "in", declared=declared) == (CURLY, ())


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF file"),
        (b"PK\x03\x04word/document.xml", "zip"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(256)) * 20, "no known encoding"),
        (b"plain\0text\0with\0zeros and more words", "binary data"),
    ],
)
def test_what_is_no_text_says_what_it_is(raw: bytes, words: str) -> None:
    text, problems = decode(raw, "in")
    assert text == ""
    assert [p.code for p in problems] == ["no-text"]
    assert words in problems[0].reason


def test_a_few_broken_bytes_in_utf_8_are_told_and_cost_only_themselves() -> None:
    raw = "“So it was”, the café’s owner said. ".encode() + b"caf\xe9"
    text, problems = decode(raw, "in")
    assert text == "“So it was”, the café’s owner said. caf\ufffd"
    assert [p.code for p in problems] == ["odd-characters"]


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_reason(raw: bytes) -> None:
    text, problems = decode(raw, "in")
    assert isinstance(text, str)
    assert text or not raw.strip(b"\xef\xbb\xbf\xfe\xff\0") or problems
    text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_every_text_in_utf_8_comes_back_to_the_character(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), "in")[0] == text
