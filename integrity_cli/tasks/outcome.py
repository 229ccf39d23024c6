"""What a command comes to: data to print, talk beside it, and an exit code."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from integrity_cli.lang import Lang, Words

CLEAN, FINDINGS, USAGE, NOTHING = 0, 1, 2, 3
"""Exit codes: clean; findings; wrong usage; no records found."""


class FailLevel(StrEnum):
    """From which severity on findings make a command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`data` goes to stdout as it is, `talk` to stderr, a line each; `summary` to the page of a forge's step."""

    exit_code: int
    lang: Lang
    data: str = ""
    talk: tuple[Words, ...] = field(default=())
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a command speaks: a language if one was asked for, the width of the console, and colour."""

    lang: Lang | None = None
    width: int = 80
    color: bool = False

    def language(self, of_campaign: str | None) -> Lang:
        """The language asked for, else the campaign's, else Chinese."""
        return self.lang or Lang(of_campaign or Lang.ZH)
