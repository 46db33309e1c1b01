"""All that writes submissions, by subject."""
