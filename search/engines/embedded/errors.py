"""What tantivy raises, in the words of the contract."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from search.engines.base import EngineError

LOCK_IS_BUSY = "LockBusy"


@contextmanager
def engine_errors(doing: str) -> Iterator[None]:
    """Turn whatever tantivy raises into EngineError.

    Args:
        doing: What was tried, as the beginning of a sentence.

    Raises:
        EngineError: Something went wrong inside.
    """
    try:
        yield
    except EngineError:
        raise
    except (OSError, ValueError, RuntimeError) as error:
        if LOCK_IS_BUSY in str(error):
            raise EngineError(
                f"{doing}: another process is writing to this index; there is one indexer at a time."
            ) from error
        raise EngineError(f"{doing}: {error}") from error
    except BaseException as error:
        # A panic inside tantivy, as a broken file causes, is no Exception: nobody else would catch it.
        if type(error).__name__ != "PanicException":
            raise
        raise EngineError(f"{doing}: the index is broken ({error})") from error
