"""Each check of the browser tests finds what it is for: a sound page, broken in one place at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.checks import dead_links, unlike_its_value, unlike_the_data, way_out, without_words
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
    look,
    violations,
)

SOUND = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Results</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark }
body { margin: 0; background: #fff; color: #111 }
a { color: #036 }
@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } a { color: #9cf } }
</style>
</head>
<body>
<header><a href="#main">Skip to the content</a> <a href="page.html">Results</a></header>
<main id="main">
<h1>Results</h1>
<p>One unit.</p>
<table>
<thead><tr><th scope="col">Unit</th><th scope="col" class="number">Points</th><th scope="col">Grade</th></tr></thead>
<tbody><tr><th scope="row"><a href="page.html#main">Water</a></th>
<td class="number"><data data-figure="water:total" value="9.50">9.50</data></td>
<td><strong class="grade"><span aria-hidden="true">●</span>
<data data-figure="water:grade" value="合格">pass</data></strong>
<data class="status" data-figure="water:state" value="final">final</data></td></tr></tbody>
</table>
</main>
</body>
</html>
"""
KNOWN = {"water:total": "9.50", "water:grade": "合格", "water:state": "final"}
WORDS = {"water:grade": "pass", "state final": "final"}
DARK = Setting(scheme="dark")


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str, str], PublishedPage]:
    """Writes the sound page with one piece replaced."""

    def write(old: str = "", new: str = "") -> PublishedPage:
        assert old in SOUND
        (tmp_path / "page.html").write_text(SOUND.replace(old, new, 1), encoding="utf-8")
        return PublishedPage("broken", tmp_path, tmp_path.as_uri() + "/", "page.html")

    return write


def look_at(window: Window, page: PublishedPage) -> Look:
    window.wear(DESK)
    return look(window, page.on_disk, page.served)


def axe_finds(window: Window, setting: Setting, rules: list[str]) -> list[str]:
    window.wear(setting)
    begin_violations(window, rules)
    return [one.partition(":")[0] for one in violations(window)]


FORCED_GREY = "@media (forced-colors: active) { p { forced-color-adjust: none; color: #eee; background: #fff } }"
Writer = Callable[..., PublishedPage]


def test_the_sound_page_passes_every_check(window: Window, browser: Browser, page: Writer) -> None:
    one = page()
    seen = look_at(window, one)
    assert seen.heard == []
    assert not any(seen.misfits.values())
    assert set(seen.contents.values()) == {seen.content}
    assert (seen.unmarked, seen.foreign, without_words(seen)) == ([], [], [])
    assert (unlike_the_data(seen.figures, KNOWN), unlike_its_value(seen.figures, WORDS)) == ([], [])
    assert (dead_links({one: seen}), way_out(one, seen)) == ([], [])
    for setting in (PHONE, DESK, DARK, FORCED, PRINTED):
        assert axe_finds(window, setting, EVERY_RULE) == [], setting
    assert keyboard_troubles(window) == []
    assert words_without_script(browser, one) == [seen.text, seen.content]


def words_without_script(browser: Browser, page: PublishedPage) -> list[str]:
    window = Window(browser, script=False)
    window.visit(page)
    told: list[str] = window.ask("text")
    return told


POLICY = (
    "<meta http-equiv='Content-Security-Policy' "
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"
)


