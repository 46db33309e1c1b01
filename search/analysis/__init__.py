"""Text to terms, in pure Python, the same for both engines: `analyse` is the way in."""
