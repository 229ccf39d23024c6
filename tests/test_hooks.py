"""The hook, the action and the workflows that ship, run for real: by pre-commit, and by the shell lines they hold."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.test_examples import written_to
from tests.tools import ROOT

WORKFLOWS = ROOT / "docs" / "workflows"
PLAN = "records/units/water/plan.yaml"
PACKAGED = (
    ".pre-commit-hooks.yaml",
    "LICENSE",
    "README.md",
    "docs",
    "integrity_cli",
    "pyproject.toml",
    "rubric.yaml",
    "templates",
)
CONFIG = """\
repos:
  - repo: {tool}
    rev: {rev}
    hooks:
      - id: integrity-privacy
      - id: integrity-validate
"""


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode("utf-8").strip()


def repository(folder: Path) -> None:
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the program as pre-commit clones it: what is packaged, no more."""
    folder = tmp_path_factory.mktemp("tool")
    for name in PACKAGED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    repository(folder)
    return folder


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    folder = tmp_path / "campaign"
    folder.mkdir()
    written_to(folder)
    repository(folder)
    return folder


def offline(home: Path) -> dict[str, str]:
    """Pip finds in this environment what it would fetch: the network has no part in the test."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PIP_", "INTEGRITY_"))},
        "PRE_COMMIT_HOME": str(home),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads a "no" option turned round: 0 is without isolation
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PYTHONUTF8": "1",
    }


def test_pre_commit_stops_a_commit_with_a_broken_record_and_lets_a_clean_one_pass(
    tool: Path, campaign: Path, tmp_path: Path
) -> None:
    config = CONFIG.format(tool=tool.as_uri(), rev=git(tool, "rev-parse", "HEAD"))
    (campaign / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(campaign, "add", ".pre-commit-config.yaml")

    def pre_commit() -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose", "--color", "never"],
            cwd=campaign, env=offline(tmp_path / "home"), capture_output=True, timeout=300, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout.decode("utf-8") + done.stderr.decode("utf-8")

    code, said = pre_commit()
    assert code == 0, said
    assert said.count("没有发现问题") == 2
    plan = campaign / PLAN
    plan.write_bytes(plan.read_bytes().replace(b"doc_no:", b"docno:"))
    git(campaign, "add", PLAN)
    code, said = pre_commit()
    assert code == 1, said
    assert f"{PLAN}:2:1" in said
    assert "错误[S102]" in said


def steps(name: str) -> list[dict[str, Any]]:
    """The steps of the one job of a workflow."""
    workflow = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    (job,) = workflow["jobs"].values()
    found: list[dict[str, Any]] = job["steps"]
    return found


def run_line(line: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """One shell line as a forge runs it, with the program's environment already made."""
    dropped = ("GIT", "CI_", "INTEGRITY_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    environment |= {"PATH": f"{folder}/bin{os.pathsep}{os.environ['PATH']}", **variables}
    return subprocess.run(
        ["bash", "-e", "-c", line], cwd=folder, env=environment, capture_output=True, timeout=300, check=False
    )


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    """A runner's folder: the program in `tool`, the campaign in `campaign`, and a `python3` that has what it needs."""
    (tmp_path / "tool").mkdir()
    launcher = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom integrity_cli.cli import main\nmain()\n"
    (tmp_path / "tool" / "dev.py").write_text(launcher, encoding="utf-8")
    (tmp_path / "bin").mkdir()
    python = tmp_path / "bin" / "python3"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return tmp_path


def broken(campaign: Path) -> None:
    plan = campaign / PLAN
    plan.write_bytes(plan.read_bytes().replace(b"doc_no:", b"docno:"))
    git(campaign, "commit", "-q", "-a", "-m", "slip")


@pytest.mark.parametrize(
    ("name", "variables", "told"),
    [
        ("github.yml", {"GITHUB_ACTIONS": "true"}, f"::error file={PLAN},line=2,col=1,"),
        ("gitea.yml", {"GITHUB_ACTIONS": "true", "GITEA_ACTIONS": "true"}, f"{PLAN}:2:1: "),
    ],
)
def test_the_last_step_of_a_workflow_tells_where_and_fails(
    forge: Path, campaign: Path, name: str, variables: dict[str, str], told: str
) -> None:
    line = steps(name)[-1]["run"]
    assert run_line(line, forge, **variables).returncode == 0
    broken(campaign)
    ran = run_line(line, forge, **variables)
    assert ran.returncode == 1, ran.stderr.decode("utf-8")
    assert told in ran.stdout.decode("utf-8")


@dataclass
class Handed:
    """What a unit hands in: the office's repository as a server holds it, and a runner's clone of the head."""

    server: Path
    clone: Path
    branch: str


@pytest.fixture
def handed(forge: Path, campaign: Path) -> Handed:
    """The head brings a program of its own, which must not run, and a record of the office, which must be refused."""
    shutil.copy(forge / "tool" / "dev.py", campaign)
    git(campaign, "add", "-A")
    git(campaign, "commit", "-q", "-m", "program")
    server, clone = forge / "server.git", forge / "clone"
    git(forge, "clone", "-q", "--bare", str(campaign), str(server))
    git(campaign, "checkout", "-q", "-b", "work")
    (campaign / "dev.py").write_text("import pathlib; pathlib.Path('pwned').touch()\n", encoding="utf-8")
    git(campaign, "commit", "-q", "-a", "-m", "mine")
    for name in ("pull/7", "merge-requests/7"):
        git(campaign, "push", "-q", str(server), f"HEAD:refs/{name}/head")
    git(forge, "clone", "-q", "--no-checkout", str(server), str(clone))
    git(clone, "fetch", "-q", "origin", "refs/pull/7/head")
    git(clone, "checkout", "-q", "--detach", "FETCH_HEAD")
    return Handed(server, clone, "main")


def told_of(ran: subprocess.CompletedProcess[bytes]) -> str:
    return ran.stdout.decode("utf-8") + ran.stderr.decode("utf-8")


@pytest.mark.parametrize("name", ["github.yml", "gitea.yml"])
def test_a_workflow_judges_whose_change_it_is(forge: Path, handed: Handed, name: str) -> None:
    """By the forge's own event, with the program that the base has."""
    handed.clone.rename(forge / "campaign-of-pull-request")
    shutil.rmtree(forge / "campaign")
    (forge / "campaign-of-pull-request").rename(forge / "campaign")
    repo = {"full_name": "office/campaign", "owner": {"login": "office"}}
    fork = {"full_name": "sl-shuiwu/campaign", "owner": {"login": "sl-shuiwu"}}
    event = {"pull_request": {"user": {"login": "sl-shuiwu"}, "head": {"repo": fork}, "base": {"repo": repo}}}
    (forge / "event.json").write_text(json.dumps(event), encoding="utf-8")
    variables = {"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main", "GITHUB_EVENT_PATH": str(forge / "event.json")}
    if name == "gitea.yml":
        variables["GITEA_ACTIONS"] = "true"
    ran = run_line(steps(name)[-1]["run"], forge, **variables)
    assert ran.returncode == 1, told_of(ran)
    assert "dev.py" in told_of(ran)
    assert not list(forge.rglob("pwned"))


def test_the_lines_for_gitlab_judge_with_the_program_of_the_target_branch(forge: Path, handed: Handed) -> None:
    (job,) = yaml.safe_load((WORKFLOWS / "gitlab.yml").read_text(encoding="utf-8")).values()
    variables = {
        "GITLAB_CI": "true",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": handed.branch,
        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "work",
        "CI_MERGE_REQUEST_PROJECT_PATH": "office/campaign",
        "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH": "sl-shuiwu/campaign",
        "TMPDIR": str(forge),
    }
    shutil.copytree(forge / "bin", handed.clone / "bin", symlinks=True)
    git(handed.clone, "update-ref", "-d", "refs/remotes/origin/main")
    ran = run_line("\n".join(job["script"]), handed.clone, **variables)
    assert ran.returncode == 1, told_of(ran)
    assert "dev.py" in ran.stdout.decode("utf-8"), "the log holds the text"
    report = json.loads((handed.clone / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert "dev.py" in {one["location"]["path"] for one in report}
    assert not list(forge.rglob("pwned"))


def test_the_lines_for_gitlab_look_at_the_default_branch_as_it_is(forge: Path, handed: Handed) -> None:
    (job,) = yaml.safe_load((WORKFLOWS / "gitlab.yml").read_text(encoding="utf-8")).values()
    git(handed.clone, "checkout", "-q", "origin/main")
    shutil.copytree(forge / "bin", handed.clone / "bin", symlinks=True)
    ran = run_line("\n".join(job["script"]), handed.clone, GITLAB_CI="true", CI_DEFAULT_BRANCH="main")
    assert ran.returncode == 0, told_of(ran)
    assert json.loads((handed.clone / "gl-code-quality-report.json").read_text(encoding="utf-8")) == []


def test_the_lines_for_jenkins_judge_what_gitee_hands_in(forge: Path, handed: Handed) -> None:
    """The same script for a pull request of the unit and of the office; nothing is ever checked out."""
    script = (WORKFLOWS / "gitee.jenkinsfile").read_text(encoding="utf-8").split("'''")[1]
    for owner, code in (("sl-shuiwu", 1), ("sl-fazhiban", 0)):
        workspace = forge / owner
        shutil.copytree(forge / "bin", workspace / "bin", symlinks=True)
        variables = {
            "REPOSITORY": handed.server.as_uri(),
            "giteeTargetBranch": handed.branch,
            "giteePullRequestIid": "7",
            "giteeTargetNamespace": "office",
            "giteeSourceNamespace": owner,
            "giteeSourceBranch": "work",
        }
        ran = run_line(script, workspace, **variables)
        assert ran.returncode == code, told_of(ran)
        assert [path.name for path in (workspace / "campaign").iterdir()] == [".git"]
    assert not list(forge.rglob("pwned"))


def test_the_action_runs_the_program_on_the_folder_it_is_given(forge: Path, campaign: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (step,) = action["runs"]["steps"]
    assert not set("${") & set(step["run"].replace("$TOOL", "").replace("$ROOT", "").replace("$OPTIONS", ""))
    inputs = {"TOOL": str(forge / "tool"), "ROOT": str(campaign), "OPTIONS": "--strict", "GITHUB_ACTIONS": "true"}
    assert run_line(step["run"], forge, **inputs).returncode == 0
    broken(campaign)
    assert run_line(step["run"], forge, **inputs).returncode == 1


@pytest.mark.parametrize("name", ["github.yml", "gitea.yml"])
def test_a_workflow_takes_the_program_from_the_base_and_pins_what_it_uses(name: str) -> None:
    program, records, check = steps(name)
    assert "base.sha" in program["with"]["ref"]
    assert check["run"].startswith(f"python3 {program['with']['path']}/dev.py")
    for step in (program, records):
        assert len(step["uses"].partition("@")[2]) == 40
        assert step["with"]["persist-credentials"] is False
    assert "${{" not in check["run"], "nothing of a pull request reaches a shell"
