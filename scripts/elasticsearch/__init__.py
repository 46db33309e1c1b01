"""A real Elasticsearch server from published artifacts: for tests and development, not for production."""
