"""A snapshot that is not here, or not the same, leaves every unit without a score, wherever a campaign lies."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from integrity_cli.checks import check
from integrity_cli.lang import Lang
from integrity_cli.reading.loader import load, load_for_score
from integrity_cli.scoring import score
from integrity_cli.sources import Proposed
from integrity_cli.tasks.outcome import FINDINGS, Manner
from integrity_cli.tasks.score import score as score_task
from integrity_cli.tasks.validate import validate
from tests.frozen.tools import (
    FAVOURABLE,
    LEDGER,
    SNAPSHOTS,
    UNIT,
    Cards,
    History,
    bare,
    git,
    late_of,
    of,
    only,
    sample_history,
    scored,
)

# -- where the snapshot cannot be trusted there is no score


def unscored_because(history: History) -> set[str]:
    source = of(history)
    campaign = load_for_score(source)
    findings = check(campaign)
    cards = [score(campaign, unit, findings) for unit in campaign.by_unit]
    assert {card.state for card in cards} == {"unscored", "not_applied", "withdrawn"}
    told = {finding.code for card in cards for finding in card.blocking}
    assert told <= {one.code for one in check(load(source))}, "validate shows the same"
    return told


def test_a_shallow_clone_has_no_score_and_says_how_to_deepen(frozen: History, tmp_path: Path) -> None:
    for _ in range(2):
        frozen.commit()
    git(tmp_path, "clone", "-q", "--depth", "1", frozen.root.as_uri(), "shallow")
    shallow = History(tmp_path / "shallow")
    assert unscored_because(shallow) == {"T315"}
    for lang in Lang:
        outcome = score_task(of(shallow), UNIT, "text", Manner(lang))
        assert outcome.exit_code == FINDINGS
        assert "git fetch --unshallow" in re.sub(r"\s+", " ", outcome.data)
        assert "git fetch --unshallow" in validate(of(shallow), "concise", Manner(lang)).data
    git(shallow.root, "fetch", "-q", "--unshallow")
    assert scored(of(shallow), UNIT) == scored(of(frozen), UNIT)


def test_a_clone_without_old_files_has_no_score(frozen: History, tmp_path: Path) -> None:
    git(frozen.root, "config", "uploadpack.allowFilter", "true")
    frozen.write(LEDGER, frozen.read(LEDGER) + FAVOURABLE)
    frozen.commit()
    git(tmp_path, "clone", "-q", "--filter=blob:none", frozen.root.as_uri(), "partial")
    assert unscored_because(History(tmp_path / "partial")) == {"T315"}


def test_a_history_that_was_rewritten_has_no_score(frozen: History, tmp_path: Path) -> None:
    git(frozen.root, "checkout", "-q", "--orphan", "rewritten")
    frozen.commit("改写")
    git(tmp_path, "clone", "-q", "--branch", "rewritten", "--single-branch", frozen.root.as_uri(), "clone")
    clone = History(tmp_path / "clone")
    assert unscored_because(clone) == {"T315"}
    said = validate(of(clone), "concise", Manner(Lang.ZH)).data
    assert said.count("历史里没有它") == 1, "both stages were frozen at one commit: one cause, one finding"


def test_without_git_there_is_no_score(frozen: History) -> None:
    shutil.rmtree(frozen.root / ".git")
    assert unscored_because(frozen) == {"T315"}


def test_a_commit_with_other_files_has_no_score(frozen: History) -> None:
    manifest = json.loads(frozen.read(SNAPSHOTS))["snapshots"][0]["manifest"]
    frozen.write(SNAPSHOTS, frozen.read(SNAPSHOTS).replace(manifest, "0" * 64))
    assert unscored_because(frozen) == {"T316"}


# -- where a campaign may lie


@pytest.mark.parametrize(("inner", "shape"), [("campaigns/2014", "sha1"), (".", "sha256")])
def test_below_the_top_of_a_repository_and_with_long_ids_it_is_the_same(
    tmp_path: Path, before: Cards, inner: str, shape: str
) -> None:
    (tmp_path / "c" / "records" / "units" / UNIT).mkdir(parents=True)
    (tmp_path / "c" / "records" / "units" / UNIT / "stray.txt").write_text("not of the campaign\n", encoding="utf-8")
    if inner == ".":
        shutil.rmtree(tmp_path / "c" / "records")
    history = sample_history(tmp_path / "c", inner=inner, shape=shape)
    commit = history.freeze("planning", "self_check")
    assert len(commit) == (64 if shape == "sha256" else 40)
    history.write(LEDGER, history.read(LEDGER) + FAVOURABLE)
    cards = scored(of(history), UNIT)
    assert json.dumps(bare(cards)) == json.dumps(only(before, UNIT))
    assert late_of(cards) == [("self_check", "E-900", "added", "no")]


def test_a_link_in_place_of_a_record_at_the_deadline_is_refused_as_it_always_is(tmp_path: Path) -> None:
    history = sample_history(tmp_path / "c")
    link = git(history.root, "hash-object", "-w", "rubric.yaml")
    git(history.root, "update-index", "--cacheinfo", f"120000,{link},{LEDGER}")
    git(history.root, "commit", "-qm", "链接")
    history.freeze("self_check")
    campaign = load_for_score(of(history))
    (told,) = score(campaign, UNIT, check(campaign)).blocking
    assert (told.code, told.path) == ("Y025", LEDGER)


def test_the_tree_that_would_land_is_scored_by_the_same_snapshot(frozen: History, before: Cards) -> None:
    git(frozen.root, "checkout", "-q", "-b", "work")
    frozen.write(LEDGER, frozen.read(LEDGER) + FAVOURABLE)
    frozen.commit()
    with Proposed(frozen.root, "main", "work").landing() as landing:
        cards = scored(landing.tree, UNIT)
        assert scored(landing.base, UNIT) == only(before, UNIT)
    assert bare(cards) == only(before, UNIT)
    assert late_of(cards) == [("self_check", "E-900", "added", "no")]
