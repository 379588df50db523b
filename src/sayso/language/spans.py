"""Token ranges to spans of the text: trimmed of white space, stray punctuation and conjunctions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from spacy.attrs import DEP, HEAD, IDX, LENGTH, POS
from spacy.parts_of_speech import NAMES
from spacy.tokens import Doc, Token

from sayso.record.span import Span

#: Tokens that may not stand at either edge of a phrase.
EDGE = frozenset({",", ";", ":", ".", "-", "–", "—", "--", "(", ")", "!", "?", "'", "…"})
QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "''", "``", "‘", "’"})
_EDGE_OR_QUOTE = EDGE | QUOTES
#: Words that may not begin, or end, a phrase that a head has marked.
LEADING = frozenset({"and", "or", "but", "by", "to", "of", "that", "as"})
TRAILING = frozenset({"and", "or", "but", "that", "the", "a", "an", "of", "in", "to", "by"})
#: Brackets and quotation marks that are dropped at an edge when their partner is not inside.
PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
OPENING = {closing: opening for opening, closing in PAIRS.items()}
CLOSING = OPENING | {'"': '"'}


#: Where a Doc keeps what is asked of it again and again: its own text (spaCy joins all tokens anew
#: each time), its words in lower case, the places, heads, relations and parts of speech of its
#: tokens, what hangs on each, the word that others of a range hang on, and the token that each
#: sentence begins at.
TEXT, LOWER, PLACES, HEADS, HANGING, TOPS, RELATIONS, CLASSES, SENTENCES = (
    "sayso.text", "sayso.lower", "sayso.places", "sayso.heads", "sayso.hanging", "sayso.tops",
    "sayso.relations", "sayso.classes", "sayso.sentences",
)  # fmt: skip


def text_of(doc: Doc) -> str:
    """Return the text of a Doc, put together once."""
    known: str | None = doc.user_data.get(TEXT)
    if known is None:
        known = doc.user_data[TEXT] = doc.text
    return known


def lower_of(doc: Doc) -> tuple[str, ...]:
    """Return the words of a Doc in lower case, put together once."""
    known: tuple[str, ...] | None = doc.user_data.get(LOWER)
    if known is None:
        text, (starts, ends) = text_of(doc), _places(doc)
        words = [text[start:end].lower() for start, end in zip(starts, ends, strict=True)]
        known = doc.user_data[LOWER] = tuple(words)
    return known


def classes_of(doc: Doc) -> tuple[str, ...]:
    """Return the parts of speech of a parsed Doc's words (UPOS), put together once."""
    known: tuple[str, ...] | None = doc.user_data.get(CLASSES)
    if known is None:
        known = doc.user_data[CLASSES] = tuple([NAMES[n] for n in doc.to_array(POS).tolist()])
    return known


def relations_of(doc: Doc) -> tuple[str, ...]:
    """Return by which relation each word of a parsed Doc hangs on its head, put together once."""
    known: tuple[str, ...] | None = doc.user_data.get(RELATIONS)
    if known is None:
        codes = doc.to_array(DEP).tolist()
        names = {code: doc.vocab.strings[code] for code in set(codes)}
        known = doc.user_data[RELATIONS] = tuple([names[code] for code in codes])
    return known


def heads_of(doc: Doc) -> list[int]:
    """Return for each token of a parsed Doc the one that it hangs on, a root on itself."""
    known: list[int] | None = doc.user_data.get(HEADS)
    if known is None:
        offsets = doc.to_array(HEAD).view(np.int64)
        known = doc.user_data[HEADS] = (np.arange(len(doc)) + offsets).tolist()
    return known


def hanging_on(word: Token) -> tuple[tuple[str, str, int], ...]:
    """Return what hangs on a word, in text order, looked for once: the word in lower case, its
    relation and its place of each."""
    known: dict[int, tuple[tuple[str, str, int], ...]]
    known = word.doc.user_data.setdefault(HANGING, {})
    found = known.get(word.i)
    if found is None:
        found = known[word.i] = tuple([(c.lower_, c.dep_, c.i) for c in word.children])
    return found


