"""Processes that are killed, and two at once: nothing is damaged, lost or there twice.

``SAYSO_KILLS=100 python -m pytest tests/store/test_killing.py`` kills a hundred times.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from pathlib import Path

from sayso.store.project import create_project, open_project

KILLS = int(os.environ.get("SAYSO_KILLS", "20"))
ADDER = Path(__file__).parent / "adder.py"
REPORTS = 4000


def start(folder: Path, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(ADDER), str(folder), str(first), str(last)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def test_a_killed_run_loses_nothing_that_it_reported(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    create_project(folder).close()
    draw, told = random.Random(3), set[str]()
    for _ in range(KILLS):
        child = start(folder, 0, REPORTS)
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        timer = threading.Timer(draw.uniform(0, 0.15), child.kill)
        timer.start()
        for line in child.stdout:
            if line.endswith("\n"):
                outcome, report = line.split()
                assert outcome == "known" or report not in told
                told.add(report)
        child.wait()
        timer.cancel()
        child.stdout.close()
        with open_project(folder) as project:
            stored = [row.report for row in project.reports()]
            assert len(stored) == len(set(stored))
            assert told <= set(stored)
            assert len(set(stored) - told) <= 1  # the one in hand, committed but not yet told
            told |= set(stored)
    with open_project(folder) as project:
        assert list(project.verify()) == []
        assert project.status().counts["events"] == len(told)
    assert len(told) > KILLS // 2


def test_two_processes_that_add_at_once_both_come_to_their_end(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    create_project(folder).close()
    children = [start(folder, 0, 120), start(folder, 60, 180)]
    outputs = [child.communicate(timeout=120)[0] for child in children]
    assert [child.returncode for child in children] == [0, 0]
    added = [line for out in outputs for line in out.splitlines() if line.startswith("added")]
    assert len(added) == len(set(added)) == 180
    with open_project(folder) as project:
        assert project.status().counts["reports"] == 180
        assert list(project.verify()) == []
