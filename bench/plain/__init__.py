"""A plain Wagtail page type, to measure the site's own pages against."""