def head_of(doc: Doc, start: int, end: int) -> Token:
    """Return the word of a range that the others hang on, looked for once."""
    if end - start == 1:
        return doc[start]
    known: dict[tuple[int, int], int] = doc.user_data.setdefault(TOPS, {})
    top = known.get((start, end))
    if top is None:
        top = known[start, end] = _top(doc, start, end)
    return doc[top]


def _top(doc: Doc, start: int, end: int) -> int:
    """A range is cut out only where several of its words hang on others."""
    heads = heads_of(doc)
    out = [i for i in range(start, end) if not start <= heads[i] < end]
    tops = [i for i in range(start, end) if heads[i] == i] or out
    return tops[0] if len(tops) == 1 else doc[start:end].root.i


def sentence_at(doc: Doc, at: int) -> tuple[int, int]:
    """Return the half-open range of the sentence that token ``at`` stands in, looked for once."""
    starts: list[int] | None = doc.user_data.get(SENTENCES)
    if starts is None:
        starts = doc.user_data[SENTENCES] = [*(s.start for s in doc.sents), len(doc)]
    n = bisect_right(starts, at)
    return starts[n - 1], starts[n]


def span_of(doc: Doc, start: int, end: int) -> Span:
    """Return the characters of tokens ``start`` to ``end`` (half-open, at least one token)."""
    starts, ends = doc.user_data.get(PLACES) or _places(doc)
    return Span.of(text_of(doc), starts[start], ends[end - 1])


def trimmed(doc: Doc, start: int, end: int, *, quotes: bool = False) -> tuple[int, int] | None:
    """Return the range without punctuation and white space at its edges, or None if none is left.

    Quotation marks at the edges go too unless ``quotes`` is set.
    """
    drop, words = EDGE if quotes else _EDGE_OR_QUOTE, lower_of(doc)
    while start < end and (
        (words[start] in drop and not _opens(words, start, end)) or words[start].isspace()
    ):
        start += 1
    while end > start and (
        (words[end - 1] in drop and not _closes(words, start, end)) or words[end - 1].isspace()
    ):
        end -= 1
    return (start, end) if start < end else None


def phrase(doc: Doc, start: int, end: int, *, leading: frozenset[str] = LEADING) -> Span | None:
    """Return a marked range as the span of a phrase: no stray edges, nothing behind a line's end,
    or None if nothing is left."""
    found, words = trimmed(doc, start, end), lower_of(doc)
    if found and (line := next((i for i in range(*found) if "\n" in words[i]), None)) is not None:
        found = trimmed(doc, found[0], line)
    while found and found[1] - found[0] > 1:
        a, b = found
        if words[a] in leading:
            found = trimmed(doc, a + 1, b)
        elif words[b - 1] in TRAILING:
            found = trimmed(doc, a, b - 1)
        else:
            break
    return span_of(doc, *_closed(words, *found)) if found else None


