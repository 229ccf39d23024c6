"""A change that comes after a snapshot: it may be merged, is listed as late, and moves no score, whatever its dates."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from integrity_cli.lang import Lang
from integrity_cli.reading.frozen import manifest_digest
from integrity_cli.sources import Commit, Proposed
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, Manner
from integrity_cli.tasks.score import score
from integrity_cli.tasks.validate import HandedIn
from tests.changes.campaign import OFFICE
from tests.changes.tools import findings, git, judged
from tests.frozen.tools import BEFORE_THE_DEADLINE, FAVOURABLE, LEDGER, SNAPSHOTS, UNIT, History, sample_history

ACCOUNT = "sl-wenguangxin"


@pytest.fixture(scope="module")
def frozen_once(tmp_path_factory: pytest.TempPathFactory) -> History:
    """The sample campaign, frozen, with a branch on which a favourable entry comes late, under an earlier date."""
    history = sample_history(tmp_path_factory.mktemp("late") / "活动")
    history.freeze("planning", "self_check")
    git(history.root, "checkout", "-q", "-b", "work")
    history.write(LEDGER, history.read(LEDGER) + FAVOURABLE)
    history.commit("补记", **BEFORE_THE_DEADLINE)
    return history


@pytest.fixture
def frozen(frozen_once: History, tmp_path: Path) -> History:
    return History(Path(shutil.copytree(frozen_once.root, tmp_path / "活动")))


def of(history: History, actor: str, base: str = "main", head: str = "work") -> HandedIn:
    return HandedIn(Proposed(history.root, base, head), (actor,))


def unit_of(data: str) -> dict[str, Any]:
    (unit,) = (one for one in json.loads(data)["change"]["units"] if one["unit"] == UNIT)
    return dict(unit)


def total(history: History, revision: str) -> str:
    return str(json.loads(score(Commit(history.root, revision), UNIT, "json", Manner(Lang.ZH)).data)["total"])


def test_a_late_entry_is_taken_listed_and_moves_nothing(frozen_once: History) -> None:
    outcome = judged(of(frozen_once, ACCOUNT), Lang.ZH, "json")
    assert (outcome.exit_code, findings(outcome)) == (CLEAN, [])
    unit = unit_of(outcome.data)
    assert (unit["added"], unit["lines"], unit["supported"]) == (["E-900"], [], [])
    assert unit["late"] == [{"sort": "entry", "name": "E-900", "change": "added"}]
    assert unit["before"]["total"] == unit["after"]["total"] == total(frozen_once, "main") == total(frozen_once, "work")
    page = judged(of(frozen_once, ACCOUNT), Lang.ZH, "markdown").data
    assert f"**暂计 {unit['after']['total']} 分，待定 {unit['after']['open_points']} 分，不变**" in page
    assert "截止后才到、不计分的 1 项" in page
    assert "came after the deadline, not counted: E-900" in judged(of(frozen_once, ACCOUNT), Lang.EN).data


def test_when_the_office_admits_it_the_comment_shows_what_moves(frozen: History) -> None:
    late = git(frozen.root, "rev-parse", "work")
    git(frozen.root, "checkout", "-q", "main")
    git(frozen.root, "merge", "-q", "--no-ff", "--no-edit", "work")
    git(frozen.root, "checkout", "-q", "-b", "admission")
    frozen.admit("self_check", unit=UNIT, entry="E-900", commit=late)
    outcome = judged(of(frozen, OFFICE, head="admission"), Lang.ZH, "json")
    assert (outcome.exit_code, findings(outcome)) == (CLEAN, [])
    unit = unit_of(outcome.data)
    assert unit["before"]["total"] == total(frozen, "main")
    assert unit["after"]["total"] == total(frozen, "admission") != unit["before"]["total"]
    assert [line["id"] for line in unit["lines"]] == ["A2.6/1", "A2.6/2"]


def test_a_snapshot_that_was_taken_stays(frozen: History) -> None:
    """Not even the office moves it: another commit, another day, or none at all."""
    snapshots = json.loads(frozen.read(SNAPSHOTS))["snapshots"]
    later = git(frozen.root, "rev-parse", "main")
    for name, changed, codes in (
        ("commit", [{**snapshots[0], "commit": later}, snapshots[1]], {"G809"}),
        ("day", [{**snapshots[0], "taken_on": "2014-12-02"}, snapshots[1]], {"G809"}),
        ("none", snapshots[:1], {"G808"}),
    ):
        git(frozen.root, "checkout", "-q", "-B", name, "main")
        frozen.write(SNAPSHOTS, json.dumps({"snapshots": changed}))
        frozen.commit(name)
        outcome = judged(of(frozen, OFFICE, head=name), Lang.ZH, "json")
        assert outcome.exit_code == FINDINGS
        assert {one["code"] for one in findings(outcome) if one["code"][0] == "G"} == codes, name


def test_a_unit_takes_no_snapshot(frozen: History) -> None:
    git(frozen.root, "checkout", "-q", "-B", "work", "main")
    frozen.admit("self_check", unit=UNIT, entry="E-001")
    outcome = judged(of(frozen, ACCOUNT), Lang.ZH, "json")
    assert [one["code"] for one in findings(outcome)] == ["G806"]


def test_a_snapshot_names_a_commit_that_the_protected_branch_stood_at(tmp_path: Path) -> None:
    """A merged branch's own commit is in the history, and still it is not where the branch stood."""
    history = sample_history(tmp_path / "活动")
    git(history.root, "checkout", "-q", "-b", "side")
    history.write(LEDGER, history.read(LEDGER) + FAVOURABLE)
    aside = history.commit("补记", **BEFORE_THE_DEADLINE)
    git(history.root, "checkout", "-q", "main")
    git(history.root, "merge", "-q", "--no-ff", "--no-edit", "side")
    merged = git(history.root, "rev-parse", "HEAD")
    for commit, codes in ((merged, []), (aside, ["G822"]), ("1" * 40, ["G822"])):
        git(history.root, "checkout", "-q", "-B", "freezing", "main")
        there = Commit(history.root, commit) if commit != "1" * 40 else Commit(history.root, merged)
        one = {"stage": "self_check", "commit": commit, "manifest": manifest_digest(there), "taken_on": "2015-02-11"}
        history.write(SNAPSHOTS, json.dumps({"snapshots": [one]}))
        history.commit("冻结")
        found = findings(judged(of(history, OFFICE, head="freezing"), Lang.ZH, "json"))
        assert [each["code"] for each in found] == codes, commit
