"""What each party to a proposal has as its own: a whole name, its condition, no answer to itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from sayso.find.proposals.bargainers import is_one, plain
from sayso.find.proposals.drafts import Draft
from sayso.language.spans import sentence_at, text_of, tokens_of
from sayso.language.states import state_of
from sayso.record.findings import Stance
from sayso.record.span import Span

#: Conditions of somebody's answer, wherever in its sentence they stand: "but would pay *only if*".
ON = re.compile(
    r"\b(?:only (?:if|when|after|once|on condition that)|provided(?: that)?|unless|"
    r"on condition (?!of anonymity)(?:that)?|as long as|if)\b",
    re.IGNORECASE,
)
#: What somebody asks for who takes a proposal only with that: "*wanted* the clause rewritten".
WANTING = re.compile(
    r"\b(?:wants?|wanted|insists? on|insisted on|demanded) (?!(?:to|them|it|this|more|was|is)\b)(?=\w)"
)
END = re.compile(r"[.;\n]|, (?:and|but|which|who|while|his|her|its|their|the)\b|,? but\b")
#: Stances that nobody takes to an offer of his own.
ANSWERS = frozenset({"undecided", "conditional"})


def own_part(doc: Doc, draft: Draft) -> None:
    """Tell the parties of a proposal by their whole names, and their stances with what they ask."""
    spans = [*draft.by, *draft.to, *draft.through, *(s.party for s in draft.stances)]
    for names in (draft.by, draft.to, draft.through):
        names[:] = _told_once(_whole(doc, n, spans) for n in names)
    stances = (replace(s, party=_whole(doc, s.party, spans)) for s in draft.stances)
    made = draft.by if draft.to else ()
    draft.stances[:] = [
        _on_condition(doc, s)
        for s in stances
        if s.stance not in ANSWERS or not _is_among(s.party, made)
    ]


def _whole(doc: Doc, name: Span, others: Iterable[Span]) -> Span:
    """ "*Palestinian*" within "Palestinian President Ada Roe": the one who is named there."""
    wider = (o for o in others if o.text.startswith(name.text + " ") and o.start == name.start)
    persons = (o for o in wider if doc[tokens_of(doc, o)[1] - 1].ent_type_ == "Person")
    return next((o for o in persons if " and " not in o.text), name)


def _told_once(names: Iterable[Span]) -> list[Span]:
    return [*{(n.start, n.end): n for n in names}.values()]


def _on_condition(doc: Doc, stance: Stance) -> Stance:
    """A stance on a condition with the words that tell the condition, in its own sentence."""
    if stance.stance != "conditional" or stance.condition is not None:
        return stance
    text = text_of(doc)
    first = tokens_of(doc, stance.party)[1] - 1
    last = doc[sentence_at(doc, first)[1] - 1]
    stop = last.idx + len(last)
    hit = ON.search(text, stance.party.end, stop)
    wanted = WANTING.search(text, stance.party.end, stop) if hit is None else None
    start = hit.start() if hit is not None else wanted.end() if wanted is not None else stop
    over = END.search(text, start, stop)
    end = over.start() if over is not None else stop
    if not text[start:end].strip(' "”'):
        return stance
    return replace(stance, condition=Span.of(text, start, start + len(text[start:end].rstrip())))


def _is_among(party: Span, names: Iterable[Span]) -> bool:
    own = plain(party)
    state = state_of(own)
    return any(
        own and other and (is_one(own, other) or (state is not None and state == state_of(other)))
        for other in map(plain, names)
    )
