"""Who speaks in a transcript."""

from parsed import parsed
from sayso.find.statements.labels import is_unnamed, label_before

TALK = """
{label} PROPN 4 nsubj
·: PUNCT 1 punct
We PRON 4 nsubj
agree VERB 0 root
"""


def test_the_label_of_a_paragraph_tells_who_speaks() -> None:
    doc = parsed(TALK.format(label="Mayor"))
    label = label_before(doc, doc[2].idx)
    assert label is not None
    assert label.text == "Mayor"
    assert not is_unnamed(label)


def test_a_question_names_nobody() -> None:
    doc = parsed(TALK.format(label="Question"))
    label = label_before(doc, doc[2].idx)
    assert label is not None
    assert is_unnamed(label)


def test_other_words_before_a_colon_are_no_label() -> None:
    assert label_before(parsed(TALK.format(label="Update")), 8) is None
