"""The safe reading of a YAML file."""

from __future__ import annotations

from collections import Counter
from typing import Any

import yaml

MAX_BYTES = 50 * 1024 * 1024
MAX_DEPTH = 20
# The one in C reads ten thousand stories in seconds instead of minutes.
SAFE_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ExchangeError(Exception):
    """What is wrong with a file, a line for each problem."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def _check_events(text: str) -> None:
    """Refuse what may explode or run: aliases, tags, deep nesting, many documents."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=SAFE_LOADER):
        documents += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        reason = ""
        if isinstance(event, yaml.AliasEvent):
            reason = "an alias (*name) is not allowed"
        elif getattr(event, "tag", None):
            reason = "a tag (!name) is not allowed"
        elif depth > MAX_DEPTH or documents > 1:
            reason = "too deeply nested" if documents == 1 else "more than one document"
        if reason:
            line = event.start_mark.line + 1 if event.start_mark else 0
            raise ExchangeError([f"line {line}: {reason}"])


class _Loader(SAFE_LOADER):
    """The safe loader, without repeated keys."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping, refused when a key comes twice."""
        keys = Counter(key.value for key, _value in node.value if isinstance(key, yaml.ScalarNode))
        for key in [key for key, times in keys.items() if times > 1]:
            raise ExchangeError([f"line {node.start_mark.line + 1}: {show(key)} is there twice"])
        return dict(super().construct_mapping(node, deep))


def show(value: object) -> str:
    """A value in a message: short and printable."""
    return ascii(value)[:80]


def parse(data: bytes) -> list[Any]:
    """The items of a file."""
    if len(data) > MAX_BYTES:
        raise ExchangeError(["larger than 50 MB"])
    try:
        text = data.decode("utf-8-sig")
        _check_events(text)
        document = yaml.load(text, Loader=_Loader)  # noqa: S506 (a subclass of the safe loader)
    except UnicodeDecodeError as error:
        raise ExchangeError([f"not UTF-8 (byte {error.start})"]) from error
    except RecursionError as error:
        raise ExchangeError(["too deeply nested"]) from error
    except (yaml.YAMLError, ValueError, ArithmeticError, LookupError, AttributeError, TypeError) as error:
        raise ExchangeError([f"not valid YAML: {' '.join(str(error).split())}"]) from error
    if isinstance(document, list):
        return document
    if isinstance(document, dict):
        lists = [value for key, value in document.items() if key != "meta" and isinstance(value, list)]
        if len(lists) == 1:
            return lists[0]
    raise ExchangeError(["no list of stories: give a list, or a mapping with one list"])
