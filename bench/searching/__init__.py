"""The parts of `bench/search.py`."""
