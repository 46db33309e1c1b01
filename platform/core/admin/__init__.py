"""Pages of Wagtail's admin that are of no room above."""
