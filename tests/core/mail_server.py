"""A mail server that does what a test tells it to."""

from __future__ import annotations

import email
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message


class MailServer(socketserver.ThreadingTCPServer):
    """Takes mail on this machine.

    Attributes:
        taken: What it took, in order.
        asked: Set when a client has got as far as `silent_at`.
        silent_at: Where it says nothing any more: "" never, "greeting" at once, "taken" after it took a mail.
        refusals: How many mails it still refuses for the moment.
    """

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.taken: list[Message] = []
        self.asked = threading.Event()
        self.silent_at = ""
        self.refusals = 0

    @property
    def url(self) -> str:
        """What EMAIL_URL is for this server."""
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    def is_silent(self, at: str) -> bool:
        """Whether it says nothing any more from here on; says that somebody is waiting."""
        if self.silent_at == at:
            self.asked.set()
        return self.silent_at == at


class Talk(socketserver.StreamRequestHandler):
    """One client."""

    server: MailServer

    def handle(self) -> None:
        """Answer each line until the client goes."""
        if self.server.is_silent("greeting"):
            self.rfile.read()
            return
        self._say("220 hello")
        while line := self.rfile.readline().decode().strip():
            verb = line.split(maxsplit=1)[0].upper()
            if verb == "DATA":
                if not self._take():
                    return
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _take(self) -> bool:
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        if self.server.refusals:
            self.server.refusals -= 1
            self._say("451 not now")
            return True
        self.server.taken.append(email.message_from_bytes(b"".join(lines)))
        if self.server.is_silent("taken"):
            self.rfile.read()
            return False
        self._say("250 taken")
        return True

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A running mail server."""
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()
