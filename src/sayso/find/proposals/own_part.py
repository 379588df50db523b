"""What each party to a proposal has as its own: a whole name, its condition, no open answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.proposals.bargainers import is_among
from sayso.find.proposals.clauses import NAMED, is_on_offer
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.hosts import PARTS
from sayso.find.proposals.parties import case_of
from sayso.language.spans import head_of, sentence_at, span_of, text_of, tokens_of
from sayso.record.findings import Stance
from sayso.record.span import Span

#: Conditions of somebody's answer, wherever in its sentence they stand: "but would pay *only if*".
ON = re.compile(
    r"\b(?:only (?:if|when|after|once|on condition that)|provided(?: that)?|unless|"
    r"on condition (?!of anonymity)(?:that)?|as long as|if)\b",
    re.IGNORECASE,
)
#: What makes a yes hang on something: "agreed *but said it would leave only if* Oslo paid".
_HARD = r"(?P<on>(?:only (?:if|when|after|once|on condition that)|provided|unless)\b)"
_SELF = r"(?:said|says|added|adding|insisted|insisting|warned|would|will|only|it|they|he|she)"
HEDGE = re.compile(rf"\bbut {_SELF}\b[^.;\n]*? {_HARD}")
#: "backed it *but wanted* guarantees".
BUT_WANTS = re.compile(
    r"\bbut (?:also )?(?:wants?|wanted|demands|demanded|insists? on|insisted on) "
    r"(?:that )?(?!to\b)(?P<on>\w)"
)
#: What makes a no one on a condition: "rejected it, *saying it would sign only if* Oslo paid".
TAKING = r"(?:accept|agree|sign|join|back|support|consider|honou?r|observe|ratify|endorse)"
OPENING = re.compile(
    rf"(?:,|\band|\bbut) (?:said|saying|adding|added) [^.;,\n]*?\bwould (?:only )?{TAKING}\b"
    rf"[^.;\n]*? {_HARD}"
)
#: What somebody asks for who takes a proposal only with that: "*wanted* the clause rewritten".
WANTING = re.compile(
    r"\b(?:wants?|wanted|insists? on|insisted on|demanded) "
    r"(?!(?:to|them|it|this|more|was|is)\b)(?=\w)"
)
END = re.compile(r"[.;\n]|, (?:and|but|which|who|while|his|her|its|their|the)\b|,? but\b")
BESIDE = frozenset({"a", "an", "the", "its", "his", "her"})
SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
#: Stances that nobody takes to an offer of his own.
ANSWERS = frozenset({"undecided", "conditional"})


def own_part(doc: Doc, draft: Draft) -> None:
    """Tell the parties of a proposal by their whole names, and their stances with what they ask.

    Of a spokesman it is the body that he speaks for.
    """
    for names in (draft.by, draft.to, draft.through):
        names[:] = [_bare(doc, _spoken_for(doc, n)) for n in names if not _is_thing(doc, n)]
    draft.stances[:] = [
        replace(s, party=_bare(doc, _spoken_for(doc, s.party))) for s in draft.stances
    ]
    spans = [*draft.by, *draft.to, *draft.through, *(s.party for s in draft.stances)]
    for names in (draft.by, draft.to, draft.through):
        names[:] = _told_once(_whole(doc, n, spans) for n in names)
    stances = (replace(s, party=_whole(doc, s.party, spans)) for s in draft.stances)
    made = draft.by if draft.to else ()
    draft.stances[:] = [
        _on_condition(doc, s)
        for s in stances
        if s.stance not in ANSWERS or not is_among(s.party, made)
    ]


def _is_thing(doc: Doc, name: Span) -> bool:
    """ "*the draft*, which Oslo presented": what is on the table is no party to it.

    Nor is "with Oslo as *guarantor*" another than Oslo.
    """
    head = head_of(doc, *tokens_of(doc, name))
    if head.lower_ in PARTS and "as" in case_of(head):
        return True
    return head.pos_ == "NOUN" and head.lower_ == head.text and is_on_offer(head)


def _whole(doc: Doc, name: Span, others: Iterable[Span]) -> Span:
    """ "*Palestinian*" within "Palestinian President Ada Roe": the one who is named there."""
    wider = (o for o in others if o.text.startswith(name.text + " ") and o.start == name.start)
    persons = (o for o in wider if doc[tokens_of(doc, o)[1] - 1].ent_type_ == "Person")
    return next((o for o in persons if " and " not in o.text), name)


def _spoken_for(doc: Doc, name: Span) -> Span:
    """Of a spokesman the body that he speaks for: "*Iran's foreign ministry* spokesman"."""
    start, end = tokens_of(doc, name)
    at = next((i for i in range(start, end) if doc[i].lower_ in SPEAKING), None)
    if at is None:
        return name
    first = start + (doc[start].lower_ in ("a", "an"))
    last = at - (doc[at - 1].lower_ in ("'s", "’s", "'", "’"))
    if first < last and not (last - first == 1 and doc[first].pos_ in ("DET", "PRON", "ADJ")):
        return span_of(doc, first, last)
    behind = at + 2 < end and doc[at + 1].lower_ in ("for", "of")
    return span_of(doc, at + 2, end) if behind else name


def _bare(doc: Doc, name: Span) -> Span:
    """A name without what stands beside it: "*Islamic Jihad*, an ally of Hamas"."""
    start, end = tokens_of(doc, name)
    for i in range(start + 1, end - 2):
        if doc[i].text == "," and doc[i + 1].lower_ in BESIDE and doc[i - 1].ent_type_ in NAMED:
            listed = any(t.lower_ == "and" for t in doc[i + 1 : end])
            return name if listed else span_of(doc, start, i)
    return name


def _told_once(names: Iterable[Span]) -> list[Span]:
    return [*{(n.start, n.end): n for n in names}.values()]


def _on_condition(doc: Doc, stance: Stance) -> Stance:
    """A stance on a condition with the words that tell the condition, in its own sentence.

    A yes with a "but" and a condition behind it is on that condition, and so is a no beside which
    somebody tells on what he would take it.
    """
    if stance.stance == "undecided" or stance.condition is not None:
        return stance
    text = text_of(doc)
    first = tokens_of(doc, stance.party)[1] - 1
    last = doc[sentence_at(doc, first)[1] - 1]
    stop = last.idx + len(last)
    if stance.stance == "conditional":
        hit = ON.search(text, stance.party.end, stop)
        wanted = WANTING.search(text, stance.party.end, stop) if hit is None else None
        start = hit.start() if hit is not None else wanted.end() if wanted is not None else stop
    else:
        patterns = (HEDGE, BUT_WANTS) if stance.stance == "accepts" else (OPENING,)
        hits = (p.search(text, stance.party.end, stop) for p in patterns)
        hit = next((h for h in hits if h is not None), None)
        start = hit.start("on") if hit is not None else stop
    over = END.search(text, start, stop)
    words = text[start : over.start() if over is not None else stop].rstrip()
    if not words.strip(' "”'):
        return stance
    return replace(stance, stance="conditional", condition=Span.of(text, start, start + len(words)))
