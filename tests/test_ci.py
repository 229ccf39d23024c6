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
"""A file of a late name, broken on the branch, and one of an early name that was broken before."""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A campaign broken in one file on `origin/main`, and in twelve places of another on the branch at hand."""
    root = tmp_path / "campaign"
    written_to(root)
    (root / OLD).write_bytes(SMALL.read(OLD) + b"nonsense: 1\n")
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "core.autocrlf", "false")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "main")
    git(root, "update-ref", "refs/remotes/origin/main", "HEAD")
    git(root, "checkout", "-q", "-b", "work")
    bad = "".join(f"nonsense_{n}: 1\n" for n in range(12))
    (root / NEW).write_bytes(SMALL.read(NEW) + bad.encode() if NEW in SMALL.paths() else f"powers: []\n{bad}".encode())
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
    cleared = {**dict.fromkeys((*names, "CI_MERGE_REQUEST_DIFF_BASE_SHA"), ""), **variables}
    return integrity("validate", "--lang", "en", *options, cwd=root, **cleared)


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
    assert len(READERS[format_](ran.out)) == 13


def test_without_ci_the_variables_mean_nothing(repository: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    plain = run(repository)
    assert run(repository, **GITEA, GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=str(summary)) == plain
    shown = run(repository, "--format", "github", **GITHUB, GITHUB_STEP_SUMMARY=str(summary))
    assert len(commands(shown.out)) == 13, "no summary is written, so nothing is left to it"
    assert not summary.exists()


def test_a_format_that_is_asked_for_is_given(repository: Path) -> None:
    assert len(json.loads(run(repository, "--ci", "--format", "json", **GITLAB).out)["findings"]) == 13


@pytest.mark.parametrize("variables", [GITHUB, GITEA, GITLAB], ids=["github", "gitea", "gitlab"])
def test_changed_lines_come_first_where_the_base_is_known(repository: Path, variables: dict[str, str]) -> None:
    format_ = {"GITHUB_ACTIONS": "github", "GITLAB_CI": "gitlab"}[next(iter(variables))]
    format_ = "concise" if "GITEA_ACTIONS" in variables else format_
    named = {"GITHUB_BASE_REF": "main", "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(repository, "rev-parse", "main")}
    plain = READERS[format_](run(repository, "--ci", **variables).out)
    known = READERS[format_](run(repository, "--ci", **variables, **named).out)
    assert sorted(plain) == sorted(known)
    assert [place[0] for place in plain] == [OLD, *[NEW] * 12]
    assert [place[0] for place in known] == [*[NEW] * 12, OLD]


def test_a_base_out_of_reach_is_said_and_changes_nothing_else(repository: Path) -> None:
    plain = run(repository, "--ci", **GITHUB)
    ran = run(repository, "--ci", **GITHUB, GITHUB_BASE_REF="never-fetched")
    assert (ran.code, ran.out) == (plain.code, plain.out)
    assert "which lines changed cannot be told" in ran.err
    assert "refs/remotes/origin/never-fetched" in ran.err
    assert "认不出哪些行有改动" in run(repository, "--ci", "--lang", "zh", **GITHUB, GITHUB_BASE_REF="x").err


def test_a_shallow_clone_is_such_a_case(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", "--branch", "work", repository.as_uri(), "shallow")
    ran = run(tmp_path / "shallow", "--ci", **GITHUB, GITHUB_BASE_REF="main")
    assert len(READERS["github"](ran.out)) == 13
    assert "cannot be told" in ran.err


def test_the_summary_holds_all_and_the_log_ten(repository: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# before\n", encoding="utf-8")
    ran = run(repository, "--ci", **GITHUB, GITHUB_BASE_REF="main", GITHUB_STEP_SUMMARY=str(summary))
    assert len(commands(ran.out)) == 10
    assert {one.properties["file"] for one in commands(ran.out)} == {NEW}
    assert ran.out.splitlines()[10:] == [
        "3 more not annotated here (3 errors, 0 warnings); all of them stand in the summary of this step"
    ]
    page = summary.read_text(encoding="utf-8")
    assert page.startswith("# before\n## Findings: 13 errors")
    assert len(READERS["markdown"](page)) == 13


def test_gitea_gets_a_summary_too(repository: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    ran = run(repository, "--ci", "--quiet", **GITEA, GITHUB_STEP_SUMMARY=str(summary))
    assert len(READERS["concise"](ran.out)) == len(READERS["markdown"](summary.read_text(encoding="utf-8"))) == 13


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
    assert len(commands(run(repository, "--ci", **GITHUB, GITHUB_STEP_SUMMARY=str(summary)).out)) == 13
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
