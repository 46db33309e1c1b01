"""The vocabularies are loaded once, and editors' changes stay."""

from __future__ import annotations

import pytest

from examples.models import BlockingRule, LifeDomain, Municipality, Partner, RuleLaw, TargetGroup
from examples.vocabularies import load_vocabularies

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_counts_in_each_language():
    load_vocabularies()
    assert Municipality.objects.filter(valid_until=None).count() == 342
    for model, number in ((LifeDomain, 12), (TargetGroup, 30), (Partner, 46), (BlockingRule, 45)):
        for code in ("nl", "en"):
            assert model.objects.filter(locale__language_code=code).count() == number
        assert model.objects.values("translation_key").distinct().count() == number
    assert (
        RuleLaw.objects.filter(rule__slug="kostendelersnorm").values("translation_key").distinct().count()
        == 1
    )


def test_a_second_run_changes_nothing():
    made = {name: tally.made for name, tally in load_vocabularies().items()}
    for name, tally in load_vocabularies().items():
        assert (tally.made, tally.updated, tally.unchanged, tally.kept) == (0, 0, made[name], 0)


def test_what_an_editor_changed_is_kept():
    load_vocabularies()
    LifeDomain.objects.filter(slug="geld", locale__language_code="nl").update(name="Centen")
    RuleLaw.objects.filter(rule__slug="kostendelersnorm", locale__language_code="nl").delete()
    tallies = load_vocabularies()
    assert (tallies["life_domains"].kept, tallies["life_domains"].updated) == (1, 0)
    assert tallies["blocking_rules"].kept == 1
    assert LifeDomain.objects.get(slug="geld", locale__language_code="nl").name == "Centen"
