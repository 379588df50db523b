"""Quantities that the encoder marked, with their bounds by the number words and their roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from spacy.tokens import Doc, Token

from sayso.find.confidence import calibrated
from sayso.find.figures.booty import is_looted, is_won
from sayso.find.figures.classes import class_of_word, is_people
from sayso.find.figures.governed import (
    adjacent_measure,
    counted,
    governed_measure,
    is_aim,
    is_aimed_at,
    is_coordinated,
    is_heard,
    is_in_need,
    is_kept,
    is_left,
    is_of_hurt,
    is_sent,
    is_sheltered,
    is_shot_down,
    is_sought,
    is_strike,
    measure_of,
    remains,
    verb_of,
)
from sayso.find.figures.lost import is_of_losses
from sayso.find.figures.relative import is_relative, relative_bounds
from sayso.find.figures.sick import is_recorded, is_sick
from sayso.find.figures.survived import escapes, is_captive, survived
from sayso.find.figures.unsaid import is_unsaid
from sayso.language.anchors import Anchor, Role, anchors
from sayso.language.booty import is_weapon
from sayso.language.numbers import Quantity
from sayso.language.spans import (
    NOMINAL,
    case_of,
    classes_of,
    head_of,
    lower_of,
    phrase,
    span_of,
    text_of,
    tokens_of,
    whole,
)
from sayso.record.findings import Figure
from sayso.record.span import Span
from sayso.record.vocabulary import Measure, Scope, Status

#: What is never a figure, whatever the encoder says of it.
NEVER = frozenset({"money", "duration", "measure", "age", "date", "time", "decimal", "aside"})
COUNTS = frozenset({"count", "one", "none", "several"})
#: Numbers in names, ranks and compounds ("FTSE 100", "22nd", "a 13-man crew") need a sure anchor.
SURE = 0.8
#: "other" takes what no measure fits: it needs a rather sure anchor to be a figure at all.
SURE_OTHER = 0.7
#: What may stand in the phrase behind "of".
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})
#: "since the army began its push": a clause of time has fewer tokens than this.
_CLAUSE = 9
#: What does not stand there: another noun, a clause ("members of what it called").
_PAST = frozenset({"and", "what", "which", "whom", "whose"})
#: What ties a bare number to its place.
_OVER = frozenset({"across", "in", "near", "over"})
#: Measures that "targeting a commander" does not give.
HARM = frozenset({"killed", "injured", "arrested", "taken", "missing"})
#: Those who are only interviewed are none of these.
VICTIMS = HARM | {"displaced", "evacuated", "freed", "held", "present"}
#: What is taken by force when it is "liberated", and nobody is freed.
_PLACES = frozenset({"base", "city", "district", "post", "settlement", "town", "village"})
#: What is not done to things that are taken away.
_NOT_TAKING = frozenset({"arrested", "destroyed", "injured", "intercepted", "killed", "struck"})
#: What is done in court to people who have come to no harm by it.
CHARGING = frozenset({"accuse", "charge", "indict", "prosecute"})
#: Classes of those who are no force: only a verb says that they are deployed.
_CIVIL = frozenset({"civilian", "medic", "student", "teacher", "worker"})
#: Below this a measure gives way to what the construction says.
UNSURE = 0.9


def learned_figures(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """A quantity of people or things: "Shelling killed *at least 12* people in the town." """
    for anchor in anchors(doc, "figure"):
        if anchor.label == "other" and anchor.score < SURE_OTHER:
            noun = counted(doc[anchor.end - 1])
            if not (is_won(noun) or is_recorded(noun) or _is_in_row(doc, noun)):
                continue
        marked = span_of(doc, anchor.start, anchor.end)
        found = quantity_at(quantities, marked)
        if found is None:
            if is_relative(doc, anchor.start, anchor.end) and not _is_open(doc, anchor):
                bounds = relative_bounds(doc, anchor.start, anchor.end, quantities)
                yield _figure(doc, anchor, marked, bounds)
        elif found.kind in COUNTS or _is_share(anchor, found) or _is_sure(anchor, found):
            span = Span.of(text_of(doc), found.start, found.end)
            at = tokens_of(doc, span)[1] - 1
            if anchor.label in VICTIMS and is_heard(counted(doc[at])):
                continue
            if not (anchor.label in HARM and (is_sought(doc, at) or _is_charged(doc[at]))):
                yield _figure(doc, anchor, span, (found.low, found.high))


def _is_in_row(doc: Doc, noun: Token) -> bool:
    """Tell whether what is counted stands in a row with people or things that are surely counted as
    "other": "handed over 40 women and *90* children"."""
    sure = (a for a in anchors(doc, "figure") if a.label == "other" and a.score >= SURE_OTHER)
    return noun.dep_ == "conj" and any(counted(doc[a.end - 1]) == noun.head for a in sure)


def _is_charged(number: Token) -> bool:
    """Tell whether who is counted is only charged with something: "a *man* was indicted"."""
    verb, relation = verb_of(counted(number))
    return relation in ("nsubj:pass", "obj") and verb.lemma_.lower() in CHARGING


def _is_open(doc: Doc, anchor: Anchor) -> bool:
    """Tell whether "any" stands under a verb of not speaking, so that none is told."""
    head = head_of(doc, anchor.start, anchor.end)
    return "any" in lower_of(doc)[anchor.start : anchor.end] and is_unsaid(head)


def quantity_at(quantities: Sequence[Quantity], marked: Span) -> Quantity | None:
    """Return the quantity that shares most characters with a marked span, counts first."""
    near = [q for q in quantities if q.start < marked.end and marked.start < q.end]
    return max(near, key=lambda q: (q.kind == "count", _shared(q, marked)), default=None)


def _shared(quantity: Quantity, marked: Span) -> int:
    return min(quantity.end, marked.end) - max(quantity.start, marked.start)


def _is_share(anchor: Anchor, found: Quantity) -> bool:
    return anchor.label == "share" and found.kind == "percent"


def _is_sure(anchor: Anchor, found: Quantity) -> bool:
    return found.kind not in NEVER and found.kind != "percent" and anchor.score >= SURE


def _figure(
    doc: Doc, anchor: Anchor, span: Span, bounds: tuple[int | float | None, int | float | None]
) -> Figure:
    last = tokens_of(doc, span)[1] - 1
    noun = counted(doc[last])
    got_away = escapes(noun) and is_captive(noun)  # nobody did that to them
    return Figure(
        id="",
        quantity=span,
        low=bounds[0],
        high=bounds[1],
        measure=_measure(doc, anchor, last),
        of=_role(doc, anchor, "of"),
        by=None if got_away else _role(doc, anchor, "by"),
        place=_place_behind(doc, last + 1) or _role(doc, anchor, "place"),
        time=_role(doc, anchor, "time"),
        scope=cast(Scope, anchor.best("scope")[0]),
        status=_status(doc, anchor, last),
        rule="encoder:quantity",
        confidence=calibrated("figure", anchor.score),
    )


def _measure(doc: Doc, anchor: Anchor, at: int) -> Measure:
    """Return the marked measure, unless a verb right before the number says another.

    Strikes that are counted are launched; a crewed craft that is shot down is destroyed.
    """
    noun = counted(doc[at])
    if is_strike(noun):
        return "launched"
    if is_kept(noun):
        return "held"
    if is_sheltered(noun):
        return "present"
    beside = None if is_coordinated(doc, at) else adjacent_measure(doc, at)
    weak = governed_measure(doc, at) if anchor.score < UNSURE else None
    found = survived(doc, beside or weak or cast(Measure, anchor.label), noun)
    if is_shot_down(noun) and found in ("launched", "destroyed"):
        found = "intercepted"
    if found in HARM and measure_of(noun, "weapon") is not None:
        return "launched"
    if found in HARM and is_weapon(noun):  # "34 were hurt when two bombs went off"
        return "other" if anchor.label in HARM else cast(Measure, anchor.label)
    if _is_other(found, noun):
        return "other"
    if found == "freed" and is_left(noun):
        return "held"
    if found == "killed" and is_of_hurt(doc, at):
        return "injured"
    if found in ("launched", "struck") and is_aimed_at(noun):
        return "other" if _are_people(noun) else "struck"
    return measure_of(noun, "craft") or found if found == "intercepted" else found


def _are_people(noun: Token) -> bool:
    """Tell whether a noun names people, or a number of them: "thousands of *students*"."""
    of = (c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of")
    return any(is_people(n) and n.lemma_.lower() != "other" for n in (noun, *of))


def _is_other(found: Measure, noun: Token) -> bool:
    """Tell whether the construction speaks against a measure and for none of the list."""
    return (
        (found in ("displaced", "evacuated") and is_in_need(noun))
        or (found in _NOT_TAKING and (is_looted(noun) or (found != "destroyed" and is_won(noun))))
        or (found in HARM and is_sick(noun))
        or (found == "freed" and noun.lemma_.lower() in _PLACES)
        or (found == "destroyed" and is_of_losses(noun))
        or (found == "deployed" and class_of_word(noun) in _CIVIL and not is_sent(noun))
    )


def _status(doc: Doc, anchor: Anchor, at: int) -> Status:
    """Return the marked status; an aim that is told with a plan has not happened, and who remains
    trapped still is."""
    status = cast(Status, anchor.best("figure_status")[0])
    if status == "happened" and remains(counted(doc[at])):
        return "ongoing"
    return "planned" if status == "happened" and is_aim(doc, at) else status


def _role(doc: Doc, anchor: Anchor, name: str) -> Span | None:
    best = _of_own(doc, anchor, name) or anchor.top(name)
    found = _mended(doc, best.start, best.end, name) if best else None
    if found is None:
        return None
    start, end = found
    if name == "of" and start <= anchor.start < end - 1:  # without the number
        start = anchor.end
    cut = doc[end - 1].lower_ == "of" and end - start > 1
    if name == "of" or cut:
        end = of_end(doc, end - cut)
    if name == "of" and end - start == 1 and _is_without_noun(doc[start]):
        end = doc[start].head.i + 1
    return phrase(doc, _hyphened(doc, start), end)


def _hyphened(doc: Doc, start: int) -> int:
    """Return where a word with hyphens begins: "*rebel*-held Orla"."""
    start += doc[start].text == "-"  # the mark may begin with the hyphen
    while 1 < start < len(doc) and doc[start - 1].text == "-":
        if doc[start - 1].whitespace_ or doc[start - 2].whitespace_:
            break
        start -= 2
    return start


def _is_without_noun(word: Token) -> bool:
    """Tell whether a word only stands before the noun that is counted: "41 of *its* fighters"."""
    return word.dep_ in ("det", "nmod:poss") and word.head.i > word.i


def _of_own(doc: Doc, anchor: Anchor, name: str) -> Role | None:
    """The one of several places that is of what is counted, or of several doers who is the subject
    of its verb: "killed a monk in *Orla* and a nun in Lund"."""
    marked = anchor.spans(name)
    if len(marked) < 2 or name not in ("by", "place"):
        return None
    noun = counted(doc[anchor.end - 1])
    heads = [head_of(doc, r.start, r.end) for r in marked]
    if name == "place":
        own = [r for r, h in zip(marked, heads, strict=True) if h.head == noun and case_of(h)]
    else:
        verb = verb_of(noun)[0]
        own = [r for r, h in zip(marked, heads, strict=True) if (h.head, h.dep_) == (verb, "nsubj")]
    return own[0] if len(own) == 1 else None


def _place_behind(doc: Doc, end: int) -> Span | None:
    """The name of a place right behind a bare number: "22 *over Bryansk*"."""
    if end + 1 >= len(doc) or doc[end].lower_ not in _OVER:
        return None
    name = doc[end + 1]
    if name.pos_ != "PROPN" or name.ent_type_ != "Location" or name.head.pos_ == "NOUN":
        return None
    last = end + 1
    while last < len(doc) and doc[last].pos_ == "PROPN" and doc[last].ent_type_ == "Location":
        last += 1
    return span_of(doc, end + 1, last)


def _mended(doc: Doc, start: int, end: int, name: str) -> tuple[int, int] | None:
    """Return a role's range with the words before its noun, None where no noun can be told.

    Where but a function word is marked, its noun's phrase: "on" to "on Friday". An adjective that
    names the doer stays alone ("Israeli" of "Israeli strikes").
    """
    root = head_of(doc, start, end)
    if name == "place" and root.lower_ == "sides":  # "killed on both sides"
        return None
    if not NOMINAL.isdisjoint(classes_of(doc)[start:end]):
        widened = name == "place" or (name == "by" and root.pos_ == "NOUN")
        return whole(doc, start, end) if widened else (start, end)
    noun = root.head
    if root.pos_ == "ADV" or (root.pos_ == "ADJ" and name in ("by", "time")):
        return start, end
    if name == "time" and root.dep_ == "mark" and noun.right_edge.i - start < _CLAUSE:
        return start, noun.right_edge.i + 1
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i < root.i:
        return (start, end) if root.pos_ == "ADJ" else None
    first, last = whole(doc, noun.i, noun.i + 1)
    return (start if name == "time" else first), last


def of_end(doc: Doc, end: int) -> int:
    """Return where the phrase ends with its "of ...": "members of the town's council"."""
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return end
    last = end + 1
    while last < len(doc) and doc[last].pos_ in _PHRASE and doc[last].lower_ not in _PAST:
        last += 1
    return last if last > end + 1 else end
