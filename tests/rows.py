"""The rows of a loaded site: read once, put into the database of each test that wants them.

Loading the content takes half a minute; putting its rows back takes a tenth of a second. The rows go in
inside the test's own transaction, so tests stay independent of each other and of their order.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from wagtail.models import Site

from tests.made_once import kept, sources

STORIES = sorted((Path(__file__).parents[1] / "examples" / "fixtures" / "stories").glob("*.yaml"))
Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


def load_tree() -> None:
    """Vocabularies and pages, without a story."""
    call_command("load_vocabularies", verbosity=0)
    call_command("load_pages", verbosity=0)


def load_site() -> None:
    """All that a visitor finds: the tree and the 26 stories in both languages, published."""
    put_rows(rows_after(load_tree))
    call_command("import_examples", *STORIES, publish=True, verbosity=0)


def rows_after(load: Callable[[], None]) -> Rows:
    """The rows of all tables after loading, kept for the next run of tests of the same code and content."""

    def make(file: Path) -> None:
        file.write_bytes(pickle.dumps(_loaded(load)))

    # Databases do not give a row in the same form: a yes is 1 to one of them and true to another.
    file = kept(f"{connection.vendor}-{load.__name__}", sources(), make)
    rows: Rows = pickle.loads(file.read_bytes())  # noqa: S301 (written by tests of this checkout)
    return rows


def put_rows(rows: Rows) -> None:
    """Replace all that is in the database by these rows."""
    quote = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        for table in rows:
            cursor.execute(f"DELETE FROM {quote(table)}")  # noqa: S608 (the site's own tables)
        for table, (columns, values) in rows.items():
            if values:
                _put(cursor, quote(table), list(map(quote, columns)), values)
        for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models()):
            cursor.execute(statement)
    forget_rows()


def _put(cursor: Any, table: str, columns: list[str], values: list[tuple[Any, ...]]) -> None:
    names = ", ".join(columns)
    if connection.vendor != "postgresql":
        marks = ", ".join(["%s"] * len(columns))
        cursor.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608 (as above)
        return
    # Here a statement for each row takes seconds.
    with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in values:
            copy.write_row(row)


def forget_rows() -> None:
    """Forget what is kept in memory of rows that came or went."""
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


def _loaded(load: Callable[[], None]) -> Rows:
    with transaction.atomic():
        load()
        rows = _all_rows()
        transaction.set_rollback(True)
    forget_rows()
    return rows


def _all_rows() -> Rows:
    rows: Rows = {}
    with connection.cursor() as cursor:
        tables = {model._meta.db_table for model in apps.get_models(True) if _has_rows(model)}
        for table in sorted(tables):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (own tables)
            columns = [column[0] for column in cursor.description]
            rows[table] = (columns, [tuple(row) for row in cursor.fetchall()])
    return rows


def _has_rows(model: Any) -> bool:
    """Whether the model has a table of its own; the full-text index follows its entries by triggers.

    What loading purged from the page cache is left out: thousands of rows, of pages that nobody kept.
    """
    kept = model._meta.label != "core.Purge" and not model.__name__.endswith("FTSIndexEntry")
    return bool(model._meta.managed) and kept
