"""Who has a part together with a party."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.together import together
from sayso.language.spans import span_of
from sayso.record.findings import Stance

#: "Norland and Orland mediate between Suvria and Talvia."
REPORT = """
Norland PROPN 4 nsubj Location
and CCONJ 3 cc
Orland PROPN 1 conj Location
mediate VERB 0 root
between ADP 6 case
Suvria PROPN 4 obl Location
and CCONJ 8 cc
Talvia PROPN 6 conj Location
. PUNCT 4 punct
"""


def told(doc: Doc, at: int, by: int | None = None) -> list[list[str]]:
    draft = Draft([], through=[span_of(doc, at, at + 1)])
    draft.by = [] if by is None else [span_of(doc, by, by + 1)]
    together(doc, draft)
    return [[s.text for s in draft.by], [s.text for s in draft.through]]


@pytest.mark.parametrize("at", [0, 2])
def test_who_is_joined_as_a_subject_shares_the_part(at: int) -> None:
    assert sorted(told(parsed(REPORT), at)[1]) == ["Norland", "Orland"]


def test_who_has_another_part_keeps_it() -> None:
    assert told(parsed(REPORT), 0, by=2) == [["Orland"], ["Norland"]]


def test_who_is_joined_elsewhere_need_not_share_it() -> None:
    assert told(parsed(REPORT), 5)[1] == ["Suvria"]


def test_who_is_joined_as_a_subject_takes_the_same_stance() -> None:
    doc = parsed(REPORT)
    draft = Draft([], stances=[Stance(span_of(doc, 0, 1), "accepts", None, None)])
    together(doc, draft)
    assert [(s.party.text, s.stance) for s in draft.stances] == [
        ("Norland", "accepts"),
        ("Orland", "accepts"),
    ]
