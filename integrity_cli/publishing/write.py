"""Writes the site into a folder, all of it or nothing: the only place of this room that touches a disk."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from integrity_cli.lang import Text, Words
from integrity_cli.publishing.data.scores import FORMAT
from integrity_cli.publishing.places import MANIFEST, SCORES

_HOLDS_CAMPAIGN = Text(
    "{folder} 中有活动记录，网站不能写在这里；另选一个文件夹",
    "{folder} holds the campaign's records, so the site cannot be written there; choose another folder",
)
_NOT_A_SITE = Text(
    "{folder} 不是空文件夹，也不是本工具生成的网站，没有覆盖它",
    "{folder} is neither empty nor a site made by this tool, so it was left alone",
)
_HOLDS_GIT = Text(
    "{folder} 是 Git 工作区，整体替换会删掉它的历史；先生成到别处，再把文件复制过来",
    "{folder} is a Git working tree, and replacing it would delete its history; build elsewhere and copy the files",
)
_NO_FOLDER = Text("{folder} 不是文件夹", "{folder} is not a folder")
_NOT_WRITTEN = Text("无法写入 {folder}：{reason}", "cannot write to {folder}: {reason}")


class WriteRefused(Exception):
    """The site was not written, and what was there before is whole; `words` say why."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words


def write(files: Mapping[str, bytes], folder: Path, campaign: Path | None = None) -> None:
    """Replaces a folder by the site. An interrupted run leaves the old one whole. Raises `WriteRefused`.

    `campaign` is the folder that holds the campaign, where it comes from one.
    """
    place = folder.resolve()
    try:
        _refuse(place, folder, campaign)
        place.parent.mkdir(parents=True, exist_ok=True)
        # Beside its place, so that it comes there by renaming; the old site waits inside until that has worked.
        with tempfile.TemporaryDirectory(
            prefix=f".{place.name}-", dir=place.parent, ignore_cleanup_errors=True
        ) as workshop:
            new = Path(workshop) / "new"
            _build(files, new)
            exchange(place, new, Path(workshop) / "old")
    except OSError as problem:
        raise WriteRefused(_NOT_WRITTEN.of(folder=folder, reason=problem.strerror or problem)) from problem


def exchange(place: Path, new: Path, aside: Path) -> None:
    """Puts a new folder in the place of an old one, which steps aside; should that fail, the old one comes back."""
    try:
        if place.exists():
            place.rename(aside)
        new.rename(place)
    finally:
        if aside.exists() and not place.exists():
            aside.rename(place)


def _refuse(place: Path, folder: Path, campaign: Path | None) -> None:
    """Says no to what must not be replaced."""
    if campaign is not None and campaign.resolve().is_relative_to(place):
        raise WriteRefused(_HOLDS_CAMPAIGN.of(folder=folder))
    if not place.exists():
        return
    if not place.is_dir():
        raise WriteRefused(_NO_FOLDER.of(folder=folder))
    if (place / "records").exists() or (place / "rubric.yaml").exists():
        raise WriteRefused(_HOLDS_CAMPAIGN.of(folder=folder))
    if (place / ".git").exists():
        raise WriteRefused(_HOLDS_GIT.of(folder=folder))
    if any(place.iterdir()) and not _is_site(place):
        raise WriteRefused(_NOT_A_SITE.of(folder=folder))


def _is_site(place: Path) -> bool:
    """Whether this tool made the folder: its manifest and its scores, in our format, are there."""
    try:
        scores = json.loads((place / SCORES).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(scores, dict) and scores.get("format") == FORMAT and (place / MANIFEST).is_file()


def _build(files: Mapping[str, bytes], new: Path) -> None:
    for path, content in files.items():
        target = new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
