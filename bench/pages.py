"""Queries and median time of the pages; writes docs/benchmarks/pages.md and .json.

`python3 dev.py bench pages [--rounds N]` loads the demo stories into a data folder of its own and asks for
each page within the process, without a network. “Uncached” has nothing kept of the page, “cached” is the
second visit. Beside them stands a plain Wagtail page type, bench/plain: a title and one rich text.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import django

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "docs" / "benchmarks"
PLAIN = "plain Wagtail page"
PARAGRAPHS = 10
PAGES = {
    "home": "/nl/",
    "story index": "/nl/voorbeelden/",
    "story": "/nl/voorbeelden/leeuwarden-maatwerkpot/",
    "rule": "/nl/regels/urgentiecriteria/",
}


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(prog="dev.py bench pages", description=__doc__)
    parser.add_argument("--rounds", type=int, default=30, help="visits of each page (30)")
    rounds = parser.parse_args().rounds
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.plain.settings"
    django.setup()
    prepare()
    rows = [measured(name, visit, rounds) for name, visit in visits().items()]
    plain = next(row for row in rows if row["page"] == PLAIN)
    for row in rows:
        row["ratio"] = round(row["uncached_ms"] / plain["uncached_ms"], 2)
    keep(rows, rounds)


def prepare() -> None:
    """Fill the data folder with the demo stories, unless it is full."""
    from django.core.management import call_command  # noqa: PLC0415 (wants the settings)
    from django.db import connection  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM examples_examplepage")
        filled = cursor.fetchone()[0]
    if not filled:
        print("Loading the demo stories.")
        call_command("prepare", verbosity=0)


def visits() -> dict[str, Callable[[], Any]]:
    """How to visit each page, by its name."""
    from django.test import Client  # noqa: PLC0415 (wants the settings)

    client = Client(headers={"host": "127.0.0.1"})
    urls = {PLAIN: plain_page(), **PAGES}
    return {name: partial(client.get, url) for name, url in urls.items()}


def plain_page() -> str:
    """Address of the plain page; made when it is not there."""
    from wagtail.models import Page  # noqa: PLC0415 (wants the settings)

    from bench.plain.models import PlainPage  # noqa: PLC0415

    page = PlainPage.objects.first()
    if page is None:
        home = Page.objects.get(depth=2, locale__language_code="nl")
        text = f'<p>Een alinea met <a linktype="page" id="{home.pk}">een verwijzing</a>.</p>'
        page = home.add_child(instance=PlainPage(title="Plain", slug="plain", body=text * PARAGRAPHS))
    return str(page.get_url())


def measured(name: str, visit: Callable[[], Any], rounds: int) -> dict[str, Any]:
    """Queries and median milliseconds of a page, first with nothing kept of it, then as a second visitor."""
    visit()
    row: dict[str, Any] = {"page": name}
    for state, before in (("uncached", forget_pages), ("cached", lambda: None)):
        before()
        visit()
        times, queries = [], 0
        for _ in range(rounds):
            before()
            queries = queries_of(visit)
            before()
            times.append(seconds_of(visit))
        row |= {f"{state}_queries": queries, f"{state}_ms": round(statistics.median(times) * 1000, 2)}
    return row


def queries_of(visit: Callable[[], Any]) -> int:
    """Number of queries of one visit."""
    from django.db import connection, reset_queries  # noqa: PLC0415 (wants the settings)

    connection.force_debug_cursor = True
    reset_queries()
    visit()
    connection.force_debug_cursor = False
    return len(connection.queries_log)


def seconds_of(visit: Callable[[], Any]) -> float:
    """Seconds of one visit, without counting queries."""
    start = time.perf_counter()
    visit()
    return time.perf_counter() - start


def forget_pages() -> None:
    """Empty the store of kept pages, where there is one."""
    from django.conf import settings  # noqa: PLC0415 (wants the settings)
    from django.core.cache import caches  # noqa: PLC0415

    if "pages" in settings.CACHES:
        caches["pages"].clear()


def keep(rows: list[dict[str, Any]], rounds: int) -> None:
    """Print the table and keep it with its date and machine."""
    about = {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "database": "SQLite",
        "rounds": rounds,
    }
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept = json.dumps({**about, "pages": rows}, indent=2)
    (RESULTS / "pages.json").write_text(kept + "\n", encoding="utf-8")
    text = table(rows, about)
    (RESULTS / "pages.md").write_text(text, encoding="utf-8")
    print(text)


def table(rows: list[dict[str, Any]], about: dict[str, Any]) -> str:
    """The results as a page of Markdown."""
    lines = [
        "# Pages: queries and time",
        "",
        f"{about['date']}, {about['machine']}, Python {about['python']}, {about['database']}; the demo",
        f"stories; median of {about['rounds']} visits. Made by `python3 dev.py bench pages`.",
        "",
        "| Page | queries uncached | ms uncached | of the plain page | queries cached | ms cached |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    lines += [
        f"| {row['page']} | {row['uncached_queries']} | {row['uncached_ms']} | {row['ratio']} × "
        f"| {row['cached_queries']} | {row['cached_ms']} |"
        for row in rows
    ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
