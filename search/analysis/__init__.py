"""Text to terms, in pure Python, the same for both engines: `analyse` is the way in."""

from search.analysis.text import Token, analyse, index_text

__all__ = ["Token", "analyse", "index_text"]
