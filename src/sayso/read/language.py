"""A text to the code of its language: by small English words, else by a trained table."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from py3langid.langid import MODEL_FILE, LanguageIdentifier

#: Characters of a text that are looked at.
SAMPLE = 20_000
#: With this share of small English words a text is English; others use next to none of them.
ENOUGH = 0.12
#: A text of fewer words is taken for English unless the table is as sure as this.
FEW, SURE = 20, 0.95
_WORD = re.compile(r"[^\W\d_]+")
#: The languages that the table may answer: those of the world's wire services and larger papers.
LANGUAGES = (
    "af", "am", "ar", "az", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et",
    "fa", "fi", "fr", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "ko", "ku",
    "lt", "lv", "mk", "ms", "nl", "no", "pl", "ps", "pt", "ro", "ru", "sk", "sl", "sq", "sr",
    "sv", "sw", "ta", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip


def detect(text: str, *, given: str | None = None) -> str | None:
    """Return the BCP-47 code of a text's language.

    The text decides; ``given``, what its file says, stays where it names the same language in
    more detail ("en-GB") and where the text has too few words to tell.
    """
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    if words and sum(w in small_words() for w in words) >= ENOUGH * len(words):
        return given if given and given.partition("-")[0].lower() == "en" else "en"
    code, probability = table().classify(sample)
    if code != "en" and probability < SURE and len(words) < FEW and _is_latin(sample):
        return given or "en"
    return given if given and given.partition("-")[0].lower() == code else str(code)


@cache
def small_words() -> frozenset[str]:
    """Return the English words that are common in every English text and rare in any other."""
    lines = files("sayso.read").joinpath("data", "small_words.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


@cache
def table() -> LanguageIdentifier:
    """Return the trained table, loaded when first asked (about a second)."""
    made = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    made.set_languages(LANGUAGES)
    return made


def _is_latin(text: str) -> bool:
    """Tell whether most letters of the text are Latin ones."""
    letters = [c for c in text if c.isalpha()]
    latin = sum(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in letters)
    return 2 * latin > len(letters)
