"""How fast stories are found: both engines, the service and the page on them, and PostgreSQL as the peer.

`python3 dev.py bench search [--sizes 1000,10000] [--questions N] [--peer-up-to N] [--out FOLDER]`. The same
generated stories and questions for all, in one run; results as JSON, table and plot. Sizes that are not
measured now stay in the report as they were.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from pathlib import Path

import django

from scripts.dev.project import find_project
from scripts.dev.setup import set_up_site

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(prog="dev.py bench search")
    parser.add_argument("--sizes", default="1000,10000", help="numbers of stories, by commas")
    parser.add_argument("--questions", type=int, default=150, help="questions a measurement")
    parser.add_argument("--peer-up-to", type=int, default=100_000, help="most stories that PostgreSQL gets")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "benchmarks")
    chosen = parser.parse_args()
    # The servers that it started end with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # In processes of its own: this one would not see the translations of addresses that it makes.
    set_up_site(find_project(), demo=False)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    # What follows needs the settings.
    from bench.searching.report import keep  # noqa: PLC0415
    from bench.searching.run import measure_size  # noqa: PLC0415

    for size in (int(part) for part in chosen.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
            Path(folder).chmod(0o755)  # PostgreSQL runs as another user
            for result in measure_size(size, chosen.questions, Path(folder), peer=size <= chosen.peer_up_to):
                keep(result, chosen.out)


if __name__ == "__main__":
    main()
