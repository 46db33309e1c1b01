"""Plain BM25 over the whole text of a story, as tantivy gives it: what our search must beat."""

from __future__ import annotations

import re
from collections.abc import Iterable

import tantivy

KEY, TEXT = "key", "text"
_WORD = re.compile(r"\w+")


class PlainIndex:
    """An index in memory of one text a story.

    Args:
        stories: Key and whole text of each.
        stemmer: Whether Snowball's Dutch stemmer is used.
    """

    def __init__(self, stories: Iterable[tuple[str, str]], *, stemmer: bool) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field(KEY, stored=True, tokenizer_name="raw")
        builder.add_text_field(TEXT, tokenizer_name="plain")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        analyser = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        if stemmer:
            analyser = analyser.filter(tantivy.Filter.stemmer("dutch"))
        self._analyser = analyser.build()
        self._index.register_tokenizer("plain", self._analyser)
        writer = self._index.writer(heap_size=50_000_000, num_threads=1)
        for key, text in stories:
            writer.add_document(tantivy.Document.from_dict({KEY: key, TEXT: text}, self._schema))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, text: str, limit: int) -> list[str]:
        """Keys of the stories that have most of the words, best first."""
        terms = dict.fromkeys(term for word in _WORD.findall(text) for term in self._analyser.analyze(word))
        found = [(tantivy.Occur.Should, tantivy.Query.term_query(self._schema, TEXT, term)) for term in terms]
        searcher = self._index.searcher()
        hits = searcher.search(tantivy.Query.boolean_query(found), limit=limit).hits
        return [str(searcher.doc(address)[KEY][0]) for _, address in hits]
