"""Which lines a branch changed: read from Git, whatever a path is called and a repository is set to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from integrity_cli.sources import Changes, GitProblem
from integrity_cli.sources.changes import changed_lines
from tests.sources.test_sources import git

PLAN = "records/units/water/plan.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A branch `main` with one record of ten lines, and a branch `work` that starts from it."""
    root = tmp_path / "活动"
    written(root, PLAN, "".join(f"k{n}: {n}\n" for n in range(1, 11)))
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "core.autocrlf", "false")
    commit(root)
    git(root, "checkout", "-q", "-b", "work")
    return root


def written(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode("utf-8"))


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "改动")


def told(root: Path, base: str = "main") -> dict[str, list[int]]:
    return {path: [line for lines in ranges for line in lines] for path, ranges in Changes(root, base).lines().items()}


def test_changed_and_new_lines_are_told_and_others_not(repository: Path) -> None:
    text = (repository / PLAN).read_text(encoding="utf-8")
    text = text.replace("k3: 3\n", "k3: 三\n++ b/rubric.yaml\n").replace("k7: 7\n", "") + "k11: 11\nk12: 12"
    written(repository, PLAN, text)
    written(repository, "records/new.yaml", "a: b\nc: d\n")
    commit(repository)
    assert told(repository) == {PLAN: [3, 4, 11, 12], "records/new.yaml": [1, 2]}


def test_what_came_into_the_base_since_is_no_change_of_ours(repository: Path) -> None:
    written(repository, "records/ours.yaml", "a: b\n")
    commit(repository)
    git(repository, "checkout", "-q", "main")
    written(repository, PLAN, "other: 1\n")
    commit(repository)
    git(repository, "checkout", "-q", "work")
    assert told(repository) == {"records/ours.yaml": [1]}


def test_a_deleted_file_has_no_lines_and_a_moved_one_is_new(repository: Path) -> None:
    (repository / PLAN).rename(repository / "records" / "moved.yaml")
    commit(repository)
    assert list(told(repository)) == ["records/moved.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ['a "b" c.yaml', "新 的.yaml", "tab\there.yaml", "new\nline.yaml", "back\\slash.yaml"])
def test_any_name_is_read_as_it_is(repository: Path, name: str) -> None:
    written(repository, f"records/{name}", "a: b\n")
    commit(repository)
    assert told(repository) == {f"records/{name}": [1]}


def test_a_campaign_below_the_top_of_its_repository_is_told_from_its_own_folder(repository: Path) -> None:
    written(repository, f"inner/{PLAN}", "a: b\n")
    commit(repository)
    assert told(repository / "inner") == {PLAN: [1]}


def test_what_is_no_part_of_a_campaign_is_not_asked_for(repository: Path) -> None:
    written(repository, "src/x.py", "a = 1\n")
    commit(repository)
    assert told(repository) == {}


def test_settings_of_a_hostile_repository_have_no_say(repository: Path, tmp_path: Path) -> None:
    script, mark = tmp_path / "evil.sh", tmp_path / "ran"
    script.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    written(repository, ".gitattributes", "*.yaml diff=evil filter=evil\n")
    for key in ("diff.external", "diff.evil.command", "diff.evil.textconv", "core.fsmonitor", "core.pager"):
        git(repository, "config", key, str(script))
    for key, value in (("diff.noprefix", "true"), ("diff.context", "9"), ("color.diff", "always")):
        git(repository, "config", key, value)
    written(repository, PLAN, "a: b\n")
    commit(repository)
    git(repository, "config", "filter.evil.clean", str(script))
    mark.unlink(missing_ok=True)  # the test's own commit obeyed the settings
    assert told(repository) == {PLAN: [1]}
    assert not mark.exists()


@pytest.mark.parametrize("base", ["no-such-branch", "--help", "", "main --"])
def test_a_base_that_is_not_there_is_told(repository: Path, base: str) -> None:
    with pytest.raises(GitProblem):
        Changes(repository, base).lines()


def test_a_folder_without_a_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(GitProblem):
        Changes(tmp_path, "main").lines()


def test_a_history_without_a_common_commit_is_told(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "apart")
    written(repository, PLAN, "a: b\n")
    commit(repository)
    with pytest.raises(GitProblem):
        Changes(repository, "main").lines()


def test_lines_that_look_like_a_diff_are_counted_not_read() -> None:
    body = b"---- a/y\n-@@ -1 +1 @@\n++++ b/y\n+@@ -9 +9 @@\n+z\n\\ No newline at end of file\n"
    diff = b"--- a/x\n+++ b/x\n@@ -1,2 +1,3 @@\n" + body
    assert changed_lines(diff) == {"x": (range(1, 4),)}
