"""Pages that work from a folder, without script, for every reader: links, anchors, policy, headings, colours."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from itertools import pairwise
from urllib.parse import unquote

import pytest

from integrity_cli.lang import Lang, placeholders
from integrity_cli.publishing.words import WORDS
from tests.publishing.tools import EVERY_PAGE, SITES, page, sample
from tests.tools import ROOT

TEMPLATES = ROOT / "templates"
PAGES = pytest.mark.parametrize(("name", "path"), EVERY_PAGE, ids=lambda value: value.replace("/", "-"))
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def entry_addresses(name: str) -> set[str]:
    """The only addresses outside the site that a page may link to: those of public entries and of the notice."""
    campaign = SITES[name]().campaign
    entries = (one.entry for dossier in campaign.dossiers for one in dossier.ledger)
    notice = {campaign.notice.url} if campaign.notice and campaign.notice.url else set()
    return {entry.url for entry in entries if entry.url and entry.disclosure == "public"} | notice


def test_these_are_all_the_pages() -> None:
    found = [(name, path) for name, site in SITES.items() for path in site().html]
    assert sorted(EVERY_PAGE) == sorted(found)


@PAGES
def test_one_script_no_style_attribute_no_form_nothing_loaded(name: str, path: str) -> None:
    seen = page(name, path)
    assert seen.all("script") == [{}]
    assert not {"form", "iframe", "img", "object", "embed", "base"} & {tag for tag, _ in seen.tags}
    for tag, attributes in seen.tags:
        for attribute in attributes:
            assert attribute != "style", tag
            assert not attribute.startswith("on"), tag
            assert attribute not in {"src", "srcset", "action"}, tag


@PAGES
def test_every_link_leads_to_a_file_and_an_anchor_of_the_site(name: str, path: str) -> None:
    site = SITES[name]()
    for href in page(name, path).values("href"):
        if href in entry_addresses(name) or href == "data:,":
            continue
        assert not re.match(r"[a-z]+:|/", href), href
        target, _, fragment = href.partition("#")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
        assert target in site.files, href
        if fragment:
            assert unquote(fragment) in page(name, target).values("id"), href


@PAGES
def test_anchors_are_unique(name: str, path: str) -> None:
    anchors = page(name, path).values("id")
    assert len(anchors) == len(set(anchors))


@PAGES
def test_the_policy_admits_the_one_style_sheet_the_one_script_and_nothing_else(name: str, path: str) -> None:
    seen = page(name, path)
    (style,), (script,) = seen.styles, seen.scripts
    looks, works = (
        base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") for text in (style, script)
    )
    (policy,) = [meta["content"] for meta in seen.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{looks}'; script-src 'sha256-{works}'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert [tag for tag, _ in seen.tags].index("style") > [
        "http-equiv" in attributes for _, attributes in seen.tags
    ].index(True)


@PAGES
def test_a_page_says_its_language_and_offers_the_other(name: str, path: str) -> None:
    seen = page(name, path)
    english = path.startswith("en/")
    assert seen.all("html") == [{"lang": "en" if english else "zh-CN"}]
    other = path.removeprefix("en/") if english else f"en/{path}"
    (switch,) = [link for link in seen.all("a") if "hreflang" in link]
    assert posixpath.normpath(posixpath.join(posixpath.dirname(path), switch["href"] or "")) == other
    assert switch["lang"] == ("zh-CN" if english else "en")


@PAGES
def test_the_first_link_skips_to_the_content(name: str, path: str) -> None:
    seen = page(name, path)
    assert seen.all("a")[0]["href"] == "#main"
    assert seen.all("main") == [{"id": "main"}]


@PAGES
def test_headings_step_down_one_at_a_time_from_a_single_h1(name: str, path: str) -> None:
    levels = [HEADINGS.index(tag) + 1 for tag, _ in page(name, path).tags if tag in HEADINGS]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for above, below in pairwise(levels):
        assert below <= above + 1


@PAGES
def test_tables_can_become_cards(name: str, path: str) -> None:
    seen = page(name, path)
    for cell in seen.all("td"):
        assert cell.get("data-label"), cell
    for cell in seen.all("th"):
        assert cell.get("scope") in {"col", "row"}, cell
    for table in seen.all("table"):
        assert table["aria-labelledby"] in seen.values("id")


@PAGES
def test_charts_are_pictures_with_a_title_and_a_description(name: str, path: str) -> None:
    seen = page(name, path)
    charts = [number for number, (tag, known) in enumerate(seen.tags) if tag == "svg" and known.get("role") == "img"]
    for number in charts:
        assert [tag for tag, _ in seen.tags[number + 1 : number + 3]] == ["title", "desc"]
    if "/units/" in f"/{path}" and f"{posixpath.basename(path)[:-5]}:total" in seen.figures:
        assert len(charts) == 1
    if path.endswith("progress.html"):
        assert len(charts) == 1


def test_titles_differ_and_name_the_preview() -> None:
    titles = [re.findall("<title>(.*?)</title>", html)[0] for html in sample().html.values()]
    assert len(set(titles)) == len(titles)
    assert all(title.endswith(("预览", "Preview")) for title in titles)


def test_every_requirement_and_entry_has_an_anchor_of_its_own() -> None:
    rubric = sample().campaign.rubric
    assert rubric
    scored = {card.unit for card in sample().cards if card.systems}
    for dossier in sample().campaign.dossiers:
        anchors = page("sample", f"units/{dossier.unit.id}.html").values("id")
        assert {one.entry.id for one in dossier.ledger} <= set(anchors)
        assert dossier.unit.id not in scored or {one.id for _, one in rubric.placed()} <= set(anchors)


@pytest.mark.parametrize("path", ["method.html", "en/method.html", "units/culture.html", "en/units/culture.html"])
def test_the_clause_stands_in_chinese_in_both_languages(path: str) -> None:
    rubric = sample().campaign.rubric
    assert rubric
    text = page("sample", path).text
    for _, one in rubric.placed():
        assert one.clause in text
        assert (one.gloss.en if path.startswith("en/") else one.gloss.zh) in text


def quoted_outside_the_tables() -> set[str]:
    """The words that code names; the tables in which they are written do not count."""
    code = (path for path in (ROOT / "integrity_cli/publishing").rglob("*.py") if path.parent.name != "words")
    return {name for path in code for name in re.findall(r'"([a-z0-9_]+)"', path.read_text(encoding="utf-8"))} & set(
        WORDS
    )


def test_every_word_of_the_pages_is_used_and_every_one_used_is_there() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.j2"))
    used = set(re.findall(r"\bt\.([a-z0-9_]+)", templates))
    of_tiles = {f"tile_{name}" for name in ("units", "scored", "accepted", "deferred", "not_accepted")}
    assert used <= {name for name, text in WORDS.items() if not placeholders(text.zh)}
    assert set(WORDS) == used | quoted_outside_the_tables() | of_tiles


def test_chinese_words_are_written_not_translated() -> None:
    """Full-width punctuation, and a space between Chinese and Latin or digits."""
    for name, text in WORDS.items():
        chinese = re.sub(r"\{[^}]*\}", "0", text.say(Lang.ZH) if not placeholders(text.zh) else text.zh)
        assert not re.search(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]", chinese), name
        assert not re.search(r"[\u4e00-\u9fff][A-Za-z]|[A-Za-z][\u4e00-\u9fff]", chinese), name


def palettes() -> dict[str, dict[str, str]]:
    css = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{\n(.*?)\}", css, re.DOTALL)[:2]
    colours = [dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", block)) for block in (light, dark)]
    return {"light": colours[0], "dark": colours[1]}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_graphics_stand_out_from_what_is_behind_them(scheme: str) -> None:
    colours = palettes()[scheme]
    for ground in ("paper", "card", "tint", "notice"):
        for text in ("ink", "quiet", "link", "seal"):
            assert contrast(colours[text], colours[ground]) >= 7, (text, ground)
    for shade in range(6):
        text = "on-dark" if shade == 5 else "ink"
        assert contrast(colours[text], colours[f"shade-{shade}"]) >= 7, shade
    for graphic in ("earned", "on-top", "open"):
        for ground in ("paper", "card"):
            assert contrast(colours[graphic], colours[ground]) >= 3, (graphic, ground)
    assert contrast(colours["earned"], colours["on-top"]) >= 1.5
    assert contrast(colours["notice-line"], colours["notice"]) >= 3
