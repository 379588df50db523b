"""Whom a reporter cites says what the reporter tells."""

import pytest

from parsed import parsed
from sayso.extract import extract
from sayso.find.statements.citing import by_cited, cited
from sayso.language.spans import span_of
from sayso.record.findings import Statement
from sayso.record.reading import Article

CITING = """
Acme PROPN 7 nsubj Organization
·, PUNCT 3 punct
citing VERB 1 acl
an DET 5 det
{noun} NOUN 3 obj
·, PUNCT 1 punct
said VERB 0 root
that SCONJ 10 mark
talks NOUN 10 nsubj
failed VERB 7 ccomp
"""


@pytest.mark.parametrize(("noun", "found"), [("envoy", ["talks failed"]), ("issue", [])])
def test_who_is_cited_in_an_aside_says_it_too(noun: str, found: list[str]) -> None:
    said = list(cited(parsed(CITING.format(noun=noun))))
    assert [c.text for s in said for c in s.content] == found
    assert [s.source.text for s in said if s.source] == ["an envoy"] * len(found)


@pytest.mark.parametrize(
    ("noun", "source", "content"),
    [("memo", "an memo", "talks failed"), ("drought", "Acme", "an drought")],
)
def test_a_document_that_is_cited_says_what_the_paper_tells(
    noun: str, source: str, content: str
) -> None:
    doc = parsed(CITING.format(noun=noun))
    said = Statement("", span_of(doc, 0, 1), span_of(doc, 2, 3), (span_of(doc, 3, 5),))
    found = by_cited(doc, said)
    assert found.source is not None and found.source.text == source
    assert [c.text for c in found.content] == [content]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "Quoting a senior commander, Oslo Radio said the militia had left the valley.",
            [("a senior commander", True), ("Oslo Radio", False)],
        ),
        (
            "The newspaper Kommersant, quoting a source in the ministry, reported that three "
            "officers had been arrested.",
            [("a source in the ministry", True), ("The newspaper Kommersant", False)],
        ),
        (
            "Reuters, which quoted two officials, said the deal was near.",
            [("two officials", True), ("Reuters", False)],
        ),
    ],
)
def test_who_cites_and_who_is_cited_are_told_apart(
    text: str, sources: list[tuple[str, bool]]
) -> None:
    said = extract(Article(id="x", text=text)).statements
    assert [(s.source and s.source.text, s.anonymous) for s in said] == sources


def test_who_quotes_in_an_aside_passes_on_what_is_said_behind_it() -> None:
    doc = parsed("""
        Acme PROPN 7 nsubj Organization
        ·, PUNCT 3 punct
        quoted VERB 1 acl
        by ADP 5 case
        Oakpost PROPN 3 obl:agent Organization
        ·, PUNCT 1 punct
        said VERB 0 root
        talks NOUN 9 nsubj
        failed VERB 7 ccomp
    """)
    said = Statement("", span_of(doc, 4, 5), span_of(doc, 2, 3), (span_of(doc, 7, 8),))
    found = by_cited(doc, said)
    assert found.source == said.source
    assert [c.text for c in found.content] == ["talks failed"]
