"""The result on the pages: ranks and ties, vetoes found and decided, rows that do not apply, bars, dates."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import yaml

from integrity_cli.publishing import publish
from integrity_cli.sources import Overlay
from tests.publishing.test_hostile_data import VETOED
from tests.publishing.tools import SMALL, Site, page, read, sample, site_of, small

DECISIONS = "records/office/decisions/water.yaml"
REGISTER = "records/office/register.yaml"


def decided(**changes: object) -> Site:
    """The small campaign with other decisions on its unit."""
    data = yaml.load(SMALL.read(DECISIONS), yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
    data |= changes
    return site_of(Overlay(SMALL, {DECISIONS: json.dumps(data, ensure_ascii=False).encode("utf-8")}))


def test_equal_totals_share_a_rank_and_are_called_tied() -> None:
    cards = {card.unit: card for card in sample().cards}
    twin = replace(cards["agriculture"], unit="culture", name="同分单位", timeliness=cards["agriculture"].timeliness)
    both = (cards["agriculture"], twin)
    others = tuple(card for unit, card in cards.items() if unit not in {"agriculture", "culture"})
    alone = tuple(replace(card, peer_group="其他") for card in others)
    files = publish(sample().campaign, (*alone, *both))
    chinese, english = (read(files[path].decode("utf-8")) for path in ("index.html", "en/index.html"))
    for unit in ("agriculture", "culture"):
        assert chinese.figures[f"{unit}:rank"] == [("1", "并列 1 / 2")]
        assert english.figures[f"{unit}:rank"] == [("1", "tied 1 of 2")]


def test_a_provisional_unit_has_a_total_but_neither_rank_nor_grade() -> None:
    shown = page("sample", "index.html")
    assert "culture:total" in shown.figures
    assert "culture:rank" not in shown.figures
    assert "culture:grade" not in shown.figures
    assert "暂不排名" in shown.text


def test_a_grade_is_a_word_with_a_shape() -> None:
    assert "●●● 优秀" in page("sample", "index.html").text
    assert "●○○ 合格" in page("sample", "units/agriculture.html").text


def test_a_unit_that_withdrew_is_listed_with_the_day() -> None:
    old = b"application: {applied_on: 2014-10-27}"
    new = b"application: {applied_on: 2014-10-27, withdrawn_on: 2014-12-01}"
    site = site_of(Overlay(SMALL, {REGISTER: SMALL.read(REGISTER).replace(old, new)}))
    shown = read(site.html["index.html"])
    assert shown.figures["water:state"] == [("withdrawn", "已撤回申报")]
    assert "2014-12-01 撤回申报" in shown.text
    assert "water:total" not in shown.figures


def test_a_veto_that_is_found_but_not_decided_takes_nothing_and_stays_open() -> None:
    site = decided(findings=VETOED["findings"])
    shown = read(site.html["units/water.html"])
    assert shown.figures["water/V2:acts"] == [("no", "已查实，尚未决定，不影响得分")]
    assert "决定后将归零" in shown.text
    assert "water:lost_to_vetoes" not in shown.figures
    assert "water:grade" not in shown.figures
    assert shown.figures["water:state"][0][0] == "provisional"
    assert "#V2" in shown.values("href")


def test_a_decided_veto_shows_its_basis_its_hearing_and_what_it_takes() -> None:
    site = decided(**VETOED)
    shown, twin = read(site.html["units/water.html"]), site.markdown["units/water.md"]
    assert shown.figures["water/V2:acts"] == [("yes", "已决定")]
    (card,) = [one for one in site.cards if one.unit == "water"]
    assert shown.figures["water:lost_to_vetoes"] == [(str(card.outcome.lost_to_vetoes),) * 2]
    for told in ("通知第二条", "2015-02-25", "属实。", "一人无证执法。"):
        assert told in shown.text
        assert told in twin


@pytest.mark.parametrize("folder", ["", "en/"])
def test_rows_that_do_not_apply_say_why_and_earn_nothing(folder: str) -> None:
    shown = page("sample", f"{folder}units/agriculture.html")
    (card,) = [one for one in sample().cards if one.unit == "agriculture"]
    aside = [row for row in card.rows if not row.applies]
    assert len(aside) > 10
    for row in aside:
        assert f"agriculture/{row.id}:points" not in shown.figures
        assert shown.figures[f"agriculture/{row.id}:status"][0][0] == "not_applicable"
        assert row.decided
        assert row.decided in shown.text


def test_a_settled_mark_stands_with_its_reason() -> None:
    text = page("small", "units/water.html").text
    assert "裁定理由" in text
    assert "评估结果已经通报，但没有用于考核。" in text


def test_what_was_told_asked_and_decided_is_dated() -> None:
    chinese, english = page("small", "units/water.html").text, page("small", "en/units/water.html").text
    for told in ("2015-02-27", "2015-03-02 申请，2015-03-05 决定：维持", "通过验收（2015-03-06 决定）"):
        assert told in chinese
    assert "asked on 2015-03-02, decided on 2015-03-05: refused" in english
    assert "认为评估结果已用于考核。" not in chinese, "the unit's grounds are not published"


def test_a_bar_is_said_with_the_grade_it_leaves_open() -> None:
    assert "X1 方案未按时备案，最高只能定为良好" in page("sample", "units/agriculture.html").text


def test_of_a_case_file_only_its_number_shows() -> None:
    dossier = small().campaign.by_unit["water"]
    shown = page("small", "units/water.html")
    assert shown.figures["water:case_files"] == [("1", "1 份")]
    assert dossier.reviews[0].review.sheets[0].case_no in shown.text
    assert "取得程序合法性" not in shown.text


@pytest.mark.parametrize("path", ["method.html", "en/method.html"])
def test_the_method_names_every_clause_of_the_result(path: str) -> None:
    for name in ("sample", "small"):
        text, rubric = page(name, path).text, (sample() if name == "sample" else small()).campaign.rubric
        assert rubric
        assert rubric.bonus
        labels = [one.label for one in rubric.vetoes] + [one.label for one in rubric.bars]
        labels += [one.label for one in rubric.bonus.rows] + [one.label for one in rubric.figures.values()]
        for words in labels:
            assert (words.en if path.startswith("en/") else words.zh) in text
        for law in rubric.laws:
            assert law.name in text


def test_a_unit_that_came_too_late_stands_in_the_supplementary_notice_only() -> None:
    """The list of the first notice comes before the heading of its period, the supplementary one after it."""
    for folder, period in (("", "公示期"), ("en/", "Period")):
        twin = sample().markdown[f"{folder}notice.md"]
        listed, _, below = twin.partition(f"## {period}\n")
        assert "units/tourism.md" in listed
        assert "units/harbour.md" not in listed
        assert "units/harbour.md" in below


def test_the_notice_says_both_counts_of_its_days_and_names_each_working_day() -> None:
    text = page("sample", "notice.html").text
    assert "2015年2月16日至2015年2月27日" in text
    assert "12 个自然日，5 个工作日；工作日为 2月16日、2月17日、2月25日、2月26日、2月27日" in text


def test_before_there_is_a_notice_its_page_says_so() -> None:
    site = site_of(Overlay(SMALL, {"records/office/notice.yaml": None}))
    assert "考核结果尚未公示" in read(site.html["notice.html"]).text
    assert "not been put on public notice yet" in site.markdown["en/notice.md"]


def test_a_page_invites_objections_only_to_the_notice_that_shows_the_unit() -> None:
    assert "2015年3月4日至2015年3月10日" in page("sample", "units/harbour.html").text
    assert "2015年2月16日至2015年2月27日" in page("sample", "units/land.html").text
    for unit in ("housing", "civil-affairs", "water", "culture"):
        assert "怎样提出异议" not in page("sample", f"units/{unit}.html").text, unit


def test_a_withdrawn_notice_invites_nobody() -> None:
    notice = SMALL.read("records/office/notice.yaml") + b"withdrawn_on: 2015-03-11\n"
    site = site_of(Overlay(SMALL, {"records/office/notice.yaml": notice}))
    assert "怎样提出异议" not in read(site.html["index.html"]).text
    assert "怎样提出异议" not in read(site.html["units/water.html"]).text
    assert "本公示已撤回" in read(site.html["notice.html"]).text


def test_what_a_unit_would_have_without_conversions_is_not_told_where_a_veto_took_points() -> None:
    shown = read(decided(**VETOED).html["units/water.html"]).figures
    assert "water:lost_to_vetoes" in shown
    assert "water:zero_total" not in shown
