"""Tests of reading WARC files, sound and broken."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read import warc_records
from sayso.read.files import read_bytes, read_files
from sayso.record.reading import Article

Read = Callable[[str, bytes], list[Article]]
SENTENCES = (
    "The harbour master said on Monday that three ships had been turned back at the strait.",
    "A union of sailors denied that and told reporters that no ship had come near the strait.",
    "The navy of the island did not answer questions, but said its patrols would go on.",
)


def page(number: int) -> bytes:
    body = "".join(f"<p>{s} It was case {number}.</p>" for s in SENTENCES)
    return (
        f"<!doctype html><html><head><title>Case {number}</title></head>"
        f"<body><article><h1>Case {number}</h1>{body}</article></body></html>"
    ).encode()


def record(
    number: int,
    *,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    body: bytes | None = None,
    encoding: str | None = None,
    packed: bool = True,
) -> bytes:
    headers = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n"
    headers += f"Content-Encoding: {encoding}\r\n" if encoding else ""
    content = headers.encode() + b"\r\n" + (page(number) if body is None else body)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:0000-{number}>\r\n"
        f"WARC-Target-URI: https://strait.example/{number}\r\n"
        "WARC-Date: 2001-01-01T00:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    whole = head.encode() + content + b"\r\n\r\n"
    return gzip.compress(whole) if packed else whole


def told(found: list[Article]) -> list[str]:
    """For every article its title, or the code of its problem."""
    return [a.problems[0].code if a.problems else str(a.title) for a in found]


@pytest.mark.parametrize("packed", [True, False])
def test_every_page_that_was_fetched_is_an_article(articles: Read, packed: bool) -> None:
    raw = b"".join(record(n, packed=packed) for n in range(3))
    found = articles("warc", raw)
    assert told(found) == ["Case 0", "Case 1", "Case 2"]
    assert [a.id for a in found] == [f"urn:uuid:0000-{n}" for n in range(3)]
    assert found[1].url == "https://strait.example/1"
    assert all(s in found[2].text for s in SENTENCES)
    assert found[0].published is None


def test_other_answers_and_other_kinds_of_file_are_no_reports(articles: Read) -> None:
    raw = record(0, status="404 Not Found") + record(1, kind="image/png") + record(2)
    assert told(articles("warc", raw)) == ["Case 2"]


def test_a_page_that_was_sent_packed_is_unpacked(articles: Read) -> None:
    raw = record(5, body=gzip.compress(page(5)), encoding="gzip")
    assert told(articles("warc", raw)) == ["Case 5"]


def test_the_encoding_that_a_page_was_sent_with_is_used(articles: Read) -> None:
    body = page(1).decode().replace("island", "Šibenik coast").encode("iso-8859-2")
    (article,) = articles("warc", record(1, kind="text/html; charset=iso-8859-2", body=body))
    assert "Šibenik" in article.text


def test_a_packed_file_is_known_by_its_ending_and_by_its_look(tmp_path: Path) -> None:
    for name in ("crawl.warc.gz", "crawl"):
        (tmp_path / name).write_bytes(record(0) + record(1))
        assert told(list(read_files([tmp_path / name]))) == ["Case 0", "Case 1"]


def broken_middle(raw: bytes) -> bytes:
    at = len(raw) // 2
    return raw[:at] + bytes(b ^ 0xFF for b in raw[at : at + 8]) + raw[at + 8 :]


def test_behind_a_damaged_packed_record_the_next_one_is_found(articles: Read) -> None:
    raw = record(0) + broken_middle(record(1)) + record(2) + record(3)
    assert told(articles("warc", raw)) == ["Case 0", "bad-record", "Case 2", "Case 3"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw.replace(b"WARC/1.0", b"WORC/1.0"),
        lambda raw: raw.replace(b"Content-Length: ", b"Content-Length: 9", 1),
        lambda raw: raw.replace(b"Content-Length: ", b"Content-Length: x", 1),
        lambda raw: raw[: len(raw) // 2] + b"\r\n\r\n",
        lambda raw: raw[200:],
    ],
)
def test_behind_a_broken_plain_record_the_next_one_is_found(
    articles: Read, spoil: Callable[[bytes], bytes]
) -> None:
    parts = [record(n, packed=False) for n in range(40)]
    found = told(articles("warc", parts[0] + spoil(parts[1]) + b"".join(parts[2:])))
    assert found[0] == "Case 0"
    assert found[1] == "bad-record"
    assert found[-1] == "Case 39"


def test_a_file_that_is_cut_off_is_told(articles: Read) -> None:
    for packed in (True, False):
        raw = record(0, packed=packed) + record(1, packed=packed)[:-60]
        assert told(articles("warc", raw)) == ["Case 0", "truncated"]


def test_bombs_are_refused_and_the_rest_is_read(articles: Read) -> None:
    spaces = b" " * 3_000_000
    packed = record(1, body=spaces)
    sent_packed = record(2, body=gzip.compress(spaces), encoding="gzip", packed=False)
    assert told(articles("warc", record(0) + packed + record(3))) == ["Case 0", "bomb", "Case 3"]
    plain = record(0, packed=False) + sent_packed + record(3, packed=False)
    assert told(articles("warc", plain)) == ["Case 0", "bomb", "Case 3"]


def test_a_record_above_the_limit_is_passed_over(
    articles: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warc_records, "RECORD", 5_000)
    for packed in (True, False):
        large = record(1, body=page(1) + bytes(range(256)) * 30, packed=packed)
        raw = record(0, packed=packed) + large + record(2, packed=packed)
        assert told(articles("warc", raw)) == ["Case 0", "bomb", "Case 2"]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2000), st.binary(min_size=1, max_size=20), st.booleans())
def test_damage_anywhere_raises_no_error(at: int, damage: bytes, packed: bool) -> None:
    raw = b"".join(record(n, kind="text/plain", packed=packed) for n in range(3))
    at %= len(raw)
    for article in read_bytes(raw[:at] + damage + raw[at + len(damage) :]):
        assert isinstance(article.text, str)
