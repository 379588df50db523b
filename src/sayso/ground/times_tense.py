"""The words around a time expression to a tense, where no parse is at hand."""

from __future__ import annotations

from sayso.ground.times_days import Tense
from sayso.ground.times_tokens import Tokens, read_tokens, words
from sayso.record.span import Span

#: Characters looked at before and behind an expression, and how far back "will" reaches.
_BEFORE, _BEHIND, _AUXILIARY = 160, 80, 3
_ENDS = frozenset({".", "!", "?", ";"})
_FUTURE_AUXILIARIES = frozenset({"will", "shall", "ll", "be", "to", "would"})


def tense_near(text: str, span: Span) -> Tense | None:
    """Return "past" or "future" by the nearest verb before the span, or else behind it.

    A guess from single words, for times that hang on no verb that was parsed; None where no verb
    shows its tense.
    """
    before = read_tokens(text[max(0, span.start - _BEFORE) : span.start])
    for i in range(len(before) - 1, -1, -1):
        if before.low[i] in _ENDS and not before.is_joined(i + 1):
            break
        if tense := _tense(before, i):
            return tense
    behind = read_tokens(text[span.end : span.end + _BEHIND])
    for i in range(len(behind)):
        if behind.low[i] in _ENDS:
            break
        if tense := _tense(behind, i):
            return tense
    return None


def _tense(t: Tokens, i: int) -> Tense | None:
    low = t.low[i]
    if words("tense").get(low) == "future":
        return "future"
    if words("tense").get(low) == "past" or (len(low) > 4 and low.endswith("ed")):
        leads = t.low[max(0, i - _AUXILIARY) : i]
        return "future" if _FUTURE_AUXILIARIES & set(leads) else "past"
    return None
