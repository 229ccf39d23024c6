"""What a command comes to: data to print, talk beside it, and an exit code."""

from __future__ import annotations

from dataclasses import dataclass, field

from integrity_cli.lang import Lang, Words
from integrity_cli.reading.campaign import Campaign

CLEAN, FINDINGS, USAGE, NOTHING = 0, 1, 2, 3
"""Exit codes: clean; findings; wrong usage; no records found."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`data` goes to stdout as it is, `talk` to stderr, a line each."""

    exit_code: int
    lang: Lang
    data: str = ""
    talk: tuple[Words, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Manner:
    """How a command speaks: a language if one was asked for, the width of the console, and colour."""

    lang: Lang | None = None
    width: int = 80
    color: bool = False

    def language(self, campaign: Campaign) -> Lang:
        """The language asked for, else the campaign's, else Chinese."""
        if self.lang is not None:
            return self.lang
        return Lang(campaign.terms.language) if campaign.terms else Lang.ZH
