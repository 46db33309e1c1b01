"""Loads the vocabularies of `fixtures/vocabularies`; what editors changed since is left as it is."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from wagtail.models import Locale

from examples.exchange.document import SAFE_LOADER
from examples.models import (
    BlockingRule,
    Law,
    LifeDomain,
    Municipality,
    Partner,
    Province,
    RuleLaw,
    RuleLifeDomain,
    TargetGroup,
)

FOLDER = Path(__file__).resolve().parent / "fixtures" / "vocabularies"
LANGUAGES = ("nl", "en")
NEVER = "9999-12-31"

Values = dict[str, Any]


@dataclass
class Tally:
    """What became of the rows of one vocabulary."""

    made: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0


@dataclass(frozen=True)
class Links:
    """How a row's relations are read, and written from the same form."""

    read: Callable[[Any], Values]
    write: Callable[[Any, Values], None]


def _read_nothing(row: Any) -> Values:
    return {}


def _write_nothing(row: Any, links: Values) -> None:
    return None


NO_LINKS = Links(_read_nothing, _write_nothing)


@transaction.atomic
def load_vocabularies(folder: Path = FOLDER) -> dict[str, Tally]:
    """Load every vocabulary, in one transaction; what was done, by vocabulary."""
    return {
        "life_domains": _load_terms(LifeDomain, _items(folder, "life_domains"), _life_domain),
        "target_groups": _load_terms(TargetGroup, _items(folder, "target_groups"), _target_group),
        "partners": _load_terms(Partner, _items(folder, "partners"), _partner),
        "laws": _load_terms(Law, _items(folder, "laws"), _law),
        "blocking_rules": _load_terms(
            BlockingRule, _items(folder, "blocking_rules"), _rule, Links(_read_rule, _write_rule), _rule_links
        ),
        "provinces": _load_provinces(_items(folder, "municipalities", "provinces")),
        "municipalities": _load_municipalities(_items(folder, "municipalities", "municipalities")),
    }


def _items(folder: Path, name: str, key: str = "items") -> list[Values]:
    text = (folder / f"{name}.yaml").read_text(encoding="utf-8")
    content = yaml.load(text, Loader=SAFE_LOADER)  # noqa: S506 (it is the safe one)
    return list(content[key])


def _digest(values: Values) -> str:
    text = json.dumps(values, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _settle(row: Any, fields: Values, tally: Tally, links: Links, linked: Values) -> None:
    """Save the row with these values, unless it has them already or an editor changed it."""
    wanted = _digest({**fields, **linked})
    if row.pk is not None:
        present = _digest({**{name: getattr(row, name) for name in fields}, **links.read(row)})
        if present != row.loaded_digest:
            tally.kept += 1
            return
        if present == wanted:
            tally.unchanged += 1
            return
        tally.updated += 1
    else:
        tally.made += 1
    for name, value in fields.items():
        setattr(row, name, value)
    row.loaded_digest = wanted
    row.save()
    links.write(row, linked)


def _no_links(item: Values) -> Values:
    return {}


def _load_terms(
    model: Any,
    items: list[Values],
    fields: Callable[[Values, str, int], Values],
    links: Links = NO_LINKS,
    linked: Callable[[Values], Values] = _no_links,
) -> Tally:
    tally = Tally()
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES]
    for position, item in enumerate(items):
        slug = item["slug"]
        first = model.objects.filter(slug=slug).order_by("-locale__language_code").first()  # nl before en
        key = first.translation_key if first else uuid.uuid4()
        for locale in locales:
            row = model.objects.filter(slug=slug, locale=locale).first()
            row = row or model(slug=slug, locale=locale, translation_key=key)
            _settle(row, fields(item, locale.language_code, position), tally, links, linked(item))
    return tally


def _life_domain(item: Values, code: str, position: int) -> Values:
    texts = item[code]
    return {"name": texts["name"], "description": texts.get("description") or "", "position": position}


def _target_group(item: Values, code: str, position: int) -> Values:
    return {"name": item[code]["name"], "cluster": item["cluster"]}


