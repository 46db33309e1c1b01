"""Stories in Wagtail's admin."""
