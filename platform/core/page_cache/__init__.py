"""Pages for anonymous visitors, kept until something that they show changes.

While a page is made, `depends_on` notes the keys of all that it shows; `keep_page` says that the view notes
everything, so that the page may be kept. `purge` makes every kept page that shows one of its keys stale, in
the same transaction as the change. A page whose view does not call `keep_page` is never kept.
"""

from core.page_cache.collect import cached_page, depends_on, do_not_keep, keep_page
from core.page_cache.purging import purge, purge_everything

__all__ = ["cached_page", "depends_on", "do_not_keep", "keep_page", "purge", "purge_everything"]
