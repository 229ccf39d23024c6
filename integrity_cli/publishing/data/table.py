"""The results as one table for a spreadsheet: a unit a line, as deep as the campaign publishes."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from integrity_cli.lang import Text
from integrity_cli.publishing import depth

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_COLUMNS: Mapping[str, tuple[str, Text]] = {
    "unit": (depth.LIST, Text("编号", "unit")),
    "name": (depth.LIST, Text("单位", "name")),
    "name_en": (depth.LIST, Text("英文名称", "name in English")),
    "peer_group": (depth.LIST, Text("考核组别", "peer group")),
    "state": (depth.LIST, Text("状态", "status")),
    "result": (depth.LIST, Text("考核结果", "result")),
    "grade": (depth.GRADES, Text("等次", "grade")),
    "rank": (depth.SCORES, Text("名次", "rank")),
    "total": (depth.SCORES, Text("总分", "total")),
    "base": (depth.SCORES, Text("基础分", "base")),
    "bonus": (depth.SCORES, Text("加分", "bonus")),
    "penalty": (depth.SCORES, Text("减分", "penalty")),
    "open_points": (depth.SCORES, Text("待定", "open")),
    "over_claim": (depth.SCORES, Text("自评差", "self difference")),
}


def as_csv(units: Sequence[Mapping[str, Any]], deep: str) -> bytes:
    """The published data of every unit, in UTF-8 with a mark and CRLF, as spreadsheets on Windows expect it.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    columns = {name: label for name, (at, label) in _COLUMNS.items() if depth.reaches(deep, at)}
    items = list(dict.fromkeys(item for unit in units for item in _items(unit)))
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow([*(f"{label.zh} {label.en}" for label in columns.values()), *map(_inert, items)])
    for unit in units:
        figures = _items(unit)
        table.writerow([*(_cell(unit, name) for name in columns), *(figures.get(item, "") for item in items)])
    return b"\xef\xbb\xbf" + written.getvalue().encode("utf-8")


def _items(unit: Mapping[str, Any]) -> dict[str, str]:
    items = (item for system in unit["systems"] for item in system["items"])
    return {item["id"]: item["points"] for item in items if Decimal(item["maximum"])}


def _cell(unit: Mapping[str, Any], name: str) -> str:
    outcome = unit["outcome"]
    if name in {"bonus", "penalty"}:
        return str(outcome.get(name, {}).get("points", ""))
    if name == "result":
        return str(outcome.get("result", ""))
    value = unit.get(name, "")
    text = value["zh"] if isinstance(value, dict) else str(value)
    is_figure = name in {"rank", "total", "base", "open_points", "over_claim"}
    return text if is_figure else _inert(text)


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
