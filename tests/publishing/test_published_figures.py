"""Every figure on a page is the figure of `scores.json`, in both languages, and none is missing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from tests.publishing.tools import SITES, UNITS, page

FIELDS = ("points", "maximum", "self_score", "computed", "reviewed", "status")
EVERY_UNIT = pytest.mark.parametrize(("name", "unit"), UNITS)


def data_of(name: str, unit: str) -> dict[str, Any]:
    """What `scores.json` says of a unit."""
    (data,) = [one for one in SITES[name]().scores["units"] if one["unit"] == unit]
    known: dict[str, Any] = data
    return known


def rows(unit: dict[str, Any]) -> list[dict[str, Any]]:
    requirements = (one for system in unit["systems"] for item in system["items"] for one in item["requirements"])
    return [row for one in requirements for row in one["rows"]]


def over_claim(unit: dict[str, Any]) -> Decimal:
    both = [row for row in rows(unit) if "self_score" in row and "points" in row]
    return sum((Decimal(row["self_score"]) - Decimal(row["points"]) for row in both), Decimal(0))


def figures_of(unit: dict[str, Any]) -> dict[str, str]:
    """What the page of a unit has to show, by the keys in its markup."""
    name = unit["unit"]
    shown = {f"{name}:state": unit["state"]}
    shown |= {f"{name}/{document}:days_late": one["days_late"] for document, one in unit["filings"].items()}
    if not unit["systems"]:
        return shown
    shown |= {f"{name}:{key}": unit[key] for key in ("total", "settled_maximum", "open_points", "maximum")}
    shown[f"{name}:open"] = str(len(unit["open"]))
    if "grade" in unit:
        shown[f"{name}:grade"] = unit["grade"]["zh"]
    if over_claim(unit) > 0:
        shown[f"{name}:over_claim"] = str(over_claim(unit))
    for system in unit["systems"]:
        for part in (system, *system["items"]):
            if Decimal(system["maximum"]):
                shown |= {f"{name}/{part['id']}:{key}": part[key] for key in ("points", "open_points", "maximum")}
        for item in system["items"]:
            for one in item["requirements"]:
                shown |= requirement_figures(name, one)
    return shown


def requirement_figures(unit: str, one: dict[str, Any]) -> dict[str, str]:
    key, shown = f"{unit}/{one['id']}", {}
    if Decimal(one["maximum"]):
        if Decimal(one["open_points"]):
            shown[f"{key}:open_points"] = one["open_points"]
        if any("points" in row for row in one["rows"]):
            shown |= {f"{key}:points": one["points"], f"{key}:maximum": one["maximum"]}
    shown[f"{key}:status"] = one["status"]
    for row in one["rows"]:
        fields = FIELDS if Decimal(row["maximum"]) else ("status",)
        shown |= {f"{unit}/{row['id']}:{field}": row[field] for field in fields if field in row}
        for mark in row["marks"]:
            shown[f"{unit}/{row['id']}:mark:{mark['reviewer']}"] = mark.get("points") or mark["met"]
    return shown


@EVERY_UNIT
@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_units_page_shows_the_figures_of_the_data_and_no_others(name: str, unit: str, folder: str) -> None:
    shown = page(name, f"{folder}units/{unit}.html").figures
    assert {key: {value for value, _ in found} for key, found in shown.items()} == {
        key: {value} for key, value in figures_of(data_of(name, unit)).items()
    }


@EVERY_UNIT
@pytest.mark.parametrize("folder", ["", "en/"])
def test_what_a_reader_sees_is_the_value_behind_it(name: str, unit: str, folder: str) -> None:
    for key, found in page(name, f"{folder}units/{unit}.html").figures.items():
        for value, text in found:
            if re.fullmatch(r"[0-9]+\.[0-9]{2}", value):
                assert text == value, key
            else:
                assert text.strip(), key


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_page_of_results_shows_the_same_figures(name: str, folder: str) -> None:
    expected: dict[str, str] = {}
    for unit in SITES[name]().scores["units"]:
        keys = ["state", "total", "settled_maximum", "open_points", "over_claim", "grade"]
        wanted = {f"{unit['unit']}:{key}" for key in keys}
        if unit["systems"]:
            wanted |= {f"{unit['unit']}/{document}:days_late" for document in unit["filings"]}
        expected |= {key: value for key, value in figures_of(unit).items() if key in wanted}
    shown = page(name, f"{folder}index.html").figures
    assert {key: {value for value, _ in found} for key, found in shown.items()} == {
        key: {value} for key, value in expected.items()
    }


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("folder", ["", "en/"])
def test_every_unit_stands_on_the_page_of_results_with_its_state(name: str, folder: str) -> None:
    shown = page(name, f"{folder}index.html")
    for card in SITES[name]().cards:
        assert f"{card.unit}:state" in shown.figures
        assert f"units/{card.unit}.html" in shown.values("href")


@EVERY_UNIT
def test_the_markdown_twin_carries_the_same_three_columns(name: str, unit: str) -> None:
    text = SITES[name]().markdown[f"units/{unit}.md"]
    found = re.findall(r"- 自评分 (\S+) · 计算分 (\S+) · 考核分 (\S+) · 定分 (\S+) / (\S+)\n", text)
    assert found == [
        tuple(row.get(key, "—") for key in ("self_score", "computed", "reviewed", "points", "maximum"))
        for row in rows(data_of(name, unit))
        if Decimal(row["maximum"])
    ]


@EVERY_UNIT
@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_markdown_twin_carries_the_same_totals(name: str, unit: str, folder: str) -> None:
    text, data = SITES[name]().markdown[f"{folder}units/{unit}.md"], data_of(name, unit)
    if not data["systems"]:
        return
    head = [data[key] for key in ("total", "settled_maximum", "open_points")] + [str(len(data["open"]))]
    assert f"| {' | '.join([*head, data['maximum']])} |" in text
    for system in data["systems"]:
        if Decimal(system["maximum"]):
            for item in system["items"]:
                assert f"| {item['points']} | {item['open_points']} | {item['maximum']} |" in text


@EVERY_UNIT
def test_the_chart_says_in_words_what_the_table_beside_it_says(name: str, unit: str) -> None:
    text = page(name, f"units/{unit}.html").text
    for system in data_of(name, unit)["systems"]:
        for part in (system, *system["items"]):
            if Decimal(system["maximum"]):
                words = f"已得 {part['points']} 分，待定 {part['open_points']} 分，满分 {part['maximum']} 分"
                assert f"{part['id']} {part['name']['zh']}：{words}" in text
