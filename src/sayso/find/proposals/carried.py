"""Terms told in the sentences after the one that opens them: "In a second phase, it would"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from sayso.find.proposals.clauses import bases
from sayso.find.proposals.details import laid_down
from sayso.find.proposals.phases import begins_phase
from sayso.language.pronouns import FIRST
from sayso.language.spans import text_of, tokens_of
from sayso.record.findings import Term

#: What a sentence may begin with to go on with the terms: "In return", "It would also".
OPENERS = ("in return", "in exchange", "in turn", "it also", "it would", "the rest", "each side",
           "both sides", "only in", "for its part", "for their part")  # fmt: skip
#: Verbs of saying what one will do or what may come.
SPEAKING = frozenset({"warn", "threaten", "vow", "swear", "doubt", "hope", "fear", "expect", "deny",
                      "insist", "reply", "answer", "know", "ask", "say", "tell"})  # fmt: skip
#: Sentences that may stand between two sentences of terms.
GAP = 1


def carried_terms(doc: Doc, opened: int) -> Iterator[Term]:
    """Yield the terms of the sentences behind the one that holds the token ``opened``.

    A sentence goes on with the terms while it lays down a duty ("would", "must", "is to") and
    stands in the same paragraph, or while it begins with a phase or "In return".
    """
    missed = 0
    for sentence in sentences_behind(doc, opened):
        own_paragraph = "\n" not in text_of(doc)[doc[opened].idx : doc[sentence.start].idx]
        goes_on = own_paragraph or begins_phase(sentence.text) or opens(sentence)
        found = [t for t in laid_down(doc, sentence.start, sentence.end) if not _is_own(doc, t)]
        if not found or not goes_on or _is_other(sentence):
            missed += 1
            if missed > GAP:
                return
            continue
        missed = 0
        opened = sentence.start
        yield from found


def sentences_behind(doc: Doc, opened: int) -> Iterator[Span]:
    """Yield the sentences with words in them behind the one that holds a token."""
    at = doc[opened].sent.end
    while at < len(doc):
        sentence = doc[at].sent
        if any(not t.is_space for t in sentence):
            yield sentence
        at = sentence.end


def _is_other(sentence: Span) -> bool:
    """A sentence in quotation marks, or one that asks, warns or threatens, states no term."""
    text = sentence.text.strip()
    return text[:1] in '"“' or text.endswith("?")


def _is_own(doc: Doc, found: Term) -> bool:
    """ "Oslo *warned* that it would strike", "*we* will travel": what somebody says of himself."""
    if found.party is not None and found.party.text.lower() in FIRST:
        return True
    first = tokens_of(doc, found.what)[0]
    ups = [up for up in doc[first].ancestors if up.i < first and up.sent == doc[first].sent]
    return any(bases(up) & SPEAKING and up.pos_ == "VERB" for up in ups)


def opens(sentence: Span) -> bool:
    """Tell whether a sentence goes on with terms: "*In return*, Oslo would", "*Each side* must"."""
    return sentence.text.strip().lower().startswith(OPENERS)