@pytest.mark.parametrize(
    ("old", "new", "heard"),
    [
        ("</main>", "<img alt='' src='https://example.org/x.png'></main>", "request: https://example.org/x.png"),
        ("</main>", "<img alt='' src='../elsewhere.png'></main>", "request: file:"),
        ("</main>", "<img alt='' src='missing.png'></main>", "request failed: file:"),
        ("</main>", "<script>alert('hello')</script></main>", "dialog: hello"),
        ("</main>", "<script>nothing.here</script></main>", "error: nothing is not defined"),
        ("</main>", "<script>console.info('hello')</script></main>", "console info: hello"),
        ("</main>", "<script>new WebSocket('ws://127.0.0.1:9/')</script></main>", "request: ws://127.0.0.1:9/"),
        ('<meta charset="utf-8">', f"{POLICY}<script>let x</script>", "console error: Executing inline script"),
        ('<meta charset="utf-8">', f"{POLICY}<body onclick='x()'>", "console error: Executing inline event"),
    ],
)  # fmt: skip
def test_what_a_page_asks_for_or_says_is_heard(window: Window, page: Writer, old: str, new: str, heard: str) -> None:
    assert any(one.startswith(heard) for one in look_at(window, page(old, new)).heard)


@pytest.mark.parametrize(
    ("style", "setting", "told"),
    [
        ("h1 { width: 400px }", PHONE, "page: 400 px wide in 320 px"),
        ("body { overflow-x: hidden } h1 { width: 400px }", PHONE, "sticks out: h1"),
        ("h1 { position: relative; left: -1rem }", DESK, "sticks out: h1"),
        ("h1 { width: 2rem; overflow: hidden; white-space: nowrap }", DESK, "cut off: h1"),
        ("td { max-width: 1rem; display: block } .grade { white-space: nowrap }", DESK, "runs over: td"),
        ("h1 { width: 3rem; overflow-wrap: anywhere }", DESK, "breaks a word: Results"),
        ("h1 { position: absolute; left: -400px; width: 450px }", DESK, "sticks out: h1"),
        ("@media print { h1 { width: 900px } }", PRINTED, "page: 900 px wide"),
        ("@media (forced-colors: active) { h1 { width: 1400px } }", FORCED, "page: 1400 px wide"),
    ],
)
def test_what_is_too_wide_is_found(window: Window, page: Writer, style: str, setting: Setting, told: str) -> None:
    found = look_at(window, page("</style>", f"{style}</style>")).misfits
    assert any(one.startswith(told) for one in found[setting])


def test_what_is_kept_for_screen_readers_only_is_not_held_to_fit(window: Window, page: Writer) -> None:
    away = "h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }"
    assert not any(look_at(window, page("</style>", f"{away}</style>")).misfits.values())


@pytest.mark.parametrize(("media", "setting"), [("print", PRINTED), ("(forced-colors: active)", FORCED)])
def test_content_that_is_not_printed_is_found(window: Window, page: Writer, media: str, setting: Setting) -> None:
    seen = look_at(window, page("</style>", f"@media {media} {{ main p {{ display: none }} }}</style>"))
    assert seen.contents[setting] != seen.content


@pytest.mark.parametrize(
    ("old", "new", "setting", "rule"),
    [
        ("color: #111 }", "color: #999 }", DESK, "color-contrast"),
        ("color: #eee", "color: #333", DARK, "color-contrast"),
        ("</style>", "@media print { body { color: #999 } }</style>", PRINTED, "color-contrast"),
        ("</style>", f"{FORCED_GREY}</style>", FORCED, "color-contrast"),
        ("One unit.", "One <img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>.", DESK, "image-alt"),
        ('<html lang="en">', "<html>", DESK, "html-has-lang"),
        ('<main id="main">', '<div id="main">', DESK, "landmark-one-main"),
        ("One unit.", "<button></button>", DESK, "button-name"),
        ("One unit.", "<a href='#main'>a</a><a href='#main'>b</a>", PHONE, "target-size"),
    ],
)  # fmt: skip
def test_what_keeps_people_out_is_found(
    window: Window, page: Writer, old: str, new: str, setting: Setting, rule: str
) -> None:
    window.visit(page(old, new))
    rules = RULES_ABOUT_COLOUR if rule == "color-contrast" else EVERY_RULE
    assert rule in axe_finds(window, setting, rules)
    if setting not in {DESK, PHONE} and rule == "color-contrast":
        assert axe_finds(window, DESK, rules) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("</style>", "a:focus { outline: none }</style>", "the focus does not show: a"),
        ("</style>", "a:focus { position: absolute; left: -99rem }</style>", "has the focus out of sight: a"),
        ('<a href="page.html">', '<a href="page.html" tabindex="5">', "the focus jumps"),
        ('<a href="page.html">', '<a href="page.html" tabindex="-1">', "never has the focus: a Results"),
    ],
)  # fmt: skip
def test_what_the_keyboard_cannot_do_is_found(window: Window, page: Writer, old: str, new: str, told: str) -> None:
    window.visit(page(old, new))
    assert any(one.startswith(told) for one in keyboard_troubles(window))


