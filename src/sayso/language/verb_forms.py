"""Forms of verbs to their plain form, by their ending and two lists."""

from __future__ import annotations

from functools import cache, lru_cache

from sayso.language.word_lists import rows, words_of

#: So many forms are kept with their plain form.
MOST_FORMS = 50_000
VOWELS = frozenset("aeiou")
#: Last letters of a stem behind which an e is gone in -ed and -ing, by the letters before them.
ALWAYS_E = ("c", "dg", "lg", "rg", "s", "u", "v", "z")
#: Two vowels before the last letter make a syllable long without an e: "read", "await".
LONG = ("ai", "au", "ea", "ee", "ei", "ie", "oa", "oi", "oo", "ou")


@cache
def _irregular() -> dict[str, str]:
    return dict(rows("irregular_verbs"))  # type: ignore[arg-type]


@lru_cache(maxsize=MOST_FORMS)
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
    if form.endswith("eed") and len(form) > 4:
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
        return last in "lr" and before not in "lrwy"
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
