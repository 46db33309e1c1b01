"""Which port the site gets. It is held from the first moment, so that nothing starts and then loses it."""

from __future__ import annotations

import errno
import socket

from scripts.dev.errors import DevError

HOST = "127.0.0.1"
FIRST_PORT = 8000
LAST_PORT = 8099
LAST_POSSIBLE = 65535
SILENT_SECONDS = 120


def hold_port(wanted: int | None) -> socket.socket:
    """Take the port that was asked for, or the first free one from 8000 to 8099.

    The socket listens already: of two that start at the same moment only one can have the port. Who
    connects before the site is up waits for it.

    Args:
        wanted: The port asked for, or None.

    Returns:
        A listening socket, which the server inherits.

    Raises:
        DevError: The port is taken, not allowed or not a port, with exit code 2.
    """
    if wanted is not None:
        return _hold_this(wanted)
    for port in range(FIRST_PORT, LAST_PORT + 1):
        try:
            return _listen(port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise DevError(
        f"all ports from {FIRST_PORT} to {LAST_PORT} are taken.",
        "Choose another: python3 dev.py run --port 9000",
        code=2,
    )


def port_of(held: socket.socket) -> int:
    """The number of a port that is held."""
    number: int = held.getsockname()[1]
    return number


def _hold_this(port: int) -> socket.socket:
    if not 0 < port <= LAST_POSSIBLE:
        raise DevError(f"{port} is not a port.", f"Choose one from 1 to {LAST_POSSIBLE}.", code=2)
    try:
        return _listen(port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"port {port} is taken: another program listens on {HOST}:{port}."
            advice = (
                "Stop that program, choose another port (--port N),\n"
                "or leave --port out: then the first free port from 8000 is taken."
            )
            raise DevError(message, advice, code=2) from error
        if error.errno == errno.EACCES:
            message = f"port {port} is not allowed to you: ports below 1024 are the administrator's."
            raise DevError(message, "Choose a higher one, such as --port 8000.", code=2) from error
        raise


def _listen(port: int) -> socket.socket:
    held = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # As servers do: connections of an earlier run that linger are no reason to refuse.
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # A browser opens connections ahead and leaves some silent: each would keep a worker waiting for a
        # request until it is killed. Linux hands over a connection when its request is there.
        if hasattr(socket, "TCP_DEFER_ACCEPT"):
            held.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, SILENT_SECONDS)
        held.bind((HOST, port))
        held.listen(128)
    except OSError:
        held.close()
        raise
    return held
