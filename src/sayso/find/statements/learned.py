"""Cues that the encoder marked, with their sources and contents, as statements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from spacy.tokens import Doc, Token

from sayso.find.confidence import calibrated
from sayso.find.statements.blocks import block
from sayso.find.statements.hearsay import hearsay_apart
from sayso.find.statements.quotes import BLOCK
from sayso.find.statements.relatives import clause_start
from sayso.find.statements.verbs import DENIES
from sayso.language.anchors import Anchor, Role
from sayso.language.pronouns import RELATIVE, is_pronoun, noun_phrase
from sayso.language.spans import (
    BEFORE,
    WIDEST,
    head_of,
    phrase,
    span_of,
    text_of,
    tokens_of,
    trimmed,
    whole,
)
from sayso.record.findings import Statement
from sayso.record.span import Span
from sayso.record.vocabulary import Act, SourceType

#: Relations of words that only go with another.
BOUND = frozenset({"amod", "aux", "aux:pass", "compound", "cop", "det", "nummod"})
#: What is done with what somebody else has said.
ANSWERS = DENIES | {"confirm", "confirmed", "confirms"}
#: How a "that" hangs which stands for a thing: "said *that* was a lie".
STANDING = frozenset({"nsubj", "nsubj:pass", "obj", "obl"})
#: Roles that hide a name where none is told.
HIDING = frozenset({"commander", "commanders", "diplomat", "diplomats", "official", "officials",
                    "source", "sources"})  # fmt: skip
#: Parts of a content with no more than this many tokens between them are one part, unless the
#: cue or the source stands there.
GAP = 2


def _is_withheld(doc: Doc, anchor: Anchor, source: Role) -> bool:
    """Tell whether a source's name is withheld: by the encoder, or since a role that hides one
    stands without a name ("*a senior commander*", "two officials")."""
    told = anchor.best("withheld")[0] == "yes"
    role = anchor.best("speaker")[0] == "role"
    words = doc[source.start : source.end]
    hides = head_of(doc, source.start, source.end).lower_ in HIDING
    known = words[0].lower_ == "the" or any(t.ent_type_ == "Person" for t in words)
    return told or (role and hides and not known)


def learned_statements(doc: Doc) -> Iterator[Statement]:
    """A cue with what is said: "The ministry *said* 12 people had died."

    Fires on every statement anchor that has a content.
    """
    before: tuple[Span, ...] = ()
    for anchor in hearsay_apart(doc):
        if _belongs_to_another_word(doc, anchor):
            continue
        opened = block(doc, anchor)
        of_before = _as_which(doc, anchor, before)
        content = opened or of_before or _content(doc, anchor) or _as_before(doc, anchor, before)
        before = content or before
        if not content:
            continue
        source = anchor.top("source")
        to = anchor.top("to")
        act, _ = anchor.best("act")
        cue = span_of(doc, anchor.start, anchor.end)
        yield Statement(
            id="",
            source=phrase(doc, *whole(doc, source.start, source.end)) if source else None,
            cue=cue,
            content=content,
            source_type=cast(SourceType, anchor.best("speaker")[0] if source else "unknown"),
            anonymous=source is not None and _is_withheld(doc, anchor, source),
            act=cast(Act, act),
            to=_addressee(doc, anchor, to) if to else None,
            rule="encoder:cue" + BLOCK if opened else "encoder:cue",
            confidence=calibrated("statement", anchor.score),
        )


def _as_before(doc: Doc, anchor: Anchor, before: tuple[Span, ...]) -> tuple[Span, ...]:
    """What was told right before a comma, for who answers it in a clause behind: "Orla accused
    Oslo of theft, *which it denied*", "..., something it denied"."""
    verb = head_of(doc, anchor.start, anchor.end)
    if not before or verb.dep_ != "acl:relcl" or verb.lower_ not in ANSWERS:
        return ()
    of = next((c for c in verb.children if c.dep_ == "obj" and c.lower_ == "which"), verb.head)
    first = of.i
    if of.pos_ != "PRON" or not 1 < first < verb.i or doc[first - 1].text != ",":
        return ()
    return before if tokens_of(doc, before[-1])[1] == first - 1 else ()


