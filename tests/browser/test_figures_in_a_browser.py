"""Every figure that a reader sees in the browser is the one of `scores.json`, and none goes without its mark."""

from __future__ import annotations

from typing import Any

from integrity_cli.domain.decisions import RESULT
from integrity_cli.domain.scalars import OneOf
from integrity_cli.lang import Lang
from integrity_cli.scoring.scorecard import STATE, STATUS
from tests.browser.checks import unlike_its_value, unlike_the_data
from tests.browser.tools import Look, PublishedPage, scores_of
from tests.publishing.test_published_figures import figures_of, figures_of_the_campaign

Looks = dict[PublishedPage, Look]
LISTS: dict[str, OneOf] = {"state": STATE, "status": STATUS, "result": RESULT}
ABOUT_THE_RUBRIC = {"method"}
"""Kinds of page whose figures are the rubric's own, which stand in no scores."""


def known_figures(page: PublishedPage) -> dict[str, str]:
    """Every figure that the data published with a page holds, by the keys in the markup."""
    return figures_of_the_campaign(page.site, scores_of(page))


def words_of(page: PublishedPage) -> dict[str, str]:
    """What figures that are words are called in the language of a page."""
    lang = Lang(page.lang)
    words = {f"{name} {value}": text.say(lang) for name, one in LISTS.items() for value, text in one.values.items()}
    graded: list[dict[str, Any]] = [unit for unit in scores_of(page)["units"] if "grade" in unit]
    return words | {f"{unit['unit']}:grade": unit["grade"][page.lang] for unit in graded}


def test_every_figure_in_the_browser_is_the_one_of_the_data(looks: Looks) -> None:
    for page, one in looks.items():
        assert unlike_the_data(one.figures, known_figures(page)) == [], page
    assert sum(len(one.figures) for one in looks.values()) > 5000


def test_every_figure_in_the_browser_says_the_value_behind_it(looks: Looks) -> None:
    for page, one in looks.items():
        assert unlike_its_value(one.figures, words_of(page)) == [], page


def test_a_units_page_shows_all_its_figures_in_the_browser(looks: Looks) -> None:
    for page, one in looks.items():
        if page.kind == "units":
            unit = page.path.rpartition("/")[2].removesuffix(".html")
            (data,) = [data for data in scores_of(page)["units"] if data["unit"] == unit]
            assert {figure.key for figure in one.figures} == figures_of(page.site, data).keys(), page


def test_no_figure_stands_among_the_points_without_its_mark(looks: Looks) -> None:
    found = [
        f"{page}: {one}" for page, look in looks.items() for one in look.unmarked if page.kind not in ABOUT_THE_RUBRIC
    ]
    assert found == []
