"""What every source offers, and the digest list of what was read from one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Protocol

TOP = ("records", "rubric.yaml", "templates", "docs/notice.zh.md")
"""The parts of a repository that belong to a campaign; nothing else is ever listed."""


LARGEST = 64_000_000
"""More than any file of a campaign may have, in bytes; a larger one is not even read."""


class Unreadable(Exception):
    """A listed path that is no ordinary file to read; `reason` is symlink, submodule, special, large or other."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Source(Protocol):
    """The files of one campaign, by paths with forward slashes from the repository's top."""

    def paths(self) -> tuple[str, ...]:
        """Every path below `TOP`, sorted by code point."""
        ...

    def read(self, path: str) -> bytes:
        """The bytes of one listed path. Raises `Unreadable`, and KeyError for a path that is not listed."""
        ...

    def at(self, commit: str) -> Source:
        """The same campaign as a commit has it, named by its whole id. Raises `GitProblem` where there is none."""
        ...


def belongs(path: str) -> bool:
    """Whether a path is part of a campaign."""
    return any(path == top or path.startswith(f"{top}/") for top in TOP)


def manifest(source: Source, paths: Iterable[str]) -> str:
    """The paths with their SHA-256, one a line as `sha256sum` prints them, sorted by path."""
    lines = (f"{hashlib.sha256(source.read(path)).hexdigest()}  {path}\n" for path in sorted(paths))
    return "".join(lines)
