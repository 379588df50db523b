"""Who speaks in a clause on a noun speaks for himself, and a denial is not of what he says."""

import pytest

from parsed import parsed
from sayso.find.statements.relatives import clause_start, denied_alone
from sayso.find.statements.statements import find_statements
from sayso.language.anchors import Anchor, Role
from sayso.language.spans import span_of
from sayso.record.findings import Statement

DENIED = """
Orla PROPN 2 nsubj
denied VERB 0 root
bombing VERB 2 xcomp
Lund PROPN 3 obj
·, PUNCT 11 punct
where ADV 11 advmod
·, PUNCT 6 punct
medics NOUN 9 nsubj
said VERB 2 parataxis
many NOUN 11 nsubj
died VERB 9 ccomp
"""
LABELS = {"act": {"denies": 1.0}, "speaker": {"group": 1.0}, "withheld": {"no": 1.0}}


def test_what_another_says_of_a_place_is_not_denied_and_begins_with_his_own_words() -> None:
    marked = [
        Anchor("statement", 1, 2, "", 0.9,
               (Role("source", 0, 1, 0.9), Role("content", 2, 11, 0.9)), LABELS),
        Anchor("statement", 8, 9, "", 0.9,
               (Role("content", 3, 6, 0.9), Role("source", 7, 8, 0.9),
                Role("content", 9, 11, 0.9)), LABELS),
    ]  # fmt: skip
    denial, other = find_statements(parsed(DENIED, {"statement": marked}))
    assert [c.text for c in denial.content] == ["bombing Lund"]
    assert [c.text for c in other.content] == ["many died"]
    assert (denial.within, other.within) == (None, None)


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (("Lund", "where"), 1), (("Lund", ",", "where", ","), 2), (("raid", "in", "which"), 1),
        (("convoy", "that", ","), 1), (("convoy", ",", "which"), 2), (("convoy", "that"), None),
        (("Lund", ","), None), (("men", ",", "one", "of", "whom", ","), None),
    ],
)  # fmt: skip
def test_where_a_clause_on_a_noun_begins(words: tuple[str, ...], start: int | None) -> None:
    classes = {
        "in": "ADP",
        "of": "ADP",
        "whom": "PRON",
        "where": "ADV",
        ",": "PUNCT",
        "which": "PRON",
        "that": "PRON",
    }
    rows = [f"{word} {classes.get(word, 'NOUN')} 0 root" for word in (*words, "medics")]
    assert clause_start(parsed("\n".join(rows)), len(words)) == start


@pytest.mark.parametrize(("act", "speaker"), [("states", 7), ("denies", 0)])
def test_what_one_states_or_says_oneself_goes_on(act: str, speaker: int) -> None:
    doc = parsed(DENIED)
    source, own = span_of(doc, 0, 1), span_of(doc, speaker, speaker + 1)
    first = Statement("", source, span_of(doc, 1, 2), (span_of(doc, 2, 11),), act=act)  # type: ignore[arg-type]
    other = Statement("", own, span_of(doc, 8, 9), (span_of(doc, 9, 11),))
    assert denied_alone(doc, [first, other]) == [first, other]
