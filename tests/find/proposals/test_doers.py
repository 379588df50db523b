"""Who must do a term, told by its verb."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.find.proposals.acts import acts_in
from sayso.find.proposals.bound import bind_given
from sayso.find.proposals.clauses import party
from sayso.find.proposals.doers import doers
from sayso.find.proposals.drafts import Draft
from sayso.language.spans import span_of
from sayso.record.findings import Term
from sayso.record.span import Span

SHIPS = """
Norland PROPN 3 nsubj Location
will AUX 3 aux
sell VERB 0 root _ VerbForm=Inf
ships NOUN 3 obj
and CCONJ 6 cc
free VERB 3 conj _ VerbForm=Inf
men NOUN 6 obj
"""
PROMISE = """
Norland PROPN 2 nmod:poss Location
promise NOUN 0 root
to PART 4 mark
buy VERB 2 acl _ VerbForm=Inf
ships NOUN 4 obj
"""
CALL = """
It PRON 2 nsubj
called VERB 0 root _ VerbForm=Fin
on ADP 4 case
Norland PROPN 2 obl Location
to PART 6 mark
leave VERB 2 xcomp _ VerbForm=Inf
"""
ASKED = """
demanded VERB 0 root _ VerbForm=Fin
that SCONJ 5 mark
both DET 4 det
sides NOUN 5 nsubj
let VERB 1 ccomp _ VerbForm=Fin
aid NOUN 5 obj
in ADP 5 compound:prt
"""
FINITE = """
It PRON 2 nsubj
asks VERB 0 root _ VerbForm=Fin
Norland PROPN 2 obj Location
to PART 5 mark
leave VERB 2 xcomp _ VerbForm=Inf
and CCONJ 7 cc
gives VERB 5 conj _ VerbForm=Fin
land NOUN 7 obj
"""
HOSTAGES = """
hostages NOUN 3 nsubj
will AUX 3 aux
leave VERB 0 root _ VerbForm=Inf
Norland PROPN 3 obj Location
"""

ALLOWED = """
Norland PROPN 3 nsubj:pass Location
is AUX 3 aux:pass
allowed VERB 0 root _ VerbForm=Fin
to PART 5 mark
stay VERB 3 xcomp _ VerbForm=Inf
"""


def told(table: str, start: int, end: int, by: tuple[int, int] | None = None) -> tuple[str, ...]:
    doc: Doc = parsed(table)
    party = None if by is None else span_of(doc, *by)
    draft = Draft([], terms=[Term(what=span_of(doc, start, end), party=party)])
    doers(doc, draft)
    (term,) = draft.terms
    return (term.what.text, *([term.party.text] if term.party is not None else []))


@pytest.mark.parametrize(
    ("table", "at", "term"),
    [
        (SHIPS, (2, 4), ("sell ships", "Norland")),
        (SHIPS, (5, 7), ("free men", "Norland")),
        (PROMISE, (3, 5), ("buy ships", "Norland")),
        (CALL, (5, 6), ("leave", "Norland")),
        (ASKED, (2, 7), ("let aid in", "both sides")),
    ],
)
def test_the_subject_of_its_verb_must_do_a_term(
    table: str, at: tuple[int, int], term: tuple[str, ...]
) -> None:
    assert told(table, *at) == term


@pytest.mark.parametrize(("table", "at"), [(FINITE, (6, 8)), (HOSTAGES, (2, 4)), (ALLOWED, (4, 5))])
def test_a_plan_does_nothing_nor_who_is_let_go_or_may_stay(table: str, at: tuple[int, int]) -> None:
    assert len(told(table, *at)) == 1


def test_land_does_nothing() -> None:
    crossing = """
    the DET 2 det
    crossing NOUN 4 nsubj
    will AUX 4 aux
    open VERB 0 root
    """
    assert told(crossing, 3, 4, by=(0, 2)) == ("the crossing will open",)
    assert told(crossing.replace("open", "free"), 3, 4, by=(0, 2)) == ("free", "the crossing")


def test_how_long_an_act_lasts_is_no_part_of_who_does_it() -> None:
    doc = parsed(
        """
        For ADP 3 case
        six NUM 3 nummod
        months NOUN 6 obl
        Norland PROPN 6 nsubj Location
        will AUX 6 aux
        stop VERB 0 root
        flights NOUN 6 obj
        """.replace("months", "month")
    )
    assert [act.subject for act in acts_in(doc, 0, 7)] == [(3, 4)]


def test_who_is_asked_is_not_who_asks_him() -> None:
    doc = parsed(
        """
        Norland PROPN 2 nsubj Location
        offered VERB 0 root
        Suvria PROPN 2 iobj Location
        talks NOUN 2 obj
        asking VERB 2 advcl
        it PRON 5 obj
        to PART 8 mark
        leave VERB 5 xcomp
        """
    )
    found = party(doc, doc[5])
    assert found is not None
    assert found.text == "Suvria"


def test_what_is_given_in_exchange_is_given_by_the_other_side() -> None:
    doc = parsed("leave VERB 0 root\nfor ADP 3 case\nmen NOUN 1 obl")
    norland, suvria = Span(100, 107, "Norland"), Span(110, 116, "Suvria")
    given = span_of(doc, 2, 3)
    left = Term(what=span_of(doc, 0, 1), party=suvria, exchange=given)
    draft = Draft([], terms=[left, Term(what=given, party=None)], by=[norland], to=[suvria])
    bind_given(draft)
    assert [t.party for t in draft.terms] == [suvria, norland]
