"""sayso serve: the address with its token, and what is refused."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from click.testing import CliRunner

from sayso.cli.main import main
from sayso.store.project import create_project


def test_other_machines_are_let_in_only_when_told_in_so_many_words(tmp_path: Path) -> None:
    create_project(tmp_path / "p").close()
    told = CliRunner().invoke(main, ["serve", str(tmp_path / "p"), "--address", "0.0.0.0"])
    assert told.exit_code == 2
    assert "--open-to-others" in told.output


def test_a_folder_that_is_no_project_is_said_so(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["serve", str(tmp_path), "--no-browser"])
    assert told.exit_code != 0
    assert "no project" in told.output
    told = CliRunner().invoke(main, ["serve", "-p", str(tmp_path), "--no-browser"])
    assert f"{tmp_path} is no project" in told.output


def test_the_printed_address_opens_the_pages_once(tmp_path: Path) -> None:
    create_project(tmp_path / "p").close()
    command = [sys.executable, "-c", "from sayso.cli.main import main; main()", "serve"]
    started = subprocess.Popen(
        [*command, str(tmp_path / "p"), "--no-browser"], stderr=subprocess.PIPE, text=True
    )
    try:
        assert started.stderr is not None
        address = started.stderr.readline().split()[-1]
        visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        assert "Nothing is in the project yet" in _read(visitor, address)
        assert _status(urllib.request.build_opener(), address) == 401
    finally:
        started.terminate()
        started.wait(10)
        if started.stderr is not None:
            started.stderr.close()


def _read(visitor: urllib.request.OpenerDirector, address: str) -> str:
    """Ask until the server answers, for ten seconds at the most."""
    for _ in range(100):
        try:
            with visitor.open(address, timeout=10) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError("the server did not answer")


def _status(visitor: urllib.request.OpenerDirector, address: str) -> int:
    try:
        with visitor.open(address, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code
