"""The engine on an Elasticsearch cluster, of version 8 or 9."""

from search.engines.elastic.connection import Access
from search.engines.elastic.engine import ElasticEngine

__all__ = ["Access", "ElasticEngine"]
