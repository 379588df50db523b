"""Who can be "he", "she", "it" or "they"."""

import pytest

from parsed import parsed
from sayso.language.genders import fits


@pytest.mark.parametrize(
    ("noun", "pronoun", "fitting"),
    [
        ("grandson NOUN 0 root _ Number=Sing", "she", False),
        ("grandson NOUN 0 root _ Number=Sing", "he", True),
        ("doctor NOUN 0 root _ Number=Sing", "she", True),
        ("Acme PROPN 0 root Organization Number=Sing", "he", False),
        ("Acme PROPN 0 root Organization Number=Sing", "they", True),
        ("clerk NOUN 0 root _ Number=Sing", "they", False),
        ("envoy NOUN 0 root Organization Number=Sing", "they", False),
        ("envoy NOUN 0 root Organization Number=Sing", "he", True),
        ("clerks NOUN 0 root _ Number=Plur", "she", False),
        ("Orla PROPN 0 root Person Number=Sing", "it", False),
    ],
)
def test_number_kind_and_gender_must_suit(noun: str, pronoun: str, fitting: bool) -> None:
    assert fits(parsed(noun)[0], pronoun) is fitting


def test_a_title_tells_the_gender_of_a_name() -> None:
    doc = parsed("""
        Queen PROPN 2 nmod:desc
        Orla PROPN 3 nsubj Person
        left VERB 0 root
    """)
    assert fits(doc[1], "she")
    assert not fits(doc[1], "he")


def test_a_noun_before_a_name_tells_its_gender() -> None:
    doc = parsed("""
        His PRON 2 nmod:poss
        mother NOUN 6 nsubj _ Number=Sing
        ·, PUNCT 4 punct
        Ann PROPN 2 appos Person Number=Sing
        Roe PROPN 4 flat Person
        spoke VERB 0 root
    """)
    assert fits(doc[3], "her")
    assert not fits(doc[3], "him")