@pytest.mark.parametrize("figure", ["9.50", "<strong>9.50</strong>", "9.50 / 10.00", "<span>nothing of 10</span>"])
def test_a_figure_without_a_mark_is_found(window: Window, page: Writer, figure: str) -> None:
    marked = '<data data-figure="water:total" value="9.50">9.50</data>'
    assert look_at(window, page(marked, figure)).unmarked


def test_so_it_is_in_a_cell_of_any_class_that_holds_points_alone(window: Window, page: Writer) -> None:
    marked = '<td class="number"><data data-figure="water:total" value="9.50">9.50</data></td>'
    assert look_at(window, page(marked, "<td>9.50</td>")).unmarked == ["9.50"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('value="9.50"', 'value="9.40"', "water:total: 9.40 here, 9.50 in scores.json"),
        ("water:total", "water:sum", "water:sum: 9.50 here, nothing in scores.json"),
        (">9.50<", ">9.05<", "water:total: 9.50 is told as '9.05'"),
        (">pass<", ">excellent<", "water:grade: 合格 is told as 'excellent'"),
        (">final<", "><", "water:state: final is told as ''"),
        ("</style>", "td.number { display: none }</style>", "water:total: cannot be seen"),
    ],
)
def test_a_figure_that_is_not_the_one_of_the_data_is_found(
    window: Window, page: Writer, old: str, new: str, told: str
) -> None:
    figures = look_at(window, page(old, new)).figures
    assert told in unlike_the_data(figures, KNOWN) + unlike_its_value(figures, WORDS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">pass<", "><"),
        ("</main>", "<data class='status' value='provisional'>final</data></main>"),
    ],
)
def test_a_grade_or_a_state_without_words_of_its_own_is_found(window: Window, page: Writer, old: str, new: str) -> None:
    assert without_words(look_at(window, page(old, new)))


def test_chinese_that_does_not_say_so_is_found(window: Window, page: Writer) -> None:
    assert look_at(window, page("One unit.", "示例市水务局")).foreign == ["p: 示例市水务局"]


@pytest.mark.parametrize("address", ["missing.html", "page.html#missing", "#missing"])
def test_a_link_that_leads_nowhere_is_found(window: Window, page: Writer, address: str) -> None:
    one = page('href="page.html#main"', f'href="{address}"')
    assert dead_links({one: look_at(window, one)})


@pytest.mark.parametrize("address", ["../page.html", "/page.html"])
def test_a_link_out_of_the_folder_is_found(window: Window, page: Writer, address: str) -> None:
    one = page('href="page.html#main"', f'href="{address}"')
    assert way_out(one, look_at(window, one))


@pytest.mark.parametrize(("mark", "same"), [("", False), (" data-added", True)])
def test_content_that_only_a_script_brings_is_found(
    window: Window, browser: Browser, page: Writer, mark: str, same: bool
) -> None:
    """What a script adds to serve a reader is no content, and carries the mark `data-added`."""
    script = f"<script>document.querySelector('main').insertAdjacentHTML('beforeend', '<p{mark}>More.')</script>"
    one = page("</body>", f"{script}</body>")
    seen = look_at(window, one)
    assert (words_without_script(browser, one) == [seen.text, seen.content]) is same
