"""The weights of the package: checked at load, and refused with a clear error when damaged."""

import shutil
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.parse.model import FILES, FOLDER, model

MEGABYTE = 1_000_000


def copy(folder: Path) -> Path:
    target = folder / "weights"
    shutil.copytree(FOLDER, target)
    return target


def test_every_file_is_there_and_none_is_over_30_megabytes() -> None:
    assert all((FOLDER / name).stat().st_size < 30 * MEGABYTE for name in FILES)


@pytest.mark.parametrize("name", FILES)
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
