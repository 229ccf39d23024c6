"""`schema RECORD`: the JSON Schema of one record, of all, or the list of them. Reads no campaign."""

from __future__ import annotations

from integrity_cli.lang import Text
from integrity_cli.rendering import schema as rendering
from integrity_cli.tasks.outcome import CLEAN, USAGE, Manner, Outcome

_UNKNOWN = Text("没有这种记录：{name}。有 {choices}", "no such record: {name}; the records are {choices}")


def schema(name: str, manner: Manner) -> Outcome:
    """The schema of one record as JSON."""
    lang = manner.language(None)
    if name not in rendering.NAMES:
        return Outcome(USAGE, lang, talk=(_UNKNOWN.of(name=name, choices=rendering.NAMES),))
    return Outcome(CLEAN, lang, rendering.render(name, lang))


def schemas(manner: Manner) -> Outcome:
    """Every record that has a schema: its name, what it is, and where it stands."""
    lang = manner.language(None)
    widest = max(map(len, rendering.NAMES))
    lines = [
        f"{name:<{widest}}  {' '.join(rendering.patterns_of(name))}  {rendering.place_of(name).label.say(lang)}\n"
        for name in rendering.NAMES
    ]
    return Outcome(CLEAN, lang, "".join(lines))


def every_schema(manner: Manner) -> dict[str, str]:
    """The files of all schemas by their names."""
    lang = manner.language(None)
    return {rendering.file_name(name): rendering.render(name, lang) for name in rendering.NAMES}
