"""`integrity status` as its users meet it: days, exit codes, streams, files."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from integrity_cli.cli.edge import printable
from integrity_cli.lang import Lang
from integrity_cli.sources import Overlay
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, USAGE, Manner, Outcome
from integrity_cli.tasks.status import status
from tests.tools import ROOT, SAMPLE, integrity

OFFICE = "records/office"
NOON_IN_SHANGHAI = int(datetime(2014, 11, 28, 4, tzinfo=UTC).timestamp())


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A copy of the sample's records and rubric."""
    root = tmp_path / "活动"
    shutil.copytree(ROOT / "records", root / "records")
    shutil.copy(ROOT / "rubric.yaml", root)
    (root / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "notice.zh.md", root / "docs")
    return root


def asked(files: dict[str, bytes | None], unit: str | None = None, format_: str = "text") -> Outcome:
    return status(Overlay(SAMPLE, files), unit, format_, Manner(Lang.EN), date(2014, 12, 1))


def test_the_office_sees_where_the_campaign_stands() -> None:
    ran = integrity("status", "--on", "2014-11-28")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("2014年示例市诚信行政执法单位创建活动　2014-11-28 星期五\n制定方案：第 37 天，共 39 天")
    assert "创建方案：应交 14，按时 11、待交 3" in ran.out


