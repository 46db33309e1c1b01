#!/usr/bin/env python3
"""Sets up, runs and tests Mooi Maatwerk. Needs Python 3.11 and nothing else: `python3 dev.py --help`."""

import sys

# This file alone must be readable to any Python, so that it can say which one is needed.
if sys.version_info < (3, 11):  # noqa: UP036 - see above
    found = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit(
        "error: this is Python " + found + ", and Mooi Maatwerk needs 3.11 or newer.\n"
        "  Try `python3.11 dev.py ...`, or install it: apt install python3"
    )

from scripts.dev.verbs import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
