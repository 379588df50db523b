"""Tests of the engine on Ray: two workers on this machine, one of which is killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest

from sayso.batch import on_ray
from sayso.batch.run import find_source, run_batch
from sayso.batch.shard import Task
from sayso.errors import ModelError, UsageError

Lines = Callable[..., str]
Report = Callable[[int], str]
Tree = Callable[[Path], dict[str, str]]
HAS_RAY = find_spec("ray") is not None
needs_ray = pytest.mark.skipif(not HAS_RAY, reason="Ray is not installed: pip install 'sayso[ray]'")
HARM = {"3": "deadly", "11": "faulty"}
#: Ray itself leaves sockets and files open.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Ray on this machine with two workers, which can load the small extractions."""
    marks = tmp_path_factory.mktemp("marks")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(Path(__file__).parent))
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        patch.setenv("SAYSO_TEST_MARKS", str(marks))
        with on_ray.connected(jobs=2):
            yield marks


@needs_ray
def test_the_same_bytes_come_from_ray_with_a_poison_report_among_them(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report, tree: Tree, cluster: Path
) -> None:
    texts = (f"{report(n % 17)} {HARM.get(str(n), '')}" for n in range(24))
    source = find_source([lines(*texts)], shard_size=5)
    engine = on_ray.run_on_ray
    manifest = run_batch(source, Task(tmp_path / "ray", halls.harmed), jobs=2, engine=engine)
    run_batch(source, Task(tmp_path / "here", halls.harmed), jobs=1)
    assert tree(tmp_path / "ray") == tree(tmp_path / "here")
    assert {a["id"] for a in manifest["set_aside"]} == HARM.keys()  # type: ignore[call-overload, union-attr, index]


@needs_ray
def test_work_whose_worker_is_killed_is_done_again(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report, tree: Tree, cluster: Path
) -> None:
    source = find_source([lines(*map(report, range(24)))], shard_size=5)
    engine = on_ray.run_on_ray
    run_batch(source, Task(tmp_path / "ray", halls.murderous), jobs=2, engine=engine)
    assert (cluster / "murder").exists()
    (tmp_path / "murder").touch()
    run_batch(source, Task(tmp_path / "here", halls.murderous))
    assert tree(tmp_path / "ray") == tree(tmp_path / "here")


@needs_ray
def test_an_error_of_ours_comes_back_from_ray_as_it_is(
    tmp_path: Path, halls: ModuleType, lines: Lines, report: Report, cluster: Path
) -> None:
    task = Task(tmp_path / "out", halls.without_model)
    with pytest.raises(ModelError, match="the weights are gone") as told:
        run_batch(find_source([lines(report(1))]), task, engine=on_ray.run_on_ray)
    assert told.value.advice == "get them"


@needs_ray
def test_ray_tells_nothing_to_anybody(cluster: Path) -> None:
    from ray._common import usage

    assert os.environ["RAY_USAGE_STATS_ENABLED"] == "0"
    assert not usage.usage_lib.usage_stats_enabled()


@pytest.mark.skipif(HAS_RAY, reason="Ray is installed")
def test_without_ray_what_to_do_is_told() -> None:
    with pytest.raises(UsageError, match="Ray is not installed") as told, on_ray.connected():
        pass
    assert "sayso[ray]" in told.value.advice


def test_nothing_of_ray_is_loaded_before_it_is_asked_for() -> None:
    code = "import sys, sayso.batch.on_ray, sayso.cli.batch; print('ray' in sys.modules)"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    told = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert told.stdout == "False\n"
