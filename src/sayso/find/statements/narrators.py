"""Whose report it is that says "we" outside of all quotes and statements."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sayso.find.statements.quotes import is_quoted
from sayso.language.pronouns import FIRST, noun_phrase
from sayso.language.spans import lower_of, sentence_at, span_of, trimmed
from sayso.record.findings import Statement
from sayso.record.span import Span

#: Who issues reports of their own.
ISSUERS = frozenset({"organisation", "state"})
#: Who is only told of in a report that says "we".
NO_NARRATORS = frozenset({"document", "media"})
BODIES = frozenset({"Organization", "ORG"})


def narrator(doc: Doc, pronoun: Span, spoken: Sequence[Statement]) -> Span | None:
    """Whose report it is that says "we" outside of all quotes: the body that spoke first, or else
    who said so before, or whose words it begins with ("*Remarks by* the mayor"); of those that it
    only tells of a person may, and no document does."""
    if spoken and _is_ours(spoken[0].source):
        return None
    if spoken and spoken[0].source_type in ISSUERS:
        return spoken[0].source
    own = (s for s in reversed(spoken) if s.source_written is not None)
    before = next((s for s in own if s.source_written and is_own(doc, s.source_written)), None)
    titled = before.source if before is not None else _titled(doc, pronoun)
    if titled is not None:
        return titled
    if not spoken:
        return _heading(doc, pronoun)
    return spoken[-1].source if spoken[-1].source_type not in NO_NARRATORS else None


def is_own(doc: Doc, written: Span) -> bool:
    return written.text.lower() in FIRST and not is_quoted(doc, written)


def _titled(doc: Doc, pronoun: Span) -> Span | None:
    """Whose words a report's first line or sentence without a verb says that they are: "Remarks
    *by the mayor*"."""
    start, end = sentence_at(doc, 0)
    words = lower_of(doc)
    end = next((i for i in range(start, end) if "\n" in words[i]), end)
    if doc[end - 1].idx > pronoun.start or "by" not in words[start:end]:
        return None
    if any(t.pos_ in ("AUX", "VERB") for t in doc[start:end]):
        return None
    noun = doc[words.index("by", start, end)].head
    if noun.pos_ not in ("NOUN", "PROPN") or noun.left_edge.lower_ != "by":
        return None
    return span_of(doc, *noun_phrase(noun))


def _is_ours(source: Span | None) -> bool:
    """Tell whether a source begins with whose it is: "*our* partners"."""
    return source is not None and source.text.lower().split()[0] in FIRST


def _heading(doc: Doc, pronoun: Span) -> Span | None:
    """The body that a report names first, in its first sentence: "*KFOR* press statement. We"."""
    first = next(iter(doc.sents))
    name = next((t for t in first if t.ent_type_ in BODIES and t.pos_ == "PROPN"), None)
    if name is None or name.idx > pronoun.start:
        return None
    end = next((t.i for t in doc[name.i :] if t.ent_type_ != name.ent_type_), name.i + 1)
    whole = noun_phrase(doc[name.i : end].root)
    return span_of(doc, *(trimmed(doc, *whole, quotes=True) or whole))