def test_a_unit_sees_its_own() -> None:
    ran = integrity("status", "water", "--on", "2015-02-20", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Shili City Water Resources Bureau (water)  2015-02-20 Friday\n")
    assert "self-report: due 2015-02-10, 10 days overdue, not received" in ran.out


def test_lateness_is_no_failure() -> None:
    assert integrity("status", "--on", "2015-03-15").code == 0
    assert integrity("status", "water", "--on", "2015-03-15").code == 0


@pytest.mark.parametrize("epoch", [NOON_IN_SHANGHAI - 12 * 3600, NOON_IN_SHANGHAI, NOON_IN_SHANGHAI + 12 * 3600 - 1])
def test_without_a_day_it_is_today_in_shanghai(epoch: int) -> None:
    ran = integrity("status", "--format", "json", SOURCE_DATE_EPOCH=str(epoch))
    assert json.loads(ran.out)["on"] == "2014-11-28"


def test_without_a_day_and_without_source_date_epoch_the_clock_is_asked() -> None:
    before = datetime.now(UTC) + timedelta(hours=8)
    on = date.fromisoformat(json.loads(integrity("status", "water", "--format", "json").out)["on"])
    after = datetime.now(UTC) + timedelta(hours=8)
    assert before.date() <= on <= after.date()


@pytest.mark.parametrize("day", ["2014-11-31", "2014-11-3", "20141130", "2014-W48-5", "２０１４-11-30", "tomorrow", ""])
def test_a_day_that_is_none_is_wrong_usage(day: str) -> None:
    for lang, said in (("zh", "不是日历上的一天，写法如 2014-11-28"), ("en", "is no day of the calendar")):
        ran = integrity("status", "--on", day, "--lang", lang)
        assert (ran.code, ran.out) == (2, "")
        assert "--on" in ran.err
        assert f"{day} {said}" in ran.err


def test_an_unknown_unit_is_told_with_the_nearest() -> None:
    for name in ("watr", "示例市水利"):
        ran = integrity("status", name, "--on", "2014-11-28")
        assert (ran.code, ran.out) == (2, "")
        assert "water" in ran.err
    assert asked({}, "zzz").exit_code == USAGE


@pytest.mark.parametrize("record", ["calendar", "campaign", "filings", "notice", "objections", "register"])
def test_an_office_record_that_cannot_be_read_is_told_instead_of_wrong_figures(record: str) -> None:
    path = f"{OFFICE}/{record}.yaml"
    broken: dict[str, bytes | None] = {path: b"nonsense: [\n"}
    shown = asked(broken)
    assert shown.exit_code == FINDINGS
    assert f"{path}:" in shown.data
    assert path in shown.talk[0].say(Lang.EN)
    for unit, format_ in ((None, "json"), ("water", "ics")):
        program = asked(broken, unit, format_)
        assert (program.exit_code, program.data) == (FINDINGS, "")


@pytest.mark.parametrize("record", ["campaign", "register"])
def test_without_the_records_that_every_campaign_has_that_is_told(record: str) -> None:
    shown = asked({f"{OFFICE}/{record}.yaml": None})
    assert shown.exit_code == FINDINGS
    assert f"{OFFICE}/{record}.yaml is missing" in shown.data


@pytest.mark.parametrize("record", ["calendar", "filings", "notice", "objections", "team", "surveys"])
def test_without_the_records_that_come_later_there_is_progress(record: str) -> None:
    for unit, format_ in ((None, "text"), ("harbour", "text"), ("harbour", "ics")):
        shown = asked({f"{OFFICE}/{record}.yaml": None}, unit, format_)
        assert (shown.exit_code, shown.talk) == (CLEAN, ())
        assert shown.data


def test_without_filings_everything_is_overdue_or_awaited() -> None:
    data = json.loads(asked({f"{OFFICE}/filings.yaml": None}, None, "json").data)
    assert {name: count for name, count in data["counts"]["filings"]["plan"].items() if count} == {
        "overdue": 13,
        "awaited": 1,  # whose deadline was extended
    }


def test_a_broken_unit_is_named_and_leaves_the_others_their_figures() -> None:
    plan = "records/units/culture/plan.yaml"
    shown = asked({plan: SAMPLE.read(plan) + b"nonsense: 1\n"})
    assert (shown.exit_code, shown.talk) == (CLEAN, ())
    assert "cannot be scored: culture (`integrity validate` shows each)" in shown.data
    assert re.search(r"^culture +11-28 in time  awaited +cannot be… +—", shown.data, re.MULTILINE)
    assert "61/74" in shown.data
    alone = asked({plan: SAMPLE.read(plan) + b"nonsense: 1\n"}, "culture")
    assert alone.exit_code == CLEAN
    assert "the repository holds no such record yet" not in alone.data
    assert "first  the unit: the records hold 1 error" in alone.data


def test_a_rubric_that_cannot_be_read_leaves_days_and_receipts() -> None:
    shown = asked({"rubric.yaml": b"title: [\n"})
    assert shown.exit_code == CLEAN
    assert "plan: 14 units to file, 12 in time, 1 late, 1 awaited" in shown.data
    assert "/78" not in shown.data


def test_no_records_is_exit_3_in_every_format(tmp_path: Path) -> None:
    for format_ in ("text", "json", "markdown", "ics"):
        ran = integrity("status", "--format", format_, cwd=tmp_path)
        assert (ran.code, ran.out) == (3, "")
        assert "records/" in ran.err


@pytest.mark.parametrize("format_", ["text", "json", "markdown", "ics"])
def test_output_goes_to_a_file_as_it_would_to_the_screen(campaign: Path, format_: str) -> None:
    before = {path: path.stat().st_mtime_ns for path in campaign.rglob("*")}
    target = campaign.parent / "进度"
    ran = integrity("status", "--on", "2015-02-20", "--format", format_, "--output", str(target), cwd=campaign)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    screen = integrity("status", "--on", "2015-02-20", "--format", format_, cwd=campaign)
    assert target.read_bytes().decode("utf-8") == screen.out
    assert {path: path.stat().st_mtime_ns for path in campaign.rglob("*")} == before


def test_a_calendar_on_the_screen_ends_its_lines_as_the_standard_asks() -> None:
    ran = integrity("status", "quality", "--on", "2014-11-28", "--format", "ics", "--lang", "en")
    assert ran.out.count("\r\n") == ran.out.count("\n")
    calendar: Any = Calendar.from_ical(ran.out)
    summaries = [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")]
    assert summaries[:2] == ["mobilisation", "planning"]
    assert "plan due (extended)" in summaries


@pytest.mark.parametrize("format_", ["text", "json", "markdown", "ics"])
def test_the_bytes_are_the_same_again_whatever_the_machine(format_: str) -> None:
    options = ("status", "--on", "2015-02-13", "--format", format_)
    elsewhere = integrity(*options, TZ="America/New_York", PYTHONHASHSEED="7", LANG="en_US.UTF-8", LC_ALL="C")
    assert integrity(*options).out == elsewhere.out


def test_the_campaign_s_language_is_spoken_where_none_is_asked_for(campaign: Path) -> None:
    terms = campaign / OFFICE / "campaign.yaml"
    terms.write_text(terms.read_text(encoding="utf-8").replace("language: zh", "language: en"), encoding="utf-8")
    assert "days left include today" in integrity("status", "--on", "2014-11-28", cwd=campaign).out
    assert "剩余天数" in integrity("status", "--on", "2014-11-28", "--lang", "zh", cwd=campaign).out


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("arguments", [(), ("water",)], ids=["office", "unit"])
def test_nothing_is_lost_on_a_gbk_console(lang: str, arguments: tuple[str, ...]) -> None:
    options = ("status", *arguments, "--on", "2015-02-20", "--lang", lang)
    gbk = integrity(*options, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert (gbk.code, gbk.out) == (0, integrity(*options).out)
    assert "?" not in gbk.out


def test_a_digest_is_never_taken_for_a_number_of_somebody() -> None:
    """It is copied into filings.yaml, so the last wall at the edge must let each of its characters through."""
    digests = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(5000)]
    for shape in ("  校验值 {}", '          "digest": "{}",', "  digest `{}`"):
        text = "\n".join(shape.format(digest) for digest in digests)
        assert printable(text) == text


def test_an_english_office_view_needs_no_chinese_console() -> None:
    ran = integrity("status", "--on", "2015-02-20", "--lang", "en", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert (ran.code, ran.err) == (0, "")
    assert "?" not in ran.out