def _as_which(doc: Doc, anchor: Anchor, before: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same where the tree does not take the clause for one on what was told: "León accused
    them of theft, *which they deny*"."""
    verb = head_of(doc, anchor.start, anchor.end)
    subjects = [c.left_edge.i for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if not before or verb.lower_ not in ANSWERS or not subjects:
        return ()
    which = subjects[0] - 1
    if which < 1 or doc[which].lower_ != "which" or doc[which - 1].text != ",":
        return ()
    return before if tokens_of(doc, before[-1])[1] == which - 1 else ()


def _addressee(doc: Doc, anchor: Anchor, to: Role) -> Span | None:
    """The addressee or channel, whole, without the full stop that a one-letter name takes in."""
    start, end = _whole_addressee(doc, anchor, to)
    verb = head_of(doc, start, end)
    if verb.dep_ == "acl" and verb.pos_ == "VERB":  # "a film *posted* on Sunday"
        start, end = noun_phrase(verb.head)
    found = phrase(doc, *whole(doc, start, end))
    if found is None or head_of(doc, start, end).pos_ in ("DET", "ADP", "PUNCT"):
        return None
    if found.text.lower() in RELATIVE:
        return None
    letter = len(found.text) == 2 and found.text.endswith(".") and found.text != found.text.lower()
    return Span.of(text_of(doc), found.start, found.end - letter)


def _whole_addressee(doc: Doc, anchor: Anchor, to: Role) -> tuple[int, int]:
    """An addressee up to the noun that it is but words before ("*his nightly* address"), with what
    its last word leads to ("a video posted *on* Telegram") and a name ("the newspaper *Oak*")."""
    start, end = to.start, to.end
    word = head_of(doc, start, end)
    while word.dep_ in BEFORE and end <= word.head.i < start + WIDEST:
        word = word.head
        end = word.i + 1
    last = doc[end - 1]
    inside = last.head.head.dep_ == "acl" and start <= last.head.head.i
    if inside and _leads_out(last, end) and last.head.i < end + WIDEST:
        end = last.head.i + 1
    named = (c for c in word.children if c.dep_ in ("appos", "flat") and c.left_edge.i == end)
    name = next((c for c in named if c.pos_ == "PROPN"), None)
    end = name.right_edge.i + 1 if name is not None else end
    return (to.start, to.end) if to.end <= anchor.start < end else (start, end)


def _belongs_to_another_word(doc: Doc, cue: Anchor) -> bool:
    """Tell whether a cue of one word says nothing itself: "the *alleged* role", "*has* accused",
    "Omar *Said*"."""
    word = doc[cue.start]
    alone = cue.end - cue.start == 1
    named = word.text == "Said" and word.i > 0 and word.nbor(-1).pos_ == "PROPN"
    return alone and (word.dep_ in BOUND or named)


def _content(doc: Doc, anchor: Anchor) -> tuple[Span, ...]:
    parts: list[list[int]] = []
    between: list[Anchor | Role] = [anchor, *anchor.spans("source")]
    for role in _said(doc, anchor):
        if parts and _may_join(doc, parts[-1][1], role, between):
            parts[-1][1] = role.end
        else:
            parts.append([role.start, role.end])
    spans = []
    for start, end in parts:
        if _is_marker(doc[start]) and end - start > 1:
            start += 1
        while end - start > 1 and _leads_out(doc[end - 1], end):
            end -= 1
        found = trimmed(doc, start, end, quotes=True)
        if found and any(doc[i].is_alpha or doc[i].like_num for i in range(*found)):
            spans.append(span_of(doc, *found))
    return tuple(spans)


def _said(doc: Doc, anchor: Anchor) -> list[Role]:
    """What is said with a cue, without the end of what stands before its clause: "the school
    *where*, medics said, two died"."""
    roles = anchor.spans("content")
    near = (r.start for r in anchor.spans("source") if r.end == anchor.start)
    speaks = next(near, anchor.start - is_pronoun(doc, anchor.start - 1, anchor.start))
    start = clause_start(doc, speaks)
    if start is None or doc[start].pos_ == "PRON" or not any(r.start >= speaks for r in roles):
        return roles
    return [r for r in roles if not start <= r.end <= speaks]


def _is_marker(word: Token) -> bool:
    """Tell whether a word is the "that" of a clause, not the one that is its subject or object."""
    return word.lower_ == "that" and word.pos_ != "DET" and word.dep_ not in STANDING


def _leads_out(word: Token, end: int) -> bool:
    """Tell whether the last word of a content opens what is no longer part of it: "..., in"."""
    if word.head.i < end:
        return False
    return word.dep_ in ("case", "cc", "mark") or "PronType=Rel" in str(word.morph)


def _may_join(doc: Doc, end: int, role: Role, between: list[Anchor | Role]) -> bool:
    if role.start - end > GAP:
        return False
    return not any(b.start < role.start and b.end > end for b in between)
