"""The proposals of a frozen parse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from sayso.find.proposals.proposals import find_proposals
from sayso.record.findings import Proposal


@pytest.fixture
def found(frozen: Callable[..., Doc]) -> Callable[[str], tuple[Proposal, ...]]:
    """Give the proposals of a parse by its name, read without statements and events."""
    return lambda name: find_proposals(frozen("negotiations", name), (), ())[0]
