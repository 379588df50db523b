"""Nouns in the plural that hold what somebody says, with what stands behind them."""

import pytest

from parsed import parsed
from sayso.find.statements.nominals import told

TABLE = """
Judges NOUN 2 nsubj
weighed VERB 0 root
{noun} NOUN 2 obj
{leading} ADP 5 case
fraud NOUN {head} nmod
"""


def test_what_allegations_are_of_is_said() -> None:
    (found,) = told(parsed(TABLE.format(noun="allegations", leading="of", head=3)))
    assert [c.text for c in found.content] == ["fraud"]
    assert found.act == "accuses"


@pytest.mark.parametrize(
    ("noun", "leading", "head"),
    [("allegation", "of", 3), ("allegations", "over", 3), ("allegations", "of", 2)],
)
def test_a_single_one_and_one_with_nothing_of_its_own_behind_it_say_nothing(
    noun: str, leading: str, head: int
) -> None:
    assert not list(told(parsed(TABLE.format(noun=noun, leading=leading, head=head))))
