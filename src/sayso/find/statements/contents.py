"""What is said, made whole: its clause's beginning, its holes and its edges mended by the tree."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.asides import RELATIVES
from sayso.find.statements.clauses import SUBJECTS, clauses_before, cue_verb
from sayso.find.statements.quotes import BLOCK, CLOSING, OPENING, STRAIGHT
from sayso.language.anchors import anchors
from sayso.language.spans import (
    QUOTES,
    head_of,
    lower_of,
    sentence_at,
    span_of,
    text_of,
    tokens_of,
    trimmed,
)
from sayso.record.findings import Statement
from sayso.record.span import Span

_STOPS = frozenset({";", ":", "but", "while", "although", "though"})
#: So many tokens at most may be missing before what is said, or in its middle.
_MISSING = 20
#: The rest of a quoted sentence, a few words without a mark, up to the mark that closes it.
_REST = re.compile(
    rf" \w[^{OPENING}{CLOSING}{STRAIGHT}.!?\n]{{0,40}}?([,.!?]?[{CLOSING}{STRAIGHT}])"
)
_MARKS = OPENING + CLOSING + STRAIGHT
#: What hangs on a word behind it without a comma: phrases and clauses of circumstance.
_TAILS = frozenset({"acl", "advcl", "obl", "obl:agent"})
#: What hangs on a verb of saying and tells how, not what.
_HOW = frozenset({"advcl", "obl", "punct"})
#: How long before or after: "*two days* before", over so many words at most.
_SPANS = frozenset(["day", "days", "hours", "minutes", "month", "months", "week", "weeks", "years"])
_LEAD = 4
#: A participle behind a comma goes on with at most so many words.
_SHORT = 6
#: What a joined verb takes only where it goes on the clause before: "to", "will", "has been".
_VERBAL = frozenset({"aux", "aux:pass", "mark"})


def tidied(doc: Doc, statement: Statement) -> Statement:
    """Return the statement with its content from the beginning of its clause on, a part for each
    paragraph, and no mark at an edge without its partner."""
    if statement.rule.endswith(BLOCK) or not statement.content:
        return statement
    first, *rest = _from_that(doc, statement)
    rest = [part for part in rest if not _is_told_behind(doc, statement, part)]
    parts = _filled(doc, statement, [_from_left(doc, statement, first), *rest])
    parts[-1] = _in_noun(doc, statement, _to_right(doc, statement, parts[-1]))
    parts[-1] = _without_aside(doc, statement, parts[-1])
    parts = [_quoted_out(doc, part) for part in parts]
    kept = [c for part in parts for p in _paragraphs(doc, part) if (c := _edged(doc, p))]
    content = tuple(kept) or statement.content
    return statement if content == statement.content else replace(statement, content=content)


def _from_that(doc: Doc, statement: Statement) -> tuple[Span, ...]:
    """The content from "that" on, without how it was said: "demanded by 14 votes *to none, with
    Norland abstaining*, that ...\"."""
    verb = cue_verb(doc, *tokens_of(doc, statement.cue))
    clauses = verb.rights if verb is not None else ()
    clause = next((c for c in clauses if c.dep_ == "ccomp"), None)
    marks = clause.lefts if clause is not None else ()
    that = next((c for c in marks if c.dep_ == "mark" and c.lower_ == "that"), None)
    if verb is None or that is None:
        return statement.content
    kept = []
    for part in statement.content:
        start, end = tokens_of(doc, part)
        if verb.i < start < that.i and _is_manner(verb, start, that.i):
            if end <= that.i + 1:
                continue
            part = Span.of(text_of(doc), doc[that.i + 1].idx, part.end)
        kept.append(part)
    return tuple(kept) or statement.content


def _is_manner(verb: Token, start: int, end: int) -> bool:
    """Tell whether the words up to "that" hang on the verb as phrases and clauses of how."""
    hanging = (c for c in verb.rights if c.dep_ in _HOW and c.i < end)
    held = {t.i for c in hanging for t in c.subtree}
    return all(i in held or verb.doc[i].is_punct for i in range(start, end))


def _is_told_behind(doc: Doc, statement: Statement, part: Span) -> bool:
    """Tell whether a part behind the cue of what stands before it is the report's own "*days
    before* the leaders meet", or where a quote was said: "“No,” said Roe, *in Oslo*"."""
    first = statement.content[0]
    if not first.end <= statement.cue.start < part.start:
        return False
    start, end = tokens_of(doc, part)
    if head_of(doc, start, end).dep_ == "obl" and _is_whole_quote(doc, first):
        return not any(c in _MARKS for c in text_of(doc)[part.start - 1 : part.end])
    words = lower_of(doc)[start : start + _LEAD]
    at = next((i for i, word in enumerate(words) if word in _SPANS), len(words))
    return doc[start].nbor(-1).text == "," and not {"before", "after"}.isdisjoint(words[at:])


