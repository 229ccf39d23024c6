"""One browser, two published sites and one server for all browser tests; without a browser they say so."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, sync_playwright

import dev
from tests.browser.tools import (
    EVERY_SETTING,
    LAUNCH,
    NARROW,
    Look,
    PublishedPage,
    Window,
    look,
    pages_of,
    representatives,
    serving,
)
from tests.tools import ROOT, integrity

MISSING = "没有找到 Chromium / no Chromium was found"
SITES = {"sample": ROOT, "small": ROOT / "tests" / "examples" / "clean" / "small"}
"""The sample campaign, and a small one whose scores are complete, with grades and a decision."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium: needed in CI, elsewhere a reason to skip."""
    program = dev.browser()
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=LAUNCH)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def window(browser: Browser) -> Window:
    """A window that stays open for all tests."""
    return Window(browser)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[PublishedPage]]:
    """Every page of both sites, written by the real program and served from a folder below the root."""
    root = tmp_path_factory.mktemp("served")
    below = "公示 2015/site"
    for served in serving(root):
        pages: list[PublishedPage] = []
        for name, campaign in SITES.items():
            folder = root / below / name
            ran = integrity("report", "--root", str(campaign), "--output", str(folder))
            assert ran.code == 0, ran.err
            address = served + quote(f"{below}/{name}/")
            pages += pages_of(name, folder, address)
        yield pages


@pytest.fixture(scope="session")
def looks(window: Window, published: list[PublishedPage]) -> dict[PublishedPage, Look]:
    """What every page shows, each visited once; the longest of each kind, and the small site, in every setting."""
    closely = {*representatives(published), *(page for page in published if page.site == "small")}
    return {
        page: look(window, page.url, page.served, EVERY_SETTING if page in closely else NARROW) for page in published
    }


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None, None, None]:
    """The last word of a run without a browser: what was not run, why, and what to do about it."""
    yield
    skipped = [one for one in terminalreporter.getreports("skipped") if MISSING in str(one.longrepr)]
    if skipped:
        how = dev.how_to_install()
        terminalreporter.section("没有运行 / not run", yellow=True)
        terminalreporter.line(f"tests/browser 的 {len(skipped)} 项浏览器测试没有运行，因为没有找到 Chromium。")
        terminalreporter.line(f"Not run: browser tests in tests/browser, {len(skipped)} in all; no Chromium was found.")
        terminalreporter.line(f"安装 / to install it: {how}")
        terminalreporter.line("装在别处的用 CHROMIUM 指明 / CHROMIUM names one that is elsewhere")
