"""A new index in Elasticsearch beside the one in use."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable, Iterator

from search.engines.base import Deletion, EngineDocument
from search.engines.elastic.connection import Connection, engine_errors
from search.engines.elastic.mapping import index_body
from search.engines.elastic.versions import read_versions
from search.engines.elastic.writing import write


class ElasticBuild:
    """See `Build`. It drops what an earlier one, killed or still under way, left behind."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._alias = connection.access.index
        self._name = f"{self._alias}-{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(3)}"
        # Written through an alias of its own: when the index is dropped, writing fails instead of making one.
        self._door = f"{self._name}-new"
        with engine_errors("Beginning a new search index"):
            for index in self._others(unused=True):
                self._connection.patient.indices.delete(index=index, ignore_unavailable=True)
            body = index_body(connection.access)
            self._connection.patient.indices.create(index=self._name, aliases={self._door: {}}, **body)

    def write(self, operations: Iterable[EngineDocument | Deletion]) -> None:
        """See `Build.write`."""
        write(self._connection.patient, self._door, operations, visible=False)

    def versions(self) -> Iterator[tuple[str, int, str]]:
        """See `Build.versions`."""
        with engine_errors("Listing the stories of the new search index"):
            self._connection.patient.indices.refresh(index=self._door)
        yield from read_versions(self._connection.patient, self._door)

    def activate(self) -> None:
        """See `Build.activate`."""
        with engine_errors("Switching to the new search index"):
            self._connection.patient.indices.refresh(index=self._door)
            self._connection.patient.indices.update_aliases(
                actions=[
                    {"add": {"index": self._name, "alias": self._alias, "is_write_index": True}},
                    {"remove": {"index": self._name, "alias": self._door}},
                    *({"remove_index": {"index": index}} for index in self._others()),
                ]
            )

    def abandon(self) -> None:
        """See `Build.abandon`."""
        with engine_errors("Dropping the new search index"):
            indices = self._connection.patient.indices
            about = indices.get_alias(index=self._name, ignore_unavailable=True).get(self._name)
            # The answer to `activate` may have been lost on its way back: an index in use stays.
            if about and self._alias not in about["aliases"]:
                indices.delete(index=self._name, ignore_unavailable=True)

    def _others(self, *, unused: bool = False) -> list[str]:
        """The other indices of this site; `unused` for those that are not in use alone."""
        indices = self._connection.patient.indices.get_alias(index=f"{self._alias}-*")
        return [
            name
            for name, about in indices.items()
            if name != self._name and not (unused and self._alias in about["aliases"])
        ]
