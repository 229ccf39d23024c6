"""Which findings are told: those whose code begins as asked for, unless a longer beginning leaves them out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from integrity_cli.checks import KINDS
from integrity_cli.lang import Text, Words

_UNKNOWN = Text("没有以 `{asked}` 开头的代码", "no code begins with `{asked}`")
_NEAREST = Text("最接近的是：{nearest}", "nearest: {nearest}")


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes, or their beginnings: `L`, `L2`, `L206`. Nothing selected means everything."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def problem(self) -> tuple[Words, ...]:
        """What is said of the first beginning that no code has, with those nearest to it."""
        codes = {kind.code for kind in KINDS}
        for asked in (*self.select, *self.ignore):
            if not asked or _longest((asked,), *codes) < 0:
                return (_UNKNOWN.of(asked=asked), _NEAREST.of(nearest=_nearest(asked)))
        return ()

    def holds(self, code: str) -> bool:
        """Whether findings of a code are told: the longer beginning decides, and `ignore` where both are equal."""
        return _longest(self.select or ("",), code) > _longest(self.ignore, code)


EVERYTHING = Selection()


def selection(select: Collection[str], ignore: Collection[str]) -> Selection:
    """What the options of a command name: each may hold several, with commas between them."""
    return Selection(_pieces(select), _pieces(ignore))


def _pieces(options: Collection[str]) -> tuple[str, ...]:
    return tuple(piece.strip() for option in options for piece in option.split(","))


def _longest(beginnings: Collection[str], *codes: str) -> int:
    """How many characters the longest beginning has that fits one of the codes; -1 where none fits."""
    return max((len(one) for one in beginnings for code in codes if code.startswith(one.upper())), default=-1)


def _nearest(asked: str) -> list[str]:
    """What was perhaps meant: the code of that name, codes that look alike, or else the letters of the families."""
    named = [kind.code for kind in KINDS if kind.name == asked.lower()]
    codes = list(dict.fromkeys(kind.code for kind in KINDS))
    alike = get_close_matches(asked.upper(), codes, 3, 0.5)
    return named[:1] or alike or list(dict.fromkeys(code[0] for code in codes))
