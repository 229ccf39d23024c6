"""Pages for everyone: axe-core finds nothing, and the keyboard alone is enough."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.tools import (
    DESK,
    EVERY_RULE,
    FORCED,
    PHONE,
    PRINTED,
    RULES_ABOUT_COLOUR,
    Look,
    PublishedPage,
    Setting,
    Window,
    begin_violations,
    keyboard_troubles,
    representatives,
    violations,
)

RULES = dict.fromkeys([PHONE, DESK], EVERY_RULE)
RULES |= dict.fromkeys([Setting(320, "dark"), Setting(1280, "dark"), FORCED], RULES_ABOUT_COLOUR)
RULES |= {PRINTED: ["color-contrast"]}
"""In other colours only what they can change is looked at again, on one text of each kind: all else is the same
page. On paper a link is text like any other."""


def test_axe_finds_nothing(window: Window, browser: Browser, published: list[PublishedPage]) -> None:
    """A page in Chinese and its twin in English side by side, which takes half the time."""
    side_by_side, found = {"zh": window, "en": Window(browser)}, []
    chosen: dict[tuple[str, str], PublishedPage] = {(page.kind, page.lang): page for page in representatives(published)}
    for kind in sorted({page.kind for page in published}):
        for lang, one in side_by_side.items():
            one.visit(chosen[kind, lang])
        for setting in RULES:
            for one in side_by_side.values():
                if RULES[setting] is not EVERY_RULE:
                    one.ask("keepKinds")
                one.wear(setting)
                begin_violations(one, RULES[setting])
            for lang, one in side_by_side.items():
                found += [f"{chosen[kind, lang]} at {setting}: {told}" for told in violations(one)]
    assert found == []


def test_tab_reaches_every_link_and_control_in_order_and_shows_where_it_is(
    window: Window, published: list[PublishedPage]
) -> None:
    """On the longest pages, in one language; below in the other, on the smaller site."""
    for page in representatives(published):
        if page.lang == "zh":
            window.visit(page)
            assert keyboard_troubles(window) == [], page


@pytest.mark.parametrize("setting", [PHONE, FORCED, Setting(scheme="dark")], ids=str)
def test_so_it_does_in_a_narrow_window_and_in_other_colours(
    window: Window, published: list[PublishedPage], setting: Setting
) -> None:
    for page in published:
        if (page.site, page.lang) == ("small", "en"):
            window.visit(page, setting)
            assert keyboard_troubles(window) == [], page


def test_the_first_stop_skips_to_the_content(window: Window, published: list[PublishedPage]) -> None:
    for one in (page for page in published if page.site == "small"):
        page = window.visit(one, PHONE)
        page.keyboard.press("Tab")
        box = page.locator(":focus").bounding_box()
        assert box, one
        assert (box["x"] >= 0, box["y"] >= 0) == (True, True), one
        page.keyboard.press("Enter")
        page.wait_for_url(f"{one.url}#main")
        page.keyboard.press("Tab")
        assert page.locator("body > header :focus").count() == 0, one


def test_what_is_folded_away_opens_with_the_keyboard(window: Window, published: list[PublishedPage]) -> None:
    opened = 0
    for one in representatives(published):
        page = window.visit(one)
        for folded in page.locator("details").all()[:1]:
            opened += 1
            folded.locator("summary").focus()
            for is_open in (True, False):
                page.keyboard.press("Enter")
                assert folded.evaluate("one => one.open") is is_open, one
    assert opened


def test_back_leads_to_where_the_reader_was(window: Window, looks: dict[PublishedPage, Look]) -> None:
    """From each page to another one of the site, to its content by the skip link, and back twice."""
    for one in (page for page in looks if (page.site, page.lang) == ("small", "zh")):
        page = window.visit(one)
        link = page.locator("main a[href$='.html'], nav a[href$='.html']:not([aria-current])").last
        address = link.evaluate("one => one.href")
        link.click()
        page.wait_for_url(address)
        page.locator(".skip").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}#main")
        page.go_back()
        page.wait_for_url(address)
        page.go_back()
        page.wait_for_url(one.url)
        assert window.ask("text")[1] == looks[one].content, one
        assert window.heard == [], one
