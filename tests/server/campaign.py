"""The campaign on the server: the small one with eight units that have accounts, and what is changed in it."""

from __future__ import annotations

from collections.abc import Callable

from tests.changes.tools import SMALL

UNITS = {
    "water": "sl-shuiwu",
    "dike": "sl-difang",
    "forest": "sl-linye",
    "roads": "sl-gonglu",
    "parks": "sl-yuanlin",
    "grain": "sl-liangshi",
    "labour": "sl-laodong",
    "prices": "sl-wujia",
}
"""The units of the campaign on the server, each with its account."""

OFFICE, REVIEWER, STRANGER = "sl-fazhiban", "sl-kaohe-r01", "sl-shuiwuju"
"""The office's account, that of the reviewer of `water`, and one that the server knows and the office does not."""

UNIT, OTHER = UNITS["water"], UNITS["dike"]
"""The account that most tests push as, and that of another unit."""

ACCOUNTS = (*UNITS.values(), OFFICE, REVIEWER, STRANGER)

MAIN = "refs/heads/main"
MORE = "records/units/water/evidence/more.yaml"
AGAIN = "records/units/water/evidence/again.yaml"
REGISTER, CALENDAR = "records/office/register.yaml", "records/office/calendar.yaml"
PHONE = "13912345678"

_NEW_UNIT = """\
  - id: {unit}
    name: 示例市{name}
    kind: agency
    peer_group: 综合类
    powers: [licence]
    accounts: [{account}]
    application: {{applied_on: 2014-10-28}}
"""
_NAMES = {
    "forest": "林业局", "roads": "公路局", "parks": "园林局", "grain": "粮食局", "labour": "劳动局", "prices": "物价局",
}  # fmt: skip


def campaign() -> dict[str, bytes]:
    """The small campaign with eight units that have accounts."""
    files = {path: SMALL.read(path) for path in SMALL.paths()}
    register = files["records/office/register.yaml"].decode("utf-8") + f"    accounts: [{UNITS['dike']}]\n"
    for unit, name in _NAMES.items():
        register += _NEW_UNIT.format(unit=unit, name=name, account=UNITS[unit])
    files["records/office/register.yaml"] = register.encode("utf-8")
    return files


def training(number: int, title: str = "行政许可法专题学习") -> str:
    """A ledger of one entry, as a unit adds it in a file of its own."""
    day = f"2014-{11 + number // 28 % 2}-{1 + number % 28:02}"
    return (
        f"entries:\n  - id: E-{number:03}\n    kind: training\n    title: {title}第{number}讲\n"
        f"    happened_on: {day}\n    topic: law\n    audience: officers\n    hours: 2\n    people: {number % 40 + 1}\n"
    )


Content = bytes | str | None | Callable[[str], str]
"""What a file is to hold: bytes, a text, nothing at all (it goes), or what is made of its text."""


def altered(old: str, new: str) -> Callable[[str], str]:
    """A text in which one piece, which must be there once, is another."""

    def made_of(text: str) -> str:
        assert text.count(old) == 1
        return text.replace(old, new)

    return made_of


def grown(more: str) -> Callable[[str], str]:
    """A text with lines added."""
    return lambda text: text + more
