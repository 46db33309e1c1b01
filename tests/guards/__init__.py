"""Guards: what must stay true of the checkout as a whole. No database, no network."""
