"""JSON as it is printed: two languages readable, and nothing that a terminal or a forge's log would obey."""

from __future__ import annotations

import json
import re
from typing import Any

from integrity_cli.rendering.page import HARMFUL


def as_json(data: Any) -> str:
    """The data as JSON. What `harmless` would change stands as an escape, so that a reader gets it back unchanged."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    text = re.sub(HARMFUL, lambda found: f"\\u{ord(found[0]):04x}", text)
    return text.replace("##[", "#\\u0023[") + "\n"
