"""An earlier or a similar proposal beside the present one: each has its own go-betweens.

"The army had rejected a similar offer in January": who mediates now, or has yet to answer the offer
of today, did nothing of that in January for all that the report tells. And who is named as a
go-between only there ("a previous swap was brokered by Orland") is none today, nor has he answered
the offer of today. The sides of both may well be the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from sayso.find.proposals.bargainers import plain
from sayso.find.proposals.clauses import is_on_offer
from sayso.find.proposals.drafts import Draft
from sayso.language.pronouns import PERSONAL
from sayso.language.spans import lower_of, sentence_at, tokens_of
from sayso.language.states import state_of
from sayso.record.span import Span

#: Words of what was on the table before.
BEFORE = frozenset({"earlier", "previous", "similar", "former", "prior"})
VERSIONS = frozenset({"attempt", "attempts", "version", "versions"})
Sentence = tuple[int, int]


def part(doc: Doc, drafts: Sequence[Draft]) -> None:
    """Leave out of each of several proposals who is told only of another."""
    past = [d for d in drafts if d.marks & BEFORE]
    now = [d for d in drafts if not d.marks & BEFORE]
    then = set(_past(doc)) if now else set()
    if not then and not (past and now):
        return
    held = {m.sentence for d in now for m in d.mentions}
    for draft in past:
        own = {m.sentence for m in draft.mentions}
        if any(_has_stand_in(doc, s) for s in own):
            continue
        draft.through[:] = [n for n in draft.through if _is_named(doc, n, own)]
        draft.stances[:] = [
            s for s in draft.stances if s.stance != "undecided" or _is_named(doc, s.party, own)
        ]
    told = ({m.sentence for d in past for m in d.mentions} | then) - held
    for draft in now if told else ():
        draft.through[:] = [n for n in draft.through if not _is_only_in(doc, n, told)]
        draft.stances[:] = [s for s in draft.stances if not _is_only_in(doc, s.party, told)]


def _past(doc: Doc) -> Iterator[Sentence]:
    """The sentences that name what was on the table before, whether or not it is kept."""
    for i, word in enumerate(lower_of(doc)):
        if word in BEFORE and (is_on_offer(doc[i].head) or doc[i].head.lower_ in VERSIONS):
            yield sentence_at(doc, i)


def _has_stand_in(doc: Doc, sentence: Sentence) -> bool:
    """ "*They* had refused a similar offer": somebody who is named before."""
    return any(t.lower_ in PERSONAL for t in doc[slice(*sentence)])


def _is_named(doc: Doc, name: Span, sentences: Iterable[Sentence]) -> bool:
    """Tell whether sentences name somebody, perhaps by another name of a state."""
    own = plain(name)
    state = state_of(own)
    for sentence in sentences:
        words = [t.lower_ for t in doc[slice(*sentence)] if t.is_alpha or "." in t.text]
        if own and own[-1] in words:
            return True
        if state is not None and any(state_of([w]) == state for w in words):
            return True
    return False


def _is_only_in(doc: Doc, name: Span, sentences: set[Sentence]) -> bool:
    """Tell whether a report names somebody in these sentences and nowhere else."""
    start, _ = tokens_of(doc, name)
    if not any(a <= start < b for a, b in sentences):
        return False
    own = plain(name)
    state = state_of(own)
    rest = (t for t in doc if not any(a <= t.i < b for a, b in sentences))
    return bool(own) and not any(
        t.lower_ == own[-1] or (state is not None and state_of([t.lower_]) == state) for t in rest
    )
