"""Digits that write no one number for certain: where they end, so that they can be passed over."""

from __future__ import annotations

from sayso.language.numbers_tokens import Tokens, read_digits
from sayso.language.word_lists import words_of

#: A number of at most so many groups of three digits is read.
_GROUPS = 5
_CHAIN = frozenset("/⁄:×^")


def unreadable_end(t: Tokens, at: int) -> int:
    """Return the end of digits at ``at`` that write no one number for certain, else ``at``.

    "12,34"; "20-30-40", "7:30", "9/11"; "27 585" with a plain space; "27," at the end of a line
    before three digits.
    """
    if not t.is_digits(at):
        return at
    end = at
    while _is_chained(t, end + 1) and t.is_digits(end + 2):
        end += 2
    links = (end - at) // 2
    if links > 1 or (links and not t.is_dash(at + 1)) or (links and not _is_rising(t, at)):
        return end + 1
    if read_digits(t.low[at]) is None or _is_bare_decimal(t, at):
        return at + 1
    if t.word(at + 1) == "," and t.is_broken(at + 2) and _is_three(t, at + 2):
        return at + 3
    if _is_apart(t, at + 1) and not (
        t.word(at - 1) in words_of("number_context", "month") or t.word(at - 1) == "."
    ):
        return at + 2
    return at


def _is_chained(t: Tokens, at: int) -> bool:
    sign = t.word(at) in _CHAIN or t.is_dash(at)
    return sign and t.is_joined(at) and t.is_joined(at + 1)


def _is_rising(t: Tokens, at: int) -> bool:
    """Tell "20-30" from a score ("3-2") or a vote ("52-48")."""
    low, high = read_digits(t.low[at]), read_digits(t.low[at + 2])
    return low is not None and high is not None and 0 < low < high


def _is_three(t: Tokens, at: int) -> bool:
    return t.word(at).isdecimal() and len(t.word(at)) == 3


def _is_apart(t: Tokens, at: int) -> bool:
    """Tell whether three digits behind a space may or may not go on with those before them."""
    short = t.word(at - 1).isdecimal() and len(t.word(at - 1)) <= 3
    near = at < len(t) and t.text[t.end[at - 1] : t.start[at]] == " "
    return short and near and _is_three(t, at) and not is_spaced_group(t, at)


def _is_bare_decimal(t: Tokens, at: int) -> bool:
    """Tell ".500" from "No.5"."""
    dot = t.word(at - 1) == "." and t.is_joined(at)
    return dot and not (t.is_joined(at - 1) and t.is_word(at - 2))


def is_spaced_group(t: Tokens, at: int) -> bool:
    """Tell whether three digits behind a space go on with the number before them ("10 000").

    Only a group with a leading nought, here or a few groups before, says so for certain.
    """
    for back in range(at, at - _GROUPS, -1):
        word = t.word(back)
        if not (word.isdecimal() and len(word) == 3 and t.word(back - 1).isdecimal()):
            return False
        near = t.start[back] - t.end[back - 1] == 1 and t.text[t.end[back - 1]] == " "
        if not near or len(t.word(back - 1)) > 3:
            return False
        if word[0] == "0":
            return True
    return False
