"""A paragraph that is nothing but a quote goes on what was said before it."""

import pytest
from spacy.tokens import Doc

from sayso.find.statements.continued import continued
from sayso.parse.tokens import blank
from sayso.record.findings import Statement
from sayso.record.span import Span


def found(text: str, *parts: str) -> list[str]:
    doc = Doc(blank().vocab, words=[text], spaces=[False])

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words), words)

    said = Statement("", span("she"), span("said"), tuple(map(span, parts)))
    (whole,) = continued(doc, [said])
    return [c.text for c in whole.content]


@pytest.mark.parametrize("end", ["dark.”", "dark."])
def test_a_quoted_paragraph_behind_a_quote_is_said_too(end: str) -> None:
    text = f"“We ran,” she said. “It was {end}\n\n“I will not go back. Never.”\n\nIt rained."
    parts = ("We ran", "It was dark")
    assert found(text, *parts) == [*parts, "I will not go back. Never"]


@pytest.mark.parametrize(
    "text",
    [
        "“It was dark,” she said.\n\n“I will not go back.”",
        "She said: “It was dark.”\n\n“I will not go back,” he said.",
        "“It was dark,” she said. She left.\n\n“I will not go back.”",
    ],
)
def test_behind_the_words_of_the_report_it_is_not(text: str) -> None:
    text = text.replace("She said", "There she said")
    assert found(text, "It was dark") == ["It was dark"]
