"""A campaign that publishes less shows less: on its pages, in their twins, and in its data."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import pairwise

import pytest

from integrity_cli.publishing import depth
from integrity_cli.publishing.typesetting import markdown
from integrity_cli.sources import Overlay
from tests.publishing.tools import SMALL, Site, read, site_of
from tests.tools import SAMPLE

TERMS = "records/office/campaign.yaml"
DEPTHS = (depth.LIST, depth.GRADES, depth.SCORES, depth.FULL)
TWO_DECIMALS = re.compile(r"[0-9]+\.[0-9]{2}")


@cache
def site_at(deep: str) -> Site:
    """The sample campaign, published this deep."""
    text = SAMPLE.read(TERMS).decode("utf-8").replace("depth: full", f"depth: {deep}")
    return site_of(Overlay(SAMPLE, {TERMS: text.encode("utf-8")}))


def figures_outside_the_method(site: Site) -> set[str]:
    """The keys of every figure on the pages of results, units and the campaign."""
    pages = [path for path in site.html if not path.endswith("method.html")]
    return {key for path in pages for key in read(site.html[path]).figures}


def fields(site: Site) -> set[str]:
    """The last part of every key: what sort of figure the pages show."""
    return {key.partition(":")[2].split(":")[0] for key in figures_outside_the_method(site) if ":" in key}


def test_each_depth_shows_what_the_one_before_it_shows_and_more() -> None:
    shown = [figures_outside_the_method(site_at(deep)) for deep in DEPTHS]
    for less, more in pairwise(shown):
        assert less < more


def test_a_list_shows_results_and_no_grade() -> None:
    assert not fields(site_at(depth.LIST)) & {"grade", "total", "rank", "points", "base", "bonus", "eligible"}
    assert "result" in fields(site_at(depth.LIST))


def test_grades_come_without_points() -> None:
    assert "grade" in fields(site_at(depth.GRADES))
    assert not fields(site_at(depth.GRADES)) & {"total", "rank", "points", "base", "bonus", "over_claim"}


def test_scores_come_without_rows_marks_and_entries() -> None:
    shown = figures_outside_the_method(site_at(depth.SCORES))
    assert "land:total" in shown
    assert "land/A1:points" in shown
    assert "land/A1.1:points" not in shown
    for path, html in site_at(depth.SCORES).html.items():
        if "/units/" in f"/{path}":
            assert "E-001" not in html, path


@pytest.mark.parametrize("deep", [depth.LIST, depth.GRADES])
def test_no_page_twin_or_data_tells_points_that_are_not_published(deep: str) -> None:
    site = site_at(deep)
    totals = {str(card.total) for card in site.cards if card.total is not None}
    assert len(totals) > 10
    for path, content in site.files.items():
        if not path.endswith(("method.html", "method.md")):
            said = set(
                TWO_DECIMALS.findall(re.sub(r"<style>.*?</style>", "", content.decode("utf-8"), flags=re.DOTALL))
            )
            assert not said & totals, path


@pytest.mark.parametrize("deep", [depth.LIST, depth.GRADES])
def test_the_order_of_units_does_not_tell_their_ranks(deep: str) -> None:
    links = [href for href in read(site_at(deep).html["index.html"]).values("href") if href.startswith("units/")]
    groups: dict[str, list[str]] = {}
    for card in site_at(deep).cards:
        if card.systems:
            groups.setdefault(card.peer_group, []).append(f"units/{card.unit}.html")
    expected = [page for name in sorted(groups) for page in sorted(groups[name])]
    assert [link for link in links if link in expected] == expected


@pytest.mark.parametrize("deep", DEPTHS)
def test_every_figure_on_the_pages_stands_in_the_data_at_every_depth(deep: str) -> None:
    site = site_at(deep)
    data = json.loads(site.files["data/scores.json"])
    assert data["depth"] == deep
    for unit in data["units"]:
        figures = read(site.html[f"units/{unit['unit']}.html"]).figures
        for field in ("total", "base", "grade", "over_claim"):
            key = f"{unit['unit']}:{field}"
            value = unit.get(field, {}).get("zh") if field == "grade" else unit.get(field)
            assert {told for told, _ in figures.get(key, [])} == ({value} if value else set()), key
        for system in unit["systems"]:
            for item in system["items"]:
                assert ("requirements" in item) is (deep == depth.FULL)


@pytest.mark.parametrize("deep", [depth.LIST, depth.GRADES, depth.SCORES])
def test_the_method_shows_rules_but_no_worked_example_of_a_unit(deep: str) -> None:
    page = read(site_at(deep).html["method.html"])
    assert "examples" not in page.values("id")
    assert "否则不得分" in page.text


def test_without_a_word_on_it_everything_is_published() -> None:
    text = SMALL.read(TERMS).decode("utf-8").replace("publication: {depth: full}\n", "")
    assert "publication" not in text
    site = site_of(Overlay(SMALL, {TERMS: text.encode("utf-8")}))
    assert site.scores["depth"] == depth.FULL
    assert "water/A1.1:points" in read(site.html["units/water.html"]).figures


@pytest.mark.parametrize("deep", DEPTHS)
def test_no_link_of_a_shallow_site_leads_nowhere(deep: str) -> None:
    site = site_at(deep)
    for path, html in site.html.items():
        page = read(html)
        for href in page.values("href"):
            if href.startswith("#"):
                assert href[1:] in page.values("id"), (path, href)


@pytest.mark.parametrize("deep", [depth.LIST, depth.GRADES, depth.SCORES])
def test_reasons_in_free_words_are_told_with_everything_else_only(deep: str) -> None:
    """A reason may name the points or an entry; who reviewed whom is told with the marks."""
    site = site_at(deep)
    decisions = [dossier.decisions for dossier in site.campaign.dossiers if dossier.decisions]
    reasons = {one.result.reason for one in decisions if one.result and one.result.reason}
    reasons |= {one.reconsideration.reason for one in decisions if one.reconsideration and one.reconsideration.reason}
    reasons |= {veto.reason for one in decisions for veto in one.vetoes}
    assert len(reasons) > 10
    for path, content in site.files.items():
        text = content.decode("utf-8")
        assert [reason for reason in reasons if reason in text or markdown(reason) in text] == [], path
        assert "records/office/reviews/" not in text, path


@pytest.mark.parametrize("deep", [depth.LIST, depth.GRADES])
def test_a_template_of_its_own_cannot_publish_more(deep: str) -> None:
    own = b"{{ 'told' if view.base or view.conversion or view.head or view.parts or view.chart else 'kept' }}"
    terms = SAMPLE.read(TERMS).decode("utf-8").replace("depth: full", f"depth: {deep}").encode("utf-8")
    site = site_of(Overlay(SAMPLE, {TERMS: terms, "templates/unit.html.j2": own}))
    assert {html for path, html in site.html.items() if "units/" in path} == {"kept\n"}
