from __future__ import annotations

import pytest
from wagtail.models import Page, get_page_models

from search import checks


def test_every_page_type_is_classified() -> None:
    assert checks.page_types_are_classified() == []


@pytest.mark.parametrize(
    "model", [model for model in get_page_models() if model._meta.app_label != "wagtailcore"]
)
def test_a_page_type_that_is_not_classified_is_an_error(
    model: type[Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "EXCLUDED", checks.EXCLUDED - {model._meta.label_lower})
    monkeypatch.setattr(checks, "INDEXED", checks.INDEXED - {model})
    assert [message.obj for message in checks.page_types_are_classified()] == [model]
