"""Who is counted, where the words beside the number do not name them at once.

One of several who is described is one figure: "three died, *one* of them a young *woman*". The
"dead" of "18 dead" is no noun of theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.figures.clause import is_time
from sayso.language.spans import lower_of, phrase, sentence_at, tokens_of
from sayso.record.findings import Figure

_ARTICLES = frozenset({"a", "an"})
#: What may stand between "one" and who it is: "one *of whom was* a nurse".
_BETWEEN = frozenset({"of", "them", "whom", "those", "these", ",", "was", "is", "were"})
#: An article stands at most so many tokens behind "one".
_NEAR = 5


def with_described(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures, in text order, "one" with the noun that tells who it is, and without a
    figure for that noun's own article: "one of them a 30-year-old woman" counts one."""
    out: list[Figure] = []
    past = 0
    for figure in figures:
        if figure.quantity.start < past or _is_renamed(doc, figure, out):
            continue
        article = _article(doc, figure)
        if article is not None:
            noun = article.head
            of = phrase(doc, article.i + 1, noun.i + 1)
            figure = replace(figure, of=of)
            past = noun.idx + len(noun)
        out.append(figure)
    return out


def without_dead(figure: Figure) -> Figure:
    """Return the figure without a noun where that only says that those counted are dead: "at least
    18 *dead* were found"."""
    is_dead = figure.of is not None and figure.of.text.lower() == "dead"
    return replace(figure, of=None) if is_dead else figure


def _is_renamed(doc: Doc, figure: Figure, before: Sequence[Figure]) -> bool:
    """Tell whether an article only opens another name of the one just counted: "a fourth, *a*
    driver, was killed"."""
    start, end = tokens_of(doc, figure.quantity)
    noun = doc[end - 1].head
    if end - start > 1 or doc[start].lower_ not in _ARTICLES or noun.dep_ != "appos":
        return False
    same = (f for f in before if f.low == f.high == 1 and f.measure == figure.measure)
    return any(doc[tokens_of(doc, f.quantity)[1] - 1].head == noun.head for f in same)


def _article(doc: Doc, figure: Figure) -> Token | None:
    """Return the article before the noun that tells who the "one" of a figure is, or None."""
    end = tokens_of(doc, figure.quantity)[1]
    words, last = lower_of(doc), sentence_at(doc, end - 1)[1]
    if words[end - 1] != "one":
        return None
    at = end
    while at < min(end + _NEAR, last) and words[at] in _BETWEEN:
        at += 1
    is_article = at < last and words[at] in _ARTICLES and words[at - 1] != "of"
    noun = doc[at].head if is_article else None
    named = (
        noun is not None and noun.i > at and noun.pos_ in ("NOUN", "PROPN") and not is_time(noun)
    )
    return doc[at] if named else None
