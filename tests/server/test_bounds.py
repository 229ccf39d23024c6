"""Pushes that are made to bring a server to a halt: each is refused in a moment, and nothing of it stays."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

import pytest

from tests.changes.tools import git, lengthen
from tests.server.campaign import (
    OFFICE,
    UNIT,
)
from tests.server.loopback import Bare, Clone

A_MOMENT = 30
"""Seconds; far more than any of these takes on a machine that does nothing else, and far less than the limit."""


def refused_at_once(bare: Bare, clone: Clone, *refspecs: str) -> list[str]:
    """The codes of a push that is refused in a moment and leaves nothing behind."""
    before, start = bare.files(), monotonic()
    pushed = clone.push(*refspecs)
    assert monotonic() - start < A_MOMENT
    assert not pushed.is_taken
    assert bare.files() == before
    return pushed.codes


@pytest.mark.parametrize("account", [UNIT, OFFICE])
@pytest.mark.parametrize("is_still_there", [True, False])
def test_a_huge_file_is_refused_without_reading_it(
    bare: Bare, clone_of: Callable[[str], Clone], account: str, is_still_there: bool
) -> None:
    """Sixty-five million zeros are a pack of a few kilobytes."""
    clone = clone_of(account)
    path = "records/units/water/attachments/scan.pdf" if account == UNIT else "docs/scan.pdf"
    clone.commit({path: bytes(65_000_000)})
    if not is_still_there:
        clone.commit({path: None})
    assert refused_at_once(bare, clone, f"HEAD:refs/heads/{account}/plan") == ["G816"]
    told_by_its_record = account == UNIT and is_still_there
    assert refused_at_once(bare, clone, "HEAD:main") == (["Y025"] if told_by_its_record else ["G816"])


def test_more_commits_than_anybody_makes_are_refused(bare: Bare, clone_of: Callable[[str], Clone]) -> None:
    clone = clone_of(UNIT)
    git(clone.root, "branch", "work")
    lengthen(clone.repository)
    assert refused_at_once(bare, clone, f"work:refs/heads/{UNIT}/plan") == ["G816"]
    merged = git(clone.root, "commit-tree", "-p", "main", "-p", "work", "-m", "合并", "main^{tree}")
    assert refused_at_once(bare, clone, f"{merged}:main") == ["G816"]


@pytest.mark.parametrize("is_still_there", [True, False])
def test_trees_that_hold_each_other_are_not_unfolded(
    bare: Bare, clone_of: Callable[[str], Clone], is_still_there: bool
) -> None:
    """Eleven objects that make ten thousand million files."""
    clone = clone_of(UNIT)
    within = git(clone.root, "hash-object", "-w", "--stdin", stdin="空\n".encode())
    kind = "100644 blob"
    for _ in range(10):
        listed = "".join(f"{kind} {within}\t{number}\n" for number in range(10))
        within, kind = git(clone.root, "mktree", stdin=listed.encode()), "040000 tree"
    bomb = git(clone.root, "commit-tree", "-p", "HEAD", "-m", "大", within)
    if not is_still_there:
        bomb = git(clone.root, "commit-tree", "-p", bomb, "-m", "没有了", "main^{tree}")
    for refspec in (f"{bomb}:refs/heads/{UNIT}/plan", f"{bomb}:main"):
        assert refused_at_once(bare, clone, refspec) == ["G816"]


def test_a_pack_that_is_sent_in_pieces_arrives_whole(bare: Bare, clone_of: Callable[[str], Clone]) -> None:
    """Beyond a megabyte clients send chunks; what they hold is looked through like all else."""
    clone = clone_of(UNIT)
    noise = b"".join(number.to_bytes(4, "big") * 3 + bytes([number * 7919 % 251]) for number in range(400_000))
    git(clone.root, "config", "core.compression", "0")
    commit = clone.commit({"草稿.bin": noise})
    pushed = clone.push(f"HEAD:refs/heads/{UNIT}/plan")
    assert pushed.is_taken, pushed.remote
    assert bare.refs()[f"refs/heads/{UNIT}/plan"] == commit
    assert "警告[P711]" in pushed.remote, "what nobody can read is said"
