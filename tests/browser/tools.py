"""What the browser tests share: published pages found by walking, windows that listen, and a look at a page."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request, Response

PROBES = (Path(__file__).parent / "probes.js").read_text(encoding="utf-8")
WIDTHS, HEIGHT = (320, 768, 1280), 800
PAPER, PRINTED_WIDTH = 794, 680
"""A4 in CSS pixels, which a style sheet asks about, and what its margins leave for the page."""

EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""WCAG 2.2 A and AA, and what axe-core holds to be good practice."""
RULES_ABOUT_COLOUR = ["color-contrast", "link-in-text-block"]

LAUNCH = [
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # whatever a page asks for, nothing leaves the machine
]


@cache
def axe() -> str:
    """The source of axe-core, of which the package that carries it is only the parcel."""
    return (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class PublishedPage:
    """A page of a site, in its folder and as it is served."""

    site: str
    folder: Path
    served: str
    path: str

    def __str__(self) -> str:
        return f"{self.site}/{self.path}"

    @property
    def lang(self) -> Literal["zh", "en"]:
        """The language, which the folder tells."""
        return "en" if self.path.startswith("en/") else "zh"

    @property
    def kind(self) -> str:
        """What sort of page it is: the folder it stands in, else its own name."""
        folder, _, name = self.path.removeprefix("en/").rpartition("/")
        return folder or name.removesuffix(".html")

    @property
    def url(self) -> str:
        """Its address on the server."""
        return self.served + self.path

    @property
    def on_disk(self) -> str:
        """Its address without a server."""
        return (self.folder / self.path).as_uri()

    @property
    def size(self) -> int:
        """How long it is."""
        return (self.folder / self.path).stat().st_size


def pages_of(site: str, folder: Path, served: str) -> list[PublishedPage]:
    """Every page below a folder, whatever it is."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return [PublishedPage(site, folder, served, path) for path in paths]


def representatives(pages: list[PublishedPage]) -> list[PublishedPage]:
    """The longest page of every kind in both languages."""
    longest: dict[tuple[str, str], PublishedPage] = {}
    for page in sorted(pages, key=lambda one: (one.size, str(one))):
        longest[page.kind, page.lang] = page
    return sorted(longest.values(), key=str)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and keeps no log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing."""


def serving(folder: Path) -> Iterator[str]:
    """A folder over loopback, as its address; it ends with the caller."""
    from threading import Thread

    def handler(*arguments: Any) -> Quiet:
        return Quiet(*arguments, directory=str(folder))

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@dataclass(frozen=True)
class Setting:
    """How wide a window is, and how its reader or a printer wants it."""

    width: int = 1280
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"
    forced: bool = False

    def __str__(self) -> str:
        words = ["forced-colors"] * self.forced + ["print"] * (self.media == "print")
        return ".".join([str(self.width), *(words or [self.scheme])])


DESK, PHONE = Setting(), Setting(320)
FORCED, PRINTED = Setting(forced=True), Setting(PAPER, media="print")


class Window:
    """One tab that writes down all it hears."""

    def __init__(self, browser: Browser, *, script: bool = True, offline: bool = False) -> None:
        self.heard: list[str] = []
        self._within = ""
        self._offline = offline
        self._setting = DESK
        self.page: Page = browser.new_context(java_script_enabled=script, offline=offline).new_page()
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        self.page.on("dialog", self._on_dialog)
        self.page.on("request", self._on_request)
        self.page.on("response", self._on_response)
        self.page.on("requestfailed", lambda request: self.heard.append(f"request failed: {request.url}"))
        self.page.on("websocket", lambda socket: self.heard.append(f"request: {socket.url}"))
        self.page.on("popup", lambda page: self.heard.append(f"popup: {page.url}"))
        self.page.on("crash", lambda _: self.heard.append("crash"))

    def wear(self, setting: Setting, height: int = HEIGHT) -> None:
        """Takes on another setting; the page that is open stays open."""
        self.page.set_viewport_size({"width": setting.width, "height": height})
        forced: Literal["active", "none"] = "active" if setting.forced else "none"
        self.page.emulate_media(media=setting.media, color_scheme=setting.scheme, forced_colors=forced)
        if "print" in {setting.media, self._setting.media}:
            width = f"{PRINTED_WIDTH}px" if setting.media == "print" else ""
            self.page.evaluate("width => { document.documentElement.style.width = width }", width)
        self._setting = setting

    def go(self, url: str, within: str) -> Page:
        """Opens an address and begins to listen anew; all that it loads must lie within another."""
        self.heard.clear()
        self._within = within
        self.page.goto(url, wait_until="load")
        return self.page

    def visit(self, page: PublishedPage, setting: Setting = DESK) -> Page:
        """Opens a page as it is served, or from its folder when there is no network."""
        self.wear(setting)
        if self._offline:
            return self.go(page.on_disk, page.folder.as_uri() + "/")
        return self.go(page.url, page.served)

    def ask(self, probe: str, *words: Any) -> Any:
        """What a probe tells of the page that is open."""
        return self.page.evaluate(f"([name, words]) => ({PROBES})[name](...words)", [probe, words])

    def _on_console(self, message: ConsoleMessage) -> None:
        self.heard.append(f"console {message.type}: {message.text}")

    def _on_dialog(self, dialog: Dialog) -> None:
        self.heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self._within, "data:")):
            self.heard.append(f"request: {request.url}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.heard.append(f"answer {response.status}: {response.url}")


@dataclass(frozen=True)
class Figure:
    """A figure as the page shows it."""

    key: str
    value: str
    text: str
    is_visible: bool


@dataclass(frozen=True)
class Verdict:
    """A grade or a state: its class, its value, and its words without the shape."""

    sort: str
    value: str
    words: str


@dataclass(frozen=True)
class Look:
    """What one visit shows of a page; the checks judge it."""

    heard: list[str]
    lang: str
    title: str
    ids: list[str]
    links: list[str]
    figures: list[Figure]
    unmarked: list[str]
    verdicts: list[Verdict]
    foreign: list[str]
    text: str
    content: str
    misfits: dict[Setting, list[str]]
    contents: dict[Setting, str]
    """The content on paper and in forced colours."""


EVERY_SETTING = (*map(Setting, WIDTHS), FORCED, PRINTED)
NARROW = (PHONE, PRINTED)
"""The settings in which most goes wrong, for the many pages of one kind."""


def look(window: Window, url: str, within: str, settings: Sequence[Setting] = EVERY_SETTING) -> Look:
    """Opens a page and asks all that is cheap to know, in every setting that can change it."""
    page = window.go(url, within)
    misfits = {}
    for setting in (one for one in settings if one.media == "screen" and not one.forced):
        window.wear(setting)
        misfits[setting] = window.ask("misfits")
    window.wear(DESK)
    asked = {probe: window.ask(probe) for probe in ("ids", "links", "unmarked", "foreign", "figures", "verdicts")}
    text, content = window.ask("text")
    contents = {}
    for setting in (one for one in settings if one.media == "print" or one.forced):
        window.wear(setting)
        misfits[setting] = window.ask("misfits")
        contents[setting] = window.ask("text")[1]
    return Look(
        heard=list(window.heard),
        lang=page.evaluate("document.documentElement.lang"),
        title=page.title(),
        ids=asked["ids"],
        links=asked["links"],
        figures=[Figure(*one) for one in asked["figures"]],
        unmarked=asked["unmarked"],
        verdicts=[Verdict(*one) for one in asked["verdicts"]],
        foreign=asked["foreign"],
        text=text,
        content=content,
        misfits=misfits,
        contents=contents,
    )


def begin_violations(window: Window, rules: list[str]) -> None:
    """Has axe-core look at the page that is open, by rules or tags of rules."""
    if window.page.evaluate("typeof axe") == "undefined":
        window.page.evaluate(axe())
    window.ask("begin", "violations", rules)


def violations(window: Window) -> list[str]:
    """What axe-core has found, a line for each element."""
    found: list[str] = window.ask("begun")
    return found


def keyboard_troubles(window: Window) -> list[str]:
    """What Tab does wrong on the page that is open, from its top to its last stop."""
    for _ in range(window.ask("followFocus")):
        window.page.keyboard.press("Tab")
    found: list[str] = window.ask("followed")
    return found


def scores_of(page: PublishedPage) -> dict[str, Any]:
    """The data published with a page."""
    return _scores_in(page.folder)


@cache
def _scores_in(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "data" / "scores.json").read_bytes())
    return data
