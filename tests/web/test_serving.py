"""The socket that the pages are served on."""

import socket

from sayso.web.serving import listen


def test_a_browser_that_comes_before_the_server_runs_waits_and_is_not_refused() -> None:
    listening = listen("127.0.0.1", 0)
    try:
        with socket.create_connection(listening.socket.getsockname(), timeout=5):
            pass
    finally:
        listening.socket.close()
