"""Words to lemmas: nouns and verbs by their form, all others by what the encoder says."""

from __future__ import annotations

from functools import cache, lru_cache

from sayso.language.word_lists import rows, words_of

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
VOWELS = frozenset("aeiou")
#: Last letters of a stem behind which an e is gone in -ed and -ing, by the letters before them.
ALWAYS_E = ("c", "dg", "lg", "rg", "s", "u", "v", "z")
#: Two vowels before the last letter make a syllable long without an e: "read", "await".
LONG = ("ai", "au", "ea", "ee", "ei", "ie", "oa", "oi", "oo", "ou")


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


@cache
def _irregular() -> dict[str, str]:
    return dict(rows("irregular_verbs"))  # type: ignore[arg-type]


def verb_lemma(form: str) -> str:
    """Return the plain form of a verb in lower case: "denied" -> deny, "seized" -> seize."""
    if (known := _irregular().get(form)) is not None:
        return known
    if form in words_of("verb_stems", "plain"):
        return form
    if form.endswith("s"):
        return _third_person(form)
    if form.endswith("ied") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("eed") and len(form) > 4 and form not in words_of("verb_stems", "plain"):
        return form[:-1]  # "agreed", "freed"
    if form.endswith("ed") and len(form) > 3:
        return _of_stem(form[:-2])
    if (
        form.endswith("ing")
        and len(form) > 4
        and not VOWELS.isdisjoint(form[:-3] + ("o" if "y" in form[:-3] else ""))
    ):
        return _of_stem(form[:-3])
    return form


def _third_person(form: str) -> str:
    if form.endswith(("ss", "us", "is")) or len(form) < 4:
        return form
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return form[:-2]
    return form[:-1]


def _of_stem(stem: str) -> str:
    """The plain form of what is left of a verb without -ed or -ing: "stopp", "seiz", "deni"."""
    if stem in words_of("verb_stems", "e"):
        return stem + "e"
    if stem in words_of("verb_stems", "bare"):
        return stem
    if len(stem) < 3:
        return stem + "e" if stem[-1] not in VOWELS and stem[0] in VOWELS else stem
    last, before = stem[-1], stem[-2]
    if last == before and last not in VOWELS:
        doubled = last not in "lsfz" or stem in words_of("verb_stems", "doubled")
        return stem[:-1] if doubled else stem
    return stem + "e" if _has_e(stem, last, before) else stem


def _has_e(stem: str, last: str, before: str) -> bool:
    """Tell whether a stem has lost an e: behind some letters always, behind a consonant and l or r,
    behind one short vowel and a consonant mostly."""
    if stem.endswith(ALWAYS_E):
        return True
    if last == "g":
        return True
    if before not in VOWELS:
        return last in "lr" and before not in "lrwy" and last != before
    if stem[-3:-1] in LONG or last in "wxyhf" or last in VOWELS:
        return False
    if before == "e":
        return False
    if before == "o":
        return last in "dkszt"
    if before == "i":
        return last in "bdklmnr"
    if before == "a":
        return last in "bdkmprt"
    return last in "bcdklmnrt"  # u
