"""What the tests of the site share: sites of two campaigns, and pages read as a browser would read them."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from integrity_cli.publishing import publish
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load
from integrity_cli.scoring import Scorecard
from integrity_cli.sources import Source, WorkingTree
from tests.tools import ROOT, SAMPLE, cards_of

SMALL = WorkingTree(ROOT / "tests" / "examples" / "clean" / "small")
"""A campaign with a complete score, a grade, and a unit that did not apply."""

VOID = {"meta", "link", "br", "rect", "line", "path"}


@dataclass(frozen=True)
class Site:
    """A published site and what it was made from."""

    campaign: Campaign
    cards: tuple[Scorecard, ...]
    files: dict[str, bytes]

    @property
    def html(self) -> dict[str, str]:
        """The pages by their paths."""
        return {path: content.decode("utf-8") for path, content in self.files.items() if path.endswith(".html")}

    @property
    def markdown(self) -> dict[str, str]:
        """The twins by their paths."""
        return {path: content.decode("utf-8") for path, content in self.files.items() if path.endswith(".md")}

    @property
    def scores(self) -> dict[str, Any]:
        """The published data."""
        data: dict[str, Any] = json.loads(self.files["data/scores.json"])
        return data


def site_of(source: Source) -> Site:
    """The site of the campaign in a source."""
    campaign = load(source)
    cards = tuple(cards_of(campaign).values())
    return Site(campaign, cards, publish(campaign, cards))


@cache
def sample() -> Site:
    """The site of the sample campaign."""
    return site_of(SAMPLE)


@cache
def small() -> Site:
    """The site of the small campaign."""
    return site_of(SMALL)


def _registered(source: WorkingTree) -> list[str]:
    register = yaml.load(source.read("records/office/register.yaml"), yaml.BaseLoader)  # noqa: S506 - only text
    return [unit["id"] for unit in register["units"]]


UNITS = [(name, unit) for name, source in (("sample", SAMPLE), ("small", SMALL)) for unit in _registered(source)]
"""Every unit of both sites, by the site's name; known before a site is built, so that a test can be named for it."""

PAGES = ("index", "notice", "progress", "method", "objections", "data", "accessibility", "404")
TWINS = ("index", "notice", "progress", "method", "objections")
"""The pages besides those of units, and which of them exist as Markdown too."""

EVERY_PAGE = [
    (name, f"{folder}{path}.html")
    for name in ("sample", "small")
    for folder in ("", "en/")
    for path in (*PAGES, *(f"units/{unit}" for site, unit in UNITS if site == name))
]


@cache
def page(name: str, path: str) -> Page:
    """A page of one of the two sites, read."""
    return read(SITES[name]().html[path])


SITES = {"sample": sample, "small": small}


@dataclass
class Page(HTMLParser):
    """A page as read: its tags with their attributes, its figures, and the text of every table row by its id."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    figures: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    cells: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    styles: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    open_tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        assert len(known) == len(attrs), f"an attribute twice: {attrs}"
        self.tags.append((tag, known))
        if tag not in VOID:
            self.open_tags.append((tag, known))
        if tag in {"td", "th"} and (row := self._row()):
            self.cells[row].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open_tags, f"</{tag}> closes nothing"
        opened, _ = self.open_tags.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        for tag, kept in (("style", self.styles), ("script", self.scripts)):
            if self.open_tags and self.open_tags[-1][0] == tag:
                kept.append(data)
                return
        self.texts.append(data)
        for tag, attributes in self.open_tags:
            if tag == "data":
                self.figures[attributes["data-figure"] or ""].append((attributes["value"] or "", data))
        if (row := self._row()) and self.cells[row]:
            self.cells[row][-1] += data

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    @property
    def text(self) -> str:
        """All that a reader sees."""
        return "".join(self.texts)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of one name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def values(self, attribute: str) -> list[str]:
        """Every value of one attribute."""
        return [attributes[attribute] or "" for _, attributes in self.tags if attribute in attributes]

    def _row(self) -> str | None:
        return next((attributes.get("id") for tag, attributes in self.open_tags if tag == "tr"), None)


def read(html: str) -> Page:
    """A page read to its end, every tag closed."""
    parsed = Page()
    parsed.feed(html)
    parsed.close()
    assert not parsed.open_tags, parsed.open_tags
    return parsed


def folder_files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
