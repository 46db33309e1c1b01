"""Runs one command, and takes it down with all it started when the process that holds the leash dies.

Usage: leash.py FD COMMAND [ARGUMENT...]. FD is the reading end of a pipe whose writing end only the holder
has: when the holder goes, even by kill -9, the pipe closes. A process group of its own is expected.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

PATIENCE = 5.0


def take_down(lifeline: int, child: subprocess.Popen[bytes], falling: threading.Event) -> None:
    """Wait for the holder's end; then end the whole group, politely first."""
    os.read(lifeline, 1)
    falling.set()
    os.killpg(os.getpgrp(), signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    while child.returncode is None and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(os.getpgrp(), signal.SIGKILL)


def main() -> int:
    """Run the command.

    Returns:
        Its exit code, 128 + N when signal N ended it.
    """
    lifeline = int(sys.argv[1])
    os.set_inheritable(lifeline, False)
    # A handler, not SIG_IGN: the child would inherit that. The group's signals are meant for the child.
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: None)
    try:
        child = subprocess.Popen(sys.argv[2:], close_fds=False)
    except OSError as error:
        print(f"cannot start {sys.argv[2]}: {error.strerror}", flush=True)
        return 127
    falling = threading.Event()
    guard = threading.Thread(target=take_down, args=(lifeline, child, falling), daemon=True)
    guard.start()
    code = child.wait()
    if falling.is_set():
        guard.join()
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main())
