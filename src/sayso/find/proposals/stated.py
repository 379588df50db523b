"""States that are parties, by their own names: "an *American* plan ... *Washington* would pay"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from sayso.find.proposals.bargainers import INNER, plain
from sayso.find.proposals.drafts import Draft
from sayso.language.spans import head_of, span_of, tokens_of
from sayso.language.states import is_seat, state_of
from sayso.record.span import Span

#: An adjective names a people, and stands before the noun that it goes with.
BEFORE = INNER - {"flat"}


def stated(doc: Doc, draft: Draft) -> None:
    """Name a state that only stands before another noun by the noun that names it elsewhere."""
    for names in (draft.by, draft.to, draft.through):
        for n, name in enumerate(names):
            head = head_of(doc, *tokens_of(doc, name))
            if head.dep_ in BEFORE and (code := state_of(plain(name))) is not None:
                own = sorted(_nouns(doc, code), key=lambda s: (is_seat(s.text), s.start))
                names[n] = own[0] if own else name


def _nouns(doc: Doc, code: str) -> Iterator[Span]:
    """Yield the places at which a state is named by a noun of its own."""
    for ent in doc.ents:
        inner = ent.root.dep_ in BEFORE or ent.root.pos_ not in ("PROPN", "NOUN")
        if not inner and state_of([t.lower_ for t in ent if t.lower_ != "the"]) == code:
            yield span_of(doc, ent.start, ent.end)
