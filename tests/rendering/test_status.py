"""Progress in every format: the same figures, within 80 cells on any console, and calendars that others can read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import jsonschema
import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len

from integrity_cli.cli import words
from integrity_cli.lang import Lang
from integrity_cli.reading.digests import record_digest
from integrity_cli.reading.loader import load
from integrity_cli.rendering.formats import STATUS_FORMATS, UNIT_STATUS_FORMATS
from integrity_cli.rendering.page import Page
from integrity_cli.scoring.overview import progress_of_campaign, progress_of_unit
from integrity_cli.scoring.progress import CampaignProgress
from tests.pages import sections
from tests.rendering.readers import commands
from tests.rendering.test_hostile_findings import CONTROLS, HOSTILE
from tests.scoring.test_progress import DAYS
from tests.tools import ROOT, SAMPLE, integrity, sample_cards

SCHEMA = json.loads((ROOT / "docs/schemas/status.schema.json").read_text(encoding="utf-8"))
FAR = (date.min, date(1999, 12, 31), date(2026, 11, 27), date.max)
COLOURS = re.compile("\x1b\\[[0-9;]*m")


@cache
def digests() -> dict[str, str]:
    paths = (path for path in SAMPLE.paths() if path.endswith(("/plan.yaml", "/self_report.yaml")))
    found = ((path, record_digest(path, SAMPLE.read(path))) for path in paths)
    return {path: digest for path, digest in found if digest is not None}


@cache
def sample(day: date) -> CampaignProgress:
    campaign = load(SAMPLE)
    assert campaign.terms is not None
    return progress_of_campaign(campaign, campaign.terms, sample_cards().values(), digests(), day)


def units(day: date) -> Iterator[CampaignProgress]:
    campaign = load(SAMPLE)
    for unit, card in sample_cards().items():
        yield progress_of_unit(campaign, campaign.by_unit[unit], card, digests(), day)


def printed(progress: CampaignProgress, format_: str, page: Page) -> str:
    formats = UNIT_STATUS_FORMATS if len(progress.units) == 1 else STATUS_FORMATS
    return formats[format_](progress, page)


def test_the_formats_have_one_list() -> None:
    assert list(STATUS_FORMATS) == list(UNIT_STATUS_FORMATS) == list(words.StatusFormat)


def test_the_samples_in_the_documents_are_what_the_program_prints() -> None:
    shown = [one for one in sections("docs/formats.md") if one.title.startswith("进度：")]
    assert [one.title.removeprefix("进度：").strip("`") for one in shown] == list(STATUS_FORMATS)
    for one in shown:
        samples = one.fences("console")
        assert samples
        for sample_ in samples:
            command, _, lines = sample_.partition("\n")
            ran = integrity(*command.removeprefix("$ integrity ").split())
            left_out = "(?:.*\n)*?".join(re.escape(kept) for kept in lines.split("…\n"))
            assert re.fullmatch(left_out, ran.out.replace("\r\n", "\n")), command


# -- text


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("day", [*DAYS, *FAR], ids=str)
def test_text_keeps_within_80_cells_reads_on_a_gbk_console_and_says_the_same_without_colour(
    day: date, lang: Lang
) -> None:
    for progress in (sample(day), *units(day)):
        plain = printed(progress, "text", Page(lang))
        assert [line for line in plain.splitlines() if cell_len(line) > 80] == []
        plain.encode("gbk")
        coloured = printed(progress, "text", Page(lang, color=True))
        assert "\x1b[" in coloured
        assert [line.rstrip() for line in COLOURS.sub("", coloured).splitlines()] == plain.splitlines()
        wide = printed(progress, "text", Page(lang, width=120)).splitlines()
        assert [line for line in wide if cell_len(line) > 120] == []


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_unit_stands_on_one_screen(day: date, lang: Lang) -> None:
    for progress in units(day):
        assert len(printed(progress, "text", Page(lang)).splitlines()) <= 45, progress.units[0].unit.id


def test_each_language_is_its_own() -> None:
    chinese = re.compile("[\u4e00-\u9fff]")
    office = printed(sample(date(2015, 2, 13)), "text", Page(Lang.EN))
    assert not chinese.search(office)
    office = printed(sample(date(2015, 2, 13)), "text", Page(Lang.ZH))
    for unit in sorted(sample_cards(), key=len, reverse=True):
        office = office.replace(unit, "")
    assert re.findall("[A-Za-z]+", office) == []


def test_the_first_lines_say_where_the_campaign_stands() -> None:
    first = {}
    for day in DAYS:
        shown = printed(sample(day), "text", Page(Lang.EN)).splitlines()
        first[day.isoformat()] = shown[1 : shown.index("")]
    assert first == {
        "2014-10-20": ["no stage has begun: mobilisation begins on 2014-10-23, in 3 days"],
        "2014-11-20": [
            "planning: day 29 of 39, 11 days left, 7 working",
            "implementation: day 20 of 92, 73 days left, 51 working",
        ],
        "2014-11-28": [
            "planning: day 37 of 39, 3 days left, 1 working",
            "implementation: day 28 of 92, 65 days left, 45 working",
        ],
        "2014-12-01": ["implementation: day 31 of 92, 62 days left, 44 working"],
        "2015-02-10": ["self-check: day 10 of 10, today is the last day"],
        "2015-02-11": ["acceptance assessment: day 1 of 18, 18 days left, 10 working"],
        "2015-02-13": ["acceptance assessment: day 3 of 18, 16 days left, 8 working"],
        "2015-02-20": ["acceptance assessment: day 10 of 18, 9 days left, 4 working"],
        "2015-03-15": ["all stages are over: the last day was 2015-02-28, 15 days ago"],
    }


def test_beyond_the_calendar_working_days_are_said_to_be_unknown() -> None:
    progress = replace(sample(date(2014, 11, 28)), calendar=None)
    for lang, said in ((Lang.ZH, "工作日数不清"), (Lang.EN, "working days unknown")):
        shown = printed(progress, "text", Page(lang))
        assert said in shown.splitlines()[1]
        assert shown.count(said) > 3


def test_between_two_stages_that_is_said() -> None:
    terms = sample(date(2014, 11, 28)).terms
    events = tuple(one for one in sample(date(2014, 11, 28)).events if one.id != "stage-implementation")
    progress = replace(sample(date(2014, 12, 20)), terms=terms, events=events)
    shown = printed(progress, "text", Page(Lang.EN)).splitlines()
    assert shown[1] == "today lies in no stage: self-check begins on 2015-02-01, in 43 days"


@pytest.mark.parametrize("lang", Lang)
def test_the_picture_has_a_sign_a_day_group_and_points_at_today(lang: Lang) -> None:
    """Past is `=`, today `#`, to come `-`: on each line in that order, and today's sign above the pointer."""
    for day in DAYS[1:-1]:
        lines = printed(sample(day), "text", Page(lang)).splitlines()
        (pointer,) = (line for line in lines if re.fullmatch(r" *(\S+ )?\^( \S+)?", line))
        column = cell_len(pointer[: pointer.index("^")])
        for event in (one for one in sample(day).events if one.kind in {"stage", "notice"}):
            name = event.name.say(lang)
            (line,) = (line for line in lines if line.startswith(f"{name} ") and str(event.first) in line)
            bar = line.split(str(event.last))[1].strip()
            signs = {"over": "=+", "under_way": "=*#-*", "ahead": "-+"}[event.phase(day)]
            assert re.fullmatch(signs, bar), (event.id, bar)
            if event.phase(day) == "under_way":
                assert cell_len(line[: line.index("#")]) == column


