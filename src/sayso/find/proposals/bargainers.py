"""Where a report names somebody who may bargain, and which of these places name the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from spacy.tokens import Doc, Token

from sayso.find.proposals.clauses import (
    MEETINGS,
    PEOPLE,
    is_on_offer,
    party,
    speakers,
)
from sayso.find.proposals.stances import is_near, may_take
from sayso.language.datelines import DASHES
from sayso.language.pronouns import FIRST, PERSONAL
from sayso.language.short_names import name_at_end, short_name
from sayso.language.spans import classes_of, head_of, relations_of, span_of, text_of, tokens_of
from sayso.language.states import is_seat, state_of
from sayso.record.findings import Statement
from sayso.record.say_so import innermost
from sayso.record.span import Span

NAMING = frozenset({"NOUN", "PROPN", "PRON"})
#: Words that say what a people's name stands for: "the Houthi *movement*".
BANDS = frozenset(
    {"movement", "rebel", "rebels", "group", "militants", "militia", "fighters", "insurgents",
     "guerrillas", "guerrilla", "organisation", "organization"}
)  # fmt: skip
#: "the leader *of* Hamas", "Oslo *and* Rome": others than the last word names.
OF = frozenset({"of", "for", "in", "from", "at", "to", "and"})
#: Names of fewer letters are not told by their plural.
LEAST = 4
MANNERS = frozenset({"mr", "mrs", "ms", "dr"})
#: A short name in brackets, and how far before it the name may begin that it is short for.
SHORT_NAME = re.compile(r"\(([A-Z][\w.&-]*[A-Z][\w.&-]*)\)")
REACH = 80
#: Words of a name that is another word's: "the *Hamas* proposal".
INNER = frozenset({"compound", "flat", "amod"})
#: A title before a name names whom the name does: "*Defence Minister* Ada Lund".
TITLE = "nmod:desc"
#: What is named after the place where it is made.
MADE = frozenset(
    {"accord", "agreement", "deal", "draft", "framework", "memorandum", "pact", "process",
     "protocol", "roadmap", "talks", "treaty"}
)  # fmt: skip
PAIR = frozenset({"both", "each"})
ARTICLES = frozenset({"the", "a", "an"})
#: "*Sudan's* Rapid Support Forces": whose they are is no part of a name that "RSF" is short for.
OWNER = re.compile(r"^.*?['’]s ")
DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Place:
    """A word that stands for somebody, the name that it stands for, and what he says there."""

    word: Token
    name: Span
    said: tuple[Statement, ...] = ()


def places(
    doc: Doc, statements: Sequence[Statement], ranges: Iterable[tuple[int, int]] | None = None
) -> list[Place]:
    """Return the places of a Doc that name somebody who may bargain, in text order.

    ``ranges`` of tokens are those to look in, by default the whole Doc.
    """
    by_id = {s.id: s for s in statements}
    said: dict[int, list[Statement]] = {}
    for s in statements:
        if s.source is not None and s.source_type != "document":
            for word in speakers(doc, s.source):
                said.setdefault(word.i, []).append(s)
    words = range(len(doc)) if ranges is None else chain(*(range(*r) for r in ranges))
    return list(_places(doc, statements, by_id, said, words))


def _places(
    doc: Doc,
    statements: Sequence[Statement],
    by_id: dict[str, Statement],
    said: dict[int, list[Statement]],
    words: Iterable[int],
) -> Iterator[Place]:
    relations, kinds = relations_of(doc), classes_of(doc)
    for i in words:
        kind = kinds[i]
        maker = relations[i] in INNER and _makes(doc[i])
        if kind not in NAMING and i not in said and not maker:
            continue
        word, own = doc[i], tuple(said.get(i, ()))
        if maker:
            name = party(doc, word)
        elif kind == "PRON":
            name = _behind(doc, word, statements, by_id)
        elif own:
            name = _speaks(doc, word, own[0].source)
        elif relations[i].partition(":")[0] not in INNER and may_take(word):
            name = party(doc, word.head if relations[i] == TITLE else word)
        else:
            continue
        if name is not None:
            apart = speakers(doc, name) if kind == "PRON" else ()  # "them": two names, perhaps
            names = (name,) if len(apart) < 2 else filter(None, (party(doc, t) for t in apart))
            yield from (Place(word, each, own) for each in names)


def _speaks(doc: Doc, word: Token, source: Span | None) -> Span | None:
    """The name of one who speaks, of several each his own."""
    alone = source is None or len(speakers(doc, source)) == 1
    return source if alone else party(doc, word)


def _makes(word: Token) -> bool:
    """Tell whether a name says whose a proposal is: "a *Turkish* plan", "*US*-led talks"."""
    after = word.nbor() if word.i + 1 < len(word.doc) else None
    if word.ent_type_ not in PEOPLE or (after is not None and after.ent_iob_ == "I"):
        return False
    led = after is not None and after.text in DASHES and word.head.i == word.i + 2
    noun = word.head.head if led else word.head
    if word.dep_ == "compound" and noun.lemma_.lower() in MADE and is_seat(word.text):
        return False  # "the *Doha* agreement": where it was made
    return is_on_offer(noun) or (led and noun.lower_ in MEETINGS)


def _behind(
    doc: Doc, pronoun: Token, statements: Sequence[Statement], by_id: dict[str, Statement]
) -> Span | None:
    """The name that a pronoun stands for; of the first person, whoever speaks, as of the third
    where it stands for nobody else and he is named before it in its sentence.
    """
    said = innermost(statements, span_of(doc, pronoun.i, pronoun.i + 1))
    source = by_id[said].source if said is not None else None
    if pronoun.lower_ in FIRST:
        return source
    if pronoun.lower_ not in PERSONAL | PAIR:
        return None
    name = party(doc, pronoun)
    if name is not None and is_on_offer(head_of(doc, *tokens_of(doc, name))):
        return None  # "the truce, *which* could be extended"
    if name is None and source is not None and is_near(doc, source, pronoun):
        return source
    itself = name is not None and name.text.lower() == pronoun.lower_
    return None if itself and pronoun.lower_ in PERSONAL else name


def groups(found: Sequence[Place]) -> list[list[int]]:
    """Return the places that name the same one, as lists of their numbers, first named first.

    Two names are one where all words of the one are in the other and the last words are the same:
    "Aoun" and "President Aoun", not "Israel" and "Israel's minister"; where the one is short for
    the other, or another name of a people; and where a name stands beside what it is:
    "their partner, *the Homeland Union*".
    """
    out: dict[tuple[str, ...], list[int]] = {}
    homes: dict[int, tuple[str, ...]] = {}
    short = short_names(found)
    for n, place in enumerate(found):
        words = _key(plain(place.name), short)
        if words:
            beside = homes.get(place.word.head.i) if _says_who(place.word) else None
            home = beside or next((k for k in out if is_one(k, words)), words)
            out.setdefault(home, []).append(n)
            homes[place.word.i] = home
    return list(out.values())


def _key(words: tuple[str, ...], short: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words of a name, what is short for others told by these."""
    if not words or words[-1] not in short:
        return words
    known, whole = words[:-1], short[words[-1]]
    return known if known and known[-1] == whole[-1] else (*known, *whole)


