"""Tests of packed files: what they hold, and what is refused."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from io import BufferedReader, BytesIO
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.files import find_files, read_files
from sayso.read.packed import RATIO, Unpackable, unpacked

LINES = [f"The mayor of town {n} said that {n * 7} people had left it." for n in range(200)]
RAW = b"".join(json.dumps({"id": str(n), "text": t}).encode() + b"\n" for n, t in enumerate(LINES))
Pack = Callable[[bytes], bytes]
PACKS = pytest.mark.parametrize(
    ("ending", "pack"),
    [(".gz", gzip.compress), (".zst", zstandard.ZstdCompressor(write_checksum=True).compress)],
)


def read(raw: bytes) -> bytes:
    return unpacked(BufferedReader(BytesIO(raw)), "in").read()  # type: ignore[arg-type]


@PACKS
def test_packed_lines_give_their_articles(tmp_path: Path, ending: str, pack: Pack) -> None:
    (tmp_path / f"in.jsonl{ending}").write_bytes(pack(RAW))
    found = read_files(find_files([tmp_path]))
    assert [(a.id, a.text, a.problems) for a in found] == [
        (str(n), text, ()) for n, text in enumerate(LINES)
    ]


@PACKS
def test_several_packs_one_after_another_are_one_file(ending: str, pack: Pack) -> None:
    assert read(pack(RAW) + pack(b"") + pack(LINES[0].encode())) == RAW + LINES[0].encode()


@PACKS
def test_of_a_file_that_is_cut_off_the_beginning_is_read_and_the_end_told(
    tmp_path: Path, ending: str, pack: Pack
) -> None:
    path = tmp_path / f"in.jsonl{ending}"
    path.write_bytes(pack(RAW[:6000]) + pack(RAW[6000:])[:-9])
    *sound, last = read_files([path])
    assert len(sound) >= 60
    assert [a.text for a in sound] == LINES[: len(sound)]
    assert [p.code for p in last.problems] == ["truncated"]
    assert str(path) in last.problems[0].reason


@PACKS
def test_a_damaged_pack_is_told(tmp_path: Path, ending: str, pack: Pack) -> None:
    path = tmp_path / f"in.jsonl{ending}"
    raw = bytearray(pack(RAW))
    raw[len(raw) // 2] ^= 0xFF
    path.write_bytes(pack(RAW) + bytes(raw))
    *sound, last = read_files([path])
    assert [a.text for a in sound[:200]] == LINES
    assert [p.code for p in last.problems] == ["bad-record"]


@PACKS
def test_a_bomb_is_refused_before_it_fills_the_memory(ending: str, pack: Pack) -> None:
    bomb = pack(b" " * 60_000_000)
    assert len(bomb) * RATIO < 60_000_000
    stream = unpacked(BufferedReader(BytesIO(bomb)), "in")  # type: ignore[arg-type]
    given = 0
    with pytest.raises(Unpackable, match="100 bytes") as refused:
        while piece := stream.read(65_536):
            given += len(piece)
    assert refused.value.problem.code == "bomb"
    assert given < 40_000_000


def test_a_bomb_behind_much_text_is_refused() -> None:
    noise = bytes(range(256)) * 8_000
    stored = gzip.compress(noise, 0) + gzip.compress(b" " * 400_000_000, 9)
    stream = unpacked(BufferedReader(BytesIO(stored)), "in")  # type: ignore[arg-type]
    with pytest.raises(Unpackable, match="100 bytes"):
        while stream.read(1 << 20):
            pass


@settings(deadline=None)
@given(st.binary(max_size=3000), st.integers(0, 3000))
def test_every_pack_gives_back_its_bytes_and_every_cut_is_told(raw: bytes, cut: int) -> None:
    packed = gzip.compress(raw)
    assert read(packed) == raw
    if 4 <= cut < len(packed):
        with pytest.raises(Unpackable):
            read(packed[:cut])
