"""The one form of JSON that is hashed: text only, ASCII keys, sorted, so that any machine writes the same bytes."""

from __future__ import annotations

import json
from typing import Any


def canonical_json(data: Any) -> bytes:
    """The bytes of plain data. Raises TypeError for a number, a null, a boolean or a key beyond ASCII."""
    _refuse_what_varies(data)
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode("utf-8")


def _refuse_what_varies(data: Any) -> None:
    if isinstance(data, dict):
        for key, value in data.items():
            if not isinstance(key, str) or not key.isascii():
                raise TypeError(f"a key that is not ASCII text: {key!r}")
            _refuse_what_varies(value)
    elif isinstance(data, list | tuple):
        for value in data:
            _refuse_what_varies(value)
    elif not isinstance(data, str):
        raise TypeError(f"only text is hashed, not {type(data).__name__}")
