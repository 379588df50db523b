"""Accounts of one proposal, and of another, as hand-made reports."""

from __future__ import annotations

from sayso.evaluate.marked import read_marked
from sayso.record.reading import Article, Reading


def report(id: str, published: str, text: str, **proposal: object) -> Reading:
    article = Article(id, text, published=published, language="en")
    return read_marked(article, {"proposals": [{"id": "p1", **proposal}]})


OFFER = report(
    "one", "2024-03-01",
    "Talvia offered Mirania a 60-day truce. Talvia would free 20 captives. Mirania studied it.",
    name="a 60-day truce", by=["Talvia"], to=["Mirania"], state="offered",
    terms=[{"what": "free 20 captives", "party": "Talvia##2", "amount": "20 captives"}],
    stances=[{"party": "Mirania##2", "stance": "undecided"}],
)  # fmt: skip
ANSWER = report(
    "two", "2024-03-03",
    "Mirania accepted the truce. Talvia will free 30 captives and open the bridge.",
    name="the truce", by=["Talvia"], to=["Mirania"], state="accepted",
    terms=[{"what": "free 30 captives", "party": "Talvia", "amount": "30 captives"},
           {"what": "open the bridge", "party": "Talvia"}],
    stances=[{"party": "Mirania", "stance": "accepts"}],
)  # fmt: skip
OTHER = report(
    "three", "2024-03-03", "Kessia and Orland signed a trade pact.",
    name="a trade pact", by=["Kessia", "Orland"], state="accepted",
)  # fmt: skip
