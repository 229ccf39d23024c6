"""Names of files: what one system cannot hold, or confuses with another, is refused on all."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from integrity_cli.domain.diagnostic import Severity
from integrity_cli.lang import Lang
from integrity_cli.reading import names
from integrity_cli.reading.dialect_kinds import NAME_BECAUSE
from integrity_cli.reading.loader import load
from integrity_cli.sources import Commit, WorkingTree
from tests.test_examples import written_to
from tests.tools import InMemory

FOLDER = "records/units/water/attachments"

ODD = [
    ("CON.txt", "reserved"),
    ("con", "reserved"),
    ("Aux.tar.gz", "reserved"),
    ("lpt1.pdf", "reserved"),
    ("COM¹.txt", "reserved"),
    ("a:b.pdf", "forbidden"),
    ("a\\b.pdf", "forbidden"),
    ("什么?.pdf", "forbidden"),
    ("<script>.pdf", "forbidden"),
    ('甲"乙.pdf', "forbidden"),
    ("a|b.pdf", "forbidden"),
    ("星*.pdf", "forbidden"),
    ("点.", "edge"),
    ("空 ", "edge"),
    (" 空.pdf", "edge"),
    ("空\u3000", "edge"),
    ("换\n行.pdf", "hidden"),
    ("甲\u202e乙.pdf", "hidden"),
    ("甲\u200b乙.pdf", "hidden"),
    ("\x1b[31m.pdf", "hidden"),
    ("甲\udcff.pdf", "not_utf8"),
]
ORDINARY = [
    "console.txt",
    "aux-1.pdf",
    "com10.txt",
    "扫描件（一）.pdf",
    "2014年 培训.docx",
    "-rf.pdf",
    "a'b.pdf",
    "nul1.txt",
]


@pytest.mark.parametrize(("name", "reason"), ODD)
@pytest.mark.parametrize("place", ["{}", "{}/a.pdf"], ids=["file", "folder"])
def test_a_name_that_not_every_system_can_hold_is_refused(name: str, reason: str, place: str) -> None:
    (found,) = names.findings([f"{FOLDER}/{place.format(name)}"])
    assert (found.code, found.severity) == ("Y027", Severity.ERROR)
    assert found.message.facts["reason"] is NAME_BECAUSE[reason]


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_name_is_nothing_to_speak_of(name: str) -> None:
    assert list(names.findings([f"{FOLDER}/{name}"])) == []


@pytest.mark.parametrize(
    ("one", "other", "twin"),
    [
        ("a/Scan.pdf", "a/scan.pdf", "a/Scan.pdf"),
        ("A/b.pdf", "a/c.pdf", "A"),
        ("a/caf\u00e9.pdf", "a/cafe\u0301.pdf", "a/caf\u00e9.pdf"),
        ("a/straße.pdf", "a/strasse.pdf", "a/straße.pdf"),
    ],
)
def test_two_names_that_one_system_takes_for_one_are_told_once(one: str, other: str, twin: str) -> None:
    (found,) = names.findings([one, other])
    assert (found.code, found.path, found.message.facts["other"]) == ("Y028", other, twin)


def test_a_folder_and_its_twin_are_told_for_each_file_and_the_same_name_elsewhere_is_none() -> None:
    assert [one.path for one in names.findings(["a/b", "A/c", "A/d"])] == ["A/c", "A/d"]
    assert list(names.findings(["a/scan.pdf", "b/Scan.pdf"])) == []


def test_the_longest_path_allowed_is_read_and_no_longer() -> None:
    longest = "a" * names.LONGEST_PATH
    assert list(names.findings([longest])) == []
    (found,) = names.findings([longest + "b"])
    assert found.code == "Y029"
    (found,) = names.findings(["甲" * (names.LONGEST_PATH // 3 + 1)])
    assert found.code == "Y029", "bytes count, not characters"


def test_what_git_lets_into_a_commit_is_refused_when_it_is_read(tmp_path: Path) -> None:
    """Git takes these names into its index even with core.protectNTFS; no checkout is made of them here."""
    written_to(tmp_path)

    def git(*arguments: str, stdin: bytes = b"") -> str:
        done = subprocess.run(["git", *arguments], cwd=tmp_path, input=stdin, capture_output=True, check=True)
        return done.stdout.decode("ascii").strip()

    git("init", "-q")
    git("add", "records")
    blob = git("hash-object", "-w", "--stdin", stdin=b"x")
    odd = ["CON.yaml", "a:b.yaml", "a\\b.yaml", "trailing. ", "Profile.yaml", "new\nline.yaml"]
    for name in odd:
        git("update-index", "--add", "--cacheinfo", f"100644,{blob},records/units/water/{name}")
    git("update-index", "--add", "--cacheinfo", f"120000,{blob},records/units/water/attachments/link.pdf")
    git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},records/units/water/attachments/module")
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "odd")
    found = {
        (one.code, one.path.removeprefix("records/units/water/")) for one in load(Commit(tmp_path, "HEAD")).findings
    }
    assert {("Y027", name) for name in odd if name != "Profile.yaml"} <= found
    assert ("Y028", "profile.yaml") in found
    assert {("Y025", "attachments/link.pdf"), ("Y025", "attachments/module")} <= found


def test_a_pipe_in_the_place_of_a_record_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    written_to(tmp_path)
    path = "records/units/water/plan.yaml"
    (tmp_path / path).unlink()
    os.mkfifo(tmp_path / path)
    (found,) = [one for one in load(WorkingTree(tmp_path)).findings if one.path == path]
    assert (found.code, "pipe" in found.message.say(Lang.EN)) == ("Y025", True)


def test_another_repository_inside_a_units_folder_is_told_once_and_not_walked(tmp_path: Path) -> None:
    written_to(tmp_path)
    inner = tmp_path / FOLDER / "inner"
    (inner / ".git").mkdir(parents=True)
    (inner / "plan.yaml").write_text("a: b\n", encoding="utf-8")
    found = [one for one in load(WorkingTree(tmp_path)).findings if one.path.startswith(FOLDER)]
    assert [(one.code, one.path) for one in found] == [("Y025", f"{FOLDER}/inner")]


def test_a_file_in_the_place_of_the_records_folder_is_told() -> None:
    assert load(InMemory({"records": b"elsewhere"})).is_empty
