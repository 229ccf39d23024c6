"""What a file may be called: a name that one system cannot hold, or confuses with another, is refused on all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.lang import Text
from integrity_cli.reading import dialect_kinds as kinds
from integrity_cli.reading.characters import HIDDEN

LONGEST_PATH = 200
"""In bytes of UTF-8: what Windows leaves of its 260 characters below a folder on a desk."""

_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"\\|?*]')


def findings(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """What keeps paths from being the same files on every system; paths in their order."""
    seen: dict[str, str] = {}
    for path in paths:
        reason = next(filter(None, map(_why_not, path.split("/"))), None)
        length = len(path.encode("utf-8", "surrogateescape"))
        if reason is not None:
            yield kinds.NAME_NOT_PORTABLE.at(path, reason=reason)
        elif length > LONGEST_PATH:
            yield kinds.PATH_TOO_LONG.at(path, length=length, longest=LONGEST_PATH)
        twin = _twin(path, seen)
        if twin is not None:
            yield kinds.TWIN_NAMES.at(path, other=twin)


def _why_not(name: str) -> Text | None:
    """Why a name cannot stand on every system, if it cannot."""
    if re.search("[\ud800-\udfff]", name):
        return kinds.NAME_BECAUSE["not_utf8"]
    if HIDDEN.search(name) or re.search("[\x00-\x1f\x7f]", name):
        return kinds.NAME_BECAUSE["hidden"]
    if _FORBIDDEN.search(name):
        return kinds.NAME_BECAUSE["forbidden"]
    if name.endswith((".", " ", "\u3000")) or name.startswith((" ", "\u3000")):
        return kinds.NAME_BECAUSE["edge"]
    return kinds.NAME_BECAUSE["reserved"] if _RESERVED.match(name) else None


def _twin(path: str, seen: dict[str, str]) -> str | None:
    """A file or folder met before whose name differs from one in this path by letter case or composition alone."""
    twin, steps = None, path.split("/")
    for count in range(1, len(steps) + 1):
        place = "/".join(steps[:count])
        first = seen.setdefault(unicodedata.normalize("NFC", place).casefold(), place)
        if first != place and twin is None:
            twin = first
    return twin
