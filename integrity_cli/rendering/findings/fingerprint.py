"""By what a forge knows a finding again after lines were put in above it: never by its line."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from integrity_cli.reading.locate import Located


def fingerprints(findings: Iterable[Located]) -> list[str]:
    """A digest of code, path and route for each finding; those that agree in all three are numbered in their order."""
    met: Counter[str] = Counter()
    found = []
    for one in findings:
        place = "\0".join((one.finding.code, one.path, *map(str, one.route)))
        met[place] += 1
        found.append(hashlib.sha256(f"{place}\0\0{met[place]}".encode()).hexdigest())
    return found
