"""Figures to the figures that they are a part of: "26 people, including four children"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.figures.elliptical import own_participle, with_own_participles
from sayso.find.figures.governed import (
    OBJECTS,
    adjacent_measure,
    counted,
    governed_measure,
    is_kept,
    is_one_of,
    measure_of,
    measures,
    verb_of,
)
from sayso.find.figures.survived import escapes
from sayso.find.figures.wholes import left_whole, of_whole
from sayso.language.anchors import antecedents
from sayso.language.lines import is_item, opening
from sayso.language.spans import lower_of, sentence_at, text_of, tokens_of
from sayso.record.findings import Figure
from sayso.record.vocabulary import Measure

#: Words that open a list of parts of the figure before them.
_OPENERS = frozenset({"including", "include", "includes", "included", "comprising"})
_OPENING_PAIRS = {("among", "them"), ("of", "whom"), ("of", "them"), ("of", "which"),
                  ("among", "the"), ("among", "those")}  # fmt: skip
_OF_WHICH = frozenset({("of", "which"), ("of", "whom")})
_SHOOTS = frozenset({"bring", "shoot", "shot"})
#: "27 were hurt, two seriously": a part by the manner of the harm.
_GRAVELY = frozenset({"seriously", "critically", "severely", "gravely", "fatally"})
#: What may stand between two parts of one list: "four children and two women".
_LIST_GAP = 10
#: A verb so near behind a number makes a clause of its own of it: "and 35 are injured".
_CLAUSE_NEAR = 6
_RUNNING = frozenset(
    [
        "brings",
        "bringing",
        "brought",
        "bring",
        "takes",
        "taking",
        "took",
        "raises",
        "raising",
        "raised",
        "pushes",
        "pushing",
    ]
)
_SUMS = frozenset({"toll", "total", "number", "tally", "count"})
_GROWING = frozenset(
    ["rises", "rose", "risen", "increases", "increased", "climbs", "climbed", "grows", "grew"]
)
_BE = frozenset({"be", "is", "are", "was", "were"})
_AFTER = frozenset({"after", "following", "when", "as"})
#: Those newly arrested or taken may be a part of those who are held.
_ADDS_TO = {"arrested": "held", "taken": "held"}
#: What stands between a part and its whole: "six *of the* 14".
_OUT_OF = frozenset({"of", "out", "the", "its", "their", "his", "her", "those", "these", "all"})
#: Those on one side are no part of those on another, nor those who died of those who fled.
_SIDES = (
    frozenset({"fighter", "gunman"}),
    frozenset({"guard", "peacekeeper", "police", "soldier"}),
    frozenset({"civilian"}),
)
_CAPTIVITY = frozenset({"arrested", "held", "taken"})
_HARMED: frozenset[Measure] = frozenset({"killed", "injured", "missing"})
#: A learned link is followed from this probability on.
_LINKED = 0.8


def with_parts(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures, in text order and with ids, each with the figure it is a part of.

    A part in a list has the measure and scope of its whole ("26 killed, including a child"); the
    whole that a part is taken out of has none of its measure ("shot down 61 of 79 drones").
    """
    figures = with_own_participles(doc, figures)
    wholes: dict[str, str] = {}
    listed: dict[str, str] = {}
    left: dict[str, Figure] = {}
    for at, figure in enumerate(figures):
        named = _listed(doc, figures, at, listed)
        if named is not None and _is_more(figure, figures[:at], named):
            named = None
        if named is not None:
            listed[figure.id] = named
        out_of = None if named else _of_the(doc, figures, at) or _among_the(doc, figures, at)
        if out_of is not None:
            left[out_of] = figure
        whole = named or out_of or _increment(doc, figures, at) or _linked(doc, figures, at)
        if whole is not None and wholes.get(whole) != figure.id:
            wholes[figure.id] = whole
    by_id = {f.id: f for f in figures}
    for id, part in left.items():
        by_id[part.id] = of_whole(doc, part, by_id[id])
        by_id[id] = left_whole(doc, by_id[id], part)
    for id, named in listed.items():
        by_id[named] = _without_parts(by_id[named], by_id[id])
    parts = [
        _like(doc, f, by_id[listed[f.id]])
        if f.id in listed
        else replace(f, part_of=wholes[f.id])
        if f.id in wholes
        else f
        for f in by_id.values()
    ]
    return [_escaped(doc, f, by_id.get(f.part_of or "")) for f in parts]


