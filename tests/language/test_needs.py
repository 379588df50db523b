"""Words that tell of hunger, sickness or want."""

import pytest

from parsed import parsed
from sayso.language.needs import is_of_need

RUN = """
Villagers NOUN 3 nsubj
will AUX 3 aux
run VERB 0 root
out ADP 5 case
{of} NOUN 3 obl
"""


@pytest.mark.parametrize(
    ("table", "needs"),
    [
        (RUN.format(of="grain"), True),
        (RUN.format(of="luck"), False),
        ("a DET 2 det\nfamine NOUN 0 root", True),
        ("villagers NOUN 2 nsubj\nstarve VERB 0 root", True),
        ("it PRON 2 nsubj\nstarve VERB 0 root", False),
        ("a DET 2 det\nbombing NOUN 0 root", False),
    ],
)
def test_hunger_and_want_are_needs_but_what_he_who_speaks_would_do_is_none(
    table: str, *, needs: bool
) -> None:
    doc = parsed(table)
    assert is_of_need(doc, 0, len(doc)) == needs
