"""Which findings are told: those whose code begins as asked for, unless a longer beginning leaves them out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from integrity_cli.checks import KINDS
from integrity_cli.lang import Text, Words
from integrity_cli.tasks.unknown import unknown

_UNKNOWN = Text("没有以 `{asked}` 开头的代码", "no code begins with `{asked}`")


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes, or their beginnings: `L`, `L2`, `L206`. Nothing selected means everything."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def problem(self) -> tuple[Words, ...]:
        """What is said of the first beginning that no code has, with those nearest to it."""
        codes = {kind.code for kind in KINDS}
        for asked in (*self.select, *self.ignore):
            if not asked or not any(code.startswith(asked) for code in codes):
                return unknown(_UNKNOWN, asked, sorted(codes if asked[1:] else {code[0] for code in codes}))
        return ()

    def holds(self, code: str) -> bool:
        """Whether findings of a code are told: the longer beginning decides, and `ignore` where both are equal."""
        return _longest(self.select or ("",), code) > _longest(self.ignore, code)


def selection(select: Collection[str], ignore: Collection[str]) -> Selection:
    """What the options of a command name: each may hold several, with commas between them."""
    return Selection(_pieces(select), _pieces(ignore))


def _pieces(options: Collection[str]) -> tuple[str, ...]:
    return tuple(piece.strip().upper() for option in options for piece in option.split(","))


def _longest(beginnings: Collection[str], code: str) -> int:
    return max((len(one) for one in beginnings if code.startswith(one)), default=-1)
