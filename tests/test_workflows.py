"""The workflows that ship, looked through for what is dangerous in them; tests/test_hooks.py runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.tools import ROOT

WORKFLOWS = ROOT / "docs" / "workflows"
LIKE_GITHUB = [ROOT / "action.yml", *(path for path in sorted(WORKFLOWS.glob("*.yml")) if path.name != "gitlab.yml")]
NAIVE = """\
on: [pull_request_target]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: {ref: "${{ github.head_ref }}"}
      - run: echo "${{ github.event.pull_request.title }}" && pip install .
"""


def zizmor(*files: Path) -> list[dict[str, Any]]:
    """Everything it finds as its strictest persona, without the network and without a configuration."""
    program = Path(sysconfig.get_path("scripts"), "zizmor")
    words = ["--offline", "--no-config", "--persona=auditor", "--format=json", "--no-exit-codes", "--no-progress"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GH_", "GITHUB_"))}
    done = subprocess.run([program, *words, *files], env=environment, capture_output=True, check=True, timeout=120)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("path", LIKE_GITHUB, ids=lambda path: path.name)
def test_zizmor_finds_nothing_and_nobody_told_it_to_look_away(path: Path) -> None:
    assert [(one["ident"], one["desc"]) for one in zizmor(path)] == []
    assert "zizmor" not in path.read_text(encoding="utf-8")


def test_zizmor_finds_what_is_wrong_with_a_naive_workflow(tmp_path: Path) -> None:
    (tmp_path / "naive.yml").write_text(NAIVE, encoding="utf-8")
    found = {one["ident"] for one in zizmor(tmp_path / "naive.yml")}
    assert found >= {"dangerous-triggers", "template-injection", "unpinned-uses", "excessive-permissions", "artipacked"}


def test_every_workflow_was_looked_at() -> None:
    assert {path.name for path in LIKE_GITHUB} == {"action.yml", "gitea.yml", "github-comments.yml", "github.yml"}


def told(path: Path) -> dict[str, Any]:
    """A workflow as data; YAML 1.1 reads `on` as yes."""
    found: dict[str, Any] = {str(key): value for key, value in yaml.safe_load(path.read_text(encoding="utf-8")).items()}
    return found


@pytest.mark.parametrize("name", ["github.yml", "gitea.yml"])
def test_what_is_handed_in_meets_a_token_that_can_only_read(name: str) -> None:
    workflow = told(WORKFLOWS / name)
    assert set(workflow["True"]) == {"pull_request", "push"}
    assert workflow["permissions"] == {}
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "read"}
    assert job["timeout-minutes"] <= 10


def test_a_token_that_can_write_meets_nothing_that_is_handed_in() -> None:
    workflow = told(WORKFLOWS / "github-comments.yml")
    assert set(workflow["True"]) == {"schedule", "workflow_dispatch"}
    (job,) = workflow["jobs"].values()
    program, comment = job["steps"]
    assert "ref" not in program["with"]
    assert "comment.py" in comment["run"]
    assert "${{" not in comment["run"]


def test_what_gitlab_runs_on_a_merge_request_is_no_file_of_it() -> None:
    (job,) = told(WORKFLOWS / "gitlab.yml").values()
    assert all('"$tool/dev.py"' in line for line in job["script"] if "python3" in line)
    assert "$CI_PROJECT_PATH == $CI_MERGE_REQUEST_PROJECT_PATH" in job["rules"][0]["if"]


def test_jenkins_is_given_words_that_groovy_does_not_fill_in() -> None:
    text = (WORKFLOWS / "gitee.jenkinsfile").read_text(encoding="utf-8")
    assert text.count("'''") == 2
    assert '"""' not in text
