"""`integrity doctor`: what a machine lacks and how to get it, on real machines that lack it."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

from integrity_cli.cli.edge import NEEDED
from integrity_cli.lang import Lang
from integrity_cli.sources import WorkingTree
from integrity_cli.sources.repository import Repository
from integrity_cli.tasks.doctor import Surroundings, doctor
from integrity_cli.tasks.outcome import Manner
from tests.tools import ROOT, integrity


def states(page: str) -> dict[str, str]:
    """What is said of each thing, by its name."""
    rows = re.findall(r"^(ok|note|missing) +(\S[^:]*?)  +(.+)$", page, re.MULTILINE)
    return {name: state for state, name, _ in rows}


def test_a_machine_that_has_everything_is_told_so() -> None:
    ran = integrity("doctor", "--lang", "en")
    assert ran.code == 0
    found = states(ran.out)
    assert {found[name] for name in ("this program", "Python", "packages", "libyaml", "Git", "records")} == {"ok"}


def test_a_shallow_clone_is_told_with_the_way_out(tmp_path: Path) -> None:
    whole, clone = tmp_path / "whole", tmp_path / "clone"
    subprocess.run(["git", "init", "-q", str(whole)], check=True)
    for number in range(3):
        (whole / "a").write_text(str(number), encoding="utf-8")
        subprocess.run(["git", "-C", str(whole), "add", "a"], check=True)
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", "-C", str(whole), *identity, "commit", "-q", "-m", "x"], check=True)
    subprocess.run(["git", "clone", "-q", "--depth", "1", whole.as_uri(), str(clone)], check=True)
    assert "3 commits, complete" in integrity("doctor", "--root", str(whole), "--lang", "en").out
    page = integrity("doctor", "--root", str(clone), "--lang", "en").out
    assert states(page)["history"] == "note"
    assert "git fetch --unshallow" in page


def test_without_git_a_repository_or_records_the_page_says_how_to_get_them(tmp_path: Path) -> None:
    ran = integrity("doctor", "--root", str(tmp_path), "--lang", "en", PATH=str(tmp_path))
    assert ran.code == 0, "validate and score need none of these"
    assert (states(ran.out)["Git"], states(ran.out)["records"]) == ("note", "note")
    assert "winget install Git.Git" in ran.out
    assert states(integrity("doctor", "--root", str(tmp_path), "--lang", "en").out)["history"] == "note"


def test_a_package_or_libyaml_that_is_missing_is_exit_1(tmp_path: Path) -> None:
    around = Surroundings(
        "0",
        "3.11",
        dict.fromkeys(NEEDED, "1") | {"jinja2": None},
        has_libyaml=False,
        encoding="utf-8",
        shows_chinese=True,
    )
    outcome = doctor(WorkingTree(tmp_path), around, Repository(None), Manner(Lang.EN))
    assert outcome.exit_code == 1
    assert {name for name, state in states(outcome.data).items() if state == "missing"} == {"packages", "libyaml"}
    assert "jinja2" in outcome.data
    assert "it cannot work yet: 2 things are missing" in outcome.data


def test_the_packages_looked_for_are_those_that_are_needed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert sorted(re.match(r"[\w-]+", one)[0] for one in project["dependencies"]) == list(NEEDED)  # type: ignore[index]
