"""Bytes from a folder, a commit and an overlay: the same campaign, whichever it is read from."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from integrity_cli.checks import check
from integrity_cli.reading.loader import load
from integrity_cli.scoring import score
from integrity_cli.scoring.data import as_data
from integrity_cli.sources import Commit, GitProblem, Overlay, Source, TooShallow, Unreadable, WorkingTree, manifest
from tests.tools import SAMPLE


def git(root: Path, *arguments: str, stdin: str = "") -> str:
    """What a Git command prints in a repository of the test's own."""
    identity = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "t"}
    environment = os.environ | identity | {"GIT_COMMITTER_EMAIL": "t@example.org", "GIT_CONFIG_NOSYSTEM": "1"}
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=root, env=environment, input=stdin, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The sample campaign as the one commit of a repository, with things beside it that are no part of it."""
    root = tmp_path / "活动 仓库"
    for path in SAMPLE.paths():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(SAMPLE.read(path))
    (root / "notes").mkdir()
    (root / "notes" / "x.yaml").write_text("a: b\n", encoding="utf-8")
    (root / "recordsx").write_text("no record\n", encoding="utf-8")
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "core.autocrlf", "false")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "活动")
    return root


def scores(source: Source) -> list[dict[str, object]]:
    campaign = load(source)
    findings = check(campaign)
    return [as_data(score(campaign, unit, findings)) for unit in campaign.by_unit]


def test_a_commit_and_a_folder_are_the_same_campaign(repository: Path) -> None:
    commit, tree = Commit(repository, "HEAD"), WorkingTree(repository)
    assert commit.paths() == tree.paths() == SAMPLE.paths()
    assert manifest(commit, commit.paths()) == manifest(tree, tree.paths())
    assert scores(commit) == scores(tree)


def test_a_commit_is_read_as_it_was_not_as_the_folder_is_now(repository: Path) -> None:
    first = Commit(repository, "HEAD")
    path = "records/units/culture/plan.yaml"
    (repository / path).write_text("changed: yes\n", encoding="utf-8")
    git(repository, "commit", "-qam", "改动")
    assert Commit(repository, first.id).read(path) == SAMPLE.read(path)
    assert Commit(repository, "HEAD").read(path) == b"changed: yes\n"
    assert Commit(repository, "HEAD~1").id == first.id


def test_only_what_belongs_to_a_campaign_is_listed(repository: Path) -> None:
    for source in (WorkingTree(repository), Commit(repository, "HEAD")):
        assert not [path for path in source.paths() if path.startswith(("notes", "recordsx"))]
        with pytest.raises(KeyError):
            source.read("notes/x.yaml")


def test_a_revision_that_is_not_there_is_git_s_own_word(repository: Path) -> None:
    with pytest.raises(GitProblem):
        Commit(repository, "no-such-branch")
    with pytest.raises(GitProblem):
        Commit(repository, "--help")


def test_a_campaign_below_the_top_is_read_from_its_own_folder(repository: Path) -> None:
    inner = repository / "inner"
    (inner / "records").mkdir(parents=True)
    (inner / "records" / "README.md").write_text("another campaign\n", encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "inner")
    for source in (Commit(inner, "HEAD"), WorkingTree(inner).at(git(repository, "rev-parse", "HEAD"))):
        assert source.paths() == ("records/README.md",)
        assert source.read("records/README.md") == b"another campaign\n"


def test_a_shallow_clone_says_that_it_is_one(repository: Path, tmp_path: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    git(repository, "commit", "-q", "--allow-empty", "-m", "later")
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    with pytest.raises(TooShallow):
        WorkingTree(tmp_path / "shallow").at(first)
    with pytest.raises(GitProblem) as problem:
        WorkingTree(repository).at("0" * 40)
    assert not isinstance(problem.value, TooShallow)


def test_an_object_that_was_lost_is_a_problem_of_git_s(repository: Path) -> None:
    blob = git(repository, "rev-parse", "HEAD:records/README.md")
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(GitProblem, match="is missing"):
        Commit(repository, "HEAD").paths()


def test_settings_of_a_hostile_repository_have_no_say(repository: Path, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    script = tmp_path / "evil.sh"
    script.write_text(f"#!/bin/sh\ntouch '{mark}'\n", encoding="utf-8")
    script.chmod(0o755)
    git(repository, "config", "core.fsmonitor", str(script))
    git(repository, "config", "diff.external", str(script))
    assert Commit(repository, "HEAD").paths() == SAMPLE.paths()
    assert not mark.exists()


def test_a_link_is_listed_and_never_followed(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("a: b\n", encoding="utf-8")
    link = repository / "records" / "units" / "culture" / "powers.yaml"
    link.unlink(missing_ok=True)
    link.symlink_to(secret)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "link")
    for source in (WorkingTree(repository), Commit(repository, "HEAD")):
        assert "records/units/culture/powers.yaml" in source.paths()
        with pytest.raises(Unreadable) as refused:
            source.read("records/units/culture/powers.yaml")
        assert refused.value.reason == "symlink"
        assert "Y025" in {finding.code for finding in load(source).findings}


def test_an_overlay_replaces_adds_and_takes_away() -> None:
    path = "records/units/culture/plan.yaml"
    overlay = Overlay(SAMPLE, {path: b"x: y\n", "records/new.yaml": b"z: 1\n", "rubric.yaml": None})
    assert set(overlay.paths()) == (set(SAMPLE.paths()) | {"records/new.yaml"}) - {"rubric.yaml"}
    assert overlay.read(path) == b"x: y\n"
    assert overlay.read("records/README.md") == SAMPLE.read("records/README.md")
    with pytest.raises(KeyError):
        overlay.read("rubric.yaml")


def test_a_manifest_is_what_sha256sum_prints(repository: Path) -> None:
    paths = ["rubric.yaml", "records/README.md"]
    lines = [f"{hashlib.sha256(SAMPLE.read(path)).hexdigest()}  {path}\n" for path in sorted(paths)]
    assert manifest(Commit(repository, "HEAD"), paths) == "".join(lines)


def test_without_a_rubric_of_its_own_a_campaign_has_the_one_that_ships() -> None:
    campaign = load(Overlay(SAMPLE, {"rubric.yaml": None}))
    assert campaign.rubric is not None
    assert campaign.source_of("rubric.yaml") is not campaign.source
