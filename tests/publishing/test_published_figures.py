"""Every figure on a page is the figure of `scores.json`, in both languages, and none is missing."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from integrity_cli.publishing.typesetting import markdown
from tests.publishing.tools import SITES, UNITS, page

HEAD = ("total", "base", "settled_maximum", "open_points", "maximum", "over_claim")
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


def figures_of(name: str, unit: dict[str, Any]) -> dict[str, str]:
    """What the page of a unit has to show, by the keys in its markup."""
    key = unit["unit"]
    shown = {f"{key}:state": unit["state"]}
    shown |= {f"{key}/{document}:days_late": one["days_late"] for document, one in unit["filings"].items()}
    if not unit["systems"]:
        return shown
    shown |= {f"{key}:{field}": unit[field] for field in HEAD} | conversion_figure(key, unit)
    shown[f"{key}:open"] = str(len(unit["open"]))
    if "grade" in unit:
        shown[f"{key}:grade"] = unit["grade"]["zh"]
    if Decimal(unit["points_on_entries"]):
        shown[f"{key}:confirmed_points"] = unit["confirmed_points"]
    if any(row["status"] == "not_applicable" for row in rows(unit)):
        shown[f"{key}:converted"] = unit["converted"]
        shown[f"{key}:zero_total"] = str(Decimal(unit["total"]) - Decimal(unit["converted"]))
    if files := case_files(name, key):
        shown[f"{key}:case_files"] = str(files)
    return shown | part_figures(key, unit) | outcome_figures(key, unit["outcome"])


def part_figures(key: str, unit: dict[str, Any]) -> dict[str, str]:
    shown: dict[str, str] = {}
    for system in unit["systems"]:
        for part in (system, *system["items"]):
            if Decimal(system["maximum"]):
                shown |= {f"{key}/{part['id']}:{field}": part[field] for field in ("points", "open_points", "maximum")}
                shown |= conversion_figure(f"{key}/{part['id']}", part)
        for item in system["items"]:
            for one in item["requirements"]:
                shown |= requirement_figures(key, one)
    return shown


def case_files(name: str, unit: str) -> int:
    reviews = SITES[name]().campaign.by_unit[unit].reviews
    return len({sheet.case_no for by in reviews for sheet in by.review.sheets})


def conversion_figure(key: str, level: dict[str, Any]) -> dict[str, str]:
    points = level.get("conversion", {}).get("points")
    return {f"{key}:conversion": points} if points else {}


def lost_to_vetoes(outcome: dict[str, Any]) -> Decimal:
    return sum((Decimal(veto["lost"]) for veto in outcome["vetoes"] if veto["acts"] == "yes"), Decimal(0))


def outcome_figures(unit: str, outcome: dict[str, Any]) -> dict[str, str]:
    words = ("eligible", "told_on", "reconsideration", "result")
    shown = {f"{unit}:{field}": outcome[field] for field in words if field in outcome}
    shown |= {f"{unit}/{veto['id']}:acts": veto["acts"] for veto in outcome["vetoes"]}
    if lost_to_vetoes(outcome):
        shown[f"{unit}:lost_to_vetoes"] = str(lost_to_vetoes(outcome))
    for name in ("bonus", "penalty"):
        if name in outcome:
            shown |= {f"{unit}:{name}": outcome[name]["points"], f"{unit}:{name}:cap": outcome[name]["cap"]}
            for row in outcome[name]["rows"]:
                shown |= {f"{unit}/{row['id']}:{field}": row[field] for field in ("points", "counted", "maximum")}
    return shown


def requirement_figures(unit: str, one: dict[str, Any]) -> dict[str, str]:
    key = f"{unit}/{one['id']}"
    shown = conversion_figure(key, one) | {f"{key}:status": one["status"]}
    if Decimal(one["maximum"]):
        if Decimal(one["open_points"]):
            shown[f"{key}:open_points"] = one["open_points"]
        if any("points" in row for row in one["rows"]):
            shown |= {f"{key}:points": one["points"], f"{key}:maximum": one["maximum"]}
        elif one["status"] == "not_applicable":
            shown[f"{key}:maximum"] = one["maximum"]
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
        key: {value} for key, value in figures_of(name, data_of(name, unit)).items()
    }


@EVERY_UNIT
@pytest.mark.parametrize("folder", ["", "en/"])
def test_what_a_reader_sees_is_the_value_behind_it(name: str, unit: str, folder: str) -> None:
    for key, found in page(name, f"{folder}units/{unit}.html").figures.items():
        for value, text in found:
            if key.endswith((":over_claim", ":confirmed_points")):
                assert value.lstrip("-") in text, key
            elif re.fullmatch(r"[0-9]+\.[0-9]{2}", value):
                assert text == value, key
            else:
                assert text.strip(), key


def rank_of(unit: dict[str, Any], units: list[dict[str, Any]]) -> dict[str, str]:
    """The rank among complete units of the same group; none while something is open."""
    if unit["state"] != "final":
        return {}
    peers = [one for one in units if (one["state"], one["peer_group"]) == ("final", unit["peer_group"])]
    above = sum(Decimal(one["total"]) > Decimal(unit["total"]) for one in peers)
    return {f"{unit['unit']}:rank": str(1 + above)}


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_page_of_results_shows_the_same_figures(name: str, folder: str) -> None:
    expected: dict[str, str] = {}
    for unit in SITES[name]().scores["units"]:
        keys = ["state", "result", "bonus", "grade", *(field for field in HEAD if field != "maximum")]
        wanted = {f"{unit['unit']}:{key}" for key in keys}
        if unit["systems"]:
            wanted |= {f"{unit['unit']}/{document}:days_late" for document in unit["filings"]}
        expected |= {key: value for key, value in figures_of(name, unit).items() if key in wanted}
        expected |= rank_of(unit, SITES[name]().scores["units"])
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


@EVERY_UNIT
def test_a_reader_can_redo_the_total_from_the_page(name: str, unit: str) -> None:
    shown = {key: found[0][0] for key, found in page(name, f"units/{unit}.html").figures.items()}
    if f"{unit}:total" not in shown:
        return
    steps = {"base": 1, "bonus": 1, "penalty": -1, "lost_to_vetoes": -1}
    made = sum((sign * Decimal(shown.get(f"{unit}:{step}", "0")) for step, sign in steps.items()), Decimal(0))
    assert Decimal(shown[f"{unit}:total"]) == max(Decimal(0), made)


@EVERY_UNIT
@pytest.mark.parametrize("folder", ["", "en/"])
def test_every_conversion_stands_with_its_arithmetic(name: str, unit: str, folder: str) -> None:
    data = data_of(name, unit)
    html, twin = page(name, f"{folder}units/{unit}.html").text, SITES[name]().markdown[f"{folder}units/{unit}.md"]
    for system in data["systems"]:
        for item in system["items"]:
            for level in (data, system, item, *item["requirements"]):
                if arithmetic := level.get("conversion", {}).get("arithmetic"):
                    assert arithmetic in html
                    assert arithmetic in twin


@EVERY_UNIT
def test_the_twin_carries_the_rows_of_bonus_and_penalty(name: str, unit: str) -> None:
    outcome, text = data_of(name, unit).get("outcome", {}), SITES[name]().markdown[f"units/{unit}.md"]
    for block in (outcome[kind] for kind in ("bonus", "penalty") if kind in outcome):
        for row in block["rows"]:
            assert f"| {markdown(row['arithmetic'])} | {row['points']} | {row['maximum']} | {row['counted']} |" in text
