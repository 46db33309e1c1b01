"""How an engine behaves. Every engine inherits `EngineSuite` and gives three fixtures.

- `engine`: with an empty index.
- `engine_without_index`.
- `files`: the folder that it writes to.
"""

from tests.search.engines.suite.finding import FindingSuite
from tests.search.engines.suite.generated import OracleSuite
from tests.search.engines.suite.results import FacetSuite, OrderSuite
from tests.search.engines.suite.upkeep import RebuildSuite, RemainsSuite, TroubleSuite
from tests.search.engines.suite.words import WordSuite
from tests.search.engines.suite.writing import WritingSuite


class EngineSuite(
    WritingSuite,
    FindingSuite,
    FacetSuite,
    OrderSuite,
    WordSuite,
    RebuildSuite,
    RemainsSuite,
    TroubleSuite,
    OracleSuite,
):
    """All of it."""


__all__ = ["EngineSuite"]
