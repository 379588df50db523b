"""A claim that is denied is what the report told right before, unless somebody says that."""

import pytest

from parsed import parsed
from sayso.find.statements.claimed import of_clauses
from sayso.language.spans import span_of
from sayso.record.findings import Statement
from sayso.record.vocabulary import Act

DENIED = """
Orla PROPN 2 nsubj
moved VERB 0 root
guns NOUN 2 obj
·{mark} PUNCT 6 punct
a DET 6 det
{noun} NOUN 2 parataxis
Lund PROPN 8 nsubj
denied VERB 6 acl:relcl
"""


def read(noun: str, mark: str, act: Act, *others: tuple[int, int, int]) -> list[str]:
    doc = parsed(DENIED.format(noun=noun, mark=mark))
    denial = Statement("", span_of(doc, 6, 7), span_of(doc, 7, 8), (span_of(doc, 4, 6),), act=act)
    said = [Statement("", None, span_of(doc, n, n + 1), (span_of(doc, a, b),))
            for n, a, b in others]  # fmt: skip
    return [c.text for c in of_clauses(doc, [*said, denial])[-1].content]


@pytest.mark.parametrize("noun", ["claim", "accusation"])
def test_the_claim_is_the_clause_before_the_comma(noun: str) -> None:
    assert read(noun, ",", "denies") == ["Orla moved guns"]


@pytest.mark.parametrize(
    "found",
    [
        read("claim", ",", "denies", (1, 2, 3)),
        read("claim", ":", "denies"),
        read("claim", ",", "rejects"),
    ],
)
def test_a_claim_that_another_makes_or_that_stands_alone_stays(found: list[str]) -> None:
    assert found == ["a claim"]
