"""Pictures of every kind of page for a person to look at, in build/screenshots."""

from __future__ import annotations

import os
import shutil
import struct
from pathlib import Path

import pytest

from tests.browser.tools import PRINTED, WIDTHS, PublishedPage, Setting, Window, representatives
from tests.tools import ROOT

FOLDER = ROOT / "build" / "screenshots"
PICTURES, PICTURED = ROOT / "docs", 1060
UPDATING = os.environ.get("INTEGRITY_UPDATE_GOLDEN") == "1"
TALLEST = 3000
"""Longer pages are cut off here; the PDF has them whole."""
SCREENS = [Setting(width, scheme) for width in WIDTHS for scheme in ("light", "dark")]
LANGS = pytest.mark.parametrize("lang", ["zh", "en"])


@pytest.fixture(scope="module")
def folder() -> Path:
    """The folder, without the pictures of an earlier run."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    return FOLDER


@LANGS
def test_there_are_pictures_of_every_kind_of_page(
    window: Window, published: list[PublishedPage], folder: Path, lang: str
) -> None:
    """Named like `units.zh.320.dark.png` and `units.zh.print.pdf`."""
    for one in representatives(published):
        if one.lang != lang:
            continue
        page, name = window.visit(one), f"{one.kind.replace('/', '-')}.{lang}"
        for setting in SCREENS:
            window.wear(setting)
            whole = page.evaluate("document.documentElement.scrollHeight")
            window.wear(setting, min(whole, TALLEST))
            page.screenshot(path=folder / f"{name}.{setting}.png")
        window.wear(PRINTED)
        page.pdf(path=folder / f"{name}.print.pdf", format="A4", prefer_css_page_size=True)
    assert len(list(folder.glob(f"units.{lang}.*"))) == len(SCREENS) + 1


@LANGS
def test_the_picture_in_the_readme_is_one_of_the_page_of_results(
    window: Window, published: list[PublishedPage], lang: str
) -> None:
    """Made anew with INTEGRITY_UPDATE_GOLDEN=1; fonts differ, so that only its shape is compared."""
    (one,) = (page for page in published if (page.site, page.kind, page.lang) == ("sample", "index", lang))
    picture = PICTURES / f"results.{lang}.png"
    page = window.visit(one)
    window.wear(Setting(1280), PICTURED)
    taken = page.screenshot(path=picture if UPDATING else None)
    assert size_of(picture.read_bytes()) == size_of(taken) == (1280, PICTURED)
    readme = (ROOT / {"zh": "README.md", "en": "README.en.md"}[lang]).read_text(encoding="utf-8")
    assert f"](docs/{picture.name})" in readme


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height, as the head of a PNG tells them."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height
