"""How deep publication goes: what `publication.depth` of the campaign lets the site and its data show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from integrity_cli.domain.office import DEPTH

LIST, GRADES, SCORES, FULL = DEPTH.values
"""From names and results only to every fact of every row; each shows what the one before it shows."""

_UNIT: Mapping[str, frozenset[str]] = {
    LIST: frozenset({"unit", "name", "name_en", "peer_group", "state", "reason", "filings"}),
    GRADES: frozenset({"grade"}),
    SCORES: frozenset(
        {
            "total", "maximum", "open_points", "settled_maximum", "base", "converted", "zero_total", "over_claim",
            "conversion", "rank",
        }
    ),
}  # fmt: skip
_OUTCOME: Mapping[str, frozenset[str]] = {
    LIST: frozenset({"told_on", "result"}),
    GRADES: frozenset({"eligible", "reconsideration", "bars", "vetoes"}),
    SCORES: frozenset({"bonus", "penalty"}),
}


def reaches(depth: str, wanted: str) -> bool:
    """Whether who publishes this deep shows what is wanted."""
    known = tuple(DEPTH.values)
    return known.index(depth) >= known.index(wanted)


def cut(unit: Mapping[str, Any], depth: str) -> dict[str, Any]:
    """The published data of a unit, without what lies deeper than this."""
    if depth == FULL:
        return dict(unit)
    shown = {key: value for key, value in unit.items() if key in _known(_UNIT, depth)}
    outcome = {key: value for key, value in unit["outcome"].items() if key in _known(_OUTCOME, depth)}
    if "vetoes" in outcome:
        hidden = ("reason",) if depth == SCORES else ("reason", "lost")
        outcome["vetoes"] = [_without(veto, *hidden) for veto in outcome["vetoes"]]
    for block in ("bonus", "penalty"):
        if block in outcome:
            outcome[block] = _without(outcome[block], "rows")
    systems = unit["systems"] if depth == SCORES else []
    shown["outcome"] = outcome
    shown["systems"] = [
        {**system, "items": [_without(item, "requirements") for item in system["items"]]} for system in systems
    ]
    return shown


def _known(keys: Mapping[str, frozenset[str]], depth: str) -> frozenset[str]:
    return frozenset[str]().union(*(names for at, names in keys.items() if reaches(depth, at)))


def _without(data: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in keys}
