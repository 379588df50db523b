"""Who has which part in a proposal that several reports tell."""

from __future__ import annotations

from sayso.evaluate.marked import read_marked
from sayso.link.negotiations import negotiation_of, versions_of
from sayso.record.reading import Article
from sayso.web.parties import sides_of


def test_each_party_has_the_role_that_most_reports_tell_and_a_state_one_name() -> None:
    told = [
        ("Washington offered the Front a truce.", ["Washington"], ["the Front"]),
        ("The United States offered the Front a truce.", ["The United States"], ["the Front"]),
        ("The Front took a truce.", ["The Front"], []),
    ]
    versions = [
        version
        for n, (text, by, to) in enumerate(told)
        for version in versions_of(
            read_marked(
                Article(f"r{n}", text, published=f"2024-03-0{n + 1}"),
                {"proposals": [{"id": "p1", "name": "a truce", "by": by, "to": to}]},
            )
        )
    ]
    sides = sides_of(negotiation_of(versions), {})
    assert sides["by"] == ["United States"]
    assert [name.lower() for name in sides["to"]] == ["the front"]
