"""Words to lemmas: nouns and verbs by their form, all others by what the encoder says."""

from __future__ import annotations

from functools import cache, lru_cache

from sayso.language.verb_forms import verb_lemma
from sayso.language.word_lists import rows

#: So many words are kept with their lemmas.
MOST_LEMMAS = 50_000
#: Nouns in -men that are no plurals.
NO_PLURALS = frozenset(
    {"abdomen", "acumen", "albumen", "bitumen", "hymen", "lumen", "omen", "ramen", "regimen",
     "semen", "specimen", "stamen"}
)  # fmt: skip
#: Nouns whose plural in -ies is made of -ie.
IN_IE = frozenset(
    {"bookie", "brownie", "calorie", "collie", "cookie", "die", "goalie", "hippie", "junkie", "lie",
     "magpie", "menagerie", "movie", "necktie", "pie", "pixie", "prairie", "reverie", "rookie",
     "selfie", "sortie", "tie", "zombie"}
)  # fmt: skip
#: Nouns whose plural in -sses is made of -sse.
IN_SSE = frozenset({"crevasse", "finesse", "fosse", "impasse", "mousse", "posse", "wrasse"})


@lru_cache(maxsize=MOST_LEMMAS)
def lemma(word: str, script: str, upos: str) -> str:
    """Return the lemma of a word; ``script`` ("strip:add") is what the encoder makes of it.

    Nouns whose plural is not made with -s have a list; verbs are brought to their plain form by
    their ending and two lists. A script that puts another name in the place of the word's own
    ("7:Spanish" for "Argentine") says no more than that the lemma keeps its capital.
    """
    base = word if upos == "PROPN" else word.lower()
    if upos == "NOUN" and (singular := _singular(base)) is not None:
        return singular
    if upos == "VERB" and base.isalpha():
        return verb_lemma(base)
    strip, _, add = script.partition(":")
    made = base[: max(0, len(base) - int(strip))] + add or base
    if upos == "NOUN" and made.endswith("ie") and made + "s" == base and made not in IN_IE:
        return made[:-2] + "y"  # "babies" is read as more than one "babie" at times
    if upos == "NOUN" and made.endswith("sse") and made + "s" == base and made not in IN_SSE:
        return made[:-1]  # and "witnesses" as more than one "witnesse"
    if len(add) > 3 and add[0].isupper() and made[:3].lower() != word[:3].lower():
        return word
    return made


def _singular(noun: str) -> str | None:
    """The singular of a plural that is not made with -s: "gunmen", "grandchildren", "wolves"."""
    if noun.endswith("men") and noun not in NO_PLURALS:
        return noun[:-2] + "an"
    return noun[:-3] if noun.endswith("children") else _plurals().get(noun)


@cache
def _plurals() -> dict[str, str]:
    return dict(rows("irregular_nouns"))  # type: ignore[arg-type]