def _is_whole_quote(doc: Doc, part: Span) -> bool:
    """Tell whether a part is a quote from mark to mark."""
    before, behind = text_of(doc)[: part.start][-1:], text_of(doc)[part.end : part.end + 2]
    inside = before != "" and before in _MARKS and any(c in _MARKS for c in behind)
    return _is_quote(part.text) or inside


def _from_left(doc: Doc, statement: Statement, part: Span) -> Span:
    """The part from its clause's first word on, where the clause stands before cue and source."""
    start, end = tokens_of(doc, part)
    cue = tokens_of(doc, statement.cue)
    if end > cue[0] or sentence_at(doc, start) != sentence_at(doc, cue[0]):
        return part
    behind = lower_of(doc)[end : end + 2]
    if behind == (",", "which") or (behind[0] in RELATIVES and behind[1:] == (",",)):
        return part  # "accused them *of theft*, which they deny", "*a man* who, Oak said, fled"
    clause = _clause(doc, cue, start, end)
    left = clause.left_edge.i if clause is not None else start
    while left < start and doc[left].is_punct:
        left += 1
    if not 0 < start - left <= _MISSING or any(_stops(t) for t in doc[left:start]):
        return part
    return Span.of(text_of(doc), doc[left].idx, part.end)


def _to_right(doc: Doc, statement: Statement, part: Span) -> Span:
    """The part behind a cue with the phrases and clauses that follow and hang in it, or on a
    passive cue, no comma between: "two men are reported missing *after a landslide*"."""
    if part.start < statement.cue.end:
        return part
    start, end = tokens_of(doc, part)
    verb = cue_verb(doc, *tokens_of(doc, statement.cue))
    passive = verb is not None and any(c.dep_ == "nsubj:pass" for c in verb.children)
    inside = {*range(start, end), verb.i} if verb is not None and passive else {*range(start, end)}
    stop = sentence_at(doc, start)[1]
    if statement.source is not None and statement.source.start >= part.end:
        stop = min(stop, tokens_of(doc, statement.source)[0])
    while end < stop and (tail := _goes_on(doc[end], inside)) is not None and tail <= stop:
        inside.update(range(end, tail))
        end = tail
    last = doc[end - 1]
    return Span.of(text_of(doc), part.start, max(part.end, last.idx + len(last)))


def _in_noun(doc: Doc, statement: Statement, part: Span) -> Span:
    """The part behind a noun up to where its phrase ends, if it is the subject of what follows:
    "reports *of a raid* were untrue"."""
    noun = head_of(doc, *tokens_of(doc, statement.cue))
    if noun.pos_ != "NOUN" or noun.dep_ not in SUBJECTS or part.start < statement.cue.end:
        return part
    start, end = tokens_of(doc, part)
    stop, verb = noun.right_edge.i + 1, noun.head.i
    if not start < stop < end or not stop <= verb < end:
        return part
    kept = trimmed(doc, start, stop, quotes=True)
    return span_of(doc, *kept) if kept else part


def _without_aside(doc: Doc, statement: Statement, part: Span) -> Span:
    """The part that tells what one is to do without the clause behind its last comma, in which
    the report tells of a thing in it: "to burn the port, *which Oslo held*"."""
    start, end = tokens_of(doc, part)
    if part.start < statement.cue.end or doc[start].lower_ != "to":
        return part
    clauses = (t for t in doc[start:end] if t.dep_ == "acl:relcl" and t.right_edge.i >= end - 1)
    for verb in clauses:
        first = verb.left_edge.i + (verb.left_edge.text == ",")
        if first <= start + 1 or doc[first - 1].text != "," or not _is_told(verb):
            continue
        kept = trimmed(doc, start, first, quotes=True)
        if kept is not None and not any(t.text in _MARKS for t in doc[first:end]):
            return span_of(doc, *kept)
    return part


def _is_told(verb: Token) -> bool:
    """Tell whether a clause with "which", "who" or "whose" tells what is so, not what will be."""
    words = (verb, *verb.children)
    led = verb.doc[verb.left_edge.i : verb.left_edge.i + 2]
    finite = any("VerbForm=Fin" in str(t.morph) for t in words)
    ahead = any(t.lower_ in ("will", "would", "to") for t in verb.children)
    return finite and not ahead and any(t.lower_ in ("which", "who", "whose") for t in led)


def _goes_on(word: Token, inside: set[int]) -> int | None:
    """Where what a word begins ends, if it goes on the words ``inside``: a phrase of circumstance,
    or behind a comma a short participle that is no cue, "..., *shattering its windows*": long ones
    are as often the report's own."""
    if word.text != "," or word.i + 1 == len(word.doc):
        return _tail(word, inside)
    verb = word.nbor(1)
    end = verb.right_edge.i + 1
    hangs = verb.dep_ == "advcl" and verb.head.i in inside and verb.lower_.endswith("ing")
    if not hangs or end - verb.i > _SHORT:
        return None
    return None if any(a.start == verb.i for a in anchors(verb.doc, "statement")) else end


