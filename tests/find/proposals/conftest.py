"""The proposals of a frozen parse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.proposals import judged
from sayso.find.proposals.proposals import find_proposals
from sayso.record.findings import Proposal


@pytest.fixture
def found(frozen: Callable[..., Doc]) -> Callable[[str], tuple[Proposal, ...]]:
    """Give the proposals of a parse by its name, read without statements and events."""
    return lambda name: find_proposals(frozen("negotiations", name), (), ())[0]


@pytest.fixture
def read_whatever_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the second reading look at reports of few sentences as well."""
    monkeypatch.setattr(judged, "SHORT", 0)
