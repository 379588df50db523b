"""A report's text to the spans of its time expressions, each with what its words say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.ground.times_expression import (
    At,
    Bound,
    Date,
    Duration,
    Elsewhere,
    Every,
    Expression,
    Fraction,
    Hedged,
    Holiday,
    Part,
    Season,
    Shift,
    Unit,
    Vague,
    Weekday,
    Years,
)
from sayso.ground.times_read import ARTICLES, openings, read_core, read_time
from sayso.ground.times_tokens import Tokens, numbered, phrases, read_listed, read_tokens, words
from sayso.record.span import Span

Kind = Literal["date", "elsewhere", "vague", "duration", "set"]
#: Kinds that can date an event; the others are found when they are asked for.
DATING: frozenset[Kind] = frozenset({"date", "elsewhere"})
#: Classes of words, one of which every time expression holds.
_KEY_CLASSES = ("month", "weekday", "unit", "daypart", "season", "day", "every")
_KEY_WORDS = frozenset({
    "tonight", "overnight", "then", "past", "present", "future", "once", "current", "half", "late",
    "yet", "q", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties",
    "nineties", "fiscal", "being", "moment", "ago", "soon",
})  # fmt: skip
#: Further words that an expression may begin with.
_STARTS = frozenset({
    "a", "an", "the", "that", "same", "following", "each", "every", "from", "between", "for",
    "inside", "year", "q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q", "h", "'",
})  # fmt: skip
#: Times that take no preposition of place or time; one before them belongs to a noun.
_ADVERBS = frozenset({"overnight", "yesterday", "today", "tomorrow", "tonight"})
#: Words that begin an expression only where the next word may stand in one, beside those that lead
#: and bound one: most of them begin none.
_LEADING = ARTICLES | {"that", "of", "from", "between", "for", "inside"}
#: How far behind the first word of an expression its first key word may stand.
_REACH, _ARTICLE_REACH = 6, 4
#: Month and weekday words that are other words too, and need a lead, a day or a year.
_DOUBTFUL = frozenset({"may", "march", "mar", "jan", "sat", "sun", "mon", "wed", "dec", "august"})
_OWNED = frozenset({"his", "her", "their", "my", "our", "your", "its", "in"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A time expression in a text: ``span`` without, ``phrase`` with the preposition before it."""

    span: Span
    phrase: Span
    kind: Kind
    expression: Expression


def find_mentions(text: str) -> Iterator[Mention]:
    """Yield the time expressions of every kind in text order, none overlapping another.

    The work grows with the length of the text alone.
    """
    t = read_tokens(text)
    past = 0
    for i in _starting(t):
        found = read_time(t, i) if i >= past else None
        if found is not None and _is_believable(t, i, *found):
            yield _mention(t, i, *found)
            past = found[1]


def find_times(
    text: str, *, preposition: bool = False, kinds: frozenset[Kind] = DATING
) -> list[Span]:
    """Return the spans of the time expressions of the kinds asked for, in text order.

    With ``preposition`` the spans begin at the leading preposition: "on Tuesday", "since dawn".
    """
    found = (m for m in find_mentions(text) if m.kind in kinds)
    return [m.phrase if preposition else m.span for m in found]


def kind_of(expression: Expression) -> Kind:
    """Return what sort of time an expression is."""
    core = innermost(expression)
    if isinstance(core, Vague):
        return "vague"
    if isinstance(core, Elsewhere):
        return "elsewhere"
    if isinstance(core, Duration):
        return "duration"
    return "set" if isinstance(core, Every) else "date"


def innermost(expression: Expression) -> Expression:
    """Return what stands inside hedges, parts and bounds."""
    while isinstance(expression, (Part, Hedged, Bound)):
        expression = expression.base
    return expression


def _starting(t: Tokens) -> list[int]:
    """Return the tokens that an expression may begin at: a key word stands close behind, and right
    behind a word that only leads stands one of an expression."""
    keys, starts, leading, following = _key_words(), _starts(), _leading(), _following()
    found, distance, goes_on = list[int](), _REACH, False
    for i in range(len(t) - 1, -1, -1):
        low = t.low[i]
        is_figure = "0" <= low[0] <= "9"
        distance = 0 if is_figure or low in keys else distance + 1
        reach = _ARTICLE_REACH if low in ARTICLES else _REACH
        if distance < reach and (is_figure or low in starts) and (goes_on or low not in leading):
            found.append(i)
        goes_on = is_figure or (low in following and (goes_on or low not in ARTICLES))
    return found[::-1]


@cache
def _starts() -> frozenset[str]:
    """Return every word that an expression may begin with."""
    starts = set(_key_words()) | set(_STARTS)
    for name in ("lead", "which", "part", "ordinal", "number", "uncounted"):
        starts |= set(words(name))
    for name in ("bound", "hedge", "vague"):
        starts |= set(phrases(name))
    return frozenset(starts)


