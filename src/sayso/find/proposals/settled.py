"""Who is told twice as a party to one proposal, by another name or in another role, told once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.find.proposals.bargainers import is_one, plain
from sayso.find.proposals.drafts import Draft
from sayso.language.states import state_of
from sayso.record.findings import Stance
from sayso.record.span import Span

#: Names for all parties together.
ALL = re.compile(
    r"(?:the|both|all) (?:two |three |four )?(?:warring |rival )?"
    r"(?:sides|parties|countries|nations|states|governments|neighbou?rs|camps|foes|rivals)",
    re.IGNORECASE,
)

#: Those who sign for a side, and words of those who are no part of it.
OFFICES = frozenset(
    {"ambassador", "chief", "commander", "delegate", "deputy", "diplomat", "emir", "envoy",
     "general", "governor", "king", "leader", "minister", "ministers", "negotiator", "premier",
     "president", "representative", "secretary", "spokesman", "spokeswoman"}
)  # fmt: skip
APART = frozenset({"deposed", "ex", "former", "opposition", "ousted", "rebel", "rival", "union"})


def settle(draft: Draft) -> None:
    """Leave out of a proposal what is told of a party already.

    "The two countries" beside two that are named are these; nobody offers anything to himself;
    "the Secretary of State" is no go-between beside "Secretary of State Ada Lund", who offers; and
    who signs for a side that has agreed is not one more to agree.
    """
    for names in (draft.by, draft.to, draft.through):
        names[:] = [n for k, n in enumerate(names) if not _is_among(n, names[:k])]
        named = [n for n in names if not ALL.fullmatch(n.text)]
        if len(named) > 1:
            names[:] = named
    draft.to[:] = [n for n in draft.to if not _is_among(n, draft.by)]
    draft.through[:] = [n for n in draft.through if not _is_among(n, draft.by)]
    draft.stances[:] = [s for s in draft.stances if not _is_spoken_for(s, draft.stances)]


def _is_among(name: Span, names: Sequence[Span]) -> bool:
    """Tell whether somebody is named in a list, there by a full name perhaps."""
    own = plain(name)
    for words in map(plain, names):
        begins = len(own) > 1 and words[: len(own)] == own
        if own and words and (begins or is_one(own, words) or _are_one_state(own, words)):
            return True
    return False


def _is_spoken_for(stance: Stance, stances: Sequence[Stance]) -> bool:
    """ "*Norland's water minister* signed" beside Norland, which has agreed: for whom he signs."""
    own = plain(stance.party)
    if OFFICES.isdisjoint(own) or not APART.isdisjoint(own):
        return False
    for other in stances:
        words = plain(other.party)
        if other is stance or other.stance != stance.stance or not words or len(words) >= len(own):
            continue
        state = state_of(words)
        begins = (state_of(own[:n]) for n in range(1, len(own)))
        if own[: len(words)] == words or (state is not None and state in begins):
            return True
    return False


def _are_one_state(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """ "Oslo" and "the Norwegian government"."""
    state = state_of(a)
    return state is not None and state == state_of(b)
