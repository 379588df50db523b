from __future__ import annotations

import pytest
from tests.parsed import parsed

from sayso.find.events.statuses import status_told

DENIED_VERB = """
The DET 2 det
army NOUN 5 nsubj
has AUX 5 aux
not PART 5 advmod
returned VERB 0 root
fire NOUN 5 obj
"""
NO_SUBJECT = """
No DET 2 det
convoy NOUN 4 nsubj
has AUX 4 aux
reached VERB 0 root
Orla PROPN 4 obj
"""
REFUSED = """
Roe PROPN 2 nsubj
refused VERB 0 root
to PART 4 mark
meet VERB 2 xcomp
him PRON 4 obj
"""
CANCELLED = """
The DET 2 det
visit NOUN 4 nsubj:pass
was AUX 4 aux:pass
cancelled VERB 0 root
"""
THREATENED = """
They PRON 2 nsubj
threatened VERB 0 root
to PART 4 mark
storm VERB 2 xcomp
Orla PROPN 4 obj
"""
NOT_IMPOSED = """
The DET 2 det
tariffs NOUN 6 nsubj:pass
will AUX 6 aux
not PART 6 advmod
be AUX 6 aux:pass
imposed VERB 0 root
"""
TOLD = """
Gunmen NOUN 2 nsubj
attacked VERB 0 root
Orla PROPN 2 obj
"""


@pytest.mark.parametrize(
    ("table", "word", "given", "told"),
    [
        (DENIED_VERB, 4, "happened", "negated"),
        (NO_SUBJECT, 3, "happened", "negated"),
        (REFUSED, 3, "planned", "negated"),
        (CANCELLED, 1, "happened", "negated"),
        (NOT_IMPOSED, 1, "planned", "negated"),
        (THREATENED, 3, "planned", "threatened"),
        (TOLD, 1, "happened", "happened"),
        (DENIED_VERB, 4, "possible", "possible"),
    ],
)
def test_words_that_plainly_say_the_status_go_before_the_answer_of_the_encoder(
    table: str, word: int, given: str, told: str
) -> None:
    assert status_told(parsed(table), word, word + 1, given) == told  # type: ignore[arg-type]
