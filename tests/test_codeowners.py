"""`codeowners`: the file read back by another program, as each forge reads it, and what keeps it from being written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from codeowners import CodeOwners

from integrity_cli.lang import Lang
from integrity_cli.reading.loader import load
from integrity_cli.reading.scope import scope_of
from integrity_cli.rendering.codeowners import PLACES
from integrity_cli.tasks.codeowners import codeowners
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, NOTHING, Manner, Outcome
from tests.tools import SAMPLE, InMemory, changed, integrity

OFFICE = "sl-fazhiban"
OWNERS: Mapping[str, set[str]] = {
    "rubric.yaml": {OFFICE},
    "dev.py": {OFFICE},
    ".github/workflows/records.yml": {OFFICE},
    "CODEOWNERS": {OFFICE},
    "docs/forges.md": {OFFICE},
    "records/README.md": {OFFICE},
    "records/units": {OFFICE},
    "records/units/README.md": {OFFICE},
    "records/units/water.yaml": {OFFICE},
    "records/units/water-works/plan.yaml": {OFFICE},
    "copy/records/units/water/plan.yaml": {OFFICE},
    "records/units/water/plan.yaml": {"sl-shuili", OFFICE},
    "records/units/water/evidence/2014 q4.yaml": {"sl-shuili", OFFICE},
    "records/units/water/attachments/a/b/c.csv": {"sl-shuili", OFFICE},
    "records/units/water/r01.yaml": {"sl-shuili", OFFICE},
    "records/units/harbour/powers.yaml": {"sl-ganghang", OFFICE},
    "records/units/civil-affairs/plan.yaml": {"sl-minzheng", OFFICE},
    "records/office/register.yaml": {OFFICE},
    "records/office/decisions/water.yaml": {OFFICE},
    "records/office/reviews/water/r01.yaml": {"sl-kaohe-r01", OFFICE},
    "records/office/reviews/culture/r02.yaml": {"sl-kaohe-r02", OFFICE},
    "records/office/reviews/water/r99.yaml": {OFFICE},
    "records/office/reviews/water/r01xyaml": {OFFICE},
    "records/office/reviews/water/deep/r01.yaml": {OFFICE},
    "records/office/reviews/r01.yaml": {OFFICE},
}
"""For paths of every sort, near misses among them: who is asked."""


def told(forge: str = "github", source: object = SAMPLE, lang: Lang = Lang.EN) -> Outcome:
    return codeowners(source, forge, Manner(lang))  # type: ignore[arg-type]


def asked_of_globs(text: str, path: str) -> set[str]:
    """As GitHub and GitLab read the file: of the lines that fit, the last."""
    owners = CodeOwners(text).of(path)
    assert {kind for kind, _ in owners} == {"USERNAME"}
    return {name.removeprefix("@") for _, name in owners}


def asked_of_expressions(text: str, path: str) -> set[str]:
    """As Gitea and Forgejo read it: a pattern is a regular expression over the whole path, and every line counts."""
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {owner.removeprefix("@") for pattern, *owners in lines if re.fullmatch(pattern, path) for owner in owners}


@pytest.mark.parametrize("path", OWNERS)
def test_who_is_asked_about_a_file(path: str) -> None:
    assert asked_of_globs(told("github").data, path) == OWNERS[path]
    assert asked_of_globs(told("gitlab").data, path) == OWNERS[path]
    assert asked_of_expressions(told("gitea").data, path) == OWNERS[path]


def test_whoever_may_change_a_file_is_among_those_who_are_asked() -> None:
    """Every account of the register and the team, on every path of the table, as `validate --base` would judge."""
    campaign = load(SAMPLE)
    assert campaign.register is not None
    assert campaign.team is not None
    accounts = {account for unit in campaign.register.units for account in unit.accounts}
    accounts |= {account for one in campaign.team.reviewers for account in one.accounts} | {OFFICE}
    pairs = [
        (path, account)
        for account in accounts
        for path in OWNERS
        if scope_of(account, campaign.register, campaign.team).may_change(path)
    ]
    assert len({account for _, account in pairs}) > 3
    assert [pair for pair in pairs if pair[1] not in OWNERS[pair[0]]] == []


def test_every_unit_and_every_reviewer_has_a_line_and_nothing_else_does() -> None:
    lines = [line for line in told().data.splitlines() if line and not line.startswith("#")]
    assert len(lines) == 1 + SAMPLE.read("records/office/register.yaml").count(b"- id:") + SAMPLE.read(
        "records/office/team.yaml"
    ).count(b"- code:")
    assert all(line.endswith(f" @{OFFICE}") for line in lines)


@pytest.mark.parametrize("forge", PLACES)
def test_the_head_says_in_both_languages_what_the_file_is_and_where_it_goes(forge: str) -> None:
    head = [line for line in told(forge).data.splitlines() if line.startswith("#")]
    chinese = [line for line in head if re.search("[\u4e00-\u9fff]", line)]
    assert len(head) == 2 * len(chinese)
    for half in (chinese, [line for line in head if line not in chinese]):
        said = "\n".join(half)
        assert all(word in said for word in ("integrity codeowners", "register.yaml", "team.yaml", PLACES[forge]))
    assert told(forge, lang=Lang.ZH).data == told(forge, lang=Lang.EN).data


def test_an_account_is_named_once_however_it_is_written() -> None:
    twice = changed("records/office/register.yaml", "[sl-shuili]", "[SL-Shuili, sl-shuili, SL-FAZHIBAN]")
    line = next(line for line in told(source=twice).data.splitlines() if line.startswith("/records/units/water/"))
    assert line.split()[1:] == ["@SL-Shuili", "@SL-FAZHIBAN"]


@pytest.mark.parametrize("account", ['"a b"', "甲局", '"x#y"', "-x", "x.", '"@x"', "a/b", "x@example.org", '"*"'])
def test_an_account_that_the_file_cannot_name_is_refused(account: str) -> None:
    odd = changed("records/office/register.yaml", "[sl-shuili]", f"[{account}]")
    for lang, word in ((Lang.ZH, "写不进"), (Lang.EN, "cannot name")):
        outcome = told(source=odd, lang=lang)
        assert (outcome.exit_code, outcome.data) == (FINDINGS, "")
        (said,) = (one.say(lang) for one in outcome.talk)
        assert word in said
        assert account.strip('"') in said


def test_a_team_without_an_account_of_the_office_is_refused() -> None:
    nobody = changed("records/office/team.yaml", f"office_accounts: [{OFFICE}]", "office_accounts: []")
    outcome = told(source=nobody)
    assert (outcome.exit_code, outcome.data) == (FINDINGS, "")
    assert "office_accounts" in outcome.talk[0].say(Lang.EN)


@pytest.mark.parametrize("name", ["register", "team"])
def test_a_record_that_is_missing_or_broken_is_named(name: str) -> None:
    path = f"records/office/{name}.yaml"
    files = {one: SAMPLE.read(one) for one in SAMPLE.paths()}
    for source in (InMemory({**files, path: b"units: 1\n"}), InMemory({k: v for k, v in files.items() if k != path})):
        outcome = told(source=source)
        assert (outcome.exit_code, outcome.data) == (FINDINGS, "")
        assert path in outcome.talk[0].say(Lang.EN)


def test_without_records_there_is_nothing_to_write() -> None:
    assert told(source=InMemory({})).exit_code == NOTHING


def test_the_command_writes_the_file(tmp_path: Path) -> None:
    ran = integrity("codeowners", "--format", "gitea", "--output", str(tmp_path / "CODEOWNERS"))
    assert (ran.code, ran.out, ran.err) == (CLEAN, "", "")
    assert (tmp_path / "CODEOWNERS").read_text(encoding="utf-8") == told("gitea").data
