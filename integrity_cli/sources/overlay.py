"""Some files laid over another source: what would be so if these were changed, or were not."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from integrity_cli.sources.base import Source


class Overlay:
    """Another source with some paths replaced or added, and those mapped to None taken away."""

    def __init__(self, base: Source, changed: Mapping[str, bytes | None]) -> None:
        self.base = base
        self.changed = changed

    def paths(self) -> tuple[str, ...]:
        kept = {path for path in self.base.paths() if path not in self.changed}
        added = {path for path, content in self.changed.items() if content is not None}
        return tuple(sorted(kept | added))

    def read(self, path: str) -> bytes:
        if path not in self.changed:
            return self.base.read(path)
        content = self.changed[path]
        if content is None:
            raise KeyError(path)
        return content

    def at(self, commit: str) -> Source:
        return self.base.at(commit)


class Restored:
    """Another source with some paths as an earlier one has them: what would be so if these had not been changed."""

    def __init__(self, source: Source, earlier: Source, paths: Collection[str]) -> None:
        self.source = source
        self.earlier = earlier
        self.restored = frozenset(paths)

    def paths(self) -> tuple[str, ...]:
        kept = set(self.source.paths()) - self.restored
        return tuple(sorted(kept | (self.restored & set(self.earlier.paths()))))

    def read(self, path: str) -> bytes:
        return (self.earlier if path in self.restored else self.source).read(path)

    def at(self, commit: str) -> Source:
        return self.earlier.at(commit)
