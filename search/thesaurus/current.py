"""The lookup that this process searches with: the thesaurus in the database, soon after each change."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from django.db.models import Count, Max

from search.analysis import analyse
from search.models import ThesaurusConcept
from search.thesaurus.lookup import Lookup
from search.thesaurus.storage import stored

# An editor's change counts within this time; looking whether there is one costs one small query.
SECONDS = 3.0


class Current:
    """Reads the thesaurus when first asked, and again when it has changed."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._looked = 0.0
        self._version: Any = None
        self._lookup: Lookup | None = None

    def lookup(self) -> Lookup:
        """The lookup; at most `SECONDS` behind the database."""
        with self._lock:
            if self._lookup is None or self._clock() - self._looked > SECONDS:
                version = ThesaurusConcept.objects.aggregate(Max("changed"), Count("pk"))
                if self._lookup is None or version != self._version:
                    self._lookup = Lookup(stored(), analyse)
                self._version, self._looked = version, self._clock()
            return self._lookup

    def forget(self) -> None:
        """Look anew at the next question."""
        with self._lock:
            self._lookup = None


current = Current()
