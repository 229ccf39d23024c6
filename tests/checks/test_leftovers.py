"""What a template leaves behind is found in every text; honest words that look like it are not."""

from __future__ import annotations

from typing import Any

import pytest

from integrity_cli.checks import check
from integrity_cli.checks.whole import records_of
from integrity_cli.domain.record import Record
from integrity_cli.domain.texts import texts_in
from integrity_cli.reading.loader import load
from integrity_cli.sources import Overlay, WorkingTree
from tests.test_examples import SMALL
from tests.tools import ROOT

PLAN = "records/units/water/plan.yaml"
LEFT = """
某某局创建方案 | 某年某月召开会议 | ××局领导小组 | 示水发〔2014〕XX号 | ＸＸ支队 | 联系人xxx | 待定
地点待定 | 会议时间：待定
自查报告范文 | 【范文】创建方案 | 示例：市水务局 | 请在此填写单位名称
此处填写成效 | 填写说明 | 待补充 | TODO | 数据TBD
【】年度总结 | 示水发〔 〕号 | （  ）科 | 《》的规定 | 【单位名称】创建方案
共____件 | 共＿＿＿件 | 2014年 月 日 | Lorem ipsum
[insert name] | [Your unit] | insert the name here | {{unit}} | ${unit}
"""
HONEST = """
示例市水务局 | 示例日报 | 责任制考核（示例） | 等待定期检查 | 有待定性的案件 | 这一行待定，等考核组评定
规范文明执法 | 示范文本
说理文书范本 | 一份套范文，与范文只差店名 | 逐项填写 | 按案填写办理说明
3×2 | ×1.5倍 | XXL | Xx | TODOS | 某企业 | 某日
【案例】夜间采砂 | 《水法》 | （一）（二） | snake_case | a__b | 2014年11月 | 三月二日 | 待遇 | 招待定点 | [1] | 40 < 50
"""


def words_of(table: str) -> list[str]:
    return [words for line in table.strip().splitlines() for word in line.split("|") if (words := word.strip())]


def codes_with(words: str) -> list[str]:
    text = SMALL.read(PLAN).decode()
    line = "title: 市水务局诚信执法创建方案\n"
    assert text.count(line) == 1
    quoted = words.replace("'", "''")
    files: dict[str, bytes | None] = {PLAN: text.replace(line, f"title: '{quoted}'\n").encode()}
    return [one.code for one in check(load(Overlay(SMALL, files)))]


@pytest.mark.parametrize("words", words_of(LEFT))
def test_what_a_template_left_is_found(words: str) -> None:
    assert codes_with(words) == ["L250"]


@pytest.mark.parametrize("words", words_of(HONEST))
def test_honest_words_are_left_alone(words: str) -> None:
    assert codes_with(words) == []


@pytest.mark.parametrize("source", [SMALL, WorkingTree(ROOT)], ids=["small", "sample"])
def test_a_leftover_is_found_in_every_text_of_every_record(source: WorkingTree) -> None:
    """The walk reaches every line and prose: each text is looked up where its route says, in the file as it is."""
    campaign = load(source)
    seen = 0
    for path, above, record in records_of(campaign):
        for route, text in texts_in(record, above):
            at: Any = record
            for step in route[len(above) :]:
                at = getattr(at, str(step)) if isinstance(at, Record) else at[step]
            assert at == text, (path, route)
            seen += 1
    assert seen > 200


def test_no_text_field_is_passed_over() -> None:
    """In the small campaign every record is used; every value longer than a word of ASCII comes by in the walk."""
    campaign = load(SMALL)
    walked = {text for _, above, record in records_of(campaign) for _, text in texts_in(record, above)}
    for path, _, record in records_of(campaign):
        for value in strings_in(record.model_dump(mode="python")):
            assert value.isascii() or value in walked, (path, value)


def strings_in(value: object) -> list[str]:
    if isinstance(value, dict):
        return [one for inner in value.values() for one in strings_in(inner)]
    if isinstance(value, list | tuple):
        return [one for inner in value for one in strings_in(inner)]
    return [value] if isinstance(value, str) else []