@cache
def _leading() -> frozenset[str]:
    """Return the words that are no expression without the next one."""
    listed = [*_phrases("vague"), *_phrases("holiday")]
    alone = {tokens[0] for tokens, _ in listed if len(tokens) == 1}
    alone |= {*_KEY_WORDS, *(word for name in _KEY_CLASSES for word in words(name))}
    return (_LEADING | set(words("lead")) | set(phrases("bound"))) - alone


@cache
def _following() -> frozenset[str]:
    """Return the words that may stand right behind the first word of an expression."""
    listed = [p for kind in ("bound", "hedge", "vague", "holiday") for p in _phrases(kind)]
    counts = {"number", "dozen", "hundred", "thousand"}
    return _starts() | openings() | counts | {word for tokens, _ in listed for word in tokens[1:]}


def _phrases(kind: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for entries in phrases(kind).values():
        yield from entries


@cache
def _key_words() -> frozenset[str]:
    keys = set(_KEY_WORDS) | set(phrases("holiday")) | set(phrases("vague"))
    for name in _KEY_CLASSES:
        keys |= set(words(name))
    return frozenset(keys)


def _mention(t: Tokens, i: int, expression: Expression, j: int) -> Mention:
    start = i
    if (t.low[j] == "'s" or t.low[i + 1] in _ADVERBS) and (owner := _owner(t, i, j)):
        span = Span.of(t.text, t.start[owner[1]], t.end[j - 1])
        return Mention(span, span, kind_of(owner[0]), owner[0])
    if t.low[i] in ("from", "between"):
        start = i + 1
    elif _is_lead(t, i) and not (isinstance(expression, Shift) and t.low[i] == "in"):
        bound = read_listed(t, i, "bound")
        lead_end = bound[1] if bound else i + 1
        ends = ((k, read_core(t, k)) for k in range(i + 1, min(i + 5, j)))
        start = next((k for k, core in ends if core and core[1] == j), lead_end)
    span = Span.of(t.text, t.start[start], t.end[j - 1])
    phrase = Span.of(t.text, t.start[i], t.end[j - 1])
    return Mention(span, phrase, kind_of(expression), expression)


def _owner(t: Tokens, i: int, j: int) -> tuple[Expression, int] | None:
    """Return the time in "after Monday's raid", "in overnight raids", whose lead is the noun's."""
    if t.low[j] != "'s" and t.low[i] not in words("lead"):
        return None
    for k in range(i, min(i + 5, j)):
        core = None if _is_lead(t, k) else read_core(t, k)
        if core and core[1] == j:
            return core[0], k
    return None


def _is_believable(t: Tokens, i: int, expression: Expression, j: int) -> bool:
    """Tell whether words that could be a time are one in this place."""
    if t.low[j : j + 2] == ["-", "old"]:
        return False  # "the 54-year-old teacher": an age
    core = innermost(expression)
    is_led = (i < j - 1 and _is_lead(t, i)) or core is not expression
    match core:
        case Date(day=None, month=None):
            return _is_year(t, i, core, j, is_led)
        case Date(day=int(), month=None, month_shift=None):
            return t.low[i] in ("on", "by", "until", "since", "from", "before", "after")
        case Date() | Weekday():
            return _is_capital(t, i, j, is_led or core.which is not None)
        case Fraction():
            return core.unit == "quarter" or core.year is not None or core.shift is not None
        case Unit(bare=True):
            return is_led and (core.unit != "day" or isinstance(expression, Part))
        case At(base=None):
            return is_led or ":" in core.time
        case Years():
            is_short = len(t.low[j - 1]) == 3
            return not is_short or (t.low[i - 1] not in _OWNED and t.low[i] != "in")
        case Season():
            is_placed = any(part is not None for part in (core.year, core.which, core.shift))
            return is_placed or (is_led and "fall" not in t.low[i:j])
        case Holiday():
            return _holds_capital(t, i, j)
        case Elsewhere():
            return t.low[j - 1] != "then" or isinstance(expression, Bound)
        case _:
            return True


def _is_lead(t: Tokens, i: int) -> bool:
    low = t.low[i]
    return low in words("lead") or low in phrases("bound") or low in ("from", "between", "for")


def _is_year(t: Tokens, i: int, year: Date, j: int, is_led: bool) -> bool:
    """Tell a year from a number of things: "in 2019", not "2019 people"."""
    if year.year is None or not 1000 <= year.year <= 2100:
        return False
    is_led = is_led or (i > 0 and t.low[i - 1] in ("of", "the", "("))
    return is_led and t.low[j] not in ("people", "men", "women", "children", "percent", "%")


def _is_capital(t: Tokens, i: int, j: int, is_led: bool) -> bool:
    """Tell whether month and weekday words are written as names, doubtful ones with support."""
    for k in range(i, j):
        low = t.low[k]
        if low not in numbered("month") and low not in numbered("weekday"):
            continue
        is_capital = t.text[t.start[k]].isupper()
        if low in _DOUBTFUL:
            return is_capital and (is_led or j - i > 1)
        return is_capital or len(low) > 4
    return True


def _holds_capital(t: Tokens, i: int, j: int) -> bool:
    return any(t.text[t.start[k]].isupper() for k in range(i, j))
