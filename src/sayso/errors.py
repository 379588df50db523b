"""The errors that sayso raises: files, settings and misuse. Prose never raises.

SaysoError
├── InputError      a file that cannot be read, or is not of the named format
├── ModelError      the trained weights are missing or damaged
├── ProjectError    a folder that is no project, a newer schema, a locked or read-only store
└── UsageError      a setting or an argument that cannot be used
"""

from __future__ import annotations


class SaysoError(Exception):
    """Any error of ours: what failed, the value, where, and what to do next.

    ``code`` is stable and short ("E-INPUT"); ``advice`` says what to do.
    """

    code = "E-SAYSO"

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(f"{what}\n  {advice}" if advice else what)
        self.what = what
        self.advice = advice


class InputError(SaysoError):
    """A file that cannot be read or is not of the format that was named."""

    code = "E-INPUT"


class ModelError(SaysoError):
    """The trained weights are missing or damaged."""

    code = "E-MODEL"


class ProjectError(SaysoError):
    """A folder that is no project, or a project that cannot be used as it is."""

    code = "E-PROJECT"


class UsageError(SaysoError):
    """A setting or an argument that cannot be used."""

    code = "E-USAGE"