def short_names(found: Sequence[Place]) -> dict[str, tuple[str, ...]]:
    """Return short names in lower case with the words of the names that they stand for.

    They stand in brackets behind these, "the Syrian Democratic Forces (SDF)", or are made of the
    first letters of a name that stands elsewhere.
    """
    out: dict[str, tuple[str, ...]] = {}
    text = text_of(found[0].word.doc) if found else ""
    for put in SHORT_NAME.finditer(text):
        before = text[max(0, put.start() - REACH) : put.start()].rstrip(" ")
        long = name_at_end(before)
        if long is not None and not before[long[0] :].isupper():
            out[put.group(1).lower()] = _plain(before[long[0] :])
    names = {p.name.text: None for p in found}
    letters = {short_name(name) for name in names}
    for name in (*names, *(OWNER.sub("", name) for name in names)):
        long = name_at_end(name)
        if long is not None and long[1] in letters:
            out.setdefault(long[1].lower(), _plain(name[long[0] :]))
    return out


def _says_who(word: Token) -> bool:
    """Tell whether a word says who another one is, a name beside a noun or a noun beside a name."""
    return word.dep_ == "appos" and {word.pos_, word.head.pos_} == {"NOUN", "PROPN"}


def is_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether the words of two names, as ``plain`` gives them, name the same one."""
    short, long = sorted((a, b), key=len)
    if long[-len(short) :] == short and not OF.isdisjoint(long[: -len(short)]):
        return False
    band = (len(short), len(long)) == (1, 2) and long[1] in BANDS
    if band and _stem(short[0]) == _stem(long[0]) and state_of(long[:1]) is None:
        return True
    return a == b or (a[-1] == b[-1] and set(short) <= set(long)) or _are_one_people(a, b)


def is_same(a: Span, b: Span) -> bool:
    """Tell whether two spans share words of the text, or their words name the same one."""
    one, other = plain(a), plain(b)
    return a.overlaps(b) or (bool(one) and bool(other) and is_one(one, other))


def is_among(party: Span, names: Iterable[Span]) -> bool:
    """Tell whether words name one of several, a state perhaps by another of its names."""
    own = plain(party)
    state = state_of(own)
    return any(
        own and other and (is_one(own, other) or (state is not None and state == state_of(other)))
        for other in map(plain, names)
    )


def _are_one_people(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """ "the Houthis" and "Houthi": by the same name."""
    return len(a) == len(b) == 1 and len(a[0]) >= LEAST and _stem(a[0]) == _stem(b[0])


def _stem(word: str) -> str:
    return word.removesuffix("s")


def plain(name: Span) -> tuple[str, ...]:
    """Return the words of a name in lower case, articles left out."""
    return _plain(name.text)


@lru_cache(maxsize=20_000)
def _plain(text: str) -> tuple[str, ...]:
    undotted = DOTTED.sub(lambda m: m.group().replace(".", ""), text)  # "U.N."
    words = (w.lower() for w in _WORD.findall(undotted))
    return tuple(w for w in words if w not in ARTICLES and w not in MANNERS)
