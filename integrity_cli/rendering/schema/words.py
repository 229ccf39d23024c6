"""The words of schemas: labels from the fields, troubles from the kinds of family S, and the few that are left."""

from __future__ import annotations

from integrity_cli.domain.diagnostic import Kind
from integrity_cli.lang import Lang, Text
from integrity_cli.reading import shape_kinds as kinds
from integrity_cli.reading.shapes import BY_TROUBLE

_REQUIRED = Text("{label}，必填", "{label}, required")
_DEFAULT = Text("{label}，不写就是 {value}", "{label}, {value} if left out")
_STANDS_AT = Text("{label}，写在 {pattern}", "{label}, at {pattern}")
_WITH_FORM = Text("{said}。{form}", "{said}. {form}")
IN_BOTH_LANGUAGES = Text("中英文", "in both languages")
FACT = Text("事实", "fact")
BLOCK = Text("加分或减分", "bonus or penalty")
NEW_ENTRY = Text("新的一条：{label} {kind}", "a new entry: {label} ({kind})")
NEW_RECORD = Text("新的一份：{record}", "a new record: {record}")


def trouble(name: str, lang: Lang) -> str:
    """What is said where a value is not what belongs there, by the type of the error."""
    kind = BY_TROUBLE[name]
    note = f"\n{kind.note.say(lang)}" if kind.note else ""
    return kind.message.say(lang) + note


def missing(field: str, label: Text, lang: Lang) -> str:
    """What is said where a required field is not there."""
    return kinds.MISSING.message.of(field=field, label=label).say(lang)


def not_among(kind: Kind, choices: tuple[str, ...], lang: Lang) -> str:
    """What is said of a key or a value that is not one of those known, with the list of them."""
    note = kind.note.of(choices=choices).say(lang) if kind.note else ""
    return f"{kind.message.say(lang)}\n{note}"


def about_field(label: Text, *, required: bool, default: str | None, form: str, lang: Lang) -> str:
    """What an editor shows of a field: its label, whether it is needed, and how it is written."""
    said = label.of()
    if required:
        said = _REQUIRED.of(label=label)
    elif default is not None:
        said = _DEFAULT.of(label=label, value=default)
    return _WITH_FORM.of(said=said, form=form).say(lang) if form else said.say(lang)


def about_record(label: Text, pattern: str, lang: Lang) -> str:
    """What an editor shows of a whole record: what it is and where it stands."""
    return _STANDS_AT.of(label=label, pattern=pattern).say(lang)
