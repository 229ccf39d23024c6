"""Pushes to the protected branch of a real server over HTTP: the same rules and words as those of `validate`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.changes.tools import Repository, git
from tests.server.campaign import (
    AGAIN,
    CALENDAR,
    MAIN,
    MORE,
    OFFICE,
    OTHER,
    PHONE,
    REGISTER,
    REVIEWER,
    STRANGER,
    UNIT,
    Content,
    altered,
    grown,
    training,
)
from tests.server.loopback import Bare, Clone, Host

CloneOf = Callable[[str], Clone]
LEDGER = "records/units/water/evidence.yaml"
REVIEW = "records/office/reviews/water/r01.yaml"
DOSSIER = """\
  - id: E-008
    kind: dossier_summary
    title: 个人诚信档案统计
    happened_on: 2015-01-20
    subject: officers
    scale: 三级
    subjects: 22
    with_dossier: 20
"""


def test_an_honest_push_is_taken_and_says_what_it_does(bare: Bare, clone_of: CloneOf) -> None:
    clone = clone_of(UNIT)
    commit = clone.commit({MORE: training(101)})
    pushed = clone.push("main")
    assert pushed.is_taken
    assert bare.refs() == {MAIN: commit}
    assert "新增 E-101" in pushed.remote
    assert "没有发现问题" in pushed.remote
    assert pushed.remote.rstrip().endswith("查过了，可以收下")


@pytest.mark.parametrize(
    ("account", "change", "codes"),
    [
        (UNIT, {"records/units/dike/evidence.yaml": training(1)}, ["G803"]),
        (UNIT, {REGISTER: grown("# 备注\n")}, ["G806"]),
        (UNIT, {MORE: training(101), "rubric.yaml": grown("# 备注\n")}, ["G806"]),
        (UNIT, {LEDGER: altered("people: 36", "people: 63")}, ["G809"]),
        (UNIT, {LEDGER: altered(DOSSIER, "")}, ["G808"]),
        (UNIT, {REVIEW: altered("points: 1.70", "points: 1.60")}, ["G805"]),
        (OTHER, {MORE: training(101)}, ["G803"]),
        (REVIEWER, {REVIEW: altered("points: 1.70", "points: 1.60")}, ["G809"]),
        (REVIEWER, {"records/office/reviews/dike/r01.yaml": "reviewed_on: 2015-02-13\n"}, ["G805"]),
        (OFFICE, {MORE: training(101)}, ["G804"]),
        (STRANGER, {MORE: training(101)}, ["G802"]),
        (UNIT, {MORE: training(101).replace("title:", "titel:")}, ["S102"]),
        (UNIT, {MORE: training(101, f"联系{PHONE}")}, ["P703"]),
    ],
)
def test_a_change_that_breaks_a_rule_is_refused_with_its_code(
    bare: Bare, clone_of: CloneOf, account: str, change: dict[str, Content], codes: list[str]
) -> None:
    before = bare.files()
    clone = clone_of(account)
    clone.commit(change)
    pushed = clone.push("main")
    assert sorted(set(pushed.codes)) == codes, pushed.remote
    assert not pushed.is_taken
    assert "推送没有收下" in pushed.remote
    assert bare.files() == before, "nothing at all is left on the server"


@pytest.mark.parametrize(
    ("account", "change"),
    [
        (UNIT.upper(), {MORE: training(101)}),
        (REVIEWER, {REVIEW: altered("sheets:", "  - {entry: E-003, outcome: confirmed}\nsheets:")}),
        (OFFICE, {CALENDAR: grown("# 核对过\n")}),
    ],
)
def test_everybody_hands_in_what_is_theirs(
    bare: Bare, tmp_path: Path, account: str, change: dict[str, Content]
) -> None:
    clone = bare.clone(account, tmp_path / "clone")
    clone.commit(change)
    pushed = clone.push("main")
    assert pushed.is_taken, pushed.remote


def test_a_history_with_merges_is_taken_and_so_is_one_that_was_rebased(bare: Bare, clone_of: CloneOf) -> None:
    first, second = clone_of(UNIT), clone_of(OTHER)
    first.commit({MORE: training(101)})
    second.commit({"records/units/dike/evidence.yaml": training(1)})
    assert first.push("main").is_taken
    late = second.push("main")
    assert not late.is_taken
    assert late.codes == [], "the client itself knows that it is behind"
    git(second.root, "pull", "-q", "--no-rebase", "--no-edit", "origin", "main")
    assert second.push("main").is_taken
    first.commit({AGAIN: training(102)})
    git(first.root, "pull", "-q", "--rebase", "origin", "main")
    assert first.push("main").is_taken
    assert len(git(bare.root, "rev-list", "--merges", "main").split()) == 1


def test_a_shallow_clone_may_push(bare: Bare, tmp_path: Path) -> None:
    """The server has the whole history, and that is where it is judged."""
    whole = bare.clone(UNIT, tmp_path / "whole")
    whole.commit({MORE: training(101)})
    assert whole.push("main").is_taken
    url = git(whole.root, "remote", "get-url", "origin")
    git(tmp_path, "clone", "-q", "--depth=1", url, "shallow")
    shallow = Clone(Repository(tmp_path / "shallow"), UNIT)
    shallow.commit({AGAIN: training(102)})
    assert shallow.push("main").is_taken
    shallow.commit({MORE: None})
    assert shallow.push("main").codes == ["G808"]


def test_a_branch_of_a_fork_is_pushed_by_its_owner(host: Host, bare: Bare, clone_of: CloneOf, tmp_path: Path) -> None:
    fork = host.copy(bare, f"fork-of-{bare.root.stem}")
    (fork.root / "hooks" / "pre-receive").unlink()
    theirs = fork.clone(UNIT, tmp_path / "fork")
    commit = theirs.commit({MORE: training(101)})
    assert theirs.push("main:refs/heads/plan").is_taken
    clone = clone_of(UNIT)
    git(clone.root, "fetch", "-q", fork.url, "plan")
    assert clone.push("FETCH_HEAD:main").is_taken
    assert bare.refs()[MAIN] == commit


@pytest.mark.parametrize("account", [UNIT, OFFICE])
def test_what_was_merged_can_neither_be_rewritten_nor_deleted(bare: Bare, clone_of: CloneOf, account: str) -> None:
    first = clone_of(UNIT)
    first.commit({MORE: training(101)})
    assert first.push("main").is_taken
    stands = bare.refs()
    clone = clone_of(account)
    git(clone.root, "checkout", "-q", "-b", "other", "origin/main~1")
    clone.commit({"records/units/water/evidence/other.yaml": training(102)})
    git(clone.root, "checkout", "-q", "--orphan", "afresh")
    clone.commit({})
    for refspec in ("+origin/main~1:main", "+other:main", "+afresh:main", ":main"):
        pushed = clone.push(refspec)
        assert (pushed.is_taken, pushed.codes) == (False, ["G817"]), refspec
    assert "要删除它" in pushed.remote
    assert bare.refs() == stands


@pytest.mark.parametrize("sort", ["link", "submodule", "mode"])
def test_what_is_no_ordinary_file_does_not_reach_the_protected_branch(clone_of: CloneOf, sort: str) -> None:
    clone = clone_of(UNIT)
    clone.repository.write({MORE: training(101)})
    folder = clone.root / "records/units/water"
    if sort == "link":
        (folder / "plan2.yaml").symlink_to("plan.yaml")
    git(clone.root, "add", "-A")
    if sort == "submodule":
        git(clone.root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},records/units/water/sub")
    if sort == "mode":
        git(clone.root, "update-index", "--chmod=+x", MORE)
    git(clone.root, "commit", "-q", "-m", "改动")
    pushed = clone.push("main")
    assert not pushed.is_taken
    assert "G807" in pushed.codes


# -- who pushes


def test_nobody_pushes_without_a_password_and_everybody_may_read(bare: Bare, tmp_path: Path) -> None:
    clone = bare.clone(UNIT, tmp_path / "clone", url=bare.url)
    clone.commit({MORE: training(101)})
    pushed = clone.push("main")
    assert not pushed.is_taken
    assert pushed.codes == []
    assert b"Username" in pushed.printed


def test_nothing_that_a_client_sends_makes_it_another_account(bare: Bare, clone_of: CloneOf) -> None:
    """The author and committer, push options, and headers that look like what the server says."""
    git(bare.root, "config", "receive.advertisePushOptions", "true")
    clone = clone_of(UNIT)
    name, mailbox = OFFICE, "office@example.org"
    said = {
        f"GIT_{role}_{what}": is_
        for role in ("AUTHOR", "COMMITTER")
        for what, is_ in (("NAME", name), ("EMAIL", mailbox))
    }
    clone.commit({CALENDAR: grown("# 核对过\n")}, f"改动\n\nSigned-off-by: {name} <{mailbox}>", said)
    git(clone.root, "config", "--add", "http.extraHeader", f"Remote-User: {name}")
    git(clone.root, "config", "--add", "http.extraHeader", f"Gl-User: {name}")
    pushed = clone.push(
        "-o", f"actor={name}", "-o", f"REMOTE_USER={name}", "main", environment={"GL_USER": name, "REMOTE_USER": name}
    )
    assert (pushed.is_taken, pushed.codes) == (False, ["G806"])
    assert f"`{UNIT}`" in pushed.remote
    assert name not in pushed.remote
