"""Bytes to text: UTF-8 first, then what the file says of itself, then a measured guess."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from sayso.record.reading import Problem

#: Bytes of a file that are looked at to guess its encoding.
SAMPLE = 65_536
#: More control characters than this share of the text, and it is no text.
CONTROLS = 0.01
#: A byte order mark, the longer ones first, and the encoding that it stands for.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Encodings that are guessed, the commoner first: of two that fit as well the first is taken.
GUESSED = (
    "cp1252", "mac_roman", "cp1250", "cp1251", "koi8_r", "cp1256", "cp1255", "cp1253", "cp1254",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
#: First bytes of common files that are no text.
BINARY = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x28\xb5\x2f\xfd": "a zstandard archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "a rich text document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


Decoded = tuple[str, tuple[Problem, ...]]


def decode(raw: bytes, name: str, *, declared: str | None = None) -> Decoded:
    """Return the text that bytes write, and problems: "no-text" (then ""), "odd-characters".

    ``name`` names the file in a problem's reason; ``declared`` is the encoding that the file
    itself names. A byte order mark is not part of the text.
    """
    for first, kind in BINARY.items():
        if raw.startswith(first):
            return "", (Problem("no-text", f"{name} is {kind}, not text"),)
    encoding = _encoding(raw, declared)
    if encoding is None:
        return "", (Problem("no-text", f"{name} is written in no known encoding"),)
    text = raw.decode(encoding, "replace")
    if "\0" in text or len(_CONTROL.findall(text)) > CONTROLS * len(text):
        return "", (Problem("no-text", f"{name} holds binary data, not text"),)
    odd = text.count("\ufffd") - raw.count("\ufffd".encode())
    if odd > 0:
        reason = f"{odd} characters of {name} do not fit its encoding {encoding}"
        return text, (Problem("odd-characters", reason),)
    return text, ()


def _encoding(raw: bytes, declared: str | None) -> str | None:
    """The encodings in the order of trust: mark, UTF-8, declared, UTF-16 by its zeros, guess."""
    marked = next((name for mark, name in MARKS if raw.startswith(mark)), None)
    if marked or _is(raw, "utf-8"):
        return marked or "utf-8"
    if declared and _is_known(declared) and _is(raw, declared):
        return declared
    return _with_zeros(raw) if b"\0" in raw[:SAMPLE] else _damaged(raw) or _guess(raw[:SAMPLE])


def _is_known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except (LookupError, ValueError):
        return False


def _is(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except (UnicodeError, ValueError):
        return False
    return True


def _with_zeros(raw: bytes) -> str | None:
    """UTF-16 without a mark: the zeros of Latin letters stand on one side of each pair."""
    places = Counter(i % 2 for i, byte in enumerate(raw[:SAMPLE]) if not byte)
    side, zeros = places.most_common(1)[0]
    encoding = "utf-16-le" if side else "utf-16-be"
    is_lopsided = zeros > 10 * places[1 - side] and zeros * 4 > min(len(raw), SAMPLE)
    return encoding if is_lopsided and _is(raw[: len(raw) // 2 * 2], encoding) else None


def _damaged(raw: bytes) -> str | None:
    """UTF-8 with a few broken bytes: more than two sound characters to each broken one."""
    text = raw[:SAMPLE].decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(c > "\x7f" for c in text) - broken
    return "utf-8" if sound > 2 * broken else None


def _guess(sample: bytes) -> str | None:
    """The likeliest of the encodings that news is found in; where two fit as well, the first."""
    from charset_normalizer import from_bytes

    found = from_bytes(sample, cp_isolation=list(GUESSED), threshold=0.3)
    fits = [
        (round(match.chaos, 1), GUESSED.index(encoding))
        for match in found
        for encoding in match.could_be_from_charset
        if encoding in GUESSED
    ]
    return GUESSED[min(fits)[1]] if fits else None
