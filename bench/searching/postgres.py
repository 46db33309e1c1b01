"""The peer: PostgreSQL 15 with its Dutch dictionary, a GIN index, and facets counted in SQL."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import psycopg

from bench.searching.spool import read_spool
from search.facets import FACETS

NAMES = tuple(facet.name for facet in FACETS)
SETTINGS = {"shared_buffers": "512MB", "work_mem": "64MB", "maintenance_work_mem": "512MB"}


def load(address: str, spool: Path) -> dict[str, float]:
    """Put the stories in a table with its indices.

    Returns:
        Seconds, stories a second, MB of table and indices.
    """
    columns = ", ".join(f"facet_{name} text[]" for name in NAMES)
    start, count = time.perf_counter(), 0
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(
            f"CREATE TABLE story (key text, title text, summary text, body text, {columns},"
            " published bigint, copied int, words tsvector)"
        )
        names = ", ".join(f"facet_{name}" for name in NAMES)
        into = f"COPY story (key, title, summary, body, {names}, published, copied) FROM STDIN"
        with connection.cursor().copy(into) as copy:
            for record, _ in read_spool(spool):
                facets = [list(record.facets.get(name, ())) for name in NAMES]
                body = "\n".join([*record.tags, *record.body.values()])
                copy.write_row(
                    [record.key, record.title, record.summary, body, *facets, record.published, record.copied]
                )
                count += 1
        connection.execute(
            "UPDATE story SET words = setweight(to_tsvector('dutch', title), 'A')"
            " || setweight(to_tsvector('dutch', summary), 'B') || to_tsvector('dutch', body)"
        )
        connection.execute("CREATE INDEX ON story USING gin (words)")
        for name in NAMES:
            connection.execute(f"CREATE INDEX ON story USING gin (facet_{name})")
        connection.execute("CREATE INDEX ON story (published DESC, key)")
        connection.execute("CREATE INDEX ON story (copied DESC, published DESC, key)")
        connection.execute("VACUUM (FULL, ANALYZE) story")
        seconds = time.perf_counter() - start
        size: Any = connection.execute("SELECT pg_total_relation_size('story')").fetchone()
    return {
        "seconds": round(seconds, 1),
        "stories_per_second": round(count / seconds, 1),
        "megabytes": round(size[0] / 1024**2, 1),
    }


class Asker:
    """Asks for the same page as the engines do: total, ten hits, every facet without its own selection."""

    def __init__(self, address: str) -> None:
        self._connection = psycopg.connect(address, autocommit=True)

    def __call__(self, question: tuple[str, Mapping[str, Sequence[str]], str]) -> object:
        """Ask.

        Args:
            question: Text, selections, and "relevance", "newest" or "most_copied".

        Returns:
            Total, hits, counts.
        """
        text, selected, sort = question
        words = " or ".join(re.findall(r"\w+", text))
        values: dict[str, Any] = {f"s_{name}": list(found) for name, found in selected.items()}
        values["words"] = words
        found = "words @@ websearch_to_tsquery('dutch', %(words)s)" if words else "true"
        rank = "ts_rank(words, websearch_to_tsquery('dutch', %(words)s)) DESC, " if words else ""
        order = {"most_copied": "copied DESC, "}.get(sort, "") if not words else rank
        chosen = _where(selected)
        hits = self._connection.execute(
            f"SELECT key, title, summary FROM story WHERE {found} AND {chosen}"  # noqa: S608 - names of ours
            f" ORDER BY {order} published DESC, key LIMIT 10",
            values,
        ).fetchall()
        counts = self._connection.execute(_counting(found, selected), values).fetchall()
        return hits, counts


def _counting(found: str, selected: Mapping[str, Sequence[str]]) -> str:
    """One statement: the total, and a row for each value of each facet."""
    columns = ", ".join(f"facet_{name}" for name in NAMES)
    parts = [f"SELECT 'total', '', count(*) FROM matched WHERE {_where(selected)}"]  # noqa: S608
    for name in NAMES:
        others = _where({other: values for other, values in selected.items() if other != name})
        parts.append(
            f"SELECT '{name}', value, count(*) FROM matched, unnest(facet_{name}) AS value"  # noqa: S608
            f" WHERE {others} GROUP BY value"
        )
    matched = f"WITH matched AS MATERIALIZED (SELECT {columns} FROM story WHERE {found})"  # noqa: S608
    return f"{matched} {' UNION ALL '.join(parts)}"


def _where(selected: Mapping[str, Sequence[str]]) -> str:
    return " AND ".join(f"facet_{name} && %(s_{name})s" for name in selected) or "true"
