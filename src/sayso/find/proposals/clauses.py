"""What may be asked of a clause: its subject, its verbs, its modal, and the words it runs over."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.language.pronouns import PERSONAL, antecedent, noun_phrase
from sayso.language.spans import phrase
from sayso.language.word_lists import words_of
from sayso.record.span import Span

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
OBJECTS = frozenset({"obj", "obl", "ccomp", "xcomp"})
MODALS = frozenset({"would", "will", "must", "shall", "'ll", "may", "should", "'d"})
NAMED = frozenset({"Person", "Organization", "NORP", "Location"})
#: Verbs between a party and its duty: the duty is the infinitive behind them.
HOLDERS = frozenset(
    {"have", "oblige", "require", "due", "bind", "suppose", "promise", "agree", "pledge", "commit",
     "undertake", "vow", "ready", "need"}
)  # fmt: skip
#: What opens a clause that states a condition; the words before "if" that belong to it.
CONDITION_MARKS = frozenset({"if", "unless", "once", "provided", "providing", "until", "till"})
DASHES = frozenset({"-", "--", "–", "—"})
APART = frozenset({"parataxis", "discourse", "list"})


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


def verbs_with(verb: Token) -> list[Token]:
    """Return a verb and the verbs joined to it that have no subject of their own, in order."""
    out = [verb]
    for other in verb.children:
        if other.dep_ != "conj" or other.i < verb.i or other.pos_ not in ("VERB", "AUX"):
            continue
        if not any(c.dep_ in SUBJECTS for c in other.children):
            out += verbs_with(other)
    return out


def is_modal(verb: Token) -> bool:
    """Tell a duty or a foreseen act: "would leave", "is to leave", "must leave"."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")]
    if any(c.lower_ in MODALS for c in helpers):
        return True
    to = any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)
    if to and any(c.lower_ in ("is", "are", "was", "were") for c in helpers):
        return True
    joined = verb.dep_ == "conj" and verb.head != verb
    return joined and not helpers and is_modal(verb.head)


def duty(verb: Token) -> Token:
    """Return the act behind verbs such as "have to" and "agree to": "would have to *leave*"."""
    seen = 0
    while verb.lemma_.lower() in HOLDERS and seen < 3:
        inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
        if inner is None:
            break
        verb, seen = inner, seen + 1
    return verb


def is_verb(word: Token, kind: str) -> bool:
    """Tell whether a verb is of a kind of ``bargain_verbs``, by its lemma or by its form."""
    known = words_of("bargain_verbs", kind)
    return word.lemma_.lower() in known or bool(_bases(word.lower_) & known)


def _bases(form: str) -> set[str]:
    """The plain forms that a regular verb form may have: "signed" -> sign, signe; "agreed"."""
    out = {form}
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
    return word.lower_ in words_of("bargain_nouns", "party")


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
    return phrase(doc, _behind_dateline(doc, start, end), end)


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


def is_condition(word: Token) -> bool:
    """Tell whether a word heads a clause that states a condition."""
    marks = [c for c in word.children if c.dep_ in ("mark", "advmod", "case") and c.i < word.i]
    if any(m.lower_ in CONDITION_MARKS for m in marks):
        return True
    return word.lower_ in ("provided", "providing") and word.dep_ in ("advcl", "case", "mark")


def end_of(verb: Token, *, whole: frozenset[int] = frozenset()) -> int:
    """Return where the words of a verb's own act end: before joined verbs, conditions, says-so."""
    stop = verb.right_edge.i + 1
    for word in verb.subtree:
        if word.i <= verb.i or word.i in whole:
            continue
        if _is_apart(word, verb):
            stop = min(stop, _opening(word, verb))
    return max(stop, verb.i + 1)


def _is_apart(word: Token, verb: Token) -> bool:
    if word.dep_ in APART or word.is_space:
        return True
    if word.dep_ == "conj" and word.head == verb:
        return word.pos_ in ("VERB", "AUX") or any(c.dep_ in SUBJECTS for c in word.children)
    if word.dep_ == "advcl" and word.head == verb:
        return is_condition(word) or any(c.dep_ in SUBJECTS for c in word.children)
    return False


def _opening(word: Token, verb: Token) -> int:
    """The first word of a clause that is set apart, "and" and "only" before it included."""
    at = word.left_edge.i if word.left_edge.i > verb.i else word.i
    doc = verb.doc
    while at - 1 > verb.i and doc[at - 1].lower_ in (",", "and", "but", "or", "only", "while", ";"):
        at -= 1
    return at
