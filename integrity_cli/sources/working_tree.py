"""The files as they lie in a folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from integrity_cli.sources.base import LARGEST, TOP, Source, Unreadable, belongs
from integrity_cli.sources.commit import Tree
from integrity_cli.sources.git import Git

# A link is not followed, and a pipe in the place of a file is not waited for.
_READ_ONLY = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))


class WorkingTree:
    """A campaign in a folder. Symbolic links are listed but never followed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._git = Git(root)

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(path for top in TOP for path in self._below(top)))

    def read(self, path: str) -> bytes:
        if not belongs(path) or ".." in path.split("/"):
            raise KeyError(path)
        try:
            descriptor = os.open(self.root / path, _READ_ONLY)
        except FileNotFoundError:
            raise KeyError(path) from None
        except OSError:
            raise Unreadable("symlink" if (self.root / path).is_symlink() else "other") from None
        if reason := _why_not(os.fstat(descriptor)):
            os.close(descriptor)
            raise Unreadable(reason)
        with os.fdopen(descriptor, "rb") as file:
            return file.read()

    def at(self, commit: str) -> Source:
        return Tree(self._git, self._git.commit(commit))

    def _below(self, path: str) -> Iterator[str]:
        place = self.root / path
        if place.is_dir() and not place.is_symlink():
            if os.path.lexists(place / ".git"):
                yield path  # another repository: listed as the one thing that it is to this one
                return
            for inner in place.iterdir():
                yield from self._below(f"{path}/{inner.name}")
        elif os.path.lexists(place):
            yield path


def _why_not(found: os.stat_result) -> str | None:
    """Why what stands in the place of a file is not to be read, if it is not."""
    if stat.S_ISDIR(found.st_mode):
        return "submodule"  # a folder is never listed but for one that holds another repository
    if not stat.S_ISREG(found.st_mode):
        return "special"
    return "large" if found.st_size > LARGEST else None
