"""Where a person can be reached: mailboxes, and addresses below the street and its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from integrity_cli.privacy.base import Datum

_MAILBOX = re.compile(
    r"(?<![A-Za-z0-9._%+\-/@])(?!git@)[A-Za-z0-9._%+\-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9@])"
)

_N = "(?:[0-9]{1,5}|[一二三四五六七八九十百〇零两]{1,5})"
_BUILDING = f"{_N} ?(?:号楼|栋|幢|弄|号院|座)"
_DOOR = re.compile(
    f"(?:{_BUILDING}[ ,]?(?:{_N} ?单元[ ,]?)?{_N} ?(?:室|号(?![楼院]))|{_N} ?单元[ ,]?{_N} ?(?:室|号(?![楼院])))"
)
_HOME = re.compile(
    r"(?:家庭住址|家庭地址|现住址|居住地址|户籍地址|户籍所在地|住址|home address) ?[:= ] ?"
    r"(?P<where>[^\n,;。]{0,40}?(?:[0-9一二三四五六七八九十百]+ ?(?:号|室|组|单元|栋|幢|弄|户)))"
)


def mailboxes(text: str) -> Iterator[Datum]:
    """E-mail addresses; whose they are is for the check to say."""
    for match in _MAILBOX.finditer(text):
        yield Datum("mailbox", match.start(), match.end())


def addresses(text: str) -> Iterator[Datum]:
    """A house and a door in it, or an address after the label of a home."""
    for match in _HOME.finditer(text):
        yield Datum("address", match.start("where"), match.end("where"))
    for match in _DOOR.finditer(text):
        yield Datum("address", match.start(), match.end())
