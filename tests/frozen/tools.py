"""A campaign with a history: the sample as a real repository, its snapshots, and what is committed after them."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from integrity_cli.checks import check
from integrity_cli.lang import Lang
from integrity_cli.reading import dialect
from integrity_cli.reading.frozen import manifest_digest
from integrity_cli.reading.loader import load, load_for_score
from integrity_cli.scoring import score
from integrity_cli.scoring.data import as_data
from integrity_cli.sources import Commit, Source, WorkingTree
from integrity_cli.tasks.outcome import Manner
from integrity_cli.tasks.score import Asked
from integrity_cli.tasks.score import score as score_task
from tests.tools import SAMPLE

SNAPSHOTS = "records/office/snapshots.yaml"
DAYS = {"planning": "2014-12-01", "self_check": "2015-02-11"}

UNIT = "culture"
FOLDER = f"records/units/{UNIT}"
LEDGER = f"{FOLDER}/evidence.yaml"
PLAN = f"{FOLDER}/plan.yaml"
BEFORE_THE_DEADLINE = {"GIT_AUTHOR_DATE": "2014-11-20T09:00:00+0800", "GIT_COMMITTER_DATE": "2014-11-20T09:00:00+0800"}
FAVOURABLE = """
  - id: E-900
    kind: training
    title: 行政处罚程序轮训
    happened_on: 2014-11-18
    topic: law
    audience: officers
    hours: 16
    people: 22
"""

Cards = dict[str, dict[str, Any]]
"""Scorecards as data, by unit."""


def git(root: Path, *arguments: str, **environment: str) -> str:
    """What a Git command prints in a repository of the test's own."""
    names = ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL")
    known = dict.fromkeys(names, "t@example.org") | {"GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=os.environ | known | environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@dataclass(frozen=True)
class History:
    """A repository in a folder; what is written here is in it after `commit`."""

    root: Path

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(text.encode("utf-8"))

    def replace(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def commit(self, message: str = "改动", **environment: str) -> str:
        """The id of a commit of everything in the folder."""
        git(self.root, "add", "-A")
        git(self.root, "commit", "-q", "--allow-empty", "-m", message, **environment)
        return git(self.root, "rev-parse", "HEAD")

    def freeze(self, *stages: str) -> str:
        """Takes snapshots of the newest commit, and commits them."""
        commit = git(self.root, "rev-parse", "HEAD")
        manifest = manifest_digest(Commit(self.root, commit))
        for stage in stages:
            self._snapshots_with(
                {"stage": stage, "commit": commit, "manifest": manifest, "taken_on": DAYS[stage], "admitted": []}
            )
        self.commit("冻结")
        return commit

    def admit(self, stage: str, **what: str) -> None:
        """Admits something as the newest commit has it, or as one that is named, and commits that."""
        newest = {"commit": git(self.root, "rev-parse", "HEAD"), "decided_on": "2015-02-16", "reason": "平台停机。"}
        self._snapshots_with(None, stage, newest | what)
        self.commit("准予计入")

    def _snapshots_with(self, snapshot: Any, stage: str = "", admission: Any = None) -> None:
        there = (self.root / SNAPSHOTS).is_file()
        data: Any = dialect.read(SNAPSHOTS, self.read(SNAPSHOTS).encode()).data if there else {"snapshots": []}
        data["snapshots"] += [snapshot] if snapshot else []
        for one in data["snapshots"]:
            if one["stage"] == stage:
                one["admitted"].append(admission)
        self.write(SNAPSHOTS, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def sample_history(top: Path, source: Source = SAMPLE, *, inner: str = ".", shape: str = "sha1") -> History:
    """The sample campaign as the one commit of a repository, perhaps in a folder below its top."""
    root = top / inner
    for path in source.paths():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(source.read(path))
    git(top, "init", "-q", "-b", "main", f"--object-format={shape}")
    git(top, "config", "core.autocrlf", "false")
    history = History(root)
    history.commit("活动")
    return history


def scored(source: Source, *units: str, as_frozen: bool = True) -> Cards:
    """The scorecards of some units, or of all, as data."""
    campaign = load_for_score(source) if as_frozen else load(source)
    findings = check(campaign)
    return {unit: as_data(score(campaign, unit, findings)) for unit in units or campaign.by_unit}


def of(history: History) -> WorkingTree:
    return WorkingTree(history.root)


def only(cards: Cards, *units: str) -> Cards:
    return {unit: cards[unit] for unit in units}


def bare(cards: Cards) -> Cards:
    """Scorecards without the list of what came late."""
    return {unit: {key: value for key, value in card.items() if key != "late"} for unit, card in cards.items()}


def late_of(cards: Cards, unit: str = UNIT) -> list[tuple[str, str, str, str]]:
    return [(one["stage"], one["name"], one["change"], one["counted"]) for one in cards[unit].get("late", [])]


def printed(history: History, lang: Lang, format_: str = "text", *, full: bool = True) -> str:
    return score_task(of(history), UNIT, format_, Manner(lang), Asked(full=full)).data
