"""The weights of the package: checked at load, and refused with a clear error when damaged."""

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import ModelError
from sayso.parse.model import AGAIN, FILES, FOLDER, SECOND, model

MEGABYTE = 1_000_000
ALL = (*FILES, SECOND, AGAIN)


def copy(folder: Path) -> Path:
    target = folder / "weights"
    shutil.copytree(FOLDER, target)
    return target


def with_second(folder: Path, **arrays: list[float]) -> Path:
    """A copy of the weights with a second reading of these arrays, named in the checksums."""
    target = copy(folder)
    values = {k: np.array(v, dtype=np.float16) for k, v in arrays.items()}
    np.savez(target / SECOND, **values)
    sums = json.loads((target / "checksums.json").read_text(encoding="utf-8"))
    sums[SECOND] = hashlib.sha256((target / SECOND).read_bytes()).hexdigest()
    (target / "checksums.json").write_text(json.dumps(sums), encoding="utf-8")
    return target


def test_every_file_is_there_and_none_is_over_30_megabytes() -> None:
    assert all((FOLDER / name).stat().st_size < 30 * MEGABYTE for name in ALL)


@pytest.mark.parametrize("name", ALL)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = copy(tmp_path)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"{name} is missing"):
        model(folder)


def test_one_flipped_bit_is_found(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    raw = bytearray((folder / "heads.npz").read_bytes())
    raw[len(raw) // 2] ^= 1
    (folder / "heads.npz").write_bytes(raw)
    with pytest.raises(ModelError, match=r"heads\.npz is damaged"):
        model(folder)


def test_a_folder_without_checksums_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"checksums\.json"):
        model(tmp_path)


def test_the_model_is_loaded_once() -> None:
    assert model() is model()


def test_the_arrays_of_the_second_reading_are_loaded_where_there_are_any(tmp_path: Path) -> None:
    second = model(with_second(tmp_path, least=[0.5, 0.25])).second
    assert {name: values.tolist() for name, values in second.items()} == {"least": [0.5, 0.25]}
    assert second["least"].dtype == np.float32


@pytest.mark.parametrize("name", [SECOND, AGAIN])
def test_weights_may_be_without_a_second_reading(tmp_path: Path, name: str) -> None:
    folder = with_second(tmp_path, least=[0.5])
    (folder / name).unlink()
    sums = json.loads((folder / "checksums.json").read_text(encoding="utf-8"))
    del sums[name]
    (folder / "checksums.json").write_text(json.dumps(sums), encoding="utf-8")
    assert model(folder).second == {}


def test_a_second_reading_that_is_named_may_not_be_missing(tmp_path: Path) -> None:
    folder = with_second(tmp_path, least=[0.5])
    (folder / SECOND).unlink()
    with pytest.raises(ModelError, match=r"second\.npz is missing"):
        model(folder)


def test_a_damaged_second_reading_is_found(tmp_path: Path) -> None:
    folder = with_second(tmp_path, least=[0.5])
    np.savez(folder / SECOND, least=np.array([0.75], dtype=np.float16))
    with pytest.raises(ModelError, match=r"second\.npz is damaged"):
        model(folder)


def test_the_second_reading_counts_in_the_checksum_of_the_weights(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one = model(with_second(tmp_path / "a", least=[0.5]))
    other = model(with_second(tmp_path / "b", least=[0.75]))
    assert one.checksum != other.checksum
