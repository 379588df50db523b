"""The parse in a pipeline of spaCy: added by name, and beside another parser's tree."""

import spacy

from parsed import parsed
from sayso.language.anchors import anchors
from sayso.parse.component import Parser

TEXT = "Gunmen attacked a convoy on Tuesday. The army said four soldiers were killed."


def test_the_component_is_added_by_its_name() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso")
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert doc.has_annotation("DEP")
    assert len(list(doc.sents)) == 2
    assert [doc[a.start : a.end].text for a in anchors(doc, "statement")] == ["said"]


def test_many_texts_read_the_same_as_one_by_one() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sayso")
    docs = list(nlp.pipe([TEXT, "A truce was signed.", TEXT]))
    assert [t.dep_ for t in docs[0]] == [t.dep_ for t in docs[2]] == [t.dep_ for t in nlp(TEXT)]


def test_a_tree_of_another_parser_stays() -> None:
    doc = parsed("""
        Talks NOUN 2 odd
        failed VERB 0 root
    """)
    assert Parser()(doc)[0].dep_ == "odd"
