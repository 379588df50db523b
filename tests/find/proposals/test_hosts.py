"""Who hosts talks, stands as guarantor or carries messages between two sides."""

from __future__ import annotations

import pytest

from parsed import parsed
from sayso.find.proposals.clauses import parties
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.hosts import hosts
from sayso.find.proposals.mediating import mediating
from sayso.find.proposals.names import Mention
from sayso.find.proposals.own_part import own_part
from sayso.language.spans import span_of

HOSTED = """
Norland PROPN 6 nsubj Location
·, PUNCT 4 punct
which PRON 4 nsubj
hosted VERB 1 acl:relcl
talks NOUN 4 obj
left VERB 0 root
"""
BY = """
The DET 2 det
talks NOUN 6 nsubj
hosted VERB 2 acl
by ADP 5 case
Norland PROPN 3 obl:agent Location
ended VERB 0 root
"""
SIGNED = """
It PRON 3 nsubj:pass
was AUX 3 aux:pass
signed VERB 0 root
with ADP 5 case
Norland PROPN 3 obl Location
as ADP 7 case
guarantor NOUN 3 obl
"""
PASSED = """
Norland PROPN 2 nsubj Location
passed VERB 0 root
messages NOUN 2 obj
between ADP 7 case
the DET 7 det
two NUM 7 nummod
sides NOUN 3 nmod
"""
BESIDE = """
Norland PROPN 5 nsubj Location
·, PUNCT 4 punct
the DET 4 det
host NOUN 1 appos
left VERB 0 root
"""
IS = """
Norland PROPN 4 nsubj Location
was AUX 4 cop
the DET 4 det
host NOUN 0 root
"""
CO = """
Talks NOUN 2 nsubj
opened VERB 0 root
·, PUNCT 4 punct
co VERB 2 advcl
·- PUNCT 4 punct
·hosted VERB 4 xcomp
by ADP 8 case
Norland PROPN 4 obl:agent Location
"""
ACTED = """
Norland PROPN 2 nsubj Location
acted VERB 0 root
as ADP 4 case
guarantor NOUN 2 obl
"""

FROM = """
Suvria PROPN 2 nsubj Location
told VERB 0 root
mediators NOUN 2 iobj
from ADP 5 case
Norland PROPN 3 nmod Location
"""


@pytest.mark.parametrize("text", [HOSTED, BY, SIGNED, PASSED, BESIDE, IS, CO, ACTED, FROM])
def test_who_hosts_stands_by_or_carries_messages_is_told(text: str) -> None:
    doc = parsed(text)
    ((_, (word,)),) = hosts(doc)
    assert [s.text for s in parties(doc, word)] == ["Norland"]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (HOSTED, "talks NOUN", "refugees NOUN"),
        (BY, "talks NOUN", "guests NOUN"),
        (HOSTED, ", PUNCT 4 punct", "never ADV 4 advmod"),
        (PASSED, "messages NOUN", "parcels NOUN"),
        (ACTED, "acted VERB", "posed VERB"),
        (FROM, "from ADP", "in ADP"),
        (IS, "the DET 4 det", "not PART 4 advmod"),
        (BESIDE, "the DET 4 det", "our PRON 4 nmod:poss"),
    ],
)
def test_what_is_no_talks_or_not_done_makes_no_host(text: str, old: str, new: str) -> None:
    assert old in text
    assert not list(hosts(parsed(text.replace(old, new))))


def test_a_host_has_the_part_of_a_go_between() -> None:
    doc = parsed("An DET 2 det\noffer NOUN 0 root\n" + _shifted(HOSTED, 2))
    draft = Draft([Mention(doc[1], "offer", span_of(doc, 0, 2), False, frozenset())])
    mediating(doc, (draft,))
    assert [s.text for s in draft.through] == ["Norland"]


def test_who_hosts_together_with_a_go_between_is_no_maker() -> None:
    both = "Norland PROPN 4 nsubj Location\nand CCONJ 3 cc\nOrland PROPN 1 conj Location\n"
    doc = parsed("An DET 2 det\noffer NOUN 0 root\n"
                 + _shifted(both + "host VERB 0 root\ntalks NOUN 4 obj", 2))  # fmt: skip
    draft = Draft([Mention(doc[1], "offer", span_of(doc, 0, 2), False, frozenset())])
    draft.by, draft.through = [span_of(doc, 4, 5)], [span_of(doc, 2, 3)]
    mediating(doc, (draft,))
    assert ([s.text for s in draft.by], [s.text for s in draft.through]) == (
        [], ["Norland", "Orland"],
    )  # fmt: skip


def _shifted(text: str, by: int) -> str:
    rows = (row.split() for row in text.strip().splitlines())
    return "\n".join(
        " ".join([word, pos, str(int(head) and int(head) + by), *more])
        for word, pos, head, *more in rows
    )


def test_as_what_somebody_stands_is_nobody_beside_him() -> None:
    doc = parsed(SIGNED)
    draft = Draft([], through=[span_of(doc, 4, 5), span_of(doc, 6, 7)])
    own_part(doc, draft)
    assert [s.text for s in draft.through] == ["Norland"]
