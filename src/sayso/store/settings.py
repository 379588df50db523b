"""A project's folder and its project.toml: where things lie, and that they lie inside."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import ProjectError

SETTINGS, STORE, RAW = "project.toml", "store.sqlite", "raw"
_NO_PROJECT = "Make a project with `sayso init FOLDER`, or choose the folder of one."


@dataclass(frozen=True, slots=True)
class Settings:
    """What project.toml says: the project's name, and the user's tables of places and parties."""

    name: str
    created: str
    places: str | None = None
    parties: str | None = None


def write_settings(folder: Path, settings: Settings) -> None:
    """Write a new project.toml into the folder."""
    name, created = json.dumps(settings.name, ensure_ascii=False), json.dumps(settings.created)
    lines = [
        "# A project of sayso: reports, what was read in them, and the original bytes.",
        f"name = {name}",
        f"created = {created}",
        "# Your own tables, by their names in this folder (docs/places.md, docs/parties.md):",
        '# places = "places.csv"',
        '# parties = "parties.csv"',
    ]
    (folder / SETTINGS).write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_settings(folder: Path) -> Settings:
    """Return what the folder's project.toml says.

    Raises ProjectError where the folder is no project, where the file cannot be read, or where
    it, the store or the originals point outside the folder.
    """
    path = folder / SETTINGS
    if not path.is_file():
        raise ProjectError(f"{folder} is no project: it has no {SETTINGS}", _NO_PROJECT)
    for name in (SETTINGS, STORE, RAW):
        inside(folder, name)
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as failure:
        raise ProjectError(f"{path} cannot be read: {failure}", "Mend the file.") from failure
    values: dict[str, str] = {}
    for key in ("name", "created", "places", "parties"):
        value = told.get(key)
        if value is not None and not isinstance(value, str):
            raise ProjectError(f"{path}: {key} must be words between quotes", "Mend the file.")
        if value is not None:
            values[key] = value
    for key in ("places", "parties"):
        if key in values:
            inside(folder, values[key])
    return Settings(
        values.get("name", folder.name), values.get("created", ""),
        values.get("places"), values.get("parties"),
    )  # fmt: skip


def inside(folder: Path, name: str) -> Path:
    """Return the path of ``name`` in the folder. Raises ProjectError where it leads outside."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ProjectError(f"{path} leads outside the project", "Keep what it names in the folder.")
    return path
