"""What is pointed at in a report for one of its proposals."""

import numpy as np

from parsed import report
from sayso.find.proposals.drafts import Draft
from sayso.find.proposals.evidence import Evidence
from sayso.find.proposals.names import find_mentions
from sayso.find.proposals.pointed import NAME, NOTHING, OTHER, TERM, looked_at, pointed
from sayso.language.spans import span_of
from sayso.record.findings import Term

TRUCE = """
Norland PROPN 2 nsubj Location
offered VERB 0 root
a DET 4 det
truce NOUN 2 obj
·. PUNCT 2 punct
"""
PACT = """
Suvria PROPN 2 nsubj Location
wants VERB 0 root
a DET 4 det
pact NOUN 2 obj
·. PUNCT 2 punct
"""


def test_own_names_and_terms_and_the_names_of_others_are_told_apart() -> None:
    doc = report(TRUCE, PACT)
    truce, pact = (Draft([m]) for m in find_mentions(doc))
    pact.terms = [Term(span_of(doc, 0, 2))]
    none = [NOTHING] * len(doc)
    first = pointed(doc, [truce, pact], 0).tolist()
    assert first == [*none[:2], NAME, NAME, *none[4:7], OTHER, OTHER, *none[9:]]
    second = pointed(doc, [truce, pact], 1).tolist()
    assert second == [TERM, TERM, OTHER, OTHER, *none[4:7], NAME, NAME, *none[9:]]


def test_the_words_of_places_and_ranges_are_looked_at() -> None:
    seen = Evidence(np.array([[1, 2, 2]]), np.array([[[4, 6], [0, 0]]]), np.zeros((1, 0)))
    none = Evidence(np.zeros((0, 3), int), np.zeros((0, 2, 2), int), np.zeros((0, 0)))
    assert looked_at(8, [seen, none]).tolist() == [i in (1, 2, 4, 5) for i in range(8)]
