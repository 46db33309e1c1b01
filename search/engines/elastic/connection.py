"""How a cluster is reached, and what goes wrong on the way in the words of the contract."""

from __future__ import annotations

import base64
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from elastic_transport.client_utils import DEFAULT
from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError

from search.engines.base import EngineError, IndexMissingError

NO_INDEX = ("index_not_found_exception", "alias_not_found_exception")


@dataclass(frozen=True)
class Access:
    """How a cluster is reached.

    Attributes:
        nodes: Addresses, one or more; when one does not answer the next is asked.
        index: Name of the alias; the indices are named after it.
        user: With `password`, or empty.
        password: Of the user.
        api_key: Instead of a user, or empty.
        ca_certificate: File with the certificate that signed the nodes' own, or empty for the system's.
        timeout: Seconds that a search may take.
        write_timeout: Seconds that anything else may take.
        retries: How many other nodes are tried.
        shards: Of a new index.
        replicas: Of a new index.
    """

    nodes: tuple[str, ...]
    index: str = "mooi-maatwerk"
    user: str = ""
    password: str = ""
    api_key: str = ""
    ca_certificate: str = ""
    timeout: float = 0.8
    write_timeout: float = 30.0
    retries: int = 2
    shards: int = 1
    replicas: int = 0


class Connection:
    """The clients of one process; they are made anew after a fork, which must not share a connection.

    Attributes:
        access: How the cluster is reached.
    """

    def __init__(self, access: Access) -> None:
        self.access = access
        self._lock = threading.Lock()
        self._process = 0
        self._client: Elasticsearch | None = None

    @property
    def patient(self) -> Elasticsearch:
        """For the indexer: writing and upkeep."""
        with self._lock:
            if self._client is None or self._process != os.getpid():
                self._client, self._process = self._connect(), os.getpid()
            return self._client

    @property
    def quick(self) -> Elasticsearch:
        """For a visitor who waits."""
        return self.patient.options(request_timeout=self.access.timeout)

    def close(self) -> None:
        """Let go of the connections."""
        with self._lock:
            if self._client is not None and self._process == os.getpid():
                self._client.close()
            self._client = None

    def _connect(self) -> Elasticsearch:
        access = self.access
        return Elasticsearch(
            list(access.nodes),
            # Encoded here: the client refuses letters beyond ASCII.
            basic_auth=_encoded(access.user, access.password) if access.user else None,
            api_key=access.api_key or None,
            ca_certs=access.ca_certificate or DEFAULT,
            request_timeout=access.write_timeout,
            max_retries=access.retries,
            # A node that refuses is passed over at once; one that hangs has used the time up.
            retry_on_timeout=False,
            retry_on_status=(502, 503, 504),
        )


def _encoded(user: str, password: str) -> str:
    return base64.b64encode(f"{user}:{password}".encode()).decode("ascii")


@contextmanager
def engine_errors(doing: str) -> Iterator[None]:
    """Turn whatever the client raises, or an answer without what should be in it, into EngineError.

    Args:
        doing: What was tried, as the beginning of a sentence.

    Raises:
        EngineError: Something went wrong inside; IndexMissingError when it was that.
    """
    try:
        yield
    except NotFoundError as error:
        if error.error in NO_INDEX:
            raise IndexMissingError(f"{doing}: there is no search index") from error
        raise EngineError(f"{doing}: {error}") from error
    except TransportError as error:
        # The message says why: "TLS error" alone helps nobody.
        raise EngineError(f"{doing}: {error} ({error.message})") from error
    except (ApiError, OSError) as error:
        raise EngineError(f"{doing}: {error}") from error
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise EngineError(f"{doing}: the answer has no {error}") from error
