"""Who may come in, what may be changed, and the headers on every answer."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.errors import UsageError
from sayso.web.app import PAGES
from sayso.web.guard import Gate
from sayso.web.serving import listen

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Client

ACCEPT = {"action": "skip", "about": "syria-1974-05-03-meridian/f1", "kind": "figures"}


def test_without_the_token_nothing_is_shown(
    sample_folder: Path, stranger: Callable[[Path], Client]
) -> None:
    client = stranger(sample_folder)
    for address in ("/", "/report.json?id=syria-1974-05-03-meridian", "/original?id=x", "/nothing"):
        answer = client.get(address)
        assert answer.status_code == 401
        assert "syria" not in answer.text.lower()
    assert client.get("/?token=wrong").status_code == 401


def test_a_token_lets_one_browser_in_and_is_then_worth_nothing(sample_folder: Path) -> None:
    told: list[str] = []
    gate = Gate(["127.0.0.1:8000"], told=told.append)
    first = gate.token
    visit = gate.admits(first)
    assert visit is not None and gate.knows(visit)
    assert gate.admits(first) is None
    assert told == [gate.token] and gate.token != first
    assert not gate.knows("") and not gate.knows("x")


def test_the_token_leaves_the_address_and_the_cookie_is_kept_from_scripts(
    sample_folder: Path, stranger: Callable[[Path], Client], gate: Gate
) -> None:
    answer = stranger(sample_folder).get(f"/map?place=BIH&token={gate.token}")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/map?place=BIH"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("host", ["example.org", "example.org:8000", "127.0.0.1", "127.0.0.1:8001"])
def test_another_host_is_not_served(client: Client, host: str) -> None:
    assert client.get("/", host=host).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://example.org"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "http://127.0.0.1:8001"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
    ],
)
def test_a_change_from_elsewhere_is_refused(client: Client, headers: dict[str, str]) -> None:
    assert client.post("/review", ACCEPT, **headers).status_code == 403


def test_a_change_from_our_own_page_is_taken_and_one_without_a_cookie_is_not(
    client: Client, sample_folder: Path, stranger: Callable[[Path], Client]
) -> None:
    assert client.post("/review", ACCEPT).status_code == 303
    assert stranger(sample_folder).post("/review", ACCEPT).status_code == 401


def test_a_change_that_is_too_large_is_refused(client: Client) -> None:
    assert client.post("/review", ACCEPT | {"why": "x" * 70_000}).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    assert client.ask(method, "/", headers={}).status_code == 405


def test_every_answer_has_the_headers_that_keep_scripts_out(client: Client) -> None:
    for address in ("/", "/map", "/home.json", "/static/sayso.css", "/nothing", "/report?id=x"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self'" in policy
        assert "unsafe" not in policy and "http" not in policy and "data:" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"


def test_files_outside_the_static_folder_are_not_served(client: Client) -> None:
    for path in ("../app.py", "..%2fapp.py", "%2e%2e/app.py", "built/../../app.py", "/etc/passwd"):
        answer = client.get(f"/static/{path}")
        assert answer.status_code in (401, 404), path
        assert "import" not in answer.text


def test_only_the_loopback_address_is_listened_on_unless_told_in_so_many_words() -> None:
    with pytest.raises(UsageError, match="would let other machines in"):
        listen("0.0.0.0", 0)
    with pytest.raises(UsageError, match="no IP address"):
        listen("example.org", 0)
    made = listen("localhost", 0)
    try:
        assert made.hosts[0].startswith("127.0.0.1:") and len(made.hosts) == 2
    finally:
        made.socket.close()
    opened = listen("0.0.0.0", 0, open_to_others=True)
    opened.socket.close()


def test_a_port_that_is_taken_is_said_so() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="--port"):
            listen("127.0.0.1", taken.getsockname()[1])


def test_the_server_opens_no_connection_of_its_own(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: opened.append(address))
    for name in PAGES:
        client.get(f"/{name}")
    assert opened == []
