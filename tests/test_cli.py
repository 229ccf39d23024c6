"""The program as its users meet it: exit codes, streams, languages, consoles."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from integrity_cli.reading.loader import load
from tests.tools import ROOT, SAMPLE, integrity, sample_cards, scored_units

SCORED = scored_units()


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A copy of the sample campaign in a folder with Chinese characters and a blank in its name."""
    root = tmp_path / "诚信 活动"
    for name in ("records", "templates"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "rubric.yaml", root)
    (root / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "notice.zh.md", root / "docs")
    return root


def test_validate_says_what_it_looked_at() -> None:
    ran = integrity("validate")
    assert (ran.code, ran.err) == (0, "")
    assert "16 个单位" in ran.out
    assert "没有发现问题" in ran.out


def test_validate_counts_in_json_what_it_counts_in_words() -> None:
    data = json.loads(integrity("validate", "--format", "json").out)
    words = integrity("validate", "--lang", "en").out
    assert data["findings"] == []
    looked_at = data["looked_at"]
    assert f"{looked_at['units']} units, {looked_at['files']} record files, {looked_at['entries']} ledger" in words


def test_an_unknown_unit_is_wrong_usage_and_names_the_nearest() -> None:
    ran = integrity("score", "urban-managment")
    assert (ran.code, ran.out) == (2, "")
    assert "urban-management" in ran.err


def test_an_unknown_unit_by_its_chinese_name_names_its_id() -> None:
    assert "culture" in integrity("score", "示例市文化广电新闻出版").err


def test_a_unit_nothing_like_any_is_told_all_of_them() -> None:
    assert "、".join(sorted(sample_cards())) in integrity("score", "zzzzzz").err


