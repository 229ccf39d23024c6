"""What would land: the merged tree, made beside the repository, with nothing of the repository's settings in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from integrity_cli.sources import NotLanding, Proposed
from integrity_cli.sources.landing import MOST_COMMITS
from tests.sources.test_sources import git

PLAN = "records/units/water/plan.yaml"


def written(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(text.encode("utf-8"))


def commit(root: Path, message: str = "改动") -> str:
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", message)
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A branch `main` with one record, and a branch `work` that starts from it."""
    root = tmp_path / "活动 仓库"
    written(root, PLAN, "".join(f"k{n}: {n}\n" for n in range(1, 21)))
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "core.autocrlf", "false")
    commit(root)
    git(root, "checkout", "-q", "-b", "work")
    return root


def landed(root: Path, base: str = "main", head: str = "work") -> dict[str, bytes]:
    """The changed files of the tree that would land."""
    with Proposed(root, base, head).landing() as landing:
        there = set(landing.tree.paths())
        return {one.path: landing.tree.read(one.path) if one.path in there else b"" for one in landing.changed}


def refused(root: Path, base: str = "main", head: str = "work") -> NotLanding:
    with pytest.raises(NotLanding) as problem, Proposed(root, base, head).landing():
        pass
    return problem.value


def test_a_stale_branch_is_merged_with_what_has_come_since_and_nothing_is_written(repository: Path) -> None:
    written(repository, PLAN, (repository / PLAN).read_text(encoding="utf-8").replace("k1: 1\n", "k1: 一\n"))
    commit(repository)
    git(repository, "checkout", "-q", "main")
    written(repository, PLAN, (repository / PLAN).read_text(encoding="utf-8").replace("k20: 20\n", "k20: 廿\n"))
    commit(repository)
    before = git(repository, "count-objects", "-v")
    (merged,) = landed(repository).values()
    assert merged.startswith("k1: 一\n".encode())
    assert merged.endswith("k20: 廿\n".encode())
    assert git(repository, "count-objects", "-v") == before


def test_what_is_behind_the_base_changes_nothing(repository: Path) -> None:
    git(repository, "checkout", "-q", "main")
    written(repository, PLAN, "a: b\n")
    commit(repository)
    assert landed(repository) == {}


def test_a_conflict_names_its_files(repository: Path) -> None:
    written(repository, PLAN, "a: b\n")
    commit(repository)
    git(repository, "checkout", "-q", "main")
    written(repository, PLAN, "c: d\n")
    commit(repository)
    problem = refused(repository)
    assert (problem.reason, problem.paths) == ("conflict", (PLAN,))


def test_modes_links_and_submodules_are_changes_like_others(repository: Path) -> None:
    git(repository, "update-index", "--chmod=+x", PLAN)
    (repository / "records" / "link.yaml").symlink_to("elsewhere")
    git(repository, "add", "records/link.yaml")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},records/sub")
    git(repository, "commit", "-qm", "modes")
    with Proposed(repository, "main", "work").landing() as landing:
        modes = {one.path: (one.before, one.after) for one in landing.changed}
    assert modes == {
        PLAN: ("100644", "100755"),
        "records/link.yaml": (None, "120000"),
        "records/sub": (None, "160000"),
    }


def test_what_only_passed_through_a_commit_is_there_to_be_looked_at(repository: Path) -> None:
    written(repository, "records/units/water/evidence.yaml", "secret: 1\n")
    leaking = commit(repository, "第一次\n\n说明")
    written(repository, "records/units/water/evidence.yaml", "secret: removed\n")
    last = commit(repository)
    with Proposed(repository, "main", "work").landing() as landing:
        assert [(one.id, one.message) for one in landing.commits] == [(leaking, "第一次\n\n说明"), (last, "改动")]
        passing = {id_: files for id_, files in landing.passing.items() if files}
    assert passing == {leaking: {"records/units/water/evidence.yaml": b"secret: 1\n"}}


def test_what_a_merge_brings_from_the_base_is_not_the_change_s_own(repository: Path) -> None:
    """And what a merge itself puts in is: an evil merge hides nothing."""
    written(repository, "records/ours.yaml", "a: b\n")
    own = commit(repository)
    git(repository, "checkout", "-q", "main")
    written(repository, PLAN, "leak: 1\n")
    commit(repository)
    git(repository, "checkout", "-q", "work")
    git(repository, "merge", "-q", "--no-commit", "main")
    written(repository, "records/evil.yaml", "secret: 1\n")
    merge = commit(repository)
    (repository / "records" / "evil.yaml").unlink()
    commit(repository)
    git(repository, "checkout", "-q", "main")
    written(repository, PLAN, "leak: removed\n")
    commit(repository)
    with Proposed(repository, "main", "work").landing() as landing:
        assert [one.path for one in landing.changed] == ["records/ours.yaml"]
        assert {id_: dict(files) for id_, files in landing.passing.items() if files} == {
            merge: {"records/evil.yaml": b"secret: 1\n"}
        }
        assert own in landing.passing


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_that_belongs_to_somebody_else_is_read_all_the_same(repository: Path) -> None:
    written(repository, PLAN, "a: b\n")
    commit(repository)
    for place in [repository, *repository.rglob("*")]:
        os.chown(place, 12345, 12345, follow_symlinks=False)
    assert list(landed(repository)) == [PLAN]


@pytest.mark.parametrize("base", ["no-such-branch", "--help", "", "main --", "1" * 40])
def test_a_base_that_is_not_there_is_told(repository: Path, base: str) -> None:
    assert refused(repository, base).reason == "no_base"


