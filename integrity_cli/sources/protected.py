"""The protected branch: what was merged into it, in the order in which it was merged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from integrity_cli.sources.git import Git, GitProblem, TooShallow


class NotOnBranch(Exception):
    """A commit that no snapshot may name; `reason` is git, shallow, no_branch, no_commit or aside."""

    def __init__(self, reason: str, told: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.told = told


@dataclass(frozen=True, slots=True)
class ProtectedBranch:
    """A branch of the repository that a folder lies in. What it holds it got by merging; dates have no say."""

    root: Path
    name: str = "HEAD"

    def tip(self) -> str:
        """The commit that the branch stands at. Raises `NotOnBranch`, in a shallow clone too."""
        git = Git(self.root)
        try:
            git.line("rev-parse", "--git-dir")
        except GitProblem as problem:
            raise NotOnBranch("git", str(problem)) from None
        if git.is_shallow():
            raise NotOnBranch("shallow")
        return _named(git, self.name, "no_branch")

    def commit(self, revision: str | None) -> str:
        """The tip, or the commit that a revision names, if the branch itself once stood there. Raises `NotOnBranch`.

        A commit that came in by a merge is on the branch, but the branch never stood at it: what it holds was
        chosen by whoever made it.
        """
        tip = self.tip()
        if revision is None:
            return tip
        git = Git(self.root)
        commit = _named(git, revision, "no_commit")
        if commit not in git.run("rev-list", "--first-parent", tip).decode("ascii").split():
            raise NotOnBranch("aside", commit)
        return commit


def _named(git: Git, revision: str, reason: str) -> str:
    try:
        return git.commit(revision)
    except TooShallow:
        raise NotOnBranch("shallow") from None
    except GitProblem:
        raise NotOnBranch(reason, revision) from None
