"""What may be asked of a clause: its subject, its verbs, its modal, and the words it runs over."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.language.pronouns import PERSONAL, antecedent, noun_phrase
from sayso.language.spans import phrase, text_of
from sayso.language.word_lists import rows, words_of
from sayso.record.span import Span

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
NAMED = frozenset({"Person", "Organization", "NORP", "Location"})
#: Whoever belongs to these can bargain: "Iran's military command".
PEOPLE = frozenset({"Organization", "NORP", "Location"})
#: Verbs between a party and its duty: the duty is the infinitive behind them.
HOLDERS = frozenset(
    {"have", "oblige", "require", "due", "bind", "suppose", "promise", "agree", "pledge", "commit",
     "undertake", "vow", "ready", "need"}
)  # fmt: skip
DASHES = frozenset({"-", "--", "–", "—"})


def subject(verb: Token) -> Token | None:
    """Return the word that does the verb: its own subject, or the one it shares."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own:  # of several, the nearest: a dateline may look like one
        return max(own, key=lambda c: (c.i < verb.i, c.i))
    if verb.dep_ == "conj" and verb.head != verb and verb.head.pos_ in ("VERB", "AUX"):
        return subject(verb.head)
    if verb.dep_ in ("xcomp", "ccomp") and verb.head != verb:
        held = next((c for c in verb.head.children if c.dep_ in ("obj", "iobj")), None)
        return held if held is not None and held.i < verb.i else subject(verb.head)
    return None


def is_verb(word: Token, kind: str) -> bool:
    """Tell whether a verb is of a kind of ``bargain_verbs``, by its lemma or by its form."""
    return is_word(word, "bargain_verbs", kind)


def is_word(word: Token, listed: str, kind: str) -> bool:
    """Tell whether a verb is of a kind of a word list, by its lemma or by its form."""
    return bool(bases(word) & words_of(listed, kind))


def bases(word: Token) -> set[str]:
    """Return the plain forms that a verb may have: "signed" -> sign, signe; "fell" -> fall."""
    form = word.lower_
    out = {form, word.lemma_.lower()}
    out |= {base for told, base in rows("irregular_verbs") if told == form}
    for ending in ("s", "es", "ed", "d", "ing"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            out |= {stem, stem + "e"}
            out |= {stem[:-1]} if stem[-1] == stem[-2] else set()
            out |= {stem[:-1] + "y"} if stem.endswith("i") else set()
    return out


def is_party(word: Token) -> bool:
    """Tell whether a noun names somebody who can bargain."""
    if word.pos_ == "PRON":
        return word.lower_ in PERSONAL or word.lower_ in ("who", "both")
    if word.ent_type_ in NAMED:
        return True
    if word.lower_ in words_of("bargain_nouns", "party"):
        return True
    owned = [c for c in word.children if c.dep_ in ("nmod:poss", "compound", "amod")]
    return word.pos_ in ("NOUN", "PROPN") and any(c.ent_type_ in PEOPLE for c in owned)


def party(doc: Doc, word: Token) -> Span | None:
    """Return the span of a party: the name behind a pronoun, else the noun phrase."""
    if word.lower_ in ("who", "which", "that") and word.pos_ == "PRON":
        verb = word.head
        for up in verb.ancestors:
            if verb.dep_ not in ("conj", "xcomp"):
                break
            verb = up
        if verb.dep_ not in ("acl:relcl", "advcl:relcl"):
            return None
        word = verb.head
    start, end = noun_phrase(word)
    if word.pos_ == "PRON" and word.lower_ in PERSONAL:
        found = antecedent(doc, word.i)
        if found is None:
            return phrase(doc, start, end)
        start, end = found
    start, end = _whole_names(doc, start, end)
    return phrase(doc, _behind_dateline(doc, start, end), end)


def _whole_names(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Let a phrase begin and end with whole names: "Saudi Arabia", not "Saudi"."""
    while start and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end - 1].ent_type_:
        end += 1
    return start, end


def _behind_dateline(doc: Doc, start: int, end: int) -> int:
    """The start of a name, without the dateline that the parse has drawn into it."""
    dashes = [i for i in range(start, end - 1) if doc[i].text in DASHES and doc[i - 1].is_upper]
    closed = [i for i in range(start, end - 1) if doc[i].text in DASHES and doc[i - 1].text == ")"]
    placed = [i for i in range(start, end - 1) if doc[i].text == "--"]
    return max([start, *(i + 1 for i in dashes + closed + placed)])


def parties(doc: Doc, word: Token) -> Iterator[Span]:
    """Yield a party and those joined to it by "and" or commas."""
    own = party(doc, word)
    if own is not None:
        yield own
    for other in word.children:
        if other.dep_ == "conj" and other.pos_ in ("NOUN", "PROPN", "PRON"):
            yield from parties(doc, other)


def whole_party(doc: Doc, word: Token) -> Span | None:
    """Return a party with those joined to it as one span, or the name behind a pronoun."""
    joined = [c for c in word.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]
    own = party(doc, word)
    ends = [found.end for c in joined if (found := party(doc, c)) is not None]
    if own is None or not ends or max(ends) <= own.end or word.pos_ == "PRON":
        return own
    return Span.of(text_of(doc), own.start, max(ends))
