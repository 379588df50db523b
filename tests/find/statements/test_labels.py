"""Who speaks in a transcript."""

from spacy.tokens import Doc

from parsed import parsed
from sayso.find.statements.labels import in_turn, is_unnamed, label_before
from sayso.language.spans import span_of
from sayso.parse.tokens import blank
from sayso.record.findings import Statement

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


def test_a_turn_ends_before_the_next_label() -> None:
    words = ["Mayor", ":", "We", "agree", ".", "\n", "Q", ":", "Since", "when", "?"]
    spaces = [False, True, True, False, False, False, False, True, True, False, False]
    doc = Doc(blank().vocab, words=words, spaces=spaces)
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 1, 2), (span_of(doc, 2, 10),))
    assert [c.text for c in in_turn(doc, said).content] == ["We agree"]
