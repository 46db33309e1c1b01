"""A kept page: compressed once, with all that is needed to answer and to see whether it is stale."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import astuple, dataclass
from typing import Self

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers

from core.page_cache.purging import purged_since

BROTLI_QUALITY = 6
# Of a page that is kept each middleware outside the cache sets its own headers anew.
NOT_KEPT = {"content-length", "content-encoding", "etag", "vary", "cache-control"}
# A browser or proxy may keep the page too, and asks each time whether it still stands.
CACHE_CONTROL = "no-cache"


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept page.

    Attributes:
        keys: All that it shows.
        seen: Number of the last purge before it was made.
        headers: Its headers.
        etag: Entity tag of its text, weak: the same for each compression.
        brotli, gzip: Its text, compressed.
    """

    keys: tuple[str, ...]
    seen: int
    headers: tuple[tuple[str, str], ...]
    etag: str
    brotli: bytes
    gzip: bytes

    @classmethod
    def of(cls, response: HttpResponse, keys: set[str], seen: int) -> Self:
        """The entry for a page that was just made."""
        body = response.content
        return cls(
            keys=tuple(sorted(keys)),
            seen=seen,
            headers=tuple((k, v) for k, v in response.items() if k.lower() not in NOT_KEPT),
            etag=f'W/"{hashlib.sha256(body).hexdigest()[:32]}"',
            brotli=brotli.compress(body, quality=BROTLI_QUALITY),
            # Without a time stamp, so that the same page gives the same bytes.
            gzip=gzip.compress(body, mtime=0),
        )

    def packed(self) -> tuple[object, ...]:
        """The entry as plain values, for a store that outlives this class."""
        return astuple(self)

    def is_current(self) -> bool:
        """Whether nothing that it shows has changed since it was made."""
        return not purged_since(self.seen, self.keys)

    def answer(self, request: HttpRequest) -> HttpResponseBase:
        """The page as this visitor can take it; 304 for who has it already."""
        body, encoding = self._body(request.headers.get("Accept-Encoding", ""))
        response = HttpResponse(body, headers=dict(self.headers))
        if encoding:
            response["Content-Encoding"] = encoding
        response["ETag"] = self.etag
        response["Cache-Control"] = CACHE_CONTROL
        response["Content-Length"] = str(len(body))
        patch_vary_headers(response, ["Accept-Encoding"])
        conditional = get_conditional_response(request, etag=self.etag, response=response)
        return conditional or response

    def _body(self, accepted: str) -> tuple[bytes, str]:
        takes = _encodings(accepted)
        if "br" in takes:
            return self.brotli, "br"
        if "gzip" in takes:
            return self.gzip, "gzip"
        return gzip.decompress(self.gzip), ""


def _encodings(accepted: str) -> set[str]:
    """The encodings of an Accept-Encoding header that are not refused with q=0."""
    found = set()
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        refused = weight.strip().replace(" ", "") in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
        if name.strip() and not refused:
            found.add(name.strip())
    return found
