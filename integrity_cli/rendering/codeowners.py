"""CODEOWNERS: whom a forge asks before a pull request lands, from the register and the assessment team."""

from __future__ import annotations

import re
from collections.abc import Iterable

from integrity_cli.domain.office import Register, Team
from integrity_cli.lang import Lang, Text

PLACES = {"github": ".github/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS", "gitea": ".gitea/CODEOWNERS"}
"""Where each forge looks for the file."""

_ACCOUNT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?")
"""What the forges let an account be called; anything else would end the owner, or the line, somewhere else."""

_HEAD = Text(
    "由 integrity codeowners 生成，不要手改；名册或考核组名单有变化，重新生成。\n"
    "依据：records/office/register.yaml、records/office/team.yaml。存为 {place}。\n"
    "{which}\n"
    "这里只写请谁审批；谁可以改什么，由 integrity validate --base 依据名册判断。",
    "Written by integrity codeowners, not by hand; write it anew when the register or the team changes.\n"
    "From records/office/register.yaml and records/office/team.yaml. Save as {place}.\n"
    "{which}\n"
    "It says who is asked to approve; who may change what, integrity validate --base judges by the register.",
)
_LAST = Text(
    "一行是一处文件和它的账号；几行都合的，以最后一行为准。", "Of the lines that fit a file, the last one counts."
)
_ALL = Text(
    "一行是一处文件和它的账号；几行都合的，各行的账号都请来审阅。",
    "Every line that fits a file counts; its accounts are all asked.",
)


def odd_accounts(register: Register, team: Team) -> tuple[str, ...]:
    """The accounts that no line of the file can name, in the order they are written."""
    accounts = [account for unit in register.units for account in unit.accounts]
    accounts += [account for reviewer in team.reviewers for account in reviewer.accounts]
    return tuple(one for one in _once([*accounts, *team.office_accounts]) if not _ACCOUNT.fullmatch(one))


def render(register: Register, team: Team, forge: str) -> str:
    """The file for one forge: `*` for the office, the folder of each unit, the marks of each reviewer.

    The office stands in every line, because nobody can approve a pull request of their own.
    """
    regular = forge == "gitea"  # its patterns are regular expressions over the whole path
    head = _HEAD.of(place=PLACES[forge], which=_ALL if regular else _LAST)
    lines = [f"# {line}" for lang in Lang for line in head.say(lang).split("\n")]
    rules = [(".*" if regular else "*", _once(team.office_accounts))]
    for unit in register.units:
        folder = f"records/units/{unit.id}/"
        rules.append((f"{folder}.*" if regular else f"/{folder}", _with(unit.accounts, team)))
    for one in team.reviewers:
        marks = f"[^/]+/{one.code}[.]yaml" if regular else f"*/{one.code}.yaml"
        rules.append((f"{'' if regular else '/'}records/office/reviews/{marks}", _with(one.accounts, team)))
    widest = max(len(pattern) for pattern, _ in rules)
    lines += ["", *(f"{pattern:<{widest}}  {' '.join(f'@{one}' for one in owners)}" for pattern, owners in rules)]
    return "".join(f"{line}\n" for line in lines)


def _with(accounts: Iterable[str], team: Team) -> tuple[str, ...]:
    return _once([*accounts, *team.office_accounts])


def _once(accounts: Iterable[str]) -> tuple[str, ...]:
    """Each account once, however it is capitalised."""
    found: dict[str, str] = {}
    for one in accounts:
        found.setdefault(one.casefold(), one)
    return tuple(found.values())
