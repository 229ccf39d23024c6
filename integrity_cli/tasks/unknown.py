"""A name that nobody knows is told with the nearest ones, or with all."""

from __future__ import annotations

from difflib import get_close_matches

from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign

_UNIT = Text("名册中没有单位 `{asked}`", "the register knows no unit `{asked}`")
_NEAREST = Text("拼写最接近的是：{nearest}", "the nearest spellings are: {nearest}")
_ALL = Text("可用的有：{known}", "those known are: {known}")


def unknown_unit(campaign: Campaign, asked: str) -> tuple[Words, ...]:
    """That the register knows no such unit; whoever wrote a name in Chinese is told the id."""
    names = {dossier.unit.name: dossier.unit.id for dossier in campaign.dossiers}
    known = sorted(campaign.by_unit)
    if not get_close_matches(asked, known, 3, 0.5) and (near := get_close_matches(asked, names, 3, 0.5)):
        return (_UNIT.of(asked=asked), _NEAREST.of(nearest=[names[name] for name in near]))
    return unknown(_UNIT, asked, known)


def unknown(what: Text, asked: str, known: list[str]) -> tuple[Words, ...]:
    """What is so, and what was perhaps meant."""
    near = get_close_matches(asked, known, 3, 0.5)
    return (what.of(asked=asked), _NEAREST.of(nearest=near) if near else _ALL.of(known=known))
