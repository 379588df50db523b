"""Who is named before a colon says what stands behind it."""

import pytest
from spacy.tokens import Doc

from parsed import parsed
from sayso.find.statements.colons import headed

QUOTED = """
Ann PROPN 0 root Person
Oak PROPN 1 flat Person
on ADP 4 case
X PROPN 1 nmod
·: PUNCT 1 punct
“ PUNCT 8 punct
·We PRON 8 nsubj
won VERB 0 root
·. PUNCT 8 punct
·” PUNCT 8 punct
"""


def test_who_is_named_before_a_colon_says_the_quote_behind_it() -> None:
    (said,) = headed(parsed(QUOTED))
    assert said.source is not None and said.source.text == "Ann Oak"
    assert said.to is not None and said.to.text == "X"
    assert (said.cue.text, [c.text for c in said.content]) == (":", ["We won"])


@pytest.mark.parametrize(("word", "tag"), [("posted", "VERB"), ("which", "PRON")])
def test_what_has_a_clause_before_the_colon_has_another_cue(word: str, tag: str) -> None:
    assert not list(headed(parsed(QUOTED.replace("on ADP", f"{word} {tag}"))))


HEADLINE = """
{who} {tag} 0 root {entity}
·: PUNCT 1 punct
talks NOUN 4 nsubj
failed {verb} 0 root
"""


@pytest.mark.parametrize(
    ("who", "tag", "entity", "verb", "found"),
    [
        ("Minister", "NOUN", "_", "VERB", 1),
        ("Oslo", "PROPN", "Location", "VERB", 0),
        ("Analysis", "NOUN", "_", "VERB", 0),
        ("UNHCR", "PROPN", "Organization", "VERB", 0),
        ("Minister", "NOUN", "_", "NOUN", 0),
    ],
)
def test_a_person_before_the_colon_of_a_headline_says_its_clause(
    who: str, tag: str, entity: str, verb: str, found: int
) -> None:
    said = list(headed(parsed(HEADLINE.format(who=who, tag=tag, entity=entity, verb=verb))))
    assert [c.text for s in said for c in s.content] == ["talks failed"] * found


def test_a_report_with_several_labels_is_a_transcript() -> None:
    one = HEADLINE.format(who="Minister", tag="NOUN", entity="_", verb="VERB")
    turn = "\nA PROPN 0 root\n·: PUNCT 5 punct\nWhen ADV 8 advmod\nthen ADV 0 root"
    doc = parsed(one.rstrip() + turn)
    words = [t.text for t in doc]
    doc = Doc(
        doc.vocab,
        words=[*words[:4], "\n", *words[4:]],
        spaces=[False, True, True, False, False, False, True, True, False],
        pos=["NOUN", "PUNCT", "NOUN", "VERB", "SPACE", "PROPN", "PUNCT", "ADV", "ADV"],
        heads=[0, 0, 3, 3, 3, 5, 5, 8, 8],
        deps=["root", "punct", "nsubj", "root", "dep", "root", "punct", "advmod", "root"],
    )
    assert not list(headed(doc))
