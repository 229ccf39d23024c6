"""Units without a score are listed with the reason; a rubric with errors still has a page, without rules."""

from __future__ import annotations

import pytest

from integrity_cli.sources import Overlay, Source
from tests.publishing.tools import SMALL, Site, page, read, sample, site_of
from tests.tools import SAMPLE, changed

CULTURE = "records/units/culture"
ODD_CODE = "X" * 20


def small_with(*changes: tuple[str, str, str]) -> Source:
    """The small campaign with pieces of text in some files replaced."""
    files: dict[str, bytes] = {}
    for path, old, new in changes:
        text = files.get(path, SMALL.read(path)).decode("utf-8")
        assert old in text, old
        files[path] = text.replace(old, new).encode("utf-8")
    return Overlay(SMALL, files)


def without_rules(site: Site) -> bool:
    """Whether the page of the method says that the rubric has errors, and shows no rule."""
    said = {path: read(site.html[path]).text for path in ("method.html", "en/method.html")}
    sentences = ("评分标准有错误" in said["method.html"], "The rubric holds errors" in said["en/method.html"])
    assert len(set(sentences)) == 1
    assert ("否则不得分" in said["method.html"]) is not sentences[0]
    return sentences[0]


def test_a_unit_with_an_error_is_listed_with_the_reason_and_the_place() -> None:
    site = site_of(changed(f"{CULTURE}/profile.yaml", "phone:", "telephone:"))
    results, unit = read(site.html["index.html"]), read(site.html["units/culture.html"])
    assert results.figures["culture:state"] == [("unscored", "未能计分")]
    assert "culture:total" not in results.figures
    assert "改正之前不计分" in results.text
    (culture,) = [card for card in site.cards if card.unit == "culture"]
    assert culture.blocking
    for finding in culture.blocking:
        assert f"{finding.code} {CULTURE}/profile.yaml" in unit.text
        assert f"- {finding.code} {CULTURE}/profile.yaml\n" in site.markdown["units/culture.md"]
    assert "culture:total" not in unit.figures
    assert not [known for known in unit.all("svg") if known.get("role") == "img"]


def test_a_unit_that_filed_no_plan_is_listed_as_not_assessed() -> None:
    site = site_of(Overlay(SAMPLE, {f"{CULTURE}/plan.yaml": None}))
    assert read(site.html["en/index.html"]).figures["culture:state"] == [("not_assessed", "not assessed")]
    assert "没有创建方案，不予考核" in site.markdown["index.md"]


def test_a_document_without_a_receipt_says_so() -> None:
    site = site_of(Overlay(SAMPLE, {"records/office/filings.yaml": b"filings: []\n"}))
    assert "没有回执" in read(site.html["units/culture.html"]).text
    assert "| 自查报告 | 没有回执 | | | |\n" in site.markdown["units/culture.md"]


def test_an_extension_is_said_beside_the_standing() -> None:
    for path in ("units/quality", "progress"):
        assert "按时（经批准延期）" in page("sample", f"{path}.html").text
        assert "2014-12-10" in sample().markdown[f"{path}.md"]


def test_a_final_score_has_its_grade_in_words_on_both_pages() -> None:
    site = site_of(SMALL)
    for path in ("index.html", "units/water.html"):
        assert ("合格", "合格") in read(site.html[path]).figures["water:grade"]
    for path in ("en/index.html", "en/units/water.html"):
        assert ("合格", "pass") in read(site.html[path]).figures["water:grade"]


def test_a_rubric_that_does_not_add_up_has_a_page_without_rules() -> None:
    broken = small_with(("rubric.yaml", "points: 20.00\nfacts", "points: 21.00\nfacts"))
    assert without_rules(site_of(broken))


def test_a_rubric_that_refers_to_nothing_does_so_too() -> None:
    broken = small_with(("rubric.yaml", "count: meetings", f"count: {ODD_CODE}"))
    assert without_rules(site_of(broken))


@pytest.mark.parametrize("broken", [True, False])
def test_before_anyone_applied_the_method_is_published_if_it_stands(broken: bool) -> None:
    register = SMALL.read("records/office/register.yaml").decode("utf-8")
    lines = [line for line in register.splitlines() if "application" not in line]
    changes = [("rubric.yaml", "count: meetings", f"count: {ODD_CODE}")] if broken else []
    source = Overlay(small_with(*changes), {"records/office/register.yaml": "\n".join(lines).encode("utf-8")})
    site = site_of(source)
    assert {card.state for card in site.cards} == {"not_applied"}
    assert without_rules(site) is broken
