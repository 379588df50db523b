"""Figures of those who are ill: cases of a disease and people treated for one; nobody did that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from sayso.find.figures.constructions import built, is_plain
from sayso.find.figures.governed import OBJECTS, counted, is_one_of, verb_of
from sayso.language.lines import opening
from sayso.language.numbers import Quantity
from sayso.language.spans import case_of, lower_of, sentence_at, text_of, token_at, tokens_of
from sayso.record.findings import Figure

_CASES = frozenset({"case", "infection"})
_ILLS = frozenset(
    ["anthrax", "cholera", "coronavirus", "covid", "covid-19", "dengue", "diarrhoea", "diphtheria",
     "disease", "dysentery", "ebola", "epidemic", "fever", "flu", "hepatitis", "hiv", "illness",
     "influenza", "lassa", "malaria", "malnutrition", "marburg", "measles", "meningitis", "mpox",
     "outbreak", "plague", "pneumonia", "polio", "scabies", "tuberculosis", "typhoid", "virus"]
)  # fmt: skip
_RECORDS = frozenset({"confirm", "count", "detect", "find", "record", "register", "report", "see"})
_TREATS = frozenset({"admit", "hospitalise", "hospitalize", "treat"})


def is_case(noun: Token) -> bool:
    """Tell whether cases of a disease are counted: "312 cases", "312 cases of measles", not "cases
    of torture"."""
    within = [c.lower_ for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of"]
    other = [c for c in noun.children if c.dep_ == "nmod" and case_of(c) != "of"]
    if noun.lemma_.lower() not in _CASES:
        return False
    return not _ILLS.isdisjoint(within) or not (within or other)


def is_treated(noun: Token) -> bool:
    """Tell whether people are treated for a disease and no wound: "treated 400 *for cholera*"."""
    verb, relation = verb_of(noun)
    if relation not in OBJECTS or not is_one_of(verb, _TREATS):
        return False
    led = (c for n in (verb, noun) for c in n.children if c.dep_ in ("nmod", "obl"))
    return any(case_of(c) in ("for", "with") and c.lower_ in _ILLS for c in led)


def is_sick(noun: Token) -> bool:
    """Tell whether those counted are ill: "312 *cases* of measles", "treated *400* for cholera"."""
    return is_case(noun) or is_treated(noun)


def is_recorded(noun: Token) -> bool:
    """Tell whether cases are counted in a paragraph that tells of a disease: "*312 cases* were
    recorded", "reported *312 cases* of measles"."""
    if not is_case(noun):
        return False
    doc = noun.doc
    first = token_at(doc, opening(text_of(doc), noun.idx))
    return not _ILLS.isdisjoint(lower_of(doc)[first : sentence_at(doc, noun.i)[1]])


def counted_cases(doc: Doc, quantities: Sequence[Quantity]) -> Iterator[Figure]:
    """Cases of a disease that somebody has counted: "The ministry reported *1,300* cases of
    cholera."

    Fires on a count of cases where the paragraph names a disease, under a plain verb of counting.
    """
    for q in quantities:
        if q.kind != "count":
            continue
        number = doc[token_at(doc, q.end - 1)]
        noun = counted(number)
        if noun is number or not is_recorded(noun):
            continue
        verb, relation = verb_of(noun)
        told = [verb] if relation in OBJECTS else []
        told += [c for c in noun.children if c.dep_ == "acl"]
        if any(is_one_of(v, _RECORDS) and is_plain(v) for v in told):
            yield built(doc, q, noun, "other", "counted_cases")


def without_doer(doc: Doc, figure: Figure) -> Figure:
    """Return the figure without a doer where those counted are ill."""
    noun = counted(doc[tokens_of(doc, figure.quantity)[1] - 1])
    return replace(figure, by=None) if figure.by is not None and is_sick(noun) else figure
