"""What has been said stays said: whether data only grew, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from integrity_cli.domain.diagnostic import Route


class Shrunk(StrEnum):
    """How a value is no longer what it was."""

    GONE = "gone"
    ALTERED = "altered"
    RETYPED = "retyped"


class Loss(NamedTuple):
    """A place where something that was said is gone or is another thing."""

    route: Route
    how: Shrunk


def grows(old: Any, new: Any, route: Route = ()) -> Iterator[Loss]:
    """Every place where `new` does more than add to `old`; both are plain data: dict, list, text, or None for absent.

    What was absent may become anything; text stays equal; a map keeps its keys, each growing; a list keeps its items,
    each growing, in front of those it gains.
    """
    if old is None:
        return
    if new is None:
        yield Loss(route, Shrunk.GONE)
    elif type(old) is not type(new):
        yield Loss(route, Shrunk.RETYPED)
    elif isinstance(old, dict):
        for key, value in old.items():
            yield from grows(value, new.get(key), (*route, key))
    elif isinstance(old, list):
        for place, value in enumerate(old):
            yield from grows(value, new[place] if place < len(new) else None, (*route, place))
    elif old != new:
        yield Loss(route, Shrunk.ALTERED)
