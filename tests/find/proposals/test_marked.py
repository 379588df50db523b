"""Terms as the encoder marks them, wherever they stand."""

from sayso.find.proposals.marked import told_terms
from sayso.language.anchors import KEY, Anchor
from sayso.language.spans import span_of
from sayso.parse.document import parse
from sayso.parse.model import model
from sayso.record.findings import Term

TEXT = "The Norlanders would leave the valley. Ten men would walk free. Snow fell on the pass."
LEAVE, WALK, SNOW = (3, 6), (7, 12), (13, 18)


def _marked(*marks: Anchor):
    doc = parse(TEXT, model())
    doc.user_data[KEY] = doc.user_data[KEY] | {"term": list(marks)}
    return doc, [Term(span_of(doc, *r)) for r in (LEAVE, WALK, SNOW)]


def test_a_term_where_the_encoder_sees_none_is_left_out():
    doc, terms = _marked(Anchor("term", *LEAVE, "TERM", 0.9), Anchor("term", *WALK, "TERM", 0.9))
    assert told_terms(doc, terms) == terms[:2]


def test_all_terms_stay_where_the_encoder_sees_none_of_them():
    doc, terms = _marked()
    assert told_terms(doc, terms) == terms
