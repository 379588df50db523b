"""The words for a party to its plain name, and two of them to whether one party is meant."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.ground.folding import fold
from sayso.ground.parties import who
from sayso.language.short_names import name_at_end, short_name
from sayso.link.accounts import names_in
from sayso.link.happening import STEM

#: So many names are kept with their keys.
REMEMBERED = 20_000
#: Who a name stands for counts from this score on.
SURE = 0.8
_ARTICLES = frozenset(("a", "an", "s", "the"))
#: "Orla Bek, *the Front*'s spokeswoman", "a spokeswoman for *the army*".
_SPOKEN = re.compile(
    r"(?:^|, )([^,]+)['’]s? spokes(?:man|woman|person)\b|"
    r"\bspokes(?:man|woman|person) (?:for|of) ([^,]+)"
)
#: What begins an aside; the comma of "3,000" begins none.
_ASIDE = re.compile(r",(?!\d)")
#: Behind these the name goes on with another: "the League *in Talvia*" is a league.
_BEHIND = frozenset(
    ("against", "at", "behind", "for", "from", "in", "inside", "near", "of", "on", "outside",
     "under", "with", "within")
)  # fmt: skip
#: Words that make others of a party: "both governments" are not "the government".
_OTHERS = frozenset(
    ("all", "and", "another", "both", "each", "either", "every", "ex", "few", "former", "half",
     "many", "most", "neither", "no", "one", "or", "other", "part", "rival", "several", "some",
     "three", "two")
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
#: What makes a name an owner, and what a division is called behind its name.
_OWNS = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")
_DIVISION = re.compile(
    r"\b(?!The\b)([A-Z][\w-]*) (?:county|district|governorate|oblast|province|region|state)\b"
    r"(?! of\b)"
)


def plain_name(words: str) -> str:
    """Return who is meant by the words for a party: who a spokesman speaks for, no aside.

    What a comma parts off is no aside where the name stands behind it ("The envoy, Orla Bek"),
    or other parties do ("Talvia, Mirania and Kessia").
    """
    spoken = _SPOKEN.search(words)
    if spoken:
        return str(spoken[1] or spoken[2])
    before = _ASIDE.split(words, maxsplit=1)[0]
    behind = words[len(before) :].lstrip(", ")
    named = (w[0].isupper() for w in _WORD.findall(before) if w.lower() not in _ARTICLES)
    aside = not behind[:1].isupper() or (any(named) and " and " not in behind)
    return before if aside else words


def is_one_party(a: str, b: str) -> bool:
    """Tell whether one name is the other in short: "the Front" for "the Liberation Front", "the
    ORF" for "the paramilitary Orla Relief Front"."""
    if _is_short(a, b) or _is_short(b, a):
        return True
    if (known := _known(a)) is not None and known == _known(b):
        return True
    one, two = set(_words(a)), set(_words(b))
    names, others = names_in(a), names_in(b)
    if not one or not two or (names and others and not names & others):
        return False
    return _head(a) == _head(b) and (one <= two or one >= two) and not (one ^ two) & _OTHERS


@lru_cache(maxsize=REMEMBERED)
def _known(name: str) -> str | None:
    """Who the table of parties knows by a name: "Kinshasa", "the DRC", "the Congolese state"."""
    actor = who(name)
    sure = actor is not None and actor.score >= SURE
    return actor.id if actor is not None and sure and (actor.wikidata or actor.sector) else None


@lru_cache(maxsize=REMEMBERED)
def claimant_key(name: str) -> str:
    """Return what two ways to write one source have in common, whatever the order of the words.

    "North Orla's health office" is "the health office of North Orla province".
    """
    plain = _OWNS.sub("", _DIVISION.sub(r"\1", name))
    words = {w for w in _WORD.findall(fold(plain)) if w not in _ARTICLES and w not in _BEHIND}
    return " ".join(sorted(words)) or fold(name)


def fullness(party: str) -> int:
    """Return how many words say who a party is."""
    return len(_words(party))


def _is_short(a: str, b: str) -> bool:
    """Tell whether a name is but the first letters of the other's words that begin with a capital,
    which stand in a row at its end."""
    short, plain = short_name(a), b.removeprefix("The ")
    found = name_at_end(plain) if short is not None else None
    if found is None or (_BEHIND | _OTHERS) & set(plain[: found[0]].lower().split()):
        return False
    return found[1] == short


def _head(party: str) -> str:
    """The noun that says what the party is, not what stands behind it: of, in, from something."""
    words = _words(party)
    return next((words[n - 1] for n in range(1, len(words)) if words[n] in _BEHIND), words[-1])


def _words(party: str) -> list[str]:
    """The stems of the words of a name; those that relate or tell apart stay whole."""
    kept = _BEHIND | _OTHERS
    words = (word for word in _WORD.findall(fold(party)) if word not in _ARTICLES)
    return [word if word in kept else word[:STEM] for word in words]
