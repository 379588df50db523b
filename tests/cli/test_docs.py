"""Tests that what can be used is found in the documents."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

import sayso
from sayso.cli.main import COMMANDS, main
from sayso.read.formats import FORMATS
from sayso.read.problems import FAILURES, NOTES

ROOT = Path(__file__).parents[2]
DOCUMENTS = "\n".join(
    path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *ROOT.glob("docs/*.md")]
)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_documents(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert f"sayso {name}" in DOCUMENTS
    for option in command.params:
        if isinstance(option, click.Option):
            assert max(option.opts, key=len) in DOCUMENTS, option.name


def test_every_format_ending_problem_and_public_name_is_in_the_documents() -> None:
    for one in FORMATS:
        assert f"| {one.name} |" in DOCUMENTS
        assert all(ending in DOCUMENTS for ending in one.endings)
    for code in {**FAILURES, **NOTES}:
        assert code in DOCUMENTS, code
    for name in sayso.__all__:
        assert name in DOCUMENTS, name


def test_every_link_in_the_documents_leads_to_a_file() -> None:
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/*.md")]:
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")):
            assert "://" in link or (path.parent / link).exists(), f"{path.name}: {link}"
