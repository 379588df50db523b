"""A project's folder to a running server: its socket, its address with the token, its end."""

from __future__ import annotations

import contextlib
import getpass
import ipaddress
import os
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import uvicorn

from sayso.errors import ProjectError, UsageError
from sayso.store.project import open_project
from sayso.web.app import Site, make_app
from sayso.web.guard import Gate


@dataclass(frozen=True, slots=True)
class Listening:
    """An open socket and the names that browsers call it by."""

    socket: socket.socket
    hosts: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address to open, without the token."""
        return f"http://{self.hosts[0]}/"


def listen(address: str, port: int, *, open_to_others: bool = False) -> Listening:
    """Return a socket that listens on an address; port 0 takes a free one.

    Raises UsageError where the address is not of this machine, is taken, or would let other
    machines in without ``open_to_others``.
    """
    given = "127.0.0.1" if address == "localhost" else address
    try:
        number = ipaddress.ip_address(given)
    except ValueError as wrong:
        raise UsageError(f"{address!r} is no IP address", "Write one, as 127.0.0.1.") from wrong
    if not number.is_loopback and not open_to_others:
        raise UsageError(
            f"{address} would let other machines in",
            "Leave it out, or add --open-to-others if they shall read and change all.",
        )
    family = socket.AF_INET6 if number.version == 6 else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((given, port))
        made.listen()  # a browser that comes before the server takes over waits, and is not refused
    except OSError as wrong:
        made.close()
        advice = "Choose another --port, or leave it out."
        raise UsageError(f"{given}:{port}: {wrong.strerror}", advice) from wrong
    return Listening(made, _hosts(given, made.getsockname()[1], loopback=number.is_loopback))


def _hosts(address: str, port: int, *, loopback: bool) -> tuple[str, ...]:
    own = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
    return (own, f"localhost:{port}") if loopback else (own,)


def run(
    project: str | os.PathLike[str],
    listening: Listening,
    *,
    hosts: Iterable[str] = (),
    reviewer: str | None = None,
    browser: bool = True,
    told: Callable[[str], None] = print,
) -> None:
    """Serve a project until it is stopped; ``told`` is called with what the user must know.

    Raises ProjectError where the folder is no project.
    """
    try:
        with open_project(project) as opened:
            name = opened.settings.name
    except ProjectError:
        listening.socket.close()
        raise
    where = listening.address

    def tell(token: str) -> None:
        told(f"For another browser: {where}?token={token}")

    gate = Gate((*listening.hosts, *hosts), told=tell)
    site = Site(project, reviewer if reviewer is not None else _user())
    first = f"{where}?token={gate.token}"
    told(f"{name} is at {first}")
    told("It opens once, on this machine. Stop with Control-C.")
    if browser:
        threading.Timer(0.8, _open, [first]).start()
    config = uvicorn.Config(
        make_app(site, gate), log_level="warning", access_log=False, server_header=False,
        lifespan="off", ws="none",
    )  # fmt: skip
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening.socket])


def _open(address: str) -> None:
    with contextlib.suppress(webbrowser.Error):
        webbrowser.open(address)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