def _escaped(doc: Doc, part: Figure, whole: Figure | None) -> Figure:
    """Return a part as freed where it got away: "took 30 nuns; *five* of them escaped"."""
    taken = whole is not None and whole.measure in _CAPTIVITY
    if taken and escapes(counted(doc[tokens_of(doc, part.quantity)[1] - 1])):
        return replace(part, measure="freed")
    return part


def _without_parts(whole: Figure, part: Figure) -> Figure:
    """The whole without the noun of its part: "put the toll at 53, including nine *children*"."""
    theirs = whole.of is not None and whole.of.start >= part.quantity.start > whole.quantity.start
    return replace(whole, of=None, of_class=None) if theirs else whole


def _like(doc: Doc, part: Figure, whole: Figure) -> Figure:
    """The part with the measure of its whole, unless a verb of its own tells another: "179
    wounded, 23 of whom died"."""
    start, end = tokens_of(doc, part.quantity)
    own = _of_whom(doc, start, end)
    if own is None and doc[start - 1].lower_ == "of":  # "the bodies of *three* of them"
        own = adjacent_measure(doc, end - 1)
    if own is not None:
        return replace(part, part_of=whole.id, measure=own, scope=whole.scope)
    harm = whole.measure == "other" and (part.measure in _HARMED or _has_state(doc, part))
    return replace(
        part,
        part_of=whole.id,
        measure=part.measure if harm else whole.measure,
        scope=whole.scope,
        status=whole.status,
    )


def _has_state(doc: Doc, part: Figure) -> bool:
    """Tell whether a word of harm stands with a number: "40 casualties, including *nine dead*"."""
    return governed_measure(doc, tokens_of(doc, part.quantity)[1] - 1) == part.measure


def _of_whom(doc: Doc, start: int, end: int) -> Measure | None:
    """Return the measure of the verb behind "23 of whom", or of the verb that "23 of them" or "of
    which 23" are the subject or object of ("the guards downed *23 of them*"), or None."""
    words = lower_of(doc)
    behind = words[end : end + 2]
    if behind == ("of", "them") or words[max(start - 2, 0) : start] in _OF_WHICH:
        noun = counted(doc[end - 1])
        if is_kept(noun):  # "two of them *remain in custody*"
            return "held"
        verb, relation = verb_of(noun)
        role = "subj" if relation == "nsubj" else "obj" if relation in OBJECTS else ""
        return _done(verb, role) if role and verb.i != end - 1 else None
    if behind != ("of", "whom"):
        return None
    told = next((t for t in doc[end + 2 : end + 2 + _CLAUSE_NEAR] if t.pos_ == "VERB"), None)
    return _done(told, "obj" if doc[told.i - 1].pos_ == "AUX" else "subj") if told else None


def _done(verb: Token, role: str) -> Measure | None:
    """Return the measure that a verb gives in a role; what is shot down is intercepted."""
    down = is_one_of(verb, _SHOOTS) and any(c.lower_ == "down" for c in verb.children)
    if down and role == "obj":
        return "intercepted"
    states = (measures("state").get(c.lower_) for c in verb.children if c.dep_ == "xcomp")
    return measure_of(verb, role) or next(filter(None, states), None)  # "18 were *found dead*"


def _listed(doc: Doc, figures: Sequence[Figure], at: int, listed: dict[str, str]) -> str | None:
    """ "26 people, including four children and two women", "of whom three", "two seriously"."""
    if at == 0:
        return None
    figure, before = figures[at], figures[at - 1]
    if own_participle(doc, figure):
        return None
    start, end = tokens_of(doc, before.quantity)[1], tokens_of(doc, figure.quantity)[0]
    past = tokens_of(doc, figure.quantity)[1]
    behind = lower_of(doc)[past : past + 2]
    if sentence_at(doc, end)[0] > start or behind[:1] in (("other",), ("others",), ("more",)):
        return None
    if any(_among_the(doc, figures, n) == figure.id for n in range(at)):
        return None
    words = lower_of(doc)[start:end]
    opener = _opener(words)
    if opener >= 0 and _is_of_other_clause(doc, start + opener, figure):
        return None
    if opener >= 0 and (
        "and" not in words[opener:] or not _has_clause(doc, start + opener, figure)
    ):
        return listed.get(before.id, before.id) if words[:1] == ("and",) else before.id
    if behind in (("of", "whom"), ("of", "them")) or (behind[:1] and behind[0] in _GRAVELY):
        return before.id
    near = before.id in listed and end - start <= _LIST_GAP and {",", "and"} & set(words)
    return listed[before.id] if near and not _has_clause(doc, start, figure) else None