def _closed(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """A range with the bracket or quotation mark right behind it that closes one within it."""
    opening = CLOSING.get(words[end]) if end < len(words) else None
    if opening is not None:
        inside = words[start:end]
        closed = 0 if opening == words[end] else inside.count(words[end])
        if (inside.count(opening) - closed) % 2:
            return start, end + 1
    return start, end


#: What stands before a noun as part of its phrase, and what goes on a name behind its first word.
BEFORE = frozenset({"amod", "compound", "det", "nmod:poss", "nummod", "det:predet", "advmod"})
BEHIND = frozenset({"fixed", "flat", "goeswith"})


#: What the encoder calls the name of a place.
PLACE = "Location"
#: What the encoder calls a people, a faith or a party by its adjective.
PEOPLES = "NORP"
#: Words that stand for a thing or a party by themselves.
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
#: A marked range is widened by so many words at most: more is a wrong tree.
WIDEST = 8


def whole(doc: Doc, start: int, end: int, closed: range = range(0)) -> tuple[int, int]:
    """Return a marked range widened to the words before and in its noun that belong to it.

    "officials" to "two Mexican officials", "the" to "the regime", "New" to "New York"; what stands
    behind (in Rafah, who fled) stays out. Words of ``closed`` (the trigger) are no noun of the
    range.
    """
    noun = _noun(doc, start, end, closed)
    first, last = min(start, noun.i), max(end, noun.i + 1)
    if doc[last - 1].ent_type_ == PLACE:
        while last < len(doc) and doc[last].ent_iob_ == "I":
            last += 1
    named = classes_of(doc)[noun.i] in ("NOUN", "PROPN")
    for _, relation, at in hanging_on(noun):
        if named and relation in BEFORE and at < first:
            first = min(first, doc[at].left_edge.i)
        elif relation in BEHIND and at >= last:
            last = max(last, doc[at].right_edge.i + 1)
    meets_closed = first < closed.stop and closed.start < last
    if start - first > WIDEST or last - end > WIDEST or meets_closed:
        return start, end
    return first, last


def _noun(doc: Doc, start: int, end: int, closed: range) -> Token:
    """The noun that a marked range is of: its own, or that of which it holds but a piece."""
    root, heads, classes = head_of(doc, start, end), heads_of(doc), classes_of(doc)
    for _ in range(3):
        above = heads[root.i]
        if above == root.i or classes[above] not in NOMINAL or above in closed:
            break
        up = doc[above]
        if not (root.dep_ in BEHIND or root.dep_ == "det" or _is_piece(root, up, end - start)):
            break
        root = up
    return root


def _is_piece(word: Token, noun: Token, length: int) -> bool:
    """Tell whether a word before a noun says nothing without it: "alleged", "the Global".

    "Israeli" alone does: it names the doer of "Israeli strikes", where "Foreign" of "Foreign
    Minister" names nobody.
    """
    if word.dep_ not in BEFORE:
        return False
    if word.pos_ == "ADJ":
        names = length == 1 and word.ent_type_ == PEOPLES
        return word.is_lower or (noun.pos_ == "PROPN" and not names)
    return noun.pos_ == "PROPN"


#: Marked pieces of one phrase have at most so many tokens between them.
GAP = 1


def joined(doc: Doc, ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges in text order, those put together that are pieces of one phrase.

    A piece goes with the next where its word hangs on a word of it as part of its noun:
    "Israeli" and "Lebanese officials" to "Israeli and Lebanese officials".
    """
    out: list[tuple[int, int]] = []
    for start, end in ranges:
        if out and start - out[-1][1] <= GAP and _belongs(doc, out[-1], (start, end)):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _belongs(doc: Doc, first: tuple[int, int], second: tuple[int, int]) -> bool:
    word = head_of(doc, *first)
    return word.dep_ in BEFORE | BEHIND and second[0] <= word.head.i < second[1]


def case_of(noun: Token) -> str:
    """Return the preposition of a noun in lower case, or an empty string."""
    return next((word for word, relation, _ in hanging_on(noun) if relation == "case"), "")


def tokens_of(doc: Doc, span: Span) -> tuple[int, int]:
    """Return the half-open range of tokens that a span of characters touches.

    White space counts to the token before it.
    """
    starts, _ = doc.user_data.get(PLACES) or _places(doc)
    first = bisect_right(starts, span.start)
    return first - 1, bisect_right(starts, span.end - 1, first)


def token_at(doc: Doc, character: int) -> int:
    """Return the token that a character stands in, white space counted to the token before it."""
    return max(bisect_right(_places(doc)[0], character) - 1, 0)


def _places(doc: Doc) -> tuple[list[int], list[int]]:
    """The characters that the tokens begin and end at."""
    known: tuple[list[int], list[int]] | None = doc.user_data.get(PLACES)
    if known is None:
        places = doc.to_array([IDX, LENGTH])
        starts, ends = places[:, 0].tolist(), places.sum(1).tolist()
        known = doc.user_data[PLACES] = starts, ends
    return known


def _opens(words: Sequence[str], start: int, end: int) -> bool:
    closing = PAIRS.get(words[start])
    return closing is not None and closing in words[start + 1 : end]


def _closes(words: Sequence[str], start: int, end: int) -> bool:
    opening = OPENING.get(words[end - 1])
    return opening is not None and opening in words[start : end - 1]
