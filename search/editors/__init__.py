"""Pages of the admin for who keeps the search: try a change, see what was asked, add a word."""
