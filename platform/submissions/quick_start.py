"""A text that somebody has already, split over the questions; what fits nowhere goes to the situation."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Headings by question.
HEADINGS: dict[str, tuple[str, ...]] = {
    "title": ("titel", "title", "kop"),
    "summary": ("samenvatting", "summary", "in het kort", "kort"),
    "situation": (
        "situatie",
        "de situatie",
        "aanleiding",
        "casus",
        "situation",
        "achtergrond",
        "wat speelde",
    ),
    "what_blocked": (
        "knelpunt",
        "het knelpunt",
        "probleem",
        "wat blokkeerde",
        "waar liep het vast",
        "blokkade",
        "belemmering",
        "what blocked",
        "obstacle",
    ),
    "solution": ("oplossing", "de oplossing", "aanpak", "wat is gedaan", "maatwerk", "solution", "approach"),
    "result": ("resultaat", "het resultaat", "uitkomst", "effect", "opbrengst", "result"),
    "legitimacy": ("legitimiteit", "onderbouwing", "juridisch", "wettelijke grondslag", "legitimacy"),
    "societal_return": ("maatschappelijk rendement", "rendement", "baten", "societal return"),
    "involvement": ("betrokkenheid", "eigen inzet", "rol van de inwoner", "involvement"),
    "conditions": ("voorwaarden", "randvoorwaarden", "conditions"),
    "steps": ("stappen", "stappenplan", "werkwijze", "steps"),
    "pitfalls": ("valkuilen", "aandachtspunten", "pitfalls"),
    "follow_up": ("vervolg", "hoe verder", "nazorg", "follow-up"),
}
REST = "situation"
LONGEST_HEADING = 60
LONGEST_TITLE = 120
# "## Situatie", "1. Situatie:", "Situatie: het gezin woonde…"
_HEADING = re.compile(
    r"^\s*(?:#{1,6}\s*|\d{1,2}[.)]\s*|\*{1,2})?(?P<name>[^:*\n]{2,60}?)\s*\*{0,2}\s*(?::\s*(?P<text>.*))?$"
)


def split_text(text: str) -> dict[str, str]:
    """The answers that a text holds, by question; nothing of the text is lost.

    Args:
        text: With headings such as “Situatie” or “Knelpunt:” on a line of their own or before a text, or
            without. A first short line above a text without a heading is taken as the title.
    """
    parts: dict[str, list[str]] = {}
    name = REST
    for question, lines in _sections(text):
        name = question or name
        parts.setdefault(name, []).extend(lines)
    answers = {name: _paragraphs(lines) for name, lines in parts.items()}
    answers = {name: value for name, value in answers.items() if value}
    return _with_title(answers)


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    question = ""
    lines: list[str] = []
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        found, rest = _heading(raw)
        if found:
            yield question, lines
            question, lines = found, [rest] if rest else []
        else:
            lines.append(raw.rstrip())
    yield question, lines


def _heading(line: str) -> tuple[str, str]:
    """The question that a line is the heading of, or "", and what stands behind the heading."""
    match = _HEADING.match(line) if len(line) <= LONGEST_HEADING or ":" in line[:LONGEST_HEADING] else None
    if match is None:
        return "", ""
    name = " ".join(match["name"].casefold().split()).rstrip("?.!")
    for question, words in HEADINGS.items():
        if name in words:
            return question, (match["text"] or "").strip()
    return "", ""


def _paragraphs(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _with_title(answers: dict[str, str]) -> dict[str, str]:
    """The answers, with the first line of the situation as the title when it stands alone and is short."""
    first, _, rest = answers.get(REST, "").partition("\n")
    alone = rest.startswith("\n") or (len(answers) > 1 and not rest)
    if "title" in answers or not alone or len(first) > LONGEST_TITLE or first.endswith((".", "!")):
        return answers
    left = {REST: rest.strip()} if rest.strip() else {}
    return {"title": first.strip(), **{k: v for k, v in answers.items() if k != REST}, **left}