def test_a_narrow_console_gets_the_days_without_the_picture() -> None:
    lines = printed(sample(date(2014, 11, 28)), "text", Page(Lang.EN, width=50)).splitlines()
    assert "planning               2014-10-23  2014-11-30" in lines
    assert not any("==" in line for line in lines)


def test_units_are_named_by_their_ids_where_names_do_not_fit() -> None:
    english, chinese = (printed(sample(date(2014, 11, 28)), "text", Page(lang)) for lang in (Lang.EN, Lang.ZH))
    assert re.search(r"^human-resources +11-28 in time", english, re.MULTILINE)
    assert re.search(r"^示例市人力资源和社会保障局 11-28 按时", chinese, re.MULTILINE)


# -- the same figures


def table(progress: CampaignProgress, lang: Lang) -> dict[str, list[str]]:
    """The last three columns of the table, by the ids of the units in their order."""
    lines = printed(progress, "text", Page(lang)).splitlines()
    (head,) = (place for place, line in enumerate(lines) if line.startswith(("unit ", "单位 ")))
    cells = [line.split()[-3:] for line in lines[head + 1 : head + 1 + len(progress.units)]]
    return dict(zip((one.unit.id for one in progress.units), cells, strict=True))


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_json_holds_the_figures_of_the_text(day: date, lang: Lang) -> None:
    progress = sample(day)
    data = json.loads(printed(progress, "json", Page(lang)))
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(data)
    text = printed(progress, "text", Page(lang))
    for unit, shown in table(progress, lang).items():
        (one,) = (one for one in data["units"] if one["unit"] == unit)
        coverage = one.get("coverage")
        marks = str(len(one["open_marks"])) if "open_marks" in one else "—"
        decisions = str(len(one["open_decisions"])) if one["application"] == "applied" else "—"
        assert shown == [f"{coverage['supported']}/{coverage['of']}" if coverage else "—", marks, decisions]
    for filing, label in (("plan", "创建方案：应交"), ("self_report", "自查报告：应交")):
        states = {state: count for state, count in data["counts"]["filings"][filing].items() if count}
        line = next((line for line in text.splitlines() if line.startswith(label)), "") if lang is Lang.ZH else ""
        assert lang is Lang.EN or [int(one) for one in re.findall(r"\d+", line)] == (
            [sum(states.values()), *states.values()] if states else []
        )
    assert data["counts"]["open_decisions"] == sum(
        int(count) for count in re.findall(r"（(\d+) 项）：" if lang is Lang.ZH else r" \((\d+)\): ", text)
    )


