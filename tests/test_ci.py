"""`validate --ci`: what each forge's variables make of it, on a real repository; without `--ci` they mean nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from integrity_cli.tasks.outcome import CLEAN, FINDINGS, USAGE
from tests.rendering.readers import READERS, commands
from tests.sources.test_sources import git
from tests.test_examples import SMALL, written_to
from tests.tools import Ran, integrity

GITHUB = {"GITHUB_ACTIONS": "true"}
GITEA = {**GITHUB, "GITEA_ACTIONS": "true"}
GITLAB = {"GITLAB_CI": "true"}
NEW, OLD = "records/units/water/powers.yaml", "records/office/filings.yaml"
"""A file that the branch breaks in twelve places, and that was broken in one before; and another that was."""

CHANGE_OF = (
    *("GITHUB_EVENT_PATH", "GITHUB_HEAD_REF", "GITEE_PULL_ID", "GITEE_BRANCH", "GITEE_SOURCE_BRANCH"),
    *("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "GITLAB_USER_LOGIN"),
    *("CI_MERGE_REQUEST_PROJECT_PATH", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "giteePullRequestIid"),
    *("giteeTargetBranch", "giteeSourceNamespace", "giteeTargetNamespace", "giteeSourceBranch"),
)
"""The variables by which forges tell of a change."""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A campaign broken in two files on `origin/main`, and in twelve more places of one on the branch at hand."""
    root = tmp_path / "campaign"
    written_to(root)
    (root / NEW).write_bytes(b"nonsense: 1\n" + SMALL.read(NEW))
    (root / OLD).write_bytes(SMALL.read(OLD) + b"nonsense: 1\n")
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "core.autocrlf", "false")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "main")
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(root, "checkout", "-q", "-b", "work")
    bad = "".join(f"nonsense_{n}: 1\n" for n in range(12))
    (root / NEW).write_bytes(b"nonsense: 1\n" + SMALL.read(NEW) + bad.encode())
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "work")
    return root


def run(root: Path, *options: str, **variables: str) -> Ran:
    """The program as a forge would start it, with none of the variables of the forge that runs this test."""
    names = (
        "GITHUB_ACTIONS",
        "GITHUB_STEP_SUMMARY",
        "GITHUB_BASE_REF",
        "GITLAB_CI",
        "GITEA_ACTIONS",
        "FORGEJO_ACTIONS",
    )
    cleared = {**dict.fromkeys((*names, *CHANGE_OF), ""), **variables}
    return integrity("validate", "--lang", "en", *options, cwd=root, **cleared)


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """What GitHub and Gitea write of a pull request that the unit's account opens from its own fork."""
    return event_at(tmp_path / "event.json", "sl-shuiwu", "sl-shuiwu")


def event_at(path: Path, author: str, owner: str, campaign: str = "office/campaign") -> Path:
    """The part of an event's JSON that says whose pull request it is."""
    head = {"ref": "work", "repo": {"full_name": f"{owner}/campaign", "owner": {"login": owner}}}
    base = {"ref": "main", "repo": {"full_name": campaign, "owner": {"login": "office"}}}
    request = {"number": 7, "user": {"login": author}, "head": head, "base": base}
    path.write_text(json.dumps({"action": "opened", "pull_request": request}), encoding="utf-8")
    return path


def of_github(event: Path) -> dict[str, str]:
    """A run of GitHub for a pull request into `main`."""
    return {**GITHUB, "GITHUB_BASE_REF": "main", "GITHUB_EVENT_PATH": str(event), "GITHUB_HEAD_REF": "work"}


def of_gitlab(source: str = "sl-shuiwu/campaign", user: str = "sl-fazhiban") -> dict[str, str]:
    """A run of GitLab for a merge request into `main`."""
    return {
        **GITLAB,
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH": source,
        "CI_MERGE_REQUEST_PROJECT_PATH": "office/campaign",
        "GITLAB_USER_LOGIN": user,
    }


def of_gitee(source: str = "sl-shuiwu") -> dict[str, str]:
    """A run of Jenkins with Gitee's plugin for a pull request into `main`."""
    return {
        "giteePullRequestIid": "7",
        "giteeTargetBranch": "main",
        "giteeSourceNamespace": source,
        "giteeTargetNamespace": "office",
        "giteeSourceBranch": "work",
    }


