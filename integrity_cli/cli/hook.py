"""The edge of `receive`: what Git gives to its hook, what goes back to whoever pushes, and where all of it ends."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from typing import Any, NoReturn

from integrity_cli.cli import words
from integrity_cli.cli.edge import Color, manner, masked_traceback, printable, stop, write
from integrity_cli.lang import Lang
from integrity_cli.sources.pushed import Update
from integrity_cli.tasks.outcome import Manner, Outcome

_WIDTH = 72
"""Git puts `remote: ` before every line."""

_MOST_MEMORY = 2_000_000_000
_LONGEST = 1_000_000
_UPDATE = re.compile(rb"([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{40}|[0-9a-f]{64}) (.+)")


def manner_for_a_pusher(lang: Lang | None) -> Manner:
    """How a hook speaks: as on a console, without colour, beside what Git puts in front."""
    return replace(manner(lang, Color.NEVER), width=_WIDTH)


def pushed() -> tuple[Update, ...]:
    """The refs of a push, as Git gives them to a pre-receive hook on standard input; anything else is wrong usage."""
    said = sys.stdin.buffer.read(_LONGEST + 1)
    lines = [_UPDATE.fullmatch(line) for line in said.split(b"\n") if line]
    updates = [_update(*line.groups()) for line in lines if line]
    if len(said) > _LONGEST or len(updates) < len(lines):
        stop(words.NO_UPDATES)
    return tuple(updates)


def _update(old: bytes, new: bytes, ref: bytes) -> Update:
    before, after = (None if set(id_) == {ord("0")} else id_.decode("ascii") for id_ in (old, new))
    return Update(before, after, os.fsdecode(ref))


def end_within(seconds: int, lang: Lang) -> None:
    """From here on, what takes too long, takes too much or fails ends with words and not with exit code 0."""

    def failed(*problem: Any) -> None:
        masked_traceback(*problem)
        write(sys.stderr, words.NOT_JUDGED.say(lang) + "\n")

    def late(*_: object) -> NoReturn:
        stop(words.TOOK_TOO_LONG.of(seconds=seconds))

    sys.excepthook = failed
    if sys.platform != "win32":
        import resource
        import signal

        # The programs that are started inherit the limit: a small push can give Git much to compute.
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        most = _MOST_MEMORY if most == resource.RLIM_INFINITY else min(most, _MOST_MEMORY)
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        signal.signal(signal.SIGALRM, late)
        signal.alarm(seconds)


def emit_to_pusher(outcome: Outcome) -> NoReturn:
    """Prints everything to standard error, which Git sends to whoever pushes, and ends with the exit code."""
    lines = "".join(f"{line.say(outcome.lang)}\n" for line in outcome.talk)
    write(sys.stderr, printable(outcome.data + lines))
    raise SystemExit(outcome.exit_code)
