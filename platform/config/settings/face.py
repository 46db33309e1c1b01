"""How the public site looks."""

from __future__ import annotations

from config.settings.env import env

# The look of a municipality for each host: `maatwerk.voorbeeld.example=voorbeeldgemeente,...`.
# Each theme is a file of static/src/themes/.
THEMES: dict[str, str] = env.dict("THEMES", default={})
