"""An adverb of hearsay that the encoder took for one cue with the verb behind it, set apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.statements.clauses import SUBJECTS
from sayso.language.anchors import Anchor, Role, anchors
from sayso.language.pronouns import noun_phrase

HEARSAY = frozenset({"allegedly", "purportedly", "reportedly", "supposedly"})
#: What is told of who speaks where the encoder marked nobody: the words of the source tell it.
UNTOLD = {"speaker": {"unknown": 1.0}, "withheld": {"no": 1.0}}


def hearsay_apart(doc: Doc) -> Iterator[Anchor]:
    """Yield the statement anchors of a Doc, those of "Oslo has *reportedly told*" as two: what is
    "reportedly" so, and in it what Oslo "told"."""
    marked = anchors(doc, "statement")
    starts = {a.start for a in marked}
    helped = {a.start: a for a in marked if a.end - a.start == 1}
    for anchor in marked:
        verb = _verb(doc, anchor)
        if verb is None:
            yield anchor
            continue
        yield _adverb(anchor, verb)
        if verb.i not in starts:
            helper = next((a for i, a in helped.items() if _helps(doc[i], verb)), None)
            yield _spoken(anchor, verb, helper)


def _verb(doc: Doc, anchor: Anchor) -> Token | None:
    """The verb that ends a cue whose other word is an adverb of hearsay: "reportedly *told*"."""
    verb = doc[anchor.end - 1]
    words = doc[anchor.start : anchor.end]
    parted = len(words) == 2 and words[0].lower_ in HEARSAY and words[0].head == verb
    return verb if parted and verb.pos_ == "VERB" else None


def _helps(word: Token, verb: Token) -> bool:
    return word.head == verb and word.dep_ in ("aux", "aux:pass")


def _adverb(anchor: Anchor, verb: Token) -> Anchor:
    """The anchor of the adverb alone, with the verb in what is reportedly so."""
    said = anchor.spans("content")
    before = [r for r in said if r.end <= anchor.start]
    first, *rest = [r for r in said if r.start > verb.i] or [Role("content", 0, verb.i + 1, 0.0)]
    roles = (*before, replace(first, start=verb.i), *rest)
    return replace(anchor, end=anchor.end - 1, roles=roles)


def _spoken(anchor: Anchor, verb: Token, helper: Anchor | None) -> Anchor:
    """The anchor of the verb, as the encoder marked it at its helping verb ("*has* reportedly
    told"), or else with the verb's subject for source."""
    if helper is not None:
        return replace(helper, start=verb.i, end=verb.i + 1)
    roles = [r for r in anchor.roles if r.name != "source" and r.start > verb.i]
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    if subject is not None and subject.dep_ != "nsubj:pass":
        roles.insert(0, Role("source", *noun_phrase(subject), anchor.score))
    labels = {**UNTOLD, "act": anchor.labels["act"]}
    return replace(anchor, start=verb.i, roles=tuple(roles), labels=labels)