def _is_of_other_clause(doc: Doc, opener: int, figure: Figure) -> bool:
    """Tell whether a figure is the object of a verb whose subject stands before what seems to open
    a list: "looters, some of *them* armed, burnt two shops"."""
    verb, relation = verb_of(counted(doc[tokens_of(doc, figure.quantity)[1] - 1]))
    subjects = (c.i for c in verb.children if c.dep_ == "nsubj")
    return relation == "obj" and verb.i > opener and any(i < opener for i in subjects)


def _has_clause(doc: Doc, start: int, figure: Figure) -> bool:
    """Tell whether a verb stands between ``start`` and the figure, or makes a clause behind it."""
    first, last = tokens_of(doc, figure.quantity)
    if any(t.pos_ in ("VERB", "AUX") for t in doc[start + 1 : first]):
        return True
    for token in doc[last : last + _CLAUSE_NEAR]:
        if token.is_punct:
            return False
        if token.pos_ == "AUX" or "Fin" in token.morph.get("VerbForm", []):
            return True
    return False


def _opener(words: Sequence[str]) -> int:
    """Return where the words that open a list of parts stand, or -1."""
    for at, word in enumerate(words):
        if word in _OPENERS or tuple(words[at : at + 2]) in _OPENING_PAIRS:
            return at
    return -1


def _of_the(doc: Doc, figures: Sequence[Figure], at: int) -> str | None:
    """ "six of the 14": the figure right behind "of" is the whole."""
    if at + 1 == len(figures):
        return None
    start = tokens_of(doc, figures[at].quantity)[1]
    end = tokens_of(doc, figures[at + 1].quantity)[0]
    words = lower_of(doc)[start:end] or ("",)
    is_out_of = "of" in words[:2] and words[0] in ("of", "out")
    plain = _OUT_OF.issuperset(words) or _is_owner(doc, start + 1, end)
    return figures[at + 1].id if is_out_of and plain else None