def _partner(item: Values, code: str, position: int) -> Values:
    return {"name": item[code]["name"], "level": item["level"]}


def _law(item: Values, code: str, position: int) -> Values:
    texts = item[code]
    return {
        "name": texts["name"],
        "description": texts.get("description") or "",
        **{name: item.get(name) or "" for name in ("abbreviation", "bwb_id", "certainty")},
    }


def _rule(item: Values, code: str, position: int) -> Values:
    texts = item[code]
    return {
        "name": texts["title"],
        **{name: texts.get(name) or "" for name in ("description", "room", "to_check")},
        **{name: item[name] for name in ("kind", "level", "certainty")},
        "source": item.get("source") or "",
        "as_of": _day(item["as_of"]),
        "lapsed_on": _day(item.get("lapsed_on")),
    }


def _rule_links(item: Values) -> Values:
    return {
        "laws": [[each["law"], str(each.get("article") or "")] for each in item.get("laws") or []],
        "life_domains": list(item.get("life_domains") or []),
    }


def _read_rule(row: BlockingRule) -> Values:
    laws = RuleLaw.objects.filter(rule=row).order_by("sort_order")
    domains = RuleLifeDomain.objects.filter(rule=row).order_by("sort_order")
    return {
        "laws": [list(pair) for pair in laws.values_list("law__slug", "article")],
        "life_domains": list(domains.values_list("life_domain__slug", flat=True)),
    }


def _write_rule(row: BlockingRule, links: Values) -> None:
    RuleLaw.objects.filter(rule=row).delete()
    RuleLifeDomain.objects.filter(rule=row).delete()
    for position, (slug, article) in enumerate(links["laws"]):
        RuleLaw.objects.create(
            rule=row,
            law=Law.objects.get(slug=slug, locale=row.locale),
            article=article,
            sort_order=position,
            locale=row.locale,
            translation_key=uuid.uuid5(row.translation_key, slug),
        )
    for position, slug in enumerate(links["life_domains"]):
        RuleLifeDomain.objects.create(
            rule=row,
            life_domain=LifeDomain.objects.get(slug=slug, locale=row.locale),
            sort_order=position,
            locale=row.locale,
            translation_key=uuid.uuid5(row.translation_key, slug),
        )


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _load_provinces(items: list[Values]) -> Tally:
    tally = Tally()
    for item in items:
        row = Province.objects.filter(code=item["code"]).first() or Province(code=item["code"])
        fields = {"slug": item["slug"], "name": item["name"], "name_en": item.get("name_en") or ""}
        _settle(row, fields, tally, NO_LINKS, {})
    return tally


def _load_municipalities(items: list[Values]) -> Tally:
    tally = Tally()
    provinces = dict(Province.objects.values_list("code", "pk"))
    # A successor outlives whom it succeeds: latest first, so that it is there to point to.
    for item in sorted(items, key=lambda each: str(each.get("valid_until") or NEVER), reverse=True):
        row = Municipality.objects.filter(code=item["code"]).first() or Municipality(code=item["code"])
        linked = {"successors": sorted(item.get("successors") or [])}
        _settle(
            row, _municipality(item, provinces), tally, Links(_read_successors, _write_successors), linked
        )
    return tally


def _municipality(item: Values, provinces: dict[str, int]) -> Values:
    texts = ("name_en", "seat", "population_class", "population_certainty", "note")
    return {
        **{name: item[name] for name in ("slug", "name", "tooi_uri", "lat", "lon")},
        **{name: item.get(name) or "" for name in texts},
        "province_id": provinces[item["province"]],
        "valid_from": _day(item.get("valid_from")),
        "valid_until": _day(item.get("valid_until")),
    }


def _read_successors(row: Municipality) -> Values:
    return {"successors": sorted(row.successors.values_list("code", flat=True))}


def _write_successors(row: Municipality, links: Values) -> None:
    row.successors.set([Municipality.objects.get(code=code) for code in links["successors"]])
