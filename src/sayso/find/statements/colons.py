"""A colon for a cue: who is named before it says what stands behind ("UN chief: talks failed")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from sayso.find.statements.headlines import speaks_below
from sayso.find.statements.labels import LABEL, is_unnamed
from sayso.find.statements.quotes import OPENING, STRAIGHT, quoted_ranges
from sayso.find.statements.speakers import DOCUMENTS, is_speaking
from sayso.language.genders import is_person
from sayso.language.spans import (
    head_of,
    lower_of,
    sentence_at,
    span_of,
    text_of,
    token_at,
    tokens_of,
    trimmed,
)
from sayso.record.findings import Statement
from sayso.record.span import Span

HEADED = "colon:headed"
#: So many words at most stand before such a colon.
WIDEST = 14
#: So many words without a verb tell something, of somebody who speaks below.
LONG = 4
#: That of other rules beside the encoder.
CONFIDENCE = 0.85
#: Beginnings of a headline that tell what it is, not who says it.
KINDS = frozenset({"analysis", "correction", "explainer", "factbox", "live", "update", "video"})


def headed(doc: Doc) -> Iterator[Statement]:
    """Who is named before a colon, and a quote behind: "Ann Oak on Telegram*:* “We won.”"; a
    person at the head of the report, where no other line has such a label: "UN chief*:* talks
    failed".

    Fires on a phrase without a verb whose noun can speak.
    """
    text = text_of(doc)
    alone = sum(1 for _ in LABEL.finditer(text)) == 1
    colons = (i for i, word in enumerate(lower_of(doc)) if word == ":")
    for colon in (doc[i] for i in colons if 0 < i < len(doc) - 1):
        label = _label(doc, colon)
        if label is None or is_unnamed(label):
            continue
        said = _quote(doc, colon) or (_headline(doc, colon, label) if alone else None)
        if said is not None:
            yield _statement(doc, colon, label, said)


def _label(doc: Doc, colon: Token) -> Span | None:
    """The words from the beginning of the sentence or line to the colon, if they are somebody."""
    start = sentence_at(doc, colon.i - 1)[0]
    breaks = (t.i + 1 for t in doc[start : colon.i] if "\n" in t.text)
    found = trimmed(doc, max(breaks, default=start), colon.i)
    if found is None or found[1] - found[0] > WIDEST or found[1] != colon.i:
        return None
    if any(t.pos_ in ("AUX", "PRON", "SCONJ", "VERB") for t in doc[slice(*found)]):
        return None
    head = head_of(doc, *found)
    body = is_speaking(head, many=False) and _is_body(head)
    named = is_person(head) or body or speaks_below(doc, head)
    return span_of(doc, *found) if named and head.lower_ not in DOCUMENTS | KINDS else None


def _is_body(noun: Token) -> bool:
    return noun.pos_ == "NOUN" or noun.ent_type_ == "Organization"


def _quote(doc: Doc, colon: Token) -> Span | None:
    """The quote that opens right behind the colon, without its marks."""
    text, at = text_of(doc), colon.idx + 1
    at += len(text[at : at + 2]) - len(text[at : at + 2].lstrip(" "))
    if text[at : at + 1] not in OPENING + STRAIGHT or at == len(text):
        return None
    end = next((end for start, end in quoted_ranges(text) if start == at), None)
    if end is None or "\n" in text[at:end]:
        return None
    inside = text[at + 1 : end - 1].rstrip(" .,")
    return Span.of(text, at + 1, at + 1 + len(inside)) if " " in inside else None


def _headline(doc: Doc, colon: Token, label: Span) -> Span | None:
    """The sentence behind a colon in the first line of the report, up to the line's end, if it has
    a verb and a person says it; that of a body is as often the title of a release, but for one
    that speaks below."""
    text = text_of(doc)
    head = head_of(doc, *tokens_of(doc, label))
    below = speaks_below(doc, head)
    if not is_person(head) and not below:
        return None
    if text[: label.start].strip() or text[colon.idx + 1 : colon.idx + 2] != " ":
        return None
    line = text.find("\n", colon.idx)
    last = token_at(doc, line) if line >= 0 else len(doc)
    found = trimmed(doc, colon.i + 1, min(last, sentence_at(doc, colon.i + 1)[1]), quotes=True)
    if found is None:
        return None
    tells = any(t.pos_ in ("AUX", "VERB") for t in doc[slice(*found)])
    long = below and found[1] - found[0] >= LONG  # "Kremlin: no plans for a new call-up"
    return span_of(doc, *found) if tells or long else None


def _statement(doc: Doc, colon: Token, label: Span, said: Span) -> Statement:
    start, end = tokens_of(doc, label)
    head = head_of(doc, start, end)
    on = next((t.i for t in doc[head.i + 1 : end - 1] if t.lower_ == "on"), end)
    return Statement(
        id="",
        source=span_of(doc, start, on),
        cue=span_of(doc, colon.i, colon.i + 1),
        content=(said,),
        source_type="role" if is_person(head) and head.ent_type_ != "Person" else "unknown",
        to=span_of(doc, on + 1, end) if on < end else None,
        act="states",
        rule=HEADED,
        confidence=CONFIDENCE,
    )
