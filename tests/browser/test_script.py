"""The small script: it sorts, it searches, it can be used with the keyboard, and it hides nothing for good."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.tools import DESK, PHONE, PublishedPage, Window

ROWS = "section[data-tools] tbody tr"


def opened(window: Window, published: list[PublishedPage], path: str, *, narrow: bool = False) -> Page:
    (one,) = [page for page in published if (page.site, page.path) == ("sample", path)]
    return window.visit(one, PHONE if narrow else DESK)


def column(page: Page, table: int, cell: str) -> list[str]:
    """The texts of one kind of cell of one table, from top to bottom."""
    return page.locator("section[data-tools] table").nth(table).locator(f"tbody {cell}").all_inner_texts()


@pytest.mark.parametrize(("path", "label"), [("index.html", "排序 总分"), ("en/index.html", "Sort by Total")])
def test_a_column_is_sorted_by_size_and_turned_round_by_a_second_press(
    window: Window, published: list[PublishedPage], path: str, label: str
) -> None:
    page = opened(window, published, path)
    button = page.get_by_role("button", name=label).nth(1)
    button.focus()
    page.keyboard.press("Enter")
    rising = [float(text) for text in column(page, 1, "td.total")]
    assert rising == sorted(rising)
    assert len(set(rising)) > 3
    head = button.locator("xpath=ancestor::th")
    assert head.get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert [float(text) for text in column(page, 1, "td.total")] == rising[::-1]
    assert head.get_attribute("aria-sort") == "descending"
    assert window.heard == []


def test_names_are_sorted_as_text_and_only_one_column_says_that_it_is(
    window: Window, published: list[PublishedPage]
) -> None:
    page = opened(window, published, "en/index.html")
    page.get_by_role("button", name="Sort by Total").first.click()
    page.get_by_role("button", name="Sort by Unit").first.click()
    names = column(page, 0, "th.unit")
    assert names == sorted(names)
    assert page.locator("table").first.locator("[aria-sort]").count() == 1


def test_a_search_keeps_the_rows_that_hold_the_words_and_says_how_many(
    window: Window, published: list[PublishedPage]
) -> None:
    page = opened(window, published, "index.html")
    every = page.locator(ROWS).count()
    page.get_by_label("在表中查找").fill("环境")
    assert page.locator(f"{ROWS}:visible").all_inner_texts() == page.locator(ROWS, has_text="环境").all_inner_texts()
    assert page.locator("[role=status]").inner_text().endswith(f"1 / {every}")
    page.get_by_label("在表中查找").fill("")
    assert page.locator(f"{ROWS}:visible").count() == every
    assert page.locator("[role=status]").inner_text() == ""


def test_the_ledger_of_a_unit_is_searched_too_on_a_phone(window: Window, published: list[PublishedPage]) -> None:
    page = opened(window, published, "units/health.html", narrow=True)
    page.get_by_label("在表中查找").fill("封存")
    assert page.locator(f"{ROWS}:visible").count() == 2
    assert not page.get_by_role("button", name="排序").all(), "where no heads are seen there is nothing to sort by"


def test_a_page_without_tables_to_serve_gets_nothing(window: Window, published: list[PublishedPage]) -> None:
    page = opened(window, published, "notice.html")
    assert page.locator("[data-added]").count() == 0
