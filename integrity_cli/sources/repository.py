"""What Git says of the repository that a campaign lies in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from integrity_cli.sources.git import Git, GitProblem


@dataclass(frozen=True, slots=True)
class Repository:
    """Git's version and the state of the repository; None for what could not be learnt, `problem` for why."""

    git: str | None
    commits: int | None = None
    is_shallow: bool = False
    problem: str = ""


def repository_at(root: Path) -> Repository:
    """The repository that a folder lies in. Never raises: what is missing is what a caller asks about."""
    git = Git(root)
    try:
        version = git.line("--version").removeprefix("git version ")
    except GitProblem as problem:
        return Repository(None, problem=str(problem))
    try:
        shallow = git.line("rev-parse", "--is-shallow-repository") == "true"
    except GitProblem as problem:
        return Repository(version, problem=str(problem))
    try:
        commits = int(git.line("rev-list", "--count", "HEAD"))
    except GitProblem:
        commits = 0  # a repository without a first commit has no HEAD
    return Repository(version, commits, shallow)
