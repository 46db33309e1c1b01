"""The process in which a PDF is read: PDF in, PDF or a reason out, within the limits that it is given."""

from __future__ import annotations

import resource
import sys

from privacy.documents.model import DocumentRefused

REFUSED = 3


def main() -> int:
    """Read the PDF from standard input; 1 when it is refused."""
    pages, entries, seconds, memory = map(int, sys.argv[1:])
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    from privacy.documents.pdf import rebuild  # noqa: PLC0415 (within the limits)

    try:
        result = rebuild(sys.stdin.buffer.read(), pages, entries)
    except DocumentRefused as refused:
        sys.stdout.write(refused.reason.value)
        return REFUSED
    sys.stdout.buffer.write(result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
