"""The verbs of `manage.py search`."""

from __future__ import annotations

from collections.abc import Mapping

from search.verbs.base import Verb
from search.verbs.evaluate import Evaluate
from search.verbs.explain import Explain
from search.verbs.index import Index
from search.verbs.upkeep import Check, Rebuild, Repair, Status

VERBS: Mapping[str, Verb] = {
    "index": Index(),
    "rebuild": Rebuild(),
    "check": Check(),
    "repair": Repair(),
    "status": Status(),
    "explain": Explain(),
    "evaluate": Evaluate(),
}
