"""What dev.py prints: numbered steps with their time, and a moving sign of life during long ones."""

from __future__ import annotations

import re
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
PLAIN_FRAMES = "|/-\\"
PLAIN_INTERVAL = 20.0
CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|[\x00-\x1f]")
CLEAR = "\r\x1b[K"

_write_lock = threading.Lock()


def say(text: str = "") -> None:
    """Print one whole line, from any thread; a reader that went away is no reason to fall over."""
    _write(text + "\n")


def _write(text: str) -> None:
    encoding = sys.stdout.encoding or "ascii"
    safe = text.encode(encoding, errors="replace").decode(encoding)
    with _write_lock:
        try:
            sys.stdout.write(safe)
            sys.stdout.flush()
        except BrokenPipeError:
            pass


def complain(text: object) -> None:
    """Print to standard error."""
    sys.stdout.flush()
    print(text, file=sys.stderr, flush=True)


def is_terminal() -> bool:
    """Whether a person looks on: standard output is a terminal that can redraw a line."""
    return sys.stdout.isatty()


def format_seconds(seconds: float) -> str:
    """A duration for people: 0.12 s, 4.3 s, 2 min 05 s."""
    if seconds < 1:
        return f"{seconds:.2f} s"
    if seconds < 60:  # noqa: PLR2004 - a minute
        return f"{seconds:.1f} s"
    return f"{int(seconds // 60)} min {int(seconds % 60):02d} s"


class Step:
    """One step that is being done.

    Attributes:
        label: What it is.
        outcome: The word or two behind it when it is done; the step itself may change it.
    """

    def __init__(self, label: str) -> None:
        self.label = label
        self.outcome = "done"
        self._detail = ""
        self._started = time.monotonic()
        self._over = threading.Event()

    @property
    def seconds(self) -> float:
        """How long it has taken until now."""
        return time.monotonic() - self._started

    def hear(self, line: str) -> None:
        """Take a line that a tool printed as what the step is doing now."""
        text = CONTROLS.sub("", line.rpartition("\r")[2]).strip()
        if text:
            self._detail = text

    def tick(self) -> None:
        """Show that it moves, until the step is over."""
        if is_terminal():
            self._spin()
        else:
            while not self._over.wait(PLAIN_INTERVAL):
                say(f"{self.label}: busy, {format_seconds(self.seconds)}")

    def _spin(self) -> None:
        unicode_terminal = (sys.stdout.encoding or "").lower().startswith("utf")
        frames = FRAMES if unicode_terminal else PLAIN_FRAMES
        count = 0
        while not self._over.wait(0.1):
            head = f"{self.label}  {frames[count % len(frames)]} {self.seconds:.0f} s  "
            room = shutil.get_terminal_size().columns - len(head) - 1
            _write(CLEAR + head + self._detail[: max(room, 0)])
            count += 1

    def end(self) -> None:
        """Stop moving."""
        self._over.set()


@contextmanager
def step(label: str, width: int = 34) -> Iterator[Step]:
    """Print a line for a step with its outcome and its time, once it ends.

    Args:
        label: What the step is.
        width: Of the label, so that steps line up.

    Yields:
        The step.
    """
    current = Step(label)
    ticker = threading.Thread(target=current.tick, daemon=True)
    ticker.start()
    try:
        yield current
    except BaseException:
        current.outcome = "stopped"
        raise
    finally:
        current.end()
        ticker.join()
        start = CLEAR if is_terminal() else ""
        _write(f"{start}{label:<{width}} {current.outcome:<14} {format_seconds(current.seconds):>9}\n")
