"""Words that look as if they named something on the table and do not, on small parses."""

from __future__ import annotations

import pytest

from parsed import report
from sayso.find.proposals.names import find_mentions

WITHOUT = """
They PRON 2 nsubj
left VERB 0 root
without SCONJ 4 mark
reaching VERB 2 advcl
a DET 6 det
truce NOUN 4 obj
·. PUNCT 2 punct
"""
IN_GENERAL = """
A DET 2 det
truce NOUN 5 nsubj
is AUX 5 cop
not PART 5 advmod
peace NOUN 0 root
·. PUNCT 5 punct
"""
WHAT = """
What DET 3 det
bad ADJ 3 amod
deal NOUN 0 root
·! PUNCT 3 punct
"""
IN_TOUCH = """
They PRON 2 nsubj
agreed VERB 0 root
to PART 4 mark
keep VERB 2 xcomp
in ADP 6 case
touch NOUN 4 obl
·. PUNCT 2 punct
"""
DIALOGUE = """
They PRON 2 nsubj
agreed VERB 0 root
to PART 4 mark
resume VERB 2 xcomp
a DET 6 det
dialogue NOUN 4 obj
·. PUNCT 2 punct
"""
MEDIATING = """
They PRON 2 nsubj
offered VERB 0 root
to PART 4 mark
mediate VERB 2 xcomp
·. PUNCT 2 punct
"""
HOSTING = DIALOGUE.replace("agreed", "offered").replace("resume", "host")


@pytest.mark.parametrize(
    "table", [WITHOUT, IN_GENERAL, WHAT, IN_TOUCH, DIALOGUE, MEDIATING, HOSTING]
)
def test_nothing_is_on_the_table(table: str) -> None:
    assert find_mentions(report(table)) == ()


def test_without_a_known_thing_names_it_all_the_same() -> None:
    (truce,) = find_mentions(report(WITHOUT.replace("a DET", "the DET")))
    assert truce.span.text == "the truce"


def test_what_somebody_calls_a_deal_is_a_thing_known_before() -> None:
    doc = report("""
    He PRON 2 nsubj
    quit VERB 0 root
    over ADP 4 case
    what PRON 2 obl
    he PRON 6 nsubj
    called VERB 4 acl:relcl
    a DET 9 det
    reckless ADJ 9 amod
    deal NOUN 6 xcomp
    ·. PUNCT 2 punct
    """)
    (deal,) = find_mentions(doc)
    assert (deal.definite, deal.marks) == (True, frozenset())