@pytest.mark.parametrize("day", [*DAYS, *FAR], ids=str)
def test_json_of_a_unit_is_that_of_the_campaign(day: date) -> None:
    together = {one["unit"]: one for one in json.loads(printed(sample(day), "json", Page(Lang.ZH)))["units"]}
    for progress in units(day):
        data = json.loads(printed(progress, "json", Page(Lang.ZH)))
        jsonschema.Draft202012Validator(SCHEMA).validate(data)
        assert data["units"] == [together[progress.units[0].unit.id]]
        assert data["counts"]["units"] == 1


def test_json_is_the_same_in_both_languages() -> None:
    day = date(2015, 2, 13)
    assert printed(sample(day), "json", Page(Lang.ZH)) == printed(sample(day), "json", Page(Lang.EN))


@pytest.mark.parametrize("lang", Lang)
def test_a_unit_in_text_shows_digests_receipts_and_what_json_holds(lang: Lang) -> None:
    day = date(2015, 2, 20)
    for progress in units(day):
        text = printed(progress, "text", Page(lang)).replace("\n", "")
        (one,) = json.loads(printed(progress, "json", Page(lang)))["units"]
        if one["application"] != "applied":
            continue
        for filing in one["filings"].values():
            assert filing.get("digest", "") in text
            assert filing.get("receipt_no", "") in text
        assert f"{one['coverage']['supported']}/{one['coverage']['of']}" in text
        assert all(lacking["requirement"] in text for lacking in one["coverage"]["lacking"])
        for waits in [*one.get("open_marks", []), *one["open_decisions"]]:
            assert waits["row"] in text or waits["row"] in {"told_on", "result", "reconsideration"}
        if "total" in one["score"]:
            assert one["score"]["total"] in text


def test_a_filed_digest_that_is_not_the_record_s_is_told() -> None:
    (progress,) = (one for one in units(date(2015, 2, 20)) if one.units[0].unit.id == "land")
    unit = progress.units[0]
    told = []
    for filed in (None, unit.filings[0].digest, "0" * 64):
        filings = (replace(unit.filings[0], filed_digest=filed), unit.filings[1])
        text = printed(replace(progress, units=(replace(unit, filings=filings),)), "text", Page(Lang.EN))
        told.append("not the digest beside the receipt" in text)
    assert told == [False, False, True]


