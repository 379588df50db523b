"""The words that show an event's status come with it."""

from parsed import parsed
from sayso.find.events.evidence import status_evidence

WILL_NOT = """
The DET 2 det
army NOUN 5 nsubj
will AUX 5 aux
not PART 5 advmod
withdraw VERB 0 root
"""
IF = """
Talks NOUN 3 nsubj
would AUX 3 aux
resume VERB 0 root
if SCONJ 7 mark
the DET 6 det
shelling NOUN 7 nsubj
stopped VERB 3 advcl
"""


def shown(table: str, word: int, status: str) -> list[str]:
    return [s.text for s in status_evidence(parsed(table), word, word + 1, status)]


def test_a_negation_shows_that_it_did_not_happen() -> None:
    assert shown(WILL_NOT, 4, "negated") == ["not"]


def test_an_auxiliary_shows_a_plan() -> None:
    assert shown(WILL_NOT, 4, "planned") == ["will"]


def test_the_mark_of_its_clause_shows_a_condition() -> None:
    assert shown(IF, 6, "possible") == ["would", "if"]


def test_what_plainly_happened_needs_no_witness() -> None:
    assert shown(WILL_NOT, 4, "happened") == []


def test_a_governing_verb_shows_a_demand() -> None:
    table = """
        They PRON 2 nsubj
        demand VERB 0 root
        the DET 4 det
        release NOUN 2 obj
    """
    assert shown(table, 3, "demanded") == ["demand"]
