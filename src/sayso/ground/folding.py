"""Place names folded to keys: one key for the ways in which a name is written."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

#: Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans({
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe",
    "þ": "th", "ŋ": "n", "ə": "a",
    "'": None, "’": None, "‘": None, "ʻ": None, "ʼ": None, "`": None, "´": None, ".": None,
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Return the key of a place name, "" where it has no letter or digit.

    Case, accents, apostrophes, dots and hyphens do not count, nor does a leading "the";
    "St.", "Ft." and "Mt." stand for the full word, "&" for "and".
    """
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    plain = plain.lower().translate(_LETTERS)  # what was taken apart may be a capital, or an "ø"
    if not plain.isascii():
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = _WORD.findall(plain.replace("&", " and "))
    if len(words) > 1:
        words = [_SHORT.get(word, word) for word in words]
        if words[0] == "the":
            del words[0]
    return " ".join(words)


def key_hash(key: str) -> tuple[int, int]:
    """Return 32 bits and further 12 bits of a folded name's BLAKE2 hash."""
    digest = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little")
    return digest & 0xFFFFFFFF, (digest >> 32) & 0xFFF