@pytest.mark.parametrize(
    ("variables", "format_"),
    [
        (GITHUB, "github"),
        (GITEA, "concise"),
        ({**GITHUB, "FORGEJO_ACTIONS": "true"}, "concise"),
        (GITLAB, "gitlab"),
        ({}, "text"),
        ({"CI": "true"}, "text"),
    ],
    ids=["github", "gitea", "forgejo", "gitlab", "nothing", "another"],
)
def test_a_forge_gets_the_format_it_reads(repository: Path, variables: dict[str, str], format_: str) -> None:
    ran = run(repository, "--ci", **variables)
    assert ran.code == FINDINGS
    assert len(READERS[format_](ran.out)) == 14


def test_without_ci_the_variables_mean_nothing(repository: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    plain = run(repository)
    assert run(repository, **GITEA, GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=str(summary)) == plain
    shown = run(repository, "--format", "github", **GITHUB, GITHUB_STEP_SUMMARY=str(summary))
    assert len(commands(shown.out)) == 14, "no summary is written, so nothing is left to it"
    assert not summary.exists()


def test_a_format_that_is_asked_for_is_given(repository: Path) -> None:
    assert len(json.loads(run(repository, "--ci", "--format", "json", **GITLAB).out)["findings"]) == 14


# -- a change: base and account come from the forge


@pytest.mark.parametrize("forge", ["github", "gitea", "gitlab", "gitee"])
def test_a_change_is_judged_and_its_own_lines_come_first(repository: Path, event: Path, forge: str) -> None:
    variables, format_ = {
        "github": (of_github(event), "github"),
        "gitea": ({**of_github(event), **GITEA}, "concise"),
        "gitlab": (of_gitlab(), "gitlab"),
        "gitee": (of_gitee(), "text"),
    }[forge]
    ran = run(repository, "--ci", **variables)
    assert ran.code == FINDINGS
    found = READERS[format_](ran.out)
    assert [place[0] for place in found] == [NEW] * 13, "what another file had before is no fault of the change"
    if format_ != "text":
        assert found[-1][1] == 1, "the line that was wrong before comes last"


@pytest.mark.parametrize("forge", ["github", "gitea", "gitlab", "gitee"])
def test_a_change_of_another_account_is_refused(repository: Path, tmp_path: Path, forge: str) -> None:
    event = event_at(tmp_path / "event.json", "sl-kaohe-r01", "sl-kaohe-r01")
    variables = {
        "github": of_github(event),
        "gitea": {**of_github(event), **GITEA},
        "gitlab": of_gitlab("sl-kaohe-r01/campaign"),
        "gitee": of_gitee("sl-kaohe-r01"),
    }[forge]
    found = json.loads(run(repository, "--ci", "--format", "json", **variables).out)["findings"]
    assert [one["code"] for one in found] == ["G803"]


def test_who_starts_a_run_does_not_matter_and_the_owner_of_the_fork_does(repository: Path, tmp_path: Path) -> None:
    """The office opens a pull request from a unit's fork, or starts its run again: it is the unit's content."""
    event = event_at(tmp_path / "event.json", "sl-fazhiban", "sl-shuiwu")
    variables = {**of_github(event), "GITHUB_ACTOR": "sl-fazhiban", "GITHUB_TRIGGERING_ACTOR": "sl-fazhiban"}
    found = json.loads(run(repository, "--ci", "--format", "json", **variables).out)["findings"]
    assert [one["code"] for one in found] == ["G804"], "the office may not write for the unit"
    by_office = run(repository, "--ci", "--format", "json", **of_gitlab("office/campaign", "sl-fazhiban"))
    assert [one["code"] for one in json.loads(by_office.out)["findings"]] == ["G804"]


@pytest.mark.parametrize(
    "variables",
    [
        {**GITHUB, "GITHUB_BASE_REF": "main"},
        {**GITHUB, "GITHUB_BASE_REF": "main", "GITHUB_EVENT_PATH": "no-such-file.json"},
        of_gitlab(source="", user=""),
        of_gitee("office"),
        {"GITEE_PULL_ID": "7", "GITEE_BRANCH": "main"},
    ],
    ids=["no event", "no such event", "no project", "no fork", "gitee go"],
)
def test_where_nobody_tells_whose_change_it_is_it_is_not_guessed(repository: Path, variables: dict[str, str]) -> None:
    ran = run(repository, "--ci", **variables)
    assert (ran.code, ran.out) == (USAGE, "")
    assert "--base goes with --actor" in ran.err
    named = run(repository, "--ci", "--actor", "sl-shuiwu", "--format", "json", **variables)
    assert len(json.loads(named.out)["findings"]) == 13


@pytest.mark.parametrize(
    "content", ["", "[]", "null", "{}", '{"pull_request": {"user": {}}}', '{"pull_request": 7}', "\xff"]
)
def test_an_event_that_tells_nothing_is_no_account(repository: Path, tmp_path: Path, content: str) -> None:
    event = tmp_path / "event.json"
    event.write_bytes(content.encode("latin-1"))
    ran = run(repository, "--ci", **of_github(event))
    assert (ran.code, ran.out) == (USAGE, "")
    assert "Traceback" not in ran.err


def test_a_base_out_of_reach_is_told(repository: Path, event: Path) -> None:
    ran = run(repository, "--ci", "--format", "json", **{**of_github(event), "GITHUB_BASE_REF": "never-fetched"})
    (found,) = json.loads(ran.out)["findings"]
    assert (ran.code, found["code"]) == (FINDINGS, "G813")
    assert "refs/remotes/origin/never-fetched" in found["message"]


def test_a_shallow_clone_is_told(repository: Path, tmp_path: Path, event: Path) -> None:
    git(
        tmp_path,
        "clone",
        "-q",
        "--depth",
        "1",
        "--branch",
        "work",
        "--no-single-branch",
        repository.as_uri(),
        "shallow",
    )
    ran = run(tmp_path / "shallow", "--ci", "--format", "json", **of_github(event))
    assert [one["code"] for one in json.loads(ran.out)["findings"]] == ["G814"]


def test_the_branch_that_a_forge_names_is_looked_through(repository: Path, event: Path) -> None:
    named = {"GITHUB_HEAD_REF": "fix-" + "11010519491231" + "002X"}
    ran = run(repository, "--ci", "--format", "json", **{**of_github(event), **named})
    found = [one for one in json.loads(ran.out)["findings"] if one["code"] == "P701"]
    assert [one["path"].startswith("refs/heads/") for one in found] == [True]
    assert "1949" not in ran.out + ran.err


def test_the_summary_holds_all_and_the_log_ten(repository: Path, tmp_path: Path, event: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")
    ran = run(repository, "--ci", **of_github(event), GITHUB_STEP_SUMMARY=str(summary))
    assert len(commands(ran.out)) == 10
    assert {one.properties["file"] for one in commands(ran.out)} == {NEW}
    assert ran.out.splitlines()[10:] == [
        "3 more not annotated here (3 errors, 0 warnings); all of them stand in the summary of this step"
    ]
    page = summary.read_text(encoding="utf-8")
    assert page.startswith("# before\n## Not ready to merge: 13 things to mend")
    assert len(READERS["markdown"](page)) == 13


def test_gitea_gets_a_summary_too(repository: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    ran = run(repository, "--ci", "--quiet", **GITEA, GITHUB_STEP_SUMMARY=str(summary))
    assert len(READERS["concise"](ran.out)) == len(READERS["markdown"](summary.read_text(encoding="utf-8"))) == 14


def test_the_summary_of_a_step_stays_below_a_mebibyte(repository: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    before = 1024 * 1024 - 1200
    summary.write_bytes(b"x" * before)
    run(repository, "--ci", **GITHUB, GITHUB_STEP_SUMMARY=str(summary))
    page = summary.read_bytes()
    assert before < len(page) < 1024 * 1024
    assert b"more did not fit on this page" in page


def test_where_the_summary_is_full_nothing_is_left_to_it(repository: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_bytes(b"x" * (1024 * 1024 - 500))
    assert len(commands(run(repository, "--ci", **GITHUB, GITHUB_STEP_SUMMARY=str(summary)).out)) == 14
    assert summary.stat().st_size == 1024 * 1024 - 500


def test_a_summary_that_cannot_be_written_is_wrong_usage_after_the_findings(repository: Path, tmp_path: Path) -> None:
    ran = run(repository, "--ci", **GITHUB, GITHUB_STEP_SUMMARY=str(tmp_path / "no" / "such.md"))
    assert ran.code == USAGE
    assert len(commands(ran.out)) == 10
    assert "such.md" in ran.err
    assert "Traceback" not in ran.err


def test_a_clean_run_has_a_summary_as_well(tmp_path: Path) -> None:
    written_to(tmp_path / "campaign")
    summary = tmp_path / "summary.md"
    ran = run(tmp_path / "campaign", "--ci", **GITHUB, GITHUB_STEP_SUMMARY=str(summary))
    assert (ran.code, ran.out) == (CLEAN, "")
    assert summary.read_text(encoding="utf-8").startswith("## Findings: none\n\nLooked at: 2 units")
