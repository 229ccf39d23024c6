"""JSON as it is printed: two languages readable, and nothing that a terminal or a forge's log would obey."""

from __future__ import annotations

import json
import re
from typing import Any

from integrity_cli.rendering.page import HARMFUL

_UNIT = re.compile("....")


def as_json(data: Any) -> str:
    """The data as JSON. What `harmless` would change stands as an escape, so that a reader gets it back unchanged."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    text = HARMFUL.sub(lambda found: _escaped(found[0]), text)
    return text.replace("##[", "#\\u0023[") + "\n"


def _escaped(character: str) -> str:
    """A character as JSON spells it, in units of UTF-16."""
    return "".join(f"\\u{unit}" for unit in _UNIT.findall(character.encode("utf-16-be").hex()))