def test_a_head_that_is_not_there_is_told(repository: Path) -> None:
    assert refused(repository, head="nowhere").reason == "no_head"


def test_a_folder_without_a_repository_is_git_s_own_word(tmp_path: Path) -> None:
    problem = refused(tmp_path)
    assert problem.reason == "git"
    assert "repository" in problem.told


def test_a_history_without_a_common_commit_is_told(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "apart")
    commit(repository, "另起")
    assert refused(repository, head="apart").reason == "unrelated"


def test_a_shallow_clone_is_not_enough(repository: Path, tmp_path: Path) -> None:
    written(repository, PLAN, "a: b\n")
    commit(repository)
    git(tmp_path, "clone", "-q", "--depth=1", "--no-single-branch", repository.as_uri(), "shallow")
    assert refused(tmp_path / "shallow", "origin/main", "HEAD").reason == "shallow"


def test_more_commits_than_an_honest_change_has_are_refused(repository: Path) -> None:
    stream = "".join(
        f"commit refs/heads/work\ncommitter t <t@example.org> {n} +0000\ndata 1\nx\n"
        + ("from refs/heads/main^0\n" if n == 0 else "")
        for n in range(MOST_COMMITS + 1)
    )
    git(repository, "checkout", "-q", "main")
    git(repository, "fast-import", "--quiet", "--force", stdin=stream)
    assert refused(repository).reason == "too_much"


@pytest.mark.parametrize("path", ["records/units/water/attachments/scan.bin", "docs/scan.bin"])
def test_a_giant_is_not_read_and_is_refused_where_nothing_else_would_tell_of_it(
    repository: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("integrity_cli.sources.landing.LARGEST", 1000)
    written(repository, path, "x" * 1001)
    commit(repository)
    if path.startswith("records/"):
        with Proposed(repository, "main", "work").landing() as landing:
            assert [landing.brought(one) for one in landing.changed] == [None]
    else:
        assert (refused(repository).reason, refused(repository).paths) == ("too_large", (path,))
    (repository / path).unlink()
    commit(repository)
    assert (refused(repository).reason, refused(repository).paths) == ("too_large", (path,))


def test_more_bytes_than_an_honest_change_has_are_refused(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("integrity_cli.sources.landing.MOST_BYTES", 1000)
    written(repository, "records/a.txt", "a" * 500)
    commit(repository)
    written(repository, "records/a.txt", "b" * 500)
    commit(repository)
    with Proposed(repository, "main", "work").landing():
        pass
    written(repository, "records/b.txt", "c")
    commit(repository)
    assert refused(repository).reason == "too_much"


def test_a_list_of_files_without_an_end_is_not_read_to_its_end(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        written(repository, f"records/{number:03}.txt", "")
    commit(repository)
    for most, reason in ((10_000, None), (300, "too_much")):
        monkeypatch.setattr("integrity_cli.sources.landing.MOST_LISTED", most)
        if reason:
            assert refused(repository).reason == reason
        else:
            assert len(landed(repository)) == 40


@pytest.mark.skipif(os.name == "nt", reason="the slow Git is a shell script")
def test_a_git_that_takes_too_long_is_ended_and_told(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "bin" / "git"
    written(tmp_path, "bin/git", "#!/bin/sh\nexec sleep 60\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("integrity_cli.sources.git.SECONDS", 0.2)
    problem = refused(repository)
    assert (problem.reason, problem.told) == ("git", "git rev-parse took more than 0.2 s")


def test_settings_and_merge_drivers_of_a_hostile_repository_have_no_say(repository: Path, tmp_path: Path) -> None:
    script, mark = tmp_path / "evil.sh", tmp_path / "ran"
    script.write_text(f"#!/bin/sh\ntouch '{mark}'\nexit 0\n", encoding="utf-8")
    script.chmod(0o755)
    written(repository, ".gitattributes", "*.yaml merge=evil diff=evil filter=evil\n")
    written(repository, PLAN, (repository / PLAN).read_text(encoding="utf-8").replace("k1: 1\n", "k1: 一\n"))
    commit(repository)
    git(repository, "checkout", "-q", "main")
    written(repository, ".gitattributes", "*.yaml merge=evil diff=evil filter=evil\n")
    written(repository, PLAN, (repository / PLAN).read_text(encoding="utf-8").replace("k20: 20\n", "k20: 廿\n"))
    commit(repository)
    for key in ("merge.evil.driver", "diff.external", "diff.evil.textconv", "core.fsmonitor", "core.sshCommand"):
        git(repository, "config", key, str(script))
    git(repository, "config", "filter.evil.smudge", str(script))
    for hook in ("post-checkout", "reference-transaction", "pre-auto-gc"):
        (repository / ".git" / "hooks" / hook).write_bytes(script.read_bytes())
        (repository / ".git" / "hooks" / hook).chmod(0o755)
    assert PLAN in landed(repository)
    assert not mark.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize(
    "name", ["tab\there.yaml", "new\nline.yaml", "\x01odd.yaml", ":odd.yaml", 'q"uote.yaml', "新.yaml"]
)
def test_any_name_is_read_as_it_is(repository: Path, name: str) -> None:
    written(repository, f"records/{name}", "a: b\n")
    commit(repository)
    (repository / "records" / name).unlink()
    written(repository, "records/other.yaml", "c: d\n")
    commit(repository)
    with Proposed(repository, "main", "work").landing() as landing:
        assert [one.path for one in landing.changed] == ["records/other.yaml"]
        assert [list(files) for files in landing.passing.values()] == [[f"records/{name}"], []]
