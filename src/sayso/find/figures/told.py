"""How a figure is told: over which time it runs, and whether it could be verified."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.figures.clause import is_conditional, path_of, settings_of
from sayso.find.figures.governed import counted, is_one_of, measure_of, verb_of
from sayso.find.figures.parts import is_sum
from sayso.language.numbers import Quantity
from sayso.language.spans import case_of, lower_of, sentence_at, span_of, text_of, tokens_of
from sayso.record.findings import Figure
from sayso.record.span import Span
from sayso.record.vocabulary import Scope

#: "in the past 24 hours", "over the last week": a stated recent period.
_WINDOW = re.compile(
    r"\b(?:in|over|during|within|for) (?:the )?(?:past|last|previous)\s+(?:\w+\s+)?"
    r"(?:hours?|days?|weeks?|months?|24h)\b",
    re.IGNORECASE,
)
_WINDOW_WORDS = ("past", "last", "previous")
#: "since the start of the war", "so far this year": a running total.
_TOTAL = re.compile(
    r"\bsince (?:the )?(?:start|beginning|outbreak|onset)\b|\bso far\b"
    r"|\bsince (?:the )?\w+ (?:began|broke out|erupted|started)\b"
    r"|\bto date\b|\bthroughout the (?:war|conflict)\b",
    re.IGNORECASE,
)
#: Marks of an owner, and nouns of what is over in a day: "last week's *raid*".
_OWNING = frozenset({"'s", "’s", "'", "’"})
_SINGLE = frozenset({
    "ambush", "assault", "attack", "blast", "bombing", "crash", "explosion", "massacre", "raid",
    "shooting", "stampede", "strike",
})  # fmt: skip
_WEEKDAY = re.compile(r"(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur|yester)day")
_TOTAL_WORDS = ("since", "so far", "to date", "throughout")
_BRINGING = re.compile(r"\b(?:bring|tak|rais)\w* (?:\w+ ){1,5}to\b", re.IGNORECASE)
#: Words before a number, or behind one, that make it another one or none.
_ASKED, _ALL_BUT, _BUT = "how ", "all but", " but"
_FRACTION = re.compile(r"[ -](?:half|third|quarter|fifth|tenth) of\b", re.IGNORECASE)
#: What is talked of has not happened.
_FAILS = frozenset({"collapse", "fail", "falter", "flop", "founder", "miscarry"})
_TALKS = frozenset({"dialogue", "discussion", "negotiation", "talk"})
#: From what is counted to its verb it is but a step: not "the remains of two captives".
_SUBJECT = 2
#: "feared" stands at most so many tokens behind the number of those it is feared for.
_FEAR_NEAR = 6
_DOUBT_WORDS = ("verif", "confirm", "corroborat", "substantiat")
_CHECKED = f"(?:{'|'.join(_DOUBT_WORDS)})"
#: "could not be independently verified", "was unable to confirm", "unconfirmed".
_UNVERIFIED = re.compile(
    rf"\b(?:could|can|have|has|had|did|do|does|was|were|is|are)(?:n['’]t|not| not)"
    rf"(?: yet)?(?: be(?:en)?)?(?: (?:independently|immediately))* {_CHECKED}\w+"
    rf"|\b(?:un(?:able to)|impossible to) (?:(?:independently|immediately) )*{_CHECKED}\w+"
    rf"|\bnot (?:yet )?(?:been )?(?:(?:independently|immediately) )*{_CHECKED}ied\b"
    rf"|\bno (?:independent|immediate|official) (?:confirmation|verification)\b"
    rf"|\bun(?:verified|confirmed|corroborated|substantiated)\b",
    re.IGNORECASE,
)
#: What such a sentence may speak of when it holds no figure itself.
_REFERS = re.compile(
    r"\b(?:figures?|tolls?|numbers?|claims?|reports?|accounts?|this|that|these|it|either|statements?)\b",
    re.IGNORECASE,
)


def with_scope(doc: Doc, figure: Figure) -> Figure:
    """Return the figure with the scope that the words set for certain, if they do."""
    scope = told_scope(doc, figure)
    return replace(figure, scope=scope) if scope is not None else figure


def _is_of_one(doc: Doc, figure: Figure) -> bool:
    """Tell whether the time is that of one happening: "52 dead in *last week's* raid on Orla"."""
    if figure.time is None:
        return False
    start, end = tokens_of(doc, figure.time)
    mark = next((t for t in doc[start + 1 : end + 1] if t.lower_ in _OWNING), None)
    return mark is not None and mark.head.head.lower_ in _SINGLE


def with_window(doc: Doc, part: Figure) -> Figure:
    """Return the figure with the window that is told of it, whatever the scope of its whole."""
    return replace(part, scope="window") if told_scope(doc, part) == "window" else part


def told_scope(doc: Doc, figure: Figure) -> Scope | None:
    """Return the scope that the words of the figure's sentence state for certain, or None."""
    if _is_of_one(doc, figure):
        return "event"
    if is_sum(doc, figure):
        return "total"
    sentence = span_of(doc, *sentence_at(doc, tokens_of(doc, figure.quantity)[0])).text
    window = _WINDOW.search(sentence) if _has_any(sentence, _WINDOW_WORDS) else None
    if window is not None and not _is_of_parts(doc, figure, window):
        return "window"
    path = path_of(doc, tokens_of(doc, figure.quantity)[1] - 1)
    if any(case_of(n) == "since" and _WEEKDAY.fullmatch(n.text) for n in settings_of(path)):
        return "window"
    is_total = _has_any(sentence, _TOTAL_WORDS) and _TOTAL.search(sentence)
    return "total" if is_total and not _BRINGING.search(sentence) else None


