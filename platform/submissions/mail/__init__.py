"""E-mail about submissions: to whom, in which words, and when."""
