"""Each rule of honesty finds what breaks it, and lets pass what only looks alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.sample.headcounts import disagreeing
from tests.sample.honesty import (
    Dated,
    Numbered,
    Said,
    alike,
    case_numbers_amiss,
    digitless,
    numbers_out_of_order,
    numbers_unknown,
    on_rest_days,
    placeholders,
    private,
    reachable,
    said_twice,
    writers_of_records,
)
from tests.tools import CALENDAR, dossier, entry


def heads(*entries: dict[str, Any], **report: Any) -> list[str]:
    """What disagrees in a unit of ten officers, four and six, with a report."""
    counted = entry(99, "roster", in_post="10", certified="10", note="局机关四人、支队六人；一人病假。")
    stated = {"title": "自查报告", "reported_on": "2015-02-05", "summary": "略有进展。"} | report
    return disagreeing(dossier(counted, *entries, self_report=stated))


SUNDAY, MONDAY = CALENDAR.starts_on.replace(day=5), CALENDAR.starts_on.replace(day=13)
TRAINING = {"topic": "law", "audience": "officers", "hours": "2"}
INSPECTION = {"method": "random", "subject": "officers", "covered": "3"}

BROKEN: dict[str, tuple[Callable[[], list[str]], Callable[[], list[str]]]] = {
    "one title twice": (
        lambda: alike([Said("a E-001", "动员会"), Said("b E-001", "动员会")], str),
        lambda: alike([Said("a E-001", "动员会"), Said("b E-001", "部署会")], str),
    ),
    "a title that differs in figures": (
        lambda: alike([Said("a E-001", "第十二次培训"), Said("a E-002", "第3次培训")], digitless),
        lambda: alike([Said("a E-001", "第一次会议"), Said("a E-002", "第二次培训")], digitless),
    ),
    "a meeting on a Sunday": (
        lambda: on_rest_days([Dated("a E-001", SUNDAY, "局务会")], CALENDAR),
        lambda: on_rest_days([Dated("a E-001", SUNDAY, "局务会，星期日"), Dated("a E-002", MONDAY, "")], CALENDAR),
    ),
    "more at a training than in post": (
        lambda: heads(entry(1, "training", people="11", **TRAINING)),
        lambda: heads(entry(1, "training", people="10", **TRAINING)),
    ),
    "a roster whose parts are more": (
        lambda: disagreeing(dossier(entry(1, "roster", in_post="9", certified="9", note="机关四人、支队六人。"))),
        heads,
    ),
    "dossiers due for others": (
        lambda: heads(entry(1, "dossier_summary", subject="officers", subjects="12", with_dossier="8")),
        lambda: heads(entry(1, "dossier_summary", subject="officers", subjects="10", with_dossier="8")),
    ),
    "an appraisal of others": (
        lambda: heads(entry(1, "appraisal", subject="officers", covered="9", total="9", poor="0", held_to_account="0")),
        lambda: heads(
            entry(1, "appraisal", subject="officers", covered="9", total="10", poor="0", held_to_account="0")
        ),
    ),
    "an inspection of no whole": (
        lambda: heads(entry(1, "inspection", total="7", **INSPECTION)),
        lambda: heads(entry(1, "inspection", total="6", body="corps", **INSPECTION)),
    ),
    "another number declared": (
        lambda: heads(declared={"officers_in_post": "11"}),
        lambda: heads(declared={"officers_in_post": "10"}),
    ),
    "another number named": (
        lambda: heads(summary="一百零五名执法人员全部持证。"),
        lambda: heads(summary="十名执法人员全部持证。"),
    ),
    "a number later than the next": (
        lambda: numbers_out_of_order(
            [Numbered("a", "示试〔2014〕7号", MONDAY), Numbered("b", "示试〔2014〕8号", SUNDAY)]
        ),
        lambda: numbers_out_of_order(
            [Numbered("a", "示试〔2014〕8号", MONDAY), Numbered("b", "示试〔2014〕7号", SUNDAY)]
        ),
    ),
    "a number given twice": (
        lambda: numbers_out_of_order(
            [Numbered("a", "示试〔2014〕7号", MONDAY), Numbered("b", "示试〔2014〕7号", MONDAY)]
        ),
        lambda: numbers_out_of_order(
            [Numbered("a", "示试〔2014〕7号", MONDAY), Numbered("b", "示乙〔2014〕7号", MONDAY)]
        ),
    ),
    "a number of another year": (
        lambda: numbers_out_of_order([Numbered("a", "示试〔2013〕7号", MONDAY)]),
        lambda: numbers_out_of_order([Numbered("a", "示试〔2014〕7号", MONDAY)]),
    ),
    "a case number given twice": (
        lambda: case_numbers_amiss(
            [Numbered("a", "示试罚〔2014〕第7号", MONDAY), Numbered("b", "示试罚〔2014〕7号", SUNDAY)]
        ),
        lambda: case_numbers_amiss(
            [Numbered("a", "示试罚〔2014〕第7号", MONDAY), Numbered("b", "示试罚〔2014〕8号", SUNDAY)]
        ),
    ),
    "a case closed before its year": (
        lambda: case_numbers_amiss([Numbered("a", "示试罚〔2015〕第7号", MONDAY)]),
        lambda: case_numbers_amiss([Numbered("a", "示试罚〔2013〕第7号", MONDAY)]),
    ),
    "a number without its brackets": (
        lambda: case_numbers_amiss([Numbered("a", "2014年第7号", MONDAY)]),
        lambda: case_numbers_amiss([Numbered("a", "示农（种子）罚〔2014〕7号", MONDAY)]),
    ),
    "a number that nobody bears": (
        lambda: numbers_unknown([Said("a", "见示试〔2014〕8号文。")], ["示试〔2014〕7号"]),
        lambda: numbers_unknown([Said("a", "见示试〔2014〕7号文。")], ["示试〔2014〕第7号"]),
    ),
    "a placeholder": (
        lambda: placeholders([Said("a", "某某公司超标排放。")]),
        lambda: placeholders([Said("a", "一家公司超标排放，按规范文书送达。")]),
    ),
    "a value to come": (
        lambda: placeholders([Said("a", "待定")]),
        lambda: placeholders([Said("a", "时间待定的一次回访改在二月。")]),
    ),
    "a sentence of two units": (
        lambda: said_twice(
            {
                "a": ["台账四十五条，原件齐全，逐条核对签字页和日期无误。"],
                "b": ["台账三十条，原件齐全，逐条核对签字页和日期无误。"],
            }
        ),
        lambda: said_twice({"a": ["台账原件齐全。"], "b": ["台账原件齐全。"]}),
    ),
    "an identity number": (
        lambda: private([Said("a", "身份证号" + "9" * 17 + "X")]),
        lambda: private([Said("a", "seal: " + "0f" * 32), Said("a", "六万八千元")]),
    ),
    "a mobile number": (
        lambda: private([Said("a", "手机1" + "3" * 10)]),
        lambda: private([Said("a", "电话55830127")]),
    ),
    "a bank card": (
        lambda: private([Said("a", "账号" + "6" * 19)]),
        lambda: private([Said("a", "a" + "6" * 19 + "b")]),
    ),
    "a plate": (
        lambda: private([Said("a", "涉案车辆苏" + "J12345")]),
        lambda: private([Said("a", "苏州一辆货车")]),
    ),
    "a phone of another form": (
        lambda: reachable([Said("a", "电话0515-86660000")]),
        lambda: reachable([Said("a", "电话55830026")]),
    ),
    "a host of another domain": (
        lambda: reachable([Said("a", "http://www.example.com/a"), Said("b", "fagui@example.net")]),
        lambda: reachable([Said("a", "http://jiaotong.example.org/a"), Said("b", "fagui@jiaotong.example.org")]),
    ),
    "a script that writes records": (
        lambda: writers_of_records([Said("make.py", '(ROOT / "records/units").write_text(made)')]),
        lambda: writers_of_records([Said("read.py", 'load(ROOT / "records/units")')]),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_rule_finds_what_breaks_it_and_nothing_else(name: str) -> None:
    broken, sound = BROKEN[name]
    assert len(broken()) >= 1
    assert sound() == []