# -- markdown


@pytest.mark.parametrize("lang", Lang)
def test_markdown_is_a_heading_and_tables_with_a_row_for_every_unit(lang: Lang) -> None:
    progress = sample(date(2015, 2, 13))
    text = printed(progress, "markdown", Page(lang))
    assert text.startswith("## ")
    tokens = MarkdownIt().enable("table").parse(text)
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h2", "h3"]
    bodies = "".join(token.type[0] for token in tokens if token.type in {"tbody_open", "tr_open"}).split("tbody"[0])
    assert bodies
    rows = [line for line in text.splitlines() if line.startswith("| ") and "---" not in line]
    assert len(rows) == 2 + len(progress.events) + len(progress.units)
    for row, one in zip(rows[-len(progress.units) :], progress.units, strict=True):
        cells = [cell.strip() for cell in row.strip("|").split(" | ")]
        assert cells[0] == (one.unit.name if lang is Lang.ZH else one.unit.name_en)
        assert cells[4] == (f"{one.coverage.supported} / {one.coverage.of}" if one.coverage else "—")
        assert cells[6] == (str(len(one.decisions)) if one.applied else "—")


@pytest.mark.parametrize("lang", Lang)
def test_markdown_of_a_unit_names_everything_that_is_lacking(lang: Lang) -> None:
    for progress in units(date(2015, 2, 20)):
        (one,) = progress.units
        text = printed(progress, "markdown", Page(lang))
        for lacking in one.coverage.lacking if one.coverage else ():
            assert f"\n- {lacking.requirement} " in text
        assert text.count("`") == 2 * sum(filing.digest is not None for filing in one.filings if one.applied)


# -- odd records


def test_a_stage_that_ends_before_it_begins_and_one_that_lasts_for_ever_are_printed() -> None:
    progress = sample(date(2014, 11, 28))
    first, second, *others = progress.events
    reversed_ = replace(first, first=first.last, last=first.first)
    for_ever = replace(second, first=date.min, last=date.max)
    odd = replace(progress, events=(reversed_, for_ever, *others))
    for format_ in STATUS_FORMATS:
        for one in (odd, replace(odd, units=odd.units[:1])):
            shown = printed(one, format_, Page(Lang.EN))
            assert "0001-01-01" in shown or format_ == "ics"
            if format_ == "text":
                assert [line for line in shown.splitlines() if cell_len(line) > 80] == []


def named(name: str, day: date) -> CampaignProgress:
    """The sample with its campaign, one unit and a receipt called so."""
    progress = sample(day)
    first, *others = progress.units
    unit = first.unit.model_copy(update={"name": name, "name_en": None})
    filings = tuple(replace(one, receipt_no=name) for one in first.filings)
    terms = progress.terms.model_copy(update={"name": name, "name_en": None})
    return replace(progress, terms=terms, units=(replace(first, unit=unit, filings=filings), *others))


IN_RECORDS = [said for said in HOSTILE if said == said.encode("utf-8", "replace").decode("utf-8")]
"""All but what is no text at all, which no record can hold."""


@pytest.mark.parametrize("said", IN_RECORDS, ids=range(len(IN_RECORDS)))
@pytest.mark.parametrize("format_", STATUS_FORMATS)
def test_hostile_names_stay_data(format_: str, said: str) -> None:
    progress = named(said, date(2014, 11, 28))
    alone = replace(progress, units=progress.units[:1])
    for shown in (printed(progress, format_, Page(Lang.ZH)), printed(alone, format_, Page(Lang.EN))):
        assert commands(shown) == []
        assert not CONTROLS.search(shown.replace("\r\n", "\n") if format_ == "ics" else shown)
        shown.encode("utf-8")
        if format_ == "json":
            assert json.loads(shown)["campaign"]["name"] == said
        if format_ == "markdown":
            html = MarkdownIt().enable("table").render(shown)
            assert not re.search(r"<(img|a|script|details)\b", html)
