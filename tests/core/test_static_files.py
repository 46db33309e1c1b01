"""The names of static files before they were collected; collected ones are tested in a browser."""

from __future__ import annotations

import pytest

from core.static_files import HashedFiles

NAME = "dist/main.css"


def test_where_nothing_was_collected_only_development_goes_on(tmp_path) -> None:
    development = HashedFiles(location=tmp_path, strict=False)
    assert development.url(NAME) == f"/static/{NAME}"
    with pytest.raises(ValueError, match="manifest entry"):
        HashedFiles(location=tmp_path).url(NAME)


def test_what_was_not_collected_with_the_others_is_an_error(tmp_path) -> None:
    (tmp_path / "staticfiles.json").write_text('{"paths": {"a.css": "a.0123456789ab.css"}, "version": "1.1"}')
    development = HashedFiles(location=tmp_path, strict=False)
    assert development.url("a.css") == "/static/a.0123456789ab.css"
    with pytest.raises(ValueError, match="manifest entry"):
        development.url(NAME)
