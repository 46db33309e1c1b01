"""What can go wrong in ordinary life, said in plain words, and how to tell it from a tool's output."""

from __future__ import annotations

import errno
import re
from collections.abc import Sequence

NETWORK_SIGNS = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT"
    r"|network request to|Temporary failure in name resolution|Name or service not known"
    r"|Failed to establish a new connection|NewConnectionError|ConnectTimeout|ReadTimeout|Read timed out"
    r"|Max retries exceeded|Connection refused|Connection reset|Network is unreachable|ProxyError"
    r"|Retrying \(Retry\(|dns error|error sending request|CERTIFICATE_VERIFY_FAILED"
    r"|SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF|UNABLE_TO_GET_ISSUER|Failed to fetch",
)
DISK_SIGNS = re.compile(r"No space left on device|ENOSPC|Disk quota exceeded|EDQUOT|database or disk is full")
SHOWN_LINES = 25


class DevError(Exception):
    """Something that the person at the keyboard can put right.

    Attributes:
        hint: What to do about it, one or more lines; may be empty.
        code: The exit code that dev.py ends with.
    """

    def __init__(self, message: str, hint: str = "", code: int = 1) -> None:
        super().__init__(message)
        self.hint = hint
        self.code = code

    def __str__(self) -> str:
        lines = [f"error: {self.args[0]}"]
        lines += [f"  {line}" for line in self.hint.splitlines()]
        return "\n".join(lines)


class StopRequested(BaseException):
    """SIGTERM or SIGHUP arrived; like KeyboardInterrupt no `except Exception` may swallow it."""

    def __init__(self, signal_number: int) -> None:
        super().__init__(signal_number)
        self.signal_number = signal_number


def explain_failure(
    what: str, command: Sequence[str], code: int, output: Sequence[str], *, disk_full: bool = False
) -> DevError:
    """Make an error of a command that failed, naming the network or the disk where these were the cause.

    Args:
        what: What the command was to do, as the end of "could not ...".
        command: The command line.
        code: Its exit code.
        output: Its last lines.
        disk_full: Whether a disk that it writes on is known to be full; not every tool tells.

    Returns:
        The error to raise.
    """
    text = "\n".join(output)
    shown = "\n".join(f"| {line}" for line in output[-SHOWN_LINES:])
    if disk_full or DISK_SIGNS.search(text):
        return DevError(f"could not {what}: the disk is full.", f"{shown}\n{DISK_ADVICE}")
    if NETWORK_SIGNS.search(text):
        return DevError(
            f"could not {what}: a package registry did not answer.",
            f"{shown}\nIs there a network, and does a proxy or a firewall stand between?\n"
            "Run the same command again when there is: it goes on where it was.",
        )
    return DevError(
        f"could not {what} (exit code {code}).",
        f"{shown}\nThe command was: {' '.join(command)}",
    )


DISK_ADVICE = "Make room (`df -h .` tells how much there is) and run the same command again."


def explain_os_error(error: OSError) -> DevError:
    """Say what an error of the operating system means.

    Args:
        error: What was raised.

    Returns:
        The error to show.
    """
    where = f": {error.filename}" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DevError(f"the disk is full{where}.", DISK_ADVICE)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return DevError(
            f"not allowed to write or read here{where} ({error.strerror}).",
            "Check who owns it (`ls -ld`), or choose other folders with DATA_DIR and VENV_DIR.",
        )
    return DevError(f"{error.strerror or error}{where}.")
