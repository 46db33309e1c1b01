"""The files of an evaluation: queries, judgments and runs, in the formats of TREC."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

BEST_GRADE = 3
RUN_DEPTH = 50


class JudgmentError(ValueError):
    """A file that cannot be used; the message names the line."""


def read_queries(path: Path) -> dict[str, str]:
    """Queries by id, from lines `qid<TAB>query`; further columns and a heading `qid` are passed over.

    Raises:
        JudgmentError: A line without query, or an id that comes twice.
        OSError: The file cannot be read.
    """
    queries: dict[str, str] = {}
    for number, line in _lines(path):
        qid, _, rest = line.partition("\t")
        query = rest.partition("\t")[0].strip()
        qid = qid.strip()
        if number == 1 and qid.casefold() == "qid":
            continue
        if not qid or not query:
            raise JudgmentError(f"{path.name}, line {number}: expected qid<TAB>query, not {ascii(line)[:80]}")
        if qid in queries:
            raise JudgmentError(f"{path.name}, line {number}: query {ascii(qid)[:40]} is there twice")
        queries[qid] = query
    if not queries:
        raise JudgmentError(f"{path.name}: there are no queries in it")
    return queries


def read_judgments(path: Path) -> dict[str, dict[str, int]]:
    """Grade by slug by query id, from lines `qid 0 slug grade`, separated by white space.

    Raises:
        JudgmentError: A line of another form, or a grade that is not 0 to 3.
        OSError: The file cannot be read.
    """
    judgments: dict[str, dict[str, int]] = {}
    for number, line in _lines(path):
        try:
            qid, _, slug, grade = line.split()
            value = int(grade)
        except ValueError:
            what = f"expected `qid 0 slug grade`, not {ascii(line)[:80]}"
            raise JudgmentError(f"{path.name}, line {number}: {what}") from None
        if not 0 <= value <= BEST_GRADE:
            raise JudgmentError(f"{path.name}, line {number}: a grade is 0 to {BEST_GRADE}, not {value}")
        judgments.setdefault(qid, {})[slug] = value
    if not judgments:
        raise JudgmentError(f"{path.name}: there are no judgments in it")
    return judgments


def write_run(path: Path, run: Mapping[str, Sequence[str]], name: str) -> None:
    """Write the first `RUN_DEPTH` stories of each query as a run of TREC: `qid Q0 slug rank score name`."""
    lines = [
        f"{qid} Q0 {slug} {rank} {RUN_DEPTH + 1 - rank} {name}\n"
        for qid, ranking in run.items()
        for rank, slug in enumerate(ranking[:RUN_DEPTH], start=1)
    ]
    path.write_text("".join(lines), encoding="utf-8")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise JudgmentError(f"{path.name}: this is not UTF-8 text") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line
