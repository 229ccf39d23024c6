"""Every figure on a page is the figure of `scores.json`, in both languages, and none is missing."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from typing import Any

import pytest

from integrity_cli.publishing.typesetting import markdown
from tests.publishing.tools import PAGES, SITES, TWINS, UNITS, page, sample

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
        assert ("zero_total" in unit) is not bool(lost_to_vetoes(unit["outcome"]))
        if "zero_total" in unit:
            shown[f"{key}:zero_total"] = unit["zero_total"]
            assert unit["zero_total"] == str(Decimal(unit["total"]) - Decimal(unit["converted"]))
    assert unit["case_files"] == str(case_files(name, key))
    if unit["case_files"] != "0":
        shown[f"{key}:case_files"] = unit["case_files"]
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
def test_ranks_in_the_data_are_those_of_the_totals(name: str) -> None:
    units = SITES[name]().scores["units"]
    for unit in units:
        assert ({f"{unit['unit']}:rank": unit["rank"]} if "rank" in unit else {}) == rank_of(unit, units)


def figures_of_the_campaign(name: str, scores: dict[str, Any]) -> dict[str, str]:
    """Every figure that any page may show, by the keys in its markup, read from the data alone."""
    known = {f"counts:{what}": number for what, number in scores["counts"].items()}
    known |= {f"{duty['id']}:{field}": duty[field] for duty in scores["duties"] for field in ("met", "of")}
    for unit in scores["units"]:
        known |= figures_of(name, unit) | ({f"{unit['unit']}:rank": unit["rank"]} if "rank" in unit else {})
        known |= {f"{unit['unit']}:result": unit["outcome"]["result"]} if "result" in unit["outcome"] else {}
    return known


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize("path", PAGES)
def test_every_marked_figure_of_every_page_stands_in_the_data(name: str, folder: str, path: str) -> None:
    known = figures_of_the_campaign(name, SITES[name]().scores)
    for key, found in page(name, f"{folder}{path}.html").figures.items():
        assert {value for value, _ in found} == {known[key]}, key


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_page_of_results_shows_every_unit_with_its_figures(name: str, folder: str) -> None:
    expected: set[str] = set()
    for unit in SITES[name]().scores["units"]:
        key, fields = unit["unit"], {"rank", "grade", "total", "base", "open_points", "over_claim"} & unit.keys()
        result = {"result"} & unit["outcome"].keys()
        state = set() if result and unit["state"] == "final" else {"state"}
        expected |= {f"{key}:{field}" for field in fields | result | state}
        expected |= {f"{key}:bonus"} if "bonus" in unit["outcome"] else set()
        items = (item for system in unit["systems"] if Decimal(system["maximum"]) for item in system["items"])
        expected |= {f"{key}/{item['id']}:points" for item in items if Decimal(item["maximum"])}
    tiles = {f"counts:{what}" for what in ("units", "scored", "accepted", "deferred", "not_accepted")}
    assert page(name, f"{folder}index.html").figures.keys() == expected | tiles


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("folder", ["", "en/"])
def test_every_unit_stands_on_the_page_of_results_and_on_that_of_progress(name: str, folder: str) -> None:
    for path in ("index.html", "progress.html"):
        links = page(name, f"{folder}{path}").values("href")
        assert {f"units/{card.unit}.html" for card in SITES[name]().cards} <= set(links)


def test_the_counts_are_those_of_the_units() -> None:
    scores = sample().scores
    units = scores["units"]
    assert scores["counts"]["units"] == str(len(units)) == "16"
    assert scores["counts"]["scored"] == str(sum("total" in unit for unit in units))
    for result in ("accepted", "deferred", "not_accepted"):
        assert scores["counts"][result] == str(sum(unit["outcome"].get("result") == result for unit in units))
    assert scores["counts"]["notice_days"] == "12"
    assert scores["counts"]["notice_working_days"] == "5"
    assert (scores["counts"]["objections"], scores["counts"]["upheld"]) == ("2", "1")


def test_the_table_for_spreadsheets_holds_the_figures_of_the_data() -> None:
    content = sample().files["data/scores.csv"].decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(content, newline="")))
    for line, unit in zip(lines, sample().scores["units"], strict=True):
        assert line["编号 unit"] == unit["unit"]
        assert line["总分 total"] == unit.get("total", "")
        assert line["名次 rank"] == unit.get("rank", "")
        items = [item for system in unit["systems"] for item in system["items"] if Decimal(item["maximum"])]
        assert [line[item["id"]] for item in items] == [item["points"] for item in items]
    assert list(lines[0])[-12:] == ["A1", "A2", "A3", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "D1", "D2"]


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize("path", [one for one in TWINS if one != "method"])
def test_a_twin_carries_every_figure_of_its_page(name: str, folder: str, path: str) -> None:
    text = SITES[name]().markdown[f"{folder}{path}.md"]
    figures = page(name, f"{folder}{path}.html").figures
    assert figures
    for key, found in figures.items():
        for _, said in found:
            assert markdown(said) in text, key


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
