"""Figures to the figures that they are a part of: "26 people, including four children"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from sayso.language.anchors import antecedents
from sayso.language.spans import tokens_of
from sayso.record.findings import Figure

#: Words that open a list of parts of the figure before them.
_OPENERS = frozenset({"including", "include", "includes", "included", "comprising"})
#: What may stand between two parts of one list: "four children and two women".
_LIST_GAP = 10
_RUNNING = frozenset({"bring", "take", "raise", "push"})
_SUMS = frozenset({"toll", "total", "number", "tally", "count"})
#: A learned link is followed from this probability on.
_LINKED = 0.5


def with_parts(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures, in text order and with ids, each with the figure it is a part of."""
    wholes: dict[str, str] = {}
    for at, figure in enumerate(figures):
        whole = (
            _listed(doc, figures, at, wholes)
            or _of_the(doc, figures, at)
            or _increment(doc, figures, at)
            or _linked(doc, figures, at)
        )
        if whole is not None and wholes.get(whole) != figure.id:
            wholes[figure.id] = whole
    return [replace(f, part_of=wholes.get(f.id)) for f in figures]


def _listed(doc: Doc, figures: Sequence[Figure], at: int, wholes: dict[str, str]) -> str | None:
    """ "26 people, including four children and two women", "of whom three", "among them six"."""
    if at == 0:
        return None
    figure, before = figures[at], figures[at - 1]
    start, end = tokens_of(doc, before.quantity)[1], tokens_of(doc, figure.quantity)[0]
    if doc[end].sent.start > start:
        return None
    between = [t.lower_ for t in doc[start:end]]
    if _opens(between):
        return wholes.get(before.id, before.id) if _is_flat(between) else before.id
    behind = [t.lower_ for t in doc[tokens_of(doc, figure.quantity)[1] :][:2]]
    if behind in (["of", "whom"], ["of", "them"]):
        return before.id
    is_list = before.id in wholes and end - start <= _LIST_GAP and "and" in between
    has_verb = any(t.pos_ == "VERB" for t in doc[start:end])
    return wholes[before.id] if is_list and not has_verb and _same(figure, before) else None


def _opens(words: Sequence[str]) -> bool:
    pairs = set(pairwise(words))
    return bool(_OPENERS & set(words)) or bool(
        pairs & {("among", "them"), ("of", "whom"), ("of", "them"), ("amongst", "them")}
    )


def _is_flat(words: Sequence[str]) -> bool:
    """Tell whether the opener goes on with the list that the figure before it stands in."""
    return words[:1] == ["and"]


def _same(a: Figure, b: Figure) -> bool:
    return a.measure == b.measure


def _of_the(doc: Doc, figures: Sequence[Figure], at: int) -> str | None:
    """ "six of the 14": the figure right behind "of" is the whole."""
    if at + 1 == len(figures):
        return None
    start = tokens_of(doc, figures[at].quantity)[1]
    end = tokens_of(doc, figures[at + 1].quantity)[0]
    words = [t.lower_ for t in doc[start:end]]
    return figures[at + 1].id if words in (["of"], ["of", "the"], ["of", "its"]) else None


def _increment(doc: Doc, figures: Sequence[Figure], at: int) -> str | None:
    """ "Four more are killed, bringing the toll to 17": the new ones are a part of the sum."""
    figure = figures[at]
    sentence = doc[tokens_of(doc, figure.quantity)[0]].sent
    for later in figures[at + 1 :]:
        start = tokens_of(doc, later.quantity)[0]
        if start >= sentence.end:
            return None
        if is_sum(doc, later) and _may_add(figure, later):
            return later.id
    return None


def is_sum(doc: Doc, figure: Figure) -> bool:
    """Tell whether a figure is what something brings a toll to."""
    start = tokens_of(doc, figure.quantity)[0]
    words = list(doc[doc[start].sent.start : start])
    verbs = [t for t in words if t.lemma_.lower() in _RUNNING]
    return bool(verbs) and any(t.lower_ in _SUMS for t in words if t.i > verbs[-1].i)


def _may_add(figure: Figure, total: Figure) -> bool:
    return figure.measure == total.measure and figure.status == total.status


def _linked(doc: Doc, figures: Sequence[Figure], at: int) -> str | None:
    """What the encoder links: the earlier figure at the linked token."""
    links = antecedents(doc, "part")
    start, end = tokens_of(doc, figures[at].quantity)
    found = [links[i] for i in range(start, end) if i in links]
    for token, score in found:
        whole = _figure_at(doc, figures[:at], token) if score >= _LINKED else None
        if whole is not None:
            return whole.id
    return None


def _figure_at(doc: Doc, figures: Iterable[Figure], token: int) -> Figure | None:
    for figure in figures:
        start, end = tokens_of(doc, figure.quantity)
        if start <= token < end:
            return figure
    return None
