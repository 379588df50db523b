"""Verify: what is not as it was written is found."""

from __future__ import annotations

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from sayso.errors import ProjectError
from sayso.store.project import Decision, Project, open_project
from sayso.store.vault import Vault


def test_a_project_as_it_was_written_has_no_fault(project: Project) -> None:
    assert list(project.verify()) == []


CHANGES = {
    "UPDATE reports SET text = replace(text, '12', '13') WHERE id = 'one'": "hash",
    "UPDATE reports SET title = 'Other' WHERE id = 'one'": "columns of the report",
    "UPDATE readings SET json = replace(json, 'Rafah', 'Rafa') WHERE id = 1": "hash",
    "UPDATE figures SET low = 13": "rows of figures",
    "UPDATE events SET status = 'possible'": "rows of events",
    "DELETE FROM statements": "rows of statements",
    "UPDATE decisions SET new = 'planned' WHERE id = 1": "decision",
    "DELETE FROM decisions WHERE id = 1": "decision",
    "DELETE FROM readings": "no reading",
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_row_is_found(project: Project, change: str) -> None:
    for new in ("possible", "negated"):
        project.decide(Decision("", "Ada", "one/e1", "status", "happened", new, "why"))
    project.connection.execute(change)
    faults = [f"{fault.where} {fault.what}" for fault in project.verify()]
    assert any(CHANGES[change] in fault for fault in faults), faults


def test_a_flipped_byte_in_an_original_is_found(project: Project) -> None:
    path = next(iter(sorted(project.vault.folder.glob("??/*.zst"))))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert len(list(project.verify())) == 1


def test_a_missing_original_is_found(project: Project) -> None:
    next(iter(project.vault.folder.glob("??/*.zst"))).unlink()
    assert "cannot be read" in next(iter(project.verify())).what


def test_a_flipped_byte_in_any_text_of_the_store_is_found(project: Project, tmp_path: Path) -> None:
    """Every byte of a report's text and of its reading, as they lie in the file."""
    project.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    project.close()
    store = (project.folder / "store.sqlite").read_bytes()
    draw = random.Random(7)
    words = [b"Shells fired by", b"More than 27,000 Palestinians", b'"measure":"killed"']
    for word in words:
        at = store.index(word) + draw.randrange(len(word))
        copy = tmp_path / f"copy-{at}"
        shutil.copytree(project.folder, copy)
        changed = bytearray(store)
        changed[at] ^= 1 << draw.randrange(7)
        (copy / "store.sqlite").write_bytes(changed)
        with open_project(copy) as damaged:
            assert list(damaged.verify()), at


def test_a_store_that_is_cut_short_is_no_crash(project: Project) -> None:
    project.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    project.close()
    store = project.folder / "store.sqlite"
    store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])
    try:
        with open_project(project.folder) as damaged:
            assert list(damaged.verify())
    except (ProjectError, sqlite3.DatabaseError) as failure:
        assert "damaged" in str(failure)


def test_the_vault_refuses_a_name_that_is_no_hash(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="no SHA-256"):
        Vault(tmp_path).read("../../etc/passwd")
