"""Some files laid over another source: what would be so if these were changed."""

from __future__ import annotations

from collections.abc import Mapping

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
