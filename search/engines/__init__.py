"""The engines: the only place where tantivy and elasticsearch are imported."""
