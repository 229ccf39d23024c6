"""Every page in a real browser: quiet, closed in itself, in its window, and whole without script or network."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from playwright.sync_api import Browser

from tests.browser.checks import dead_links, way_out, without_words
from tests.browser.tools import FORCED, PRINTED, WIDTHS, Look, PublishedPage, Setting, Window, representatives

Looks = dict[PublishedPage, Look]
LANGS = {"zh": "zh-CN", "en": "en"}


def told(found: Iterable[tuple[PublishedPage, list[str]]]) -> list[str]:
    """Every trouble with the page it was met on."""
    return [f"{page}: {one}" for page, troubles in found for one in troubles]


def test_every_kind_of_page_has_its_representatives_in_both_languages(published: list[PublishedPage]) -> None:
    kinds = {page.kind for page in published}
    assert {"index", "units", "method", "data", "404"} <= kinds
    chosen = representatives(published)
    assert {(page.kind, page.lang) for page in chosen} == {(kind, lang) for kind in kinds for lang in LANGS}


def test_no_page_has_a_message_an_error_or_a_request_elsewhere(looks: Looks) -> None:
    assert told((page, one.heard) for page, one in looks.items()) == []


@pytest.mark.parametrize("setting", [*map(Setting, WIDTHS), FORCED, PRINTED], ids=str)
def test_everything_fits_the_window_or_the_paper_and_its_own_place(looks: Looks, setting: Setting) -> None:
    assert told((page, one.misfits.get(setting, [])) for page, one in looks.items()) == []
    assert sum(setting in one.misfits for one in looks.values()) > 20


@pytest.mark.parametrize("setting", [FORCED, PRINTED], ids=str)
def test_on_paper_and_in_forced_colours_the_content_is_whole(looks: Looks, setting: Setting) -> None:
    seen = {page: one for page, one in looks.items() if setting in one.contents}
    assert len(seen) > 20
    assert [str(page) for page, one in seen.items() if one.contents[setting] != one.content] == []


def test_every_link_within_a_site_leads_to_a_file_and_a_place_on_it(looks: Looks) -> None:
    assert dead_links(looks) == []
    assert told((page, way_out(page, one)) for page, one in looks.items()) == []


def test_every_page_says_its_language_and_has_a_title_of_its_own(looks: Looks) -> None:
    assert [str(page) for page, one in looks.items() if one.lang != LANGS[page.lang]] == []
    for site in {page.site for page in looks}:
        titles = [one.title for page, one in looks.items() if page.site == site]
        assert all(titles)
        assert len(set(titles)) == len(titles)


def test_chinese_on_an_english_page_says_that_it_is_chinese(looks: Looks) -> None:
    assert told((page, one.foreign) for page, one in looks.items() if page.lang == "en") == []


def test_no_grade_and_no_state_is_told_by_colour_or_shape_alone(looks: Looks) -> None:
    assert told((page, without_words(one)) for page, one in looks.items()) == []
    seen = {(page.lang, verdict.sort) for page, one in looks.items() for verdict in one.verdicts}
    assert {("zh", "grade"), ("en", "grade")} <= seen


@pytest.mark.parametrize("without", ["script", "network"])
def test_without_script_or_without_network_a_page_says_the_same(looks: Looks, browser: Browser, without: str) -> None:
    """Without a network it is opened from its folder. Of many pages of one kind a few are enough."""
    window = Window(browser, script=without != "script", offline=without == "network")
    few = {*representatives(list(looks)), *(page for page in looks if page.site == "small")}
    for page, one in ((page, looks[page]) for page in looks if page in few):
        window.visit(page)
        assert window.ask("text") == [one.text, one.content], page
        assert window.heard == [], page
