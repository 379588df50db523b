"""Terms told in the sentences after the one that opens them: "In a second phase, it would"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.proposals.clauses import bases
from sayso.find.proposals.duties import laid_down
from sayso.find.proposals.phases import begins_phase, phase_in
from sayso.find.proposals.present import is_past, present_terms
from sayso.language.pronouns import FIRST
from sayso.language.spans import sentence_at, span_of, text_of, tokens_of
from sayso.record.findings import Statement, Term

#: What a sentence may begin with to go on with the terms: "In return", "It would also".
OPENERS = ("in return", "in exchange", "in turn", "it also", "it would", "the rest", "each side",
           "both sides", "only in", "for its part", "for their part")  # fmt: skip
#: The same behind a modal: "The army would *in turn* lift its siege".
RETURNED = tuple(
    f"{modal} in {word} " for modal in ("will", "would", "must") for word in ("turn", "return")
)
#: Verbs of saying what one will do or what may come.
SPEAKING = frozenset({"warn", "threaten", "vow", "swear", "doubt", "hope", "fear", "expect", "deny",
                      "insist", "reply", "answer", "know", "ask", "say", "tell"})  # fmt: skip
#: Acts of speech that bind whoever speaks.
BINDING = frozenset({"agrees", "promises"})
#: Sentences that may stand between two sentences of terms.
GAP = 1


def carried_terms(doc: Doc, opened: int, statements: Sequence[Statement]) -> Iterator[Term]:
    """Yield the terms of the sentences behind the one that holds the token ``opened``.

    A sentence goes on with the terms while it lays down a duty ("would", "must", "is to") and
    stands in the same paragraph, or while it begins with a phase or "In return". The phase of a
    sentence holds for those behind it in its paragraph until another is named.
    """
    missed = 0
    phase = phase_in(sentence_text(doc, *sentence_at(doc, opened)))
    for start, end in sentences_behind(doc, opened):
        told = sentence_text(doc, start, end)
        own_paragraph = "\n" not in text_of(doc)[doc[opened].idx : doc[start].idx]
        named = phase_in(told)
        phase = named if named is not None or not own_paragraph else phase
        goes_on = own_paragraph or begins_phase(told) or opens(told)
        said = laid_down(doc, start, end) if goes_on and not _is_other(told) else []
        if not said and own_paragraph and not _is_other(told) and is_past(doc):
            said = present_terms(doc, start, end)
        found = [t for t in said if not (_is_own(doc, t) or _is_said(t, statements))]
        if not found:
            missed += 1
            if missed > GAP:
                return
            continue
        missed = 0
        opened = start
        yield from (replace(t, phase=t.phase or phase or None) for t in found)


def sentences_behind(doc: Doc, opened: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the sentences with words in them behind the one that holds a token."""
    end = sentence_at(doc, opened)[1]
    while end < len(doc):
        start, end = sentence_at(doc, end)
        if not sentence_text(doc, start, end).isspace():
            yield start, end


def sentence_text(doc: Doc, start: int, end: int) -> str:
    """Return the text of a sentence from token ``start`` to ``end``."""
    return span_of(doc, start, end).text


def _is_other(sentence: str) -> bool:
    """A sentence in quotation marks, or one that asks, warns or threatens, states no term."""
    text = sentence.strip()
    return text[:1] in '"“' or text.endswith("?")


def _is_own(doc: Doc, found: Term) -> bool:
    """ "Oslo *warned* that it would strike", "*we* will travel": what somebody says of himself."""
    if found.party is not None and found.party.text.lower() in FIRST:
        return True
    first = tokens_of(doc, found.what)[0]
    start = sentence_at(doc, first)[0]
    ups = (up for up in doc[first].ancestors if start <= up.i < first)
    return any(bases(up) & SPEAKING and up.pos_ == "VERB" for up in ups)


def _is_said(found: Term, statements: Sequence[Statement]) -> bool:
    """ "The minister *confirmed* that a patrol would sail": told by somebody before it."""
    before = (s for s in statements if s.cue.start < found.what.start and is_others(s))
    return any(c.covers(found.what) for s in before for c in s.content)


def is_others(said: Statement) -> bool:
    """Tell whether somebody only tells of a term: no promise of it, and no copy of the text."""
    return said.act not in BINDING and said.source_type != "document"


def opens(sentence: str) -> bool:
    """Tell whether a sentence goes on with terms: "*In return*, Oslo would", "*Each side* must"."""
    low = sentence.strip().lower()
    return low.startswith(OPENERS) or any(words in low[:80] for words in RETURNED)
