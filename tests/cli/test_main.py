"""Tests of the command itself: its help, its exit codes, its messages."""

from __future__ import annotations

from collections.abc import Callable

import click
import pytest
from click.testing import CliRunner, Result

from sayso.cli.main import COMMANDS, main
from sayso.errors import InputError, ModelError, ProjectError, SaysoError, UsageError

Run = Callable[..., Result]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_has_help_for_each_option(run: Run, name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None and command.name == name and command.help
    for option in command.params:
        assert not isinstance(option, click.Option) or option.help, option.name
    assert run(name, "--help").exit_code == 0


def test_the_help_names_every_command_and_exit_code(run: Run) -> None:
    told = " ".join(run("--help").stdout.split())
    assert all(name in told for name in COMMANDS)
    assert all(f"{code} " in told for code in (0, 1, 2, 3, 130))


def test_a_command_that_is_not_there_is_wrong_use(run: Run) -> None:
    told = run("figurs")
    assert told.exit_code == 2
    assert "No such command 'figurs'. Did you mean 'figures'?" in told.stderr
    assert "Did you mean" not in run("xyzzy").stderr


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        (InputError("no file x", "look for it"), 2, "error E-INPUT: no file x\n  look for it"),
        (UsageError("x is no day"), 2, "error E-USAGE: x is no day"),
        (ModelError("no weights"), 1, "error E-MODEL: no weights"),
        (ProjectError("no project"), 1, "error E-PROJECT: no project"),
        (KeyError("x"), 1, "error E-UNEXPECTED: KeyError: 'x'"),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_what_goes_wrong_is_said_on_standard_error_and_sets_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, fault: BaseException, code: int, told: str
) -> None:
    @click.command()
    def failing() -> None:
        raise fault

    monkeypatch.setattr(main, "get_command", lambda ctx, name: failing)
    result = CliRunner().invoke(main, ["failing"])
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(told)


def test_every_error_has_its_own_code() -> None:
    kinds = [SaysoError, *SaysoError.__subclasses__()]
    assert len({kind.code for kind in kinds}) == len(kinds)