def _is_owner(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the words before a number say whose those counted are: "of *the ship's* 21"."""
    noun = counted(doc[end])
    owners = (c for c in noun.children if c.dep_ == "nmod:poss" and c.i < end)
    return any(o.left_edge.i == start and o.right_edge.i == end - 1 for o in owners)


def _among_the(doc: Doc, figures: Sequence[Figure], at: int) -> str | None:
    """ "Three cooks were among the 14 dead": the figure right behind "among the" is the whole."""
    start = tokens_of(doc, figures[at].quantity)[1]
    for later in figures[at + 1 :]:
        end = tokens_of(doc, later.quantity)[0]
        if sentence_at(doc, end)[0] > start:
            break
        if lower_of(doc)[end - 2 : end] == ("among", "the") and doc[end - 3].lemma_ in _BE:
            return later.id if not _exceeds(figures[at], later) else None
    return None


def _increment(doc: Doc, figures: Sequence[Figure], at: int) -> str | None:
    """ "Four more are killed, bringing the toll to 17"; "The toll rises to six after one dies"."""
    figure = figures[at]
    sentence_end = sentence_at(doc, tokens_of(doc, figure.quantity)[0])[1]
    for later in figures[at + 1 :]:
        start = tokens_of(doc, later.quantity)[0]
        if start >= sentence_end and not _is_this_brings(doc, start, sentence_end):
            break
        if is_sum(doc, later) and _may_add(figure, later):
            return later.id
    if at and _is_grown(doc, figures[at - 1], figure) and _may_add(figure, figures[at - 1]):
        return figures[at - 1].id
    return None


def _is_this_brings(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the next sentence says "This brings the toll to ..."."""
    return sentence_at(doc, start)[0] == end and doc[end].lower_ == "this"


def is_sum(doc: Doc, figure: Figure) -> bool:
    """Tell whether a figure is what something brings a toll to."""
    start = tokens_of(doc, figure.quantity)[0]
    words = lower_of(doc)[sentence_at(doc, start)[0] : start]
    if "to" not in words[-2:]:
        return False
    verbs = [n for n, word in enumerate(words) if word in _RUNNING]
    return bool(verbs) and bool(_SUMS & set(words[verbs[-1] :]))


def _is_grown(doc: Doc, toll: Figure, figure: Figure) -> bool:
    """Tell whether a toll has risen to one figure after what the other tells."""
    start, end = tokens_of(doc, toll.quantity)
    first = tokens_of(doc, figure.quantity)[0]
    before = lower_of(doc)[sentence_at(doc, start)[0] : start]
    between = lower_of(doc)[end:first]
    grown = "toll" in before and bool(_GROWING & set(before)) and before[-1:] == ("to",)
    return grown and sentence_at(doc, first)[0] <= start and bool(_AFTER & set(between))


def _may_add(figure: Figure, total: Figure) -> bool:
    measures = (figure.measure, _ADDS_TO.get(figure.measure))
    return total.measure in measures and figure.status == total.status


def _linked(doc: Doc, figures: Sequence[Figure], at: int) -> str | None:
    """What the encoder links: the earlier figure at the linked token."""
    if own_participle(doc, figures[at]):
        return None
    links = antecedents(doc, "part")
    start, end = tokens_of(doc, figures[at].quantity)
    found = [links[i] for i in range(start, end) if i in links]
    for token, score in found:
        whole = _figure_at(doc, figures[:at], token) if score >= _LINKED else None
        if whole is None or _are_listed(doc, figures, at, whole):
            continue
        if _may_hold(doc, figures[at], whole):
            return whole.id
    return None


def _are_listed(doc: Doc, figures: Sequence[Figure], at: int, whole: Figure) -> bool:
    """Tell whether a figure and its whole are two of a list ("nine rebels, *four guards* and a
    cook died"): a number behind one that all of them make up is a part ("three, *two boys* and a
    girl, died")."""
    noun, other = (counted(doc[tokens_of(doc, f.quantity)[1] - 1]) for f in (figures[at], whole))
    if noun.dep_ != "conj" or noun.head != other:
        return False
    stop = sentence_at(doc, noun.i)[1]
    nouns = ((f, counted(doc[tokens_of(doc, f.quantity)[1] - 1])) for f in figures)
    behind = [f.low or 0 for f, n in nouns if other.i < n.i < stop and n.dep_ in ("appos", "conj")]
    return sum(behind) != whole.low


def _may_hold(doc: Doc, part: Figure, whole: Figure) -> bool:
    """Tell whether nothing speaks against a part: a greater number, another item of a list,
    another side, another fate."""
    text = text_of(doc)
    same = opening(text, part.quantity.start) == opening(text, whole.quantity.start)
    apart = not same and is_item(text, opening(text, part.quantity.start))
    fled = part.measure in _HARMED and whole.measure == "displaced"
    return not (apart or fled or _exceeds(part, whole) or _on_two_sides(part, whole))


def _on_two_sides(part: Figure, whole: Figure) -> bool:
    """Tell whether a part and a whole count people of two sides: soldiers, and rebels."""
    sides = [{side for side in _SIDES if f.of_class in side} for f in (part, whole)]
    return all(sides) and sides[0] != sides[1]


def _exceeds(part: Figure, whole: Figure) -> bool:
    """Tell whether a part would be more than its whole."""
    return part.low is not None and whole.high is not None and part.low > whole.high


def _is_more(part: Figure, figures: Iterable[Figure], whole: str) -> bool:
    """Tell whether a part would be more than the figure with the id of its whole."""
    return any(f.id == whole and _exceeds(part, f) for f in figures)


def _figure_at(doc: Doc, figures: Iterable[Figure], token: int) -> Figure | None:
    for figure in figures:
        start, end = tokens_of(doc, figure.quantity)
        if start <= token < end:
            return figure
    return None
