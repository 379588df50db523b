"""The words that show an event's status come with it."""

import pytest

from parsed import parsed
from sayso.find.events.evidence import status_evidence
from sayso.find.events.modes import mode_of

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


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("drone", "drone"), ("suicide", "suicide-attack"), ("surprise", None)],
)
def test_a_word_beside_the_trigger_names_the_mode(words: str, wanted: str | None) -> None:
    doc = parsed(f"""
        A DET 3 det
        {words} NOUN 3 compound
        attack NOUN 0 root
    """)
    assert mode_of(doc, 2, 3, "ASSAULT") == wanted


def test_a_mode_belongs_to_its_type() -> None:
    doc = parsed("""
        drone NOUN 2 compound
        talks NOUN 0 root
    """)
    assert mode_of(doc, 1, 2, "CONSULT") is None


def test_who_does_it_tells_the_mode_where_the_trigger_is_plain() -> None:
    doc = parsed("""
        Gunmen NOUN 2 nsubj
        attacked VERB 0 root
        a DET 4 det
        village NOUN 2 obj
    """)
    doc[0].lemma_ = "gunman"
    assert mode_of(doc, 1, 2, "ASSAULT") is None
    assert mode_of(doc, 1, 2, "ASSAULT", [doc[0]]) == "firearms"
    assert mode_of(doc, 1, 2, "CONSULT", [doc[0]]) is None