def _is_of_parts(doc: Doc, figure: Figure, window: re.Match[str]) -> bool:
    """Tell whether a window is told of parts behind the figure: "1,900 have died, *including* 70 in
    the past week"."""
    start = tokens_of(doc, figure.quantity)[0]
    first = span_of(doc, *sentence_at(doc, start)).start
    between = text_of(doc)[figure.quantity.end : first + window.start()]
    return "including" in between.split()


def _has_any(text: str, words: Sequence[str]) -> bool:
    """Tell whether a text has one of the words without which an expression finds nothing in it."""
    text = text.lower()
    return any(word in text for word in words)


def is_told(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether a quantity tells a number: "how many", the "all" of "all but two" and the "a"
    of "a third of them" do not."""
    text = text_of(doc)
    asked = text[max(0, quantity.start - len(_ASKED)) : quantity.start].lower() == _ASKED
    said = text[quantity.start : quantity.end + len(_BUT)].lower()
    if quantity.low == quantity.high == 1 and _FRACTION.match(text, quantity.end):
        return False
    return not asked and not said.startswith(_ALL_BUT)


def with_exception(doc: Doc, figure: Figure) -> Figure:
    """Return the figure as negated where its number is left out: "all but *nine* were freed"."""
    start = figure.quantity.start
    before = text_of(doc)[max(0, start - len(_ALL_BUT) - 1) : start].lower()
    if figure.status == "happened" and before.rstrip().endswith(_ALL_BUT):
        return replace(figure, status="negated")
    return figure


def with_fear(doc: Doc, figure: Figure) -> Figure:
    """Return the figure as possible where its harm is feared: "40 are feared dead"."""
    end = tokens_of(doc, figure.quantity)[1]
    near = lower_of(doc)[end : min(end + _FEAR_NEAR, sentence_at(doc, end - 1)[1])]
    if "feared" in near and figure.status == "happened":
        return replace(figure, status="possible")
    return figure


def with_condition(doc: Doc, figure: Figure) -> Figure:
    """Return the figure as possible where its clause is a condition: "if a guard is hurt"."""
    path = path_of(doc, tokens_of(doc, figure.quantity)[1] - 1)
    if figure.status == "happened" and len(path) == _SUBJECT and is_conditional(path):
        return replace(figure, status="possible")
    return figure


def with_talks(doc: Doc, figure: Figure) -> Figure:
    """Return the figure as possible where it is but talked of ("talks on the release of *nine*"),
    and as negated where a plan has come to nothing ("a bid to free *nine* failed")."""
    if figure.status not in ("happened", "planned") or figure.high == 0:
        return figure
    word, relation = verb_of(counted(doc[tokens_of(doc, figure.quantity)[1] - 1]))
    act = relation == "nmod" and measure_of(word, "act") == figure.measure
    done = relation == "obj" and measure_of(word, "obj") == figure.measure
    if not (act and word.dep_ == "nmod") and not (done and word.dep_ == "acl"):
        return figure
    above = word.head
    if above.dep_ == "nsubj" and _fails(above.head):
        return replace(figure, status="negated")
    if act and figure.status == "happened" and above.lemma_.lower() in _TALKS:
        return replace(figure, status="possible")
    return figure


def _fails(verb: Token) -> bool:
    """Tell whether a verb says that something comes to nothing: "collapsed", "fell through"."""
    with_word = {c.lower_ for c in verb.children if c.i == verb.i + 1}
    return is_one_of(verb, _FAILS) or (
        is_one_of(verb, ("fall", "fell", "fallen")) and "through" in with_word
    )


def with_doubts(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures, each with the words that say it could not be verified."""
    text = text_of(doc)
    if not figures or not _has_any(text, _DOUBT_WORDS):
        return list(figures)
    doubts = [Span.of(text, m.start(), m.end()) for m in _UNVERIFIED.finditer(text)]
    noted: dict[str, Span] = {}
    for doubt in doubts:
        for figure in _doubted(doc, figures, doubt):
            noted.setdefault(figure.id, doubt)
    return [replace(f, unverified=noted[f.id]) if f.id in noted else f for f in figures]


def _doubted(doc: Doc, figures: Sequence[Figure], doubt: Span) -> list[Figure]:
    """Return the figures of the doubt's sentence, else of the one before where it refers back."""
    sentence = doc[tokens_of(doc, doubt)[0]].sent
    here = [f for f in figures if sentence.start_char <= f.quantity.start < sentence.end_char]
    if here or sentence.start == 0 or not _REFERS.search(sentence.text):
        return here
    before = doc[sentence.start - 1].sent
    return [f for f in figures if before.start_char <= f.quantity.start < before.end_char]
