"""The campaign that changes are tried on: the small one, with a second unit, a withdrawn entry and filed documents."""

from __future__ import annotations

from integrity_cli.reading.digests import record_digest
from integrity_cli.sources import Overlay
from tests.changes.tools import SMALL

WATER = "records/units/water"
DIKE = "records/units/dike"
LEDGER = f"{WATER}/evidence.yaml"
SECOND = f"{WATER}/evidence/supervision.yaml"
WITHDRAWN = f"{WATER}/evidence/withdrawn.yaml"
PLAN = f"{WATER}/plan.yaml"
REVIEW = "records/office/reviews/water/r01.yaml"
REGISTER = "records/office/register.yaml"
TEAM = "records/office/team.yaml"
FILINGS = "records/office/filings.yaml"
CALENDAR = "records/office/calendar.yaml"
REDACTIONS = "records/office/redactions.yaml"
DECISIONS = "records/office/decisions/water.yaml"
ATTACHMENT = f"{WATER}/attachments/survey.csv"

UNIT, OTHER, REVIEWER, SECOND_REVIEWER, OFFICE = "sl-shuiwu", "sl-difang", "sl-kaohe-r01", "sl-kaohe-r02", "sl-fazhiban"

IDENTITY_NUMBER = "11010519491231" + "002X"
"""Invented, with a right check digit; never written whole, so that this file holds none."""


def text_of(path: str) -> str:
    """A file of the campaign as text."""
    return BASE.read(path).decode("utf-8")


def edited(path: str, old: str, new: str) -> dict[str, str]:
    """One file with one piece of text replaced; the piece must be there once."""
    text = text_of(path)
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    return {path: text.replace(old, new)}


def training(id_: str, title: str = "采砂管理条例学习", on: str = "2014-12-18") -> str:
    """A ledger entry as an item of `entries`."""
    fields = f"kind: training, title: {title}, happened_on: {on}, topic: law, audience: officers"
    return f"  - {{id: {id_}, {fields}, hours: 2, people: 21}}\n"


def ledger(*entries: str) -> str:
    """A ledger file of these entries."""
    return "entries:\n" + "".join(entries)


def _small(path: str, *replaced: tuple[str, str]) -> bytes:
    text = SMALL.read(path).decode("utf-8")
    for old, new in replaced:
        assert text.count(old) == 1, (path, old)
        text = text.replace(old, new)
    return text.encode("utf-8")


MARK = "  - {requirement: A2.3, met: yes, reason: 举报电话当场拨通。}\n"
"""A mark that is not yet given."""

_PLAN_DIGEST = record_digest(PLAN, SMALL.read(PLAN))
_VISIT = "    cases: 5\n    views: 3\n"

BASE = Overlay(
    SMALL,
    {
        REGISTER: _small(
            REGISTER,
            (
                "    parent: water\n    peer_group: 综合类\n",
                f"    parent: water\n    peer_group: 综合类\n    accounts: [{OTHER}]\n",
            ),
        ),
        TEAM: _small(TEAM, ("reviews: [dike]}", "reviews: [dike], conflicts: [water]}")),
        FILINGS: _small(
            FILINGS, ("receipt_no: 示法备〔2014〕1号}", f"receipt_no: 示法备〔2014〕1号, digest: {_PLAN_DIGEST}}}")
        ),
        REVIEW: _small(REVIEW, (MARK, "")),
        SECOND: _small(SECOND, (_VISIT, f"{_VISIT}    note: 回访记录里写了一处人名。\n")),
        WITHDRAWN: (
            "entries:\n"
            "  - id: E-061\n    kind: training\n    title: 重复登记的一次学习\n    happened_on: 2014-12-04\n"
            "    topic: law\n    audience: officers\n    hours: 1\n    people: 20\n"
            "    withdrawn: {on: 2014-12-10, reason: 与 E-004 是同一次。}\n"
        ).encode(),
        f"{DIKE}/profile.yaml": (
            "site: http://difang.example.org\naddress: 示例市堤坝路2号\ncontact: {office: 办公室, phone: '55870110'}\n"
        ).encode(),
        f"{DIKE}/evidence.yaml": ledger(training("E-001", "防汛条例学习")).encode(),
    },
)