def _tail(word: Token, inside: set[int]) -> int | None:
    """Where the phrase ends that a word begins and that hangs on one of the words ``inside``: a
    joined verb also behind a quote, an object right behind its verb."""
    quoted = word.nbor(-1).text in QUOTES and min(inside) < word.i - 1
    if word.is_punct or (word.nbor(-1).is_punct and not quoted):
        return None
    top = word
    while top.head.i not in inside and top.head != top:
        top = top.head
    if top.left_edge != word or top.head == top:
        return None
    deps = {c.dep_ for c in top.children}
    goes_on = top.dep_ == "conj" and deps & _VERBAL and not deps.intersection(SUBJECTS)
    tail = not quoted and top.dep_ in _TAILS
    needed = top.dep_ == "obj" and top.head.i == word.i - 1 and not quoted
    return top.right_edge.i + 1 if goes_on or tail or needed else None


def _clause(doc: Doc, cue: tuple[int, int], start: int, end: int) -> Token | None:
    """What a cue behind it reports, if the part lies in it: the verb of a clause, or the subject
    of a passive cue or of what "reportedly" goes with."""
    verb = cue_verb(doc, *cue)
    if verb is not None:
        said = [c for c in verb.children if c.dep_ == "nsubj:pass"] + clauses_before(verb)
    else:
        adverb = head_of(doc, *cue)
        said = [c for c in adverb.head.children if c.dep_ in SUBJECTS and adverb.pos_ == "ADV"]
    before = (c for c in said if c.i < cue[0])
    return next((c for c in before if c.left_edge.i <= start and c.i < end), None)


def _stops(token: Token) -> bool:
    return token.lower_ in _STOPS or token.text in _MARKS or token.is_space


def _leads_on(token: Token) -> bool:
    """Tell whether a word may begin what is no longer said: a joined, related or finite clause."""
    finite = "VerbForm=Fin" in str(token.morph)
    return finite or token.pos_ in ("CCONJ", "SCONJ", "PRON") or _stops(token)


def _filled(doc: Doc, statement: Statement, parts: list[Span]) -> list[Span]:
    """Join parts of one sentence but for a phrase that is neither the cue's nor the source's."""
    out = parts[:1]
    owned = [s for s in (statement.cue, statement.source) if s is not None]
    for part in parts[1:]:
        last = out[-1]
        a, b = tokens_of(doc, last)[1], tokens_of(doc, part)[0]
        between = part.start < last.end or any(
            s.start < part.start and s.end > last.end for s in owned
        )
        same = sentence_at(doc, a - 1) == sentence_at(doc, b)
        if between or not same or b - a > _MISSING or any(_leads_on(t) for t in doc[a:b]):
            out.append(part)
        else:
            out[-1] = Span.of(text_of(doc), last.start, part.end)
    return out


def _quoted_out(doc: Doc, part: Span) -> Span:
    """A part that begins a quote but stops in its first sentence, to the end of the quote."""
    text = text_of(doc)
    if part.start == 0 or text[part.start - 1] not in _MARKS or text[part.end - 1] in _MARKS:
        return part
    rest = _REST.match(text, part.end)
    return Span.of(text, part.start, rest.start(1)) if rest else part


def _paragraphs(doc: Doc, part: Span) -> list[Span]:
    """The part, or where it runs over paragraphs, each of them without its own marks."""
    text, out, at = text_of(doc), [], part.start
    lines = part.text.split("\n")
    for line in lines:
        inner = line.strip(f"{_MARKS} ") if len(lines) > 1 else line
        if inner:
            start = at + line.index(inner)
            out.append(Span.of(text, start, start + len(inner)))
        at += len(line) + 1
    return out


def _edged(doc: Doc, part: Span) -> Span | None:
    """The part without white space, and without marks at its edges that have no partner in it or
    that stand around all of it."""
    text, start, end = text_of(doc), part.start, part.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    start += _is_lone(text[start:end], 0, OPENING, CLOSING)
    end -= _is_lone(text[start:end], -1, CLOSING, OPENING)
    if _is_quote(text[start:end]):
        start, end = start + 1, end - 1
    while end > start and end < part.end and text[end - 1] in ".,":
        end -= 1
    return Span.of(text, start, end) if end > start else None


def _is_quote(inside: str) -> bool:
    """Tell whether all of a part is one quote."""
    first, last = inside[:1], inside[-1:]
    paired = (first in OPENING and last in CLOSING) or (first == last and first in STRAIGHT)
    return len(inside) > 2 and paired and not any(c in _MARKS for c in inside[1:-1])


def _is_lone(inside: str, at: int, marks: str, partners: str) -> bool:
    """Tell whether a mark stands at an edge without its partner."""
    edge = inside[at] if inside else " "
    lone = edge in marks and not any(c in inside for c in partners)
    return lone or (edge in STRAIGHT and inside.count(edge) == 1)
