"""The digest 内容校验值 of a record: of what it says, whatever its line ends, comments, quotes and order of keys."""

from __future__ import annotations

import hashlib

from integrity_cli.domain.canonical import canonical_json
from integrity_cli.reading import dialect


def record_digest(path: str, content: bytes) -> str | None:
    """SHA-256 over the canonical JSON of what a file says; None where it cannot be read, or no record says so."""
    data = dialect.read(path, content).data
    try:
        return None if data is None else hashlib.sha256(canonical_json(data)).hexdigest()
    except TypeError:
        return None  # a key beyond ASCII, which no record has
