"""Tests of the names that sayso hands on, and of what importing it does not do."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import sayso


def alone(code: str) -> str:
    """Run code in a fresh Python and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_every_public_name_is_there_and_has_a_home() -> None:
    assert sorted(sayso.__all__) == sayso.__all__
    assert set(sayso.__all__) == {*sayso.HOMES, "__version__"}
    for name in sayso.__all__:
        assert getattr(sayso, name).__doc__
    assert dir(sayso) == sayso.__all__
    assert sayso.__version__ == version("sayso")


def test_a_name_that_is_not_there_is_answered_with_those_that_are() -> None:
    assert not hasattr(sayso, "parse_text")
    try:
        sayso.parse_text  # noqa: B018
    except AttributeError as fault:
        assert "extract" in str(fault)


def test_the_import_loads_nothing_heavy() -> None:
    heavy = ("spacy", "numpy", "onnxruntime", "trafilatura", "click", "rich", "jinja2", "sqlite3")
    code = f"import sys, sayso; print([m for m in {heavy} if m in sys.modules])"
    assert alone(code) == "[]"


def test_names_stay_functions_after_the_rooms_of_the_same_name_are_loaded() -> None:
    code = (
        "import sayso, sayso.read.text, sayso.extract\n"
        "from sayso.read import jsonl\n"
        "print(callable(sayso.read), callable(sayso.extract), jsonl.read_jsonl.__name__)"
    )
    assert alone(code) == "True True read_jsonl"


def test_the_help_of_the_command_line_loads_no_command() -> None:
    code = (
        "import sys\n"
        "from sayso.cli.main import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "print([m for m in ('spacy', 'rich', 'sayso.cli.read') if m in sys.modules])"
    )
    assert alone(code).endswith("[]")
