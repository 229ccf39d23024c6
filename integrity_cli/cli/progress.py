"""How far the reading is, for a person who watches a long run; a pipe, a file and CI see nothing of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

from integrity_cli.cli import words
from integrity_cli.lang import Lang
from integrity_cli.sources import Source

PATIENCE = 1.0
"""Seconds before anything is shown: most runs end sooner."""
_BETWEEN = 0.1
ERASED = "\r\x1b[K"


class Watched:
    """A source that tells a terminal how many of its files have been read, once that takes long."""

    def __init__(self, source: Source, stream: TextIO, lang: Lang, clock: Callable[[], float] = time.monotonic) -> None:
        self._source = source
        self._stream = stream
        self._lang = lang
        self._clock = clock
        self._next = clock() + PATIENCE
        self._total = 0
        self._read: set[str] = set()

    def paths(self) -> tuple[str, ...]:
        paths = self._source.paths()
        self._total = len(paths)
        return paths

    def read(self, path: str) -> bytes:
        content = self._source.read(path)
        if path not in self._read:
            self._read.add(path)
            self._tell()
        return content

    def at(self, commit: str) -> Source:
        return self._source.at(commit)

    def _tell(self) -> None:
        now = self._clock()
        if now >= self._next:
            self._next = now + _BETWEEN
            said = words.READING.of(done=len(self._read), total=self._total).say(self._lang)
            self._stream.write(ERASED + said)
            self._stream.flush()
