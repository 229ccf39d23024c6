"""The files as they lie in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from integrity_cli.sources.base import TOP, Unreadable, belongs


class WorkingTree:
    """A campaign in a folder. Symbolic links are listed but never followed."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(path for top in TOP for path in self._below(top)))

    def read(self, path: str) -> bytes:
        if not belongs(path) or ".." in path.split("/"):
            raise KeyError(path)
        try:
            descriptor = os.open(
                self.root / path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            )
        except FileNotFoundError:
            raise KeyError(path) from None
        except OSError:
            raise Unreadable("symlink" if (self.root / path).is_symlink() else "other") from None
        with os.fdopen(descriptor, "rb") as file:
            return file.read()

    def _below(self, path: str) -> Iterator[str]:
        place = self.root / path
        if place.is_dir() and not place.is_symlink():
            for inner in place.iterdir():
                yield from self._below(f"{path}/{inner.name}")
        elif os.path.lexists(place):
            yield path
