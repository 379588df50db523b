"""What people were asked about is not on the table: "61 percent want *a deal that frees them*"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.language.spans import sentence_at, token_at
from sayso.language.word_lists import words_of
from sayso.record.findings import Poll, Proposal
from sayso.record.span import Span

#: A poll of fewer answers may be none.
SURE = 2


def without_asked(
    doc: Doc, proposals: tuple[Proposal, ...], polls: Sequence[Poll]
) -> tuple[Proposal, ...]:
    """Return the proposals without those that only sentences about a poll tell of, by new ids."""
    sure = [p for p in polls if len(p.answers) >= SURE]
    if not sure or not proposals:
        return proposals
    told = [
        span
        for poll in sure
        for span in (poll.pollster, poll.question, *(a.answer for a in poll.answers))
        if span is not None
    ]
    asked = {_sentence(doc, span) for span in told}

    def is_asked(span: Span) -> bool:
        start, end = _sentence(doc, span)
        polled = (t.lemma_.lower() in words_of("poll_words", "noun") for t in doc[start:end])
        return (start, end) in asked or any(polled)

    kept = [p for p in proposals if not (words := _words(p)) or not all(map(is_asked, words))]
    return tuple(replace(p, id=f"p{n}") for n, p in enumerate(kept, 1))


def _words(proposal: Proposal) -> list[Span]:
    named = [proposal.name] if proposal.name is not None else []
    return [*named, *(t.what for t in proposal.terms)]


def _sentence(doc: Doc, span: Span) -> tuple[int, int]:
    return sentence_at(doc, token_at(doc, span.start))
