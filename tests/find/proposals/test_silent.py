"""Who only has no comment takes no stance."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.silent import has_no_comment, is_asked, leave_out_silent
from sayso.language.spans import span_of
from sayso.record.findings import Stance

#: "Norland offered Suvria the port. Orland declined to comment on the rumours."
REPORT = """
Norland PROPN 2 nsubj Location
offered VERB 0 root
Suvria PROPN 2 iobj Location
the DET 5 det
port NOUN 2 obj
. PUNCT 2 punct
Orland PROPN 8 nsubj Location
declined VERB 0 root
to PART 10 mark
comment VERB 8 xcomp
on ADP 13 case
the DET 13 det
rumours NOUN 10 obl
. PUNCT 8 punct
"""


def draft(doc: Doc, *, asked: bool = False) -> Draft:
    orland = span_of(doc, 6, 7)
    to = [span_of(doc, 2, 3), orland] if asked else [span_of(doc, 2, 3)]
    stand = Stance(orland, "undecided", None, None)
    return Draft([], by=[span_of(doc, 0, 1)], to=to, stances=[stand])


@pytest.mark.parametrize(("what", "silent"), [("rumours", True), ("plan", False), ("it", False)])
def test_who_would_not_comment_on_the_proposal_itself_may_be_undecided(
    what: str, silent: bool
) -> None:
    doc = parsed(REPORT.replace("rumours NOUN", what + (" PRON" if what == "it" else " NOUN")))
    assert has_no_comment(doc[7]) is silent
    assert not has_no_comment(doc[1])


def test_who_has_no_comment_and_was_not_asked_takes_no_stance() -> None:
    doc = parsed(REPORT)
    plan = draft(doc)
    leave_out_silent(doc, plan)
    assert not plan.stances


def test_who_is_named_only_where_he_has_no_comment_was_not_asked() -> None:
    doc = parsed(REPORT)
    plan = draft(doc, asked=True)
    leave_out_silent(doc, plan)
    assert [s.text for s in plan.to] == ["Suvria"] and not plan.stances


def test_who_is_asked_and_has_no_comment_is_undecided() -> None:
    doc = parsed(REPORT.replace("Suvria", "Orland"))
    plan = draft(doc, asked=True)
    assert is_asked(plan, span_of(doc, 6, 7))
    leave_out_silent(doc, plan)
    assert len(plan.to) == 2 and len(plan.stances) == 1


def test_a_role_that_no_words_name_asks_nobody() -> None:
    doc = parsed(REPORT)
    plan = draft(doc, asked=True)
    plan.implied.add("to")
    assert not is_asked(plan, span_of(doc, 6, 7))
