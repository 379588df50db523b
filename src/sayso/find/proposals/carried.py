"""Terms told in the sentences after the one that opens them: "In a second phase, it would"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from sayso.find.proposals.clauses import is_modal
from sayso.find.proposals.details import is_staged
from sayso.find.proposals.terms import clauses
from sayso.record.findings import Term

#: What a sentence may begin with to go on with the terms: "In return", "It would also".
OPENERS = ("in return", "in exchange", "in turn", "it also", "it would", "the rest", "each side",
           "both sides", "only in", "for its part", "for their part")  # fmt: skip
#: Sentences that may stand between two sentences of terms.
GAP = 1
CLAUSES = frozenset({"root", "conj", "ccomp", "parataxis"})


def carried_terms(doc: Doc, opened: int) -> Iterator[Term]:
    """Yield the terms of the sentences behind the one that holds the token ``opened``.

    A sentence goes on with the terms while its main verb is a duty ("would", "must", "is to") and
    it stands in the same paragraph, or while it begins with a phase or "In return".
    """
    missed = 0
    for sentence in _behind(doc, opened):
        verbs = _duties(sentence)
        own_paragraph = not _breaks(doc, opened, sentence.start)
        goes_on = own_paragraph or is_staged(sentence[0]) or _opens(sentence)
        if not verbs or not goes_on or _is_other(sentence):
            missed += 1
            if missed > GAP:
                return
            continue
        missed = 0
        opened = sentence.start
        for verb in verbs:
            yield from clauses(doc, verb)


def _behind(doc: Doc, opened: int) -> Iterator[Span]:
    at = doc[opened].sent.end
    while at < len(doc):
        sentence = doc[at].sent
        if any(not t.is_space for t in sentence):
            yield sentence
        at = sentence.end


def _duties(sentence: Span) -> list[Token]:
    """The verbs of duty that stand in the main clause, or in what is said there."""
    found: list[Token] = []
    for token in sentence:
        if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN") and is_modal(token) and _is_main(token):
            inside = any(token.head == f and token.dep_ == "conj" for f in found)
            if not inside:
                found.append(token)
    return found


def _is_main(token: Token) -> bool:
    while token.head != token:
        if token.dep_ not in CLAUSES:
            return False
        token = token.head
    return True


def _is_other(sentence: Span) -> bool:
    """A sentence in quotation marks, or one that asks, warns or threatens, states no term."""
    text = sentence.text.strip()
    return text[:1] in '"“' or text.endswith("?")


def _opens(sentence: Span) -> bool:
    return sentence.text.strip().lower().startswith(OPENERS)


def _breaks(doc: Doc, start: int, end: int) -> bool:
    return "\n" in doc[start:end].text
