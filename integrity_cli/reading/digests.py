"""The digest of a record: of what it says, not of how its lines end or its keys are sorted."""

from __future__ import annotations

import hashlib

from integrity_cli.domain.canonical import canonical_json
from integrity_cli.reading import dialect


def record_digest(path: str, content: bytes) -> str | None:
    """The SHA-256 of the parsed data of a record, in hex; None for a file that cannot be read."""
    data = dialect.read(path, content).data
    return None if data is None else hashlib.sha256(canonical_json(data)).hexdigest()
