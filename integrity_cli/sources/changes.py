"""Which lines a branch changed, so that what is new is told first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from integrity_cli.sources.base import TOP
from integrity_cli.sources.git import Git

Lines = Mapping[str, tuple[range, ...]]
"""Paths with the lines that changed in them, counted from 1."""

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
# Commits are compared, not the folder, so that no filter of a repository's own runs; nor may its diff drivers.
_DIFF = (
    "diff",
    "--unified=0",
    "--inter-hunk-context=0",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--no-renames",
    "--submodule=short",
    "--diff-filter=d",
    "--src-prefix=a/",
    "--dst-prefix=b/",
    "--relative",
)


@dataclass(frozen=True, slots=True)
class Changes:
    """What the commit in a folder has changed since it left a base, named by a revision."""

    root: Path
    base: str

    def lines(self) -> Lines:
        """The changed lines since the merge base. Raises `GitProblem` where the history does not reach so far."""
        git = Git(self.root)
        base, head = git.commit(self.base), git.commit("HEAD")
        common = git.line("merge-base", base, head)
        return changed_lines(git.run(*_DIFF, common, head, "--", *TOP))


def changed_lines(diff: bytes) -> Lines:
    """The new lines that a diff without context names; each hunk says how many lines follow, so none is misread."""
    found: dict[str, list[range]] = {}
    path, to_skip = "", 0
    for line in diff.split(b"\n"):
        if to_skip and line[:1] in {b"+", b"-"}:
            to_skip -= 1
        elif line.startswith(b"+++ "):
            path = _path(line[4:])
        elif hunk := _HUNK.match(line):
            old, start, new = (1 if number is None else int(number) for number in hunk.groups())
            to_skip = old + new
            if new:
                found.setdefault(path, []).append(range(start, start + new))
    return {path: tuple(lines) for path, lines in found.items()}


def _path(written: bytes) -> str:
    """A path as Git writes it: quoted like a string of C where it must be, with a tab after it where it has blanks."""
    name = written.removesuffix(b"\t")
    if name.startswith(b'"'):
        name = name[1:-1].decode("unicode_escape").encode("latin-1")
    return name.removeprefix(b"b/").decode("utf-8", "surrogateescape")
