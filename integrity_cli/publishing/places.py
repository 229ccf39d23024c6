"""Where each page of the site stands, and how one page links to another: always relative, never from the top."""

from __future__ import annotations

from integrity_cli.lang import Lang

SCORES = "data/scores.json"
TABLE = "data/scores.csv"
MANIFEST = "data/manifest.txt"

LANG_TAG = {Lang.ZH: "zh-CN", Lang.EN: "en"}
"""How HTML names the languages."""


def other(lang: Lang) -> Lang:
    """The language that a page offers to switch to."""
    return Lang.EN if lang is Lang.ZH else Lang.ZH


def page(name: str, lang: Lang, suffix: str = "html") -> str:
    """The path of a page: Chinese at the top, English below `en/`."""
    return f"{'' if lang is Lang.ZH else 'en/'}{name}.{suffix}"


def unit_page(unit: str) -> str:
    """The name of a unit's page."""
    return f"units/{unit}"


def relative(target: str, start: str) -> str:
    """The link from one path of the site to another; it works from a folder, a sub-path and a web server alike."""
    here, there = start.split("/")[:-1], target.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * len(here) + "/".join(there)
