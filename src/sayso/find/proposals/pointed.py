"""What the second reading is shown of one proposal, beside the words of the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.evidence import Evidence
from sayso.language.spans import tokens_of

#: Of each word: part of no name, of a name of this proposal, of a term of it, of another's name.
NOTHING, NAME, TERM, OTHER = range(4)


def pointed(doc: Doc, drafts: Sequence[Draft], n: int) -> npt.NDArray[np.int8]:
    """Return for each word of a Doc which part of proposal ``n`` it is."""
    out = np.full(len(doc), NOTHING, dtype=np.int8)
    for k, draft in enumerate(drafts):
        if k != n:
            _put(out, doc, draft, OTHER)
    for term in drafts[n].terms:
        start, end = tokens_of(doc, term.what)
        out[start:end] = TERM
    _put(out, doc, drafts[n], NAME)
    return out


def looked_at(words: int, evidence: Iterable[Evidence]) -> npt.NDArray[np.bool_]:
    """Return which of so many words evidence points at, in a place or in a range."""
    out = np.zeros(words, dtype=bool)
    for seen in evidence:
        out[seen.words] = True
        for start, end in seen.ranges.reshape(-1, 2):
            out[start:end] = True
    return out


def _put(out: npt.NDArray[np.int8], doc: Doc, draft: Draft, mark: int) -> None:
    for mention in draft.mentions:
        start, end = tokens_of(doc, mention.span)
        out[start:end] = mark