@pytest.mark.parametrize(
    "command", [["validate"], ["score", "culture"], ["score", "--all"], ["status"], ["show", "E-001"], ["report"]]
)
def test_no_records_is_exit_3(tmp_path: Path, command: list[str]) -> None:
    ran = integrity(*command, "--root", str(tmp_path), cwd=tmp_path)
    assert (ran.code, ran.out) == (3, "")
    assert "records/" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [["foo"], ["show"], ["validate", "--format", "xml"], ["validate", "--root", "nowhere"], []]
)
def test_wrong_usage_is_exit_2_without_a_traceback(arguments: list[str]) -> None:
    ran = integrity(*arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.err + ran.out


def test_findings_are_exit_1_with_file_line_and_column(campaign: Path) -> None:
    path = campaign / "records/units/culture/plan.yaml"
    path.write_bytes(path.read_bytes().replace(b"decided_on: 2014-", b"decided_on: 2014-13-"))
    ran = integrity("validate", "--root", str(campaign))
    assert ran.code == 1
    assert "错误[S105]" in ran.out
    assert "records/units/culture/plan.yaml:" in ran.out
    assert integrity("score", "culture", "--root", str(campaign)).code == 1
    assert integrity("score", "agriculture", "--root", str(campaign)).code == 0


def test_a_blocked_unit_shows_no_total(campaign: Path) -> None:
    path = campaign / "records/units/culture/plan.yaml"
    path.write_bytes(path.read_bytes() + b"nonsense: 1\n")
    data = json.loads(integrity("score", "culture", "--root", str(campaign), "--format", "json").out)
    assert data["state"] == "unscored"
    assert "total" not in data
    assert data["systems"] == []


def test_a_broken_register_is_told_instead_of_a_missing_unit(campaign: Path) -> None:
    (campaign / "records/office/register.yaml").write_text("units: x\n", encoding="utf-8")
    ran = integrity("score", "culture", "--root", str(campaign))
    assert ran.code == 1
    assert "register.yaml:1:8" in ran.out


def test_validate_and_score_write_nothing(campaign: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in campaign.rglob("*")}
    integrity("validate", "--root", str(campaign))
    integrity("score", "culture", "--root", str(campaign))
    assert {path: path.stat().st_mtime_ns for path in campaign.rglob("*")} == before


def test_output_goes_to_a_file(campaign: Path) -> None:
    target = campaign / "结果.json"
    ran = integrity("score", "culture", "--format", "json", "--output", str(target), "--root", str(campaign))
    assert (ran.code, ran.out) == (0, "")
    assert json.loads(target.read_text(encoding="utf-8"))["unit"] == "culture"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    ran = integrity("validate", "--output", str(tmp_path / "no" / "such.txt"))
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert "such.txt" in ran.err


def test_the_language_is_asked_for_by_option_then_environment_then_campaign(campaign: Path) -> None:
    terms = campaign / "records/office/campaign.yaml"
    english = terms.read_text(encoding="utf-8").replace("language: zh", "language: en")
    assert "nothing found" not in integrity("validate", "--root", str(campaign)).out
    terms.write_text(english, encoding="utf-8")
    assert "nothing found" in integrity("validate", "--root", str(campaign)).out
    assert "没有发现问题" in integrity("validate", "--root", str(campaign), INTEGRITY_LANG="zh").out
    assert "nothing found" in integrity("validate", "--root", str(campaign), "--lang", "en", INTEGRITY_LANG="zh").out


def test_the_locale_of_the_machine_decides_nothing() -> None:
    assert integrity("validate", LANG="en_US.UTF-8", LC_ALL="en_US.UTF-8").out == integrity("validate").out


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_console_that_cannot_show_everything_still_gets_its_answer(encoding: str, lang: str) -> None:
    for command in (["validate"], ["score", "urban-management"], ["--help"]):
        ran = (
            integrity(*command, "--lang", lang, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
            if command != ["--help"]
            else integrity(*command, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        )
        assert ran.code == 0
        assert "Traceback" not in ran.err


def test_colour_is_for_people_who_ask_or_watch() -> None:
    assert "\x1b[" not in integrity("score", "culture").out
    assert "\x1b[" in integrity("score", "culture", "--color", "always").out
    assert "\x1b[" in integrity("score", "culture", FORCE_COLOR="1").out
    assert "\x1b[" not in integrity("score", "culture", FORCE_COLOR="1", NO_COLOR="1").out


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("unit", SCORED)
def test_a_score_fits_on_one_screen(unit: str, lang: str) -> None:
    from rich.cells import cell_len

    lines = integrity("score", unit, "--lang", lang).out.splitlines()
    assert len(lines) <= 45
    assert [line for line in lines if cell_len(line) > 80] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_table_and_an_explanation_keep_within_80_columns(lang: str) -> None:
    from rich.cells import cell_len

    for command in (["score", "--all"], ["score", "culture", "--explain", "A2.6"], ["show", "E-012"]):
        long = [line for line in integrity(*command, "--lang", lang).out.splitlines() if cell_len(line) > 80]
        assert long == [], command


def test_all_units_are_in_one_table_by_peer_group() -> None:
    ran = integrity("score", "--all", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    for name in ("示例市城市管理局", "示例市农业委员会", "示例市文化广电新闻出版局"):
        assert ran.out.count(name) == 1
    for group in ("综合执法类", "经济管理类", "社会管理类"):
        assert group in ran.out.splitlines()


def test_all_units_in_json_are_the_scorecards_of_each() -> None:
    data = json.loads(integrity("score", "--all", "--format", "json").out)
    assert data["format"] == "integrity-scores/1"
    cards = {card["unit"]: card for card in data["units"]}
    assert sorted(cards) == sorted(sample_cards())
    one = json.loads(integrity("score", "culture", "--format", "json").out)
    assert {key: one[key] for key in cards["culture"]} == cards["culture"]


def test_one_broken_unit_leaves_the_others_their_scores(campaign: Path) -> None:
    path = campaign / "records/units/culture/plan.yaml"
    path.write_bytes(path.read_bytes() + b"nonsense: 1\n")
    ran = integrity("score", "--all", "--format", "json", "--root", str(campaign))
    assert ran.code == 1
    states = {card["unit"]: "total" in card for card in json.loads(ran.out)["units"]}
    assert states == {unit: unit in SCORED and unit != "culture" for unit in sample_cards()}


@pytest.mark.parametrize("arguments", [["score"], ["score", "culture", "--all"]], ids=["neither", "both"])
def test_a_score_is_asked_of_one_unit_or_of_all(arguments: list[str]) -> None:
    ran = integrity(*arguments, "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert "--all" in ran.err


def test_in_full_every_row_is_there_with_its_arithmetic() -> None:
    short = integrity("score", "culture", "--lang", "zh").out
    full = integrity("score", "culture", "--full", "--lang", "zh").out
    data = json.loads(integrity("score", "culture", "--format", "json").out)
    rows = [
        row
        for system in data["systems"]
        for item in system["items"]
        for one in item["requirements"]
        for row in one["rows"]
    ]
    heads = [line.split(" ")[0] for line in full.splitlines()]
    for row in rows:
        assert row["id"] in heads
    assert "0.50 × min(1, 3) ÷ 3 = 0.17" in full
    assert "0.50 × min(1, 3) ÷ 3 = 0.17" not in short


@pytest.mark.parametrize(("asked", "shown"), [("A2.6", "A2.6"), ("A2.6/2", "A2.6")])
def test_a_requirement_is_explained_with_the_entries_it_rests_on(asked: str, shown: str) -> None:
    ran = integrity("score", "culture", "--explain", asked, "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{shown} ")
    for piece in ("定期组织法律知识培训活动", "A2.6/1", "A2.6/2", "= 0.17", "E-002 2014-12-17"):
        assert piece in ran.out


def test_a_requirement_is_explained_in_json() -> None:
    data = json.loads(integrity("score", "culture", "--explain", "A2.6", "--format", "json").out)
    assert data["id"] == "A2.6"
    assert [row["id"] for row in data["rows"]] == ["A2.6/1", "A2.6/2"]


def test_an_unknown_requirement_is_wrong_usage_and_names_the_nearest() -> None:
    ran = integrity("score", "culture", "--explain", "A2.66", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert "`A2.66`" in ran.err
    assert "A2.6" in ran.err.replace("A2.66", "")


def test_a_score_in_markdown_is_a_heading_and_tables() -> None:
    ran = integrity("score", "culture", "--format", "markdown", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("## 示例市文化广电新闻出版局（culture）")
    tables = [line for line in ran.out.splitlines() if line.startswith("|")]
    assert len({line.count("|") for line in tables[:5]}) == 1
    assert any(line.startswith("| A2.6") for line in tables)


def test_an_entry_is_shown_in_every_unit_that_has_it() -> None:
    ran = integrity("show", "E-012", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    heads = [line for line in ran.out.splitlines() if " E-012 " in line]
    having = [
        dossier.unit.id
        for dossier in load(SAMPLE).dossiers
        if any(placed.entry.id == "E-012" for placed in dossier.ledger)
    ]
    assert [head.split(" ")[0] for head in heads] == having
    assert "records/units/agriculture/evidence.yaml" in ran.out


def test_an_entry_of_a_unit_that_nobody_knows_is_told_with_the_nearest() -> None:
    ran = integrity("show", "E-002", "--unit", "cultur", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert "名册中没有单位 `cultur`" in ran.err
    assert "culture" in ran.err


def test_where_there_is_no_score_nothing_is_explained_and_that_is_said() -> None:
    ran = integrity("score", "water", "--explain", "A1.1", "--lang", "zh")
    assert ran.code == 0
    assert "未参加考核" in ran.out
    assert "没有可以说明的考核项" in ran.err


def test_an_entry_is_shown_of_one_unit() -> None:
    ran = integrity("show", "E-002", "--unit", "culture", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("culture E-002 2014-12-17")
    assert ran.out.count("E-002") == 1
    assert "A2.6/1 A2.6/2" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [["E-999"], ["E-012", "--unit", "culture"], ["e012"]],
    ids=["no such entry", "not of this unit", "no id at all"],
)
def test_an_unknown_entry_is_wrong_usage(arguments: list[str]) -> None:
    ran = integrity("show", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert arguments[0] in ran.err


def test_help_speaks_the_language_asked_for() -> None:
    assert "Check every record" in integrity("validate", "--help", "--lang", "en").out
    assert "查验全部记录" in integrity("validate", "--help").out


def test_version_is_answered_before_anything_heavy_is_imported() -> None:
    ran = integrity("--version")
    assert ran.out.startswith("integrity ")


def test_score_json_shows_every_requirement_with_what_it_rests_on() -> None:
    data = json.loads(integrity("score", "urban-management", "--format", "json").out)
    requirements = [one for system in data["systems"] for item in system["items"] for one in item["requirements"]]
    assert len(requirements) == 105
    for one in requirements:
        assert {"id", "clause", "maximum", "points", "status", "rows"} <= one.keys()
        for row in one["rows"]:
            assert row["maximum"]
            assert row["status"]
            assert row["reason"].keys() == {"zh", "en"}
            assert isinstance(row["facts"], list)
