"""The command "sayso": the list of its commands, each loaded when it is asked for."""

from __future__ import annotations

import os
from difflib import get_close_matches
from importlib import import_module

import click

from sayso.errors import InputError, SaysoError, UsageError

#: Every command in the order of its help: name, "file:function", and one line of help.
COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("sayso.cli.read:read", "Read reports and show or write their record."),
    "batch": (
        "sayso.cli.batch:batch",
        "Read many reports into a folder of Parquet; it resumes.",
    ),
    "init": ("sayso.cli.init:init", "Make a project."),
    "add": ("sayso.cli.add:add", "Read reports into a project."),
    "status": ("sayso.cli.status:status", "Show what is in a project."),
    "errors": ("sayso.cli.errors:errors", "List what failed and why."),
    "retry": ("sayso.cli.retry:retry", "Try again what failed."),
    "reread": ("sayso.cli.reread:reread", "Read the reports of a project anew."),
    "search": ("sayso.cli.search:search", "Find reports by their words."),
    "show": ("sayso.cli.show:show", "Show a report, or an incident with its accounts."),
    "statements": ("sayso.cli.statements:statements", "List who says what."),
    "events": ("sayso.cli.events:events", "List events with their status."),
    "figures": ("sayso.cli.figures:figures", "List figures by claimant and day."),
    "disputes": ("sayso.cli.disputes:disputes", "List what is disputed."),
    "timeline": ("sayso.cli.timeline:timeline", "List incidents by day."),
    "serve": ("sayso.cli.serve:serve", "Show a project's pages in the browser."),
    "export": ("sayso.cli.export:export", "Write a project in a format of others."),
    "verify": ("sayso.cli.verify:verify", "Check that nothing was changed."),
    "diff": ("sayso.cli.diff:diff", "Show what changed between two runs."),
    "proposals": (
        "sayso.cli.proposals:proposals",
        "Show what is on the table: proposals, their terms, who stands where.",
    ),
    "journeys": (
        "sayso.cli.journeys:journeys",
        "Show the journeys of envoys: where, when, whom they met.",
    ),
    "polls": ("sayso.cli.polls:polls", "Show opinion polls and their shares."),
    "demo": ("sayso.cli.demo:demo", "Read the sample reports that come with sayso."),
    "eval": (
        "sayso.cli.eval:evaluate",
        "Score readings against gold, the parse against its sets.",
    ),
    "doctor": ("sayso.cli.doctor:doctor", "Show whether everything that sayso needs is in place."),
}
OK, UNEXPECTED, WRONG_USE, SOME_FAILED, INTERRUPTED = 0, 1, 2, 3, 130


class Commands(click.Group):
    """A group whose commands are imported by name, so that help alone loads none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        file, _, function = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(file), function)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of the first word; for a wrong one, name those near to it."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=2)
            meant = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
            ctx.fail(f"No such command {args[0]!r}.{meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what goes wrong is said on standard error and sets the exit code."""
        try:
            return super().invoke(ctx)
        except SaysoError as fault:
            say(f"error {fault.code}: {fault}")
            ctx.exit(WRONG_USE if isinstance(fault, (InputError, UsageError)) else UNEXPECTED)
        except (KeyboardInterrupt, click.Abort):
            say("interrupted")
            ctx.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except Exception as fault:
            if "SAYSO_DEBUG" in os.environ:
                raise
            say(f"error E-UNEXPECTED: {type(fault).__name__}: {fault}")
            say("  this is a fault of the program; with SAYSO_DEBUG=1 it tells where")
            ctx.exit(UNEXPECTED)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sayso")
def main() -> None:
    """Read news reports into a record that keeps who says so.

    Exit codes: 0 all went well, 1 something unexpected, 2 wrong use, 3 done but some reports
    could not be read, 4 a project is not as it was written, 130 interrupted.
    """


def say(line: str) -> None:
    """Say something to the person: on standard error, never among the data."""
    click.echo(line, err=True)
