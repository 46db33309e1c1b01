"""The platform's memory of words: concepts of the social domain, their labels and their relations.

`model`, `rules`, `skos` and `lookup` are pure; `storage` alone knows the database.
"""
