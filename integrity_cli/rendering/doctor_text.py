"""What a machine has and lacks, for people: one line a thing, and below it how to get what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len

from integrity_cli.lang import Text, Words
from integrity_cli.rendering.page import Page, harmless, pad, paragraph


class State(StrEnum):
    """How a thing stands: as it should, worth knowing, or missing and needed."""

    GOOD = "good"
    NOTE = "note"
    MISSING = "missing"


_STATES = {
    State.GOOD: (Text("好", "ok"), "green"),
    State.NOTE: (Text("注意", "note"), "yellow"),
    State.MISSING: (Text("缺", "missing"), "red"),
}
_ALL_GOOD = Text("一切就绪", "everything is there")
_NOTED = Text("能用；{count} 处值得注意", "it works; {count:thing|things} worth knowing")
_LACKING = Text("还不能用：{count} 样缺少", "it cannot work yet: {count:thing is|things are} missing")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: how it stands, what was found, and how to get what is missing."""

    state: State
    what: Text
    found: Words
    get: Text | None = None


def render(lines: Iterable[Line], page: Page) -> str:
    """The lines in columns, and what they come to."""
    lines = tuple(lines)
    words = {state: page.say(word) for state, (word, _) in _STATES.items()}
    left = max(map(cell_len, words.values()))
    middle = max(cell_len(page.say(line.what)) for line in lines)
    said: list[str] = []
    for line in lines:
        style = _STATES[line.state][1]
        indent = f"{pad(words[line.state], left)}  {pad(page.say(line.what), middle)}  "
        first, *rest = paragraph(indent, harmless(page.say(line.found)), page)
        said += [page.paint(words[line.state], style) + first.removeprefix(words[line.state]), *rest]
        if line.get is not None:
            said += paragraph(" " * cell_len(indent) + "- ", page.say(line.get), page)
    return "\n".join([*said, "", page.paint(page.say(_closing(lines)), _worst(lines))]) + "\n"


def _worst(lines: tuple[Line, ...]) -> str:
    states = {line.state for line in lines}
    return next(style for state, (_, style) in reversed(_STATES.items()) if state in states)


def _closing(lines: tuple[Line, ...]) -> Words:
    missing = sum(line.state is State.MISSING for line in lines)
    noted = sum(line.state is State.NOTE for line in lines)
    if missing:
        return _LACKING.of(count=missing)
    return _NOTED.of(count=noted) if noted else _ALL_GOOD
