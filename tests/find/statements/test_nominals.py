"""Nouns in the plural that hold what somebody says, with their owner and what stands behind."""

import pytest

from parsed import parsed
from sayso.find.statements.nominals import told

TABLE = """
Judges NOUN 2 nsubj
weighed VERB 0 root
Nauru PROPN 5 nmod:poss
's PART 3 case
{noun} NOUN 2 obj
{leading} ADP 7 case
fraud NOUN {head} nmod
"""


def test_what_allegations_are_of_is_said_by_whose_they_are() -> None:
    (found,) = told(parsed(TABLE.format(noun="allegations", leading="of", head=5)))
    assert [c.text for c in found.content] == ["fraud"]
    assert found.source is not None
    assert (found.source.text, found.act) == ("Nauru", "accuses")


@pytest.mark.parametrize(
    ("noun", "leading", "head"),
    [("allegation", "of", 5), ("allegations", "over", 5), ("allegations", "of", 2)],
)
def test_a_single_one_and_one_with_nothing_of_its_own_behind_it_say_nothing(
    noun: str, leading: str, head: int
) -> None:
    assert not list(told(parsed(TABLE.format(noun=noun, leading=leading, head=head))))
