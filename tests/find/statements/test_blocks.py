"""A colon at the end of a cue's paragraph opens the paragraphs that are said."""

from sayso.find.statements.blocks import block
from sayso.language.anchors import Anchor, Role
from sayso.parse.tokens import tokenise


def opened(text: str) -> list[str]:
    """What the cue "said" opens, its source the two words before it."""
    doc = tokenise(text)
    at = next(t.i for t in doc if t.text == "said")
    source = Role("source", at - 2, at, 0.9)
    return [s.text for s in block(doc, Anchor("statement", at, at + 1, "CUE", 0.9, (source,)))]


def test_paragraphs_behind_a_colon_are_said_until_the_speaker_is_named() -> None:
    text = "Minister Orlan said:\n\nWe deplore it.\n\nI ask all to stop.\n\nOrlan flies home today."
    assert opened(text) == ["We deplore it.", "I ask all to stop."]


def test_they_end_where_the_release_turns_to_the_reader() -> None:
    text = "Minister Orlan said today:\nWe deplore it.\nNotes to editors\nThe talks began in May."
    assert opened(text) == ["We deplore it."]


def test_with_quotation_marks_they_end_where_one_closes() -> None:
    text = 'Minister Orlan said:\n\n"We deplore it.\n\n"I ask all to stop."\n\nTalks go on.'
    assert opened(text) == ["We deplore it.", "I ask all to stop."]


def test_a_colon_within_the_paragraph_opens_none() -> None:
    assert opened("Minister Orlan said: we deplore it.\n\nTalks go on.") == []
    assert opened("Minister Orlan said it was over.\n\nTalks go on.") == []


def test_a_colon_with_nothing_behind_it_opens_none() -> None:
    assert opened("Minister Orlan said:\n\n   \n") == []


def test_of_a_list_all_items_are_said_and_what_stands_behind_it_is_not() -> None:
    text = "Minister Orlan said:\n\n1. Orlan rests.\n\n2) We deplore it.\n\nTalks go on."
    assert opened(text) == ["Orlan rests.", "We deplore it."]
    assert opened("Minister Orlan said:\n- We deplore it.\n\nTalks go on.")[1:] == ["Talks go on."]


def test_a_list_behind_many_words_is_said_where_its_beginning_was_marked() -> None:
    text = f"Minister Orlan said this {'again and ' * 9}again:\n- We left.\n- They stayed."
    doc = tokenise(text)
    first = next(t.i for t in doc if t.text == "We")

    def items(*roles: Role) -> list[str]:
        return [s.text for s in block(doc, Anchor("statement", 2, 3, "CUE", 0.9, roles))]

    assert items(Role("content", 3, first + 2, 0.9)) == ["We left.", "They stayed."]
    assert items(Role("content", 3, 9, 0.9)) == []
