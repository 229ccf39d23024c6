"""The hook as it is installed, with the program as it starts: who pushes, what goes wrong, and what is never obeyed.

These pushes go over `file://`, where the client itself starts the server's half of Git, so that the hook lives in the
environment of the test. That is what is wanted here, and what makes `file://` no wall: whoever can write into the
folder of a repository needs no push. Over HTTP nothing of a client's environment arrives; see test_pushes.py.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.changes.tools import Repository, git
from tests.pages import sections
from tests.server.campaign import MORE, OFFICE, PHONE, UNIT, campaign, training
from tests.server.loopback import QUIET, Bare, Clone, Host, script
from tests.tools import ROOT


@pytest.mark.parametrize(
    ("said", "is_taken"),
    [
        ({}, False),
        ({"REMOTE_USER": ""}, False),
        ({"REMOTE_USER": UNIT}, True),
        ({"GL_USER": UNIT}, True),
        ({"GL_USER": UNIT, "REMOTE_USER": UNIT}, True),
        ({"GL_USER": UNIT, "REMOTE_USER": OFFICE}, False),
        ({"USER": UNIT, "LOGNAME": UNIT, "GIT_AUTHOR_NAME": UNIT}, False),
        ({"REMOTE_USER": f"{UNIT}; exit 0"}, False),
        ({"REMOTE_USER": "--help"}, False),
    ],
)
def test_who_pushes_is_what_the_server_says(clone: Clone, said: Mapping[str, str], is_taken: bool) -> None:
    pushed = clone.push("main", environment=said)
    assert pushed.is_taken is is_taken, pushed.remote
    if said.get("REMOTE_USER", "-") in {"", "-", OFFICE} and not is_taken:
        assert "服务器没有说清是谁推送的，没有收下。 / The server does not say who pushes" in pushed.remote


@pytest.mark.parametrize(
    "lines",
    ["exit 3", "kill -9 $$", "exec /nowhere/integrity", "exec false", "echo 查过了，可以收下; exit 1"],
)
def test_whatever_becomes_of_the_program_the_push_is_refused(
    real: Bare, clone: Clone, tmp_path: Path, lines: str
) -> None:
    git(real.root, "config", "integrity.program", str(script(tmp_path / "broken", lines)))
    stands = real.refs()
    assert not clone.push("main", environment={"REMOTE_USER": UNIT}).is_taken
    git(real.root, "config", "integrity.program", str(tmp_path / "nowhere"))
    assert not clone.push("main", environment={"REMOTE_USER": UNIT}).is_taken
    git(real.root, "config", "--unset", "integrity.program")
    assert not clone.push("main", environment={"REMOTE_USER": UNIT, "PATH": path_without_it()}).is_taken
    assert real.refs() == stands


def path_without_it() -> str:
    """Where programs are looked for, without the one under test."""
    folders = os.environ["PATH"].split(os.pathsep)
    return os.pathsep.join(one for one in folders if not (Path(one) / "integrity").exists())


def test_a_failure_of_the_program_itself_refuses_and_says_nothing_personal(
    real: Bare, clone: Clone, tmp_path: Path
) -> None:
    lines = (
        "import integrity_cli.tasks.receive as task\n"
        f"def receive(*_): raise RuntimeError('电话{PHONE}')\n"
        "task.receive = receive\n"
        "from integrity_cli.cli import main; main()"
    )
    start = f"PYTHONPATH='{ROOT}' exec '{sys.executable}' -P -c \"{lines}\" \"$@\""
    git(real.root, "config", "integrity.program", str(script(tmp_path / "failing", start)))
    pushed = clone.push("main", environment={"REMOTE_USER": UNIT})
    assert not pushed.is_taken
    assert f"RuntimeError: 电话{'█' * 11}" in pushed.remote
    assert "程序自己出了毛病，没有看完，推送没有收下" in pushed.remote
    assert PHONE not in pushed.printed.decode("utf-8")


def test_another_branch_can_be_the_protected_one(real: Bare, clone: Clone) -> None:
    git(real.root, "config", "integrity.branch", "2014")
    as_unit = {"REMOTE_USER": UNIT}
    assert clone.push("HEAD:main", environment=as_unit).codes == ["G801", "G801"], "the law is not on that branch yet"
    founding = clone.push("HEAD:2014", environment={"REMOTE_USER": OFFICE})
    assert founding.is_taken, founding.remote
    assert clone.push("HEAD:main", environment=as_unit).codes == ["G818"]
    clone.commit({"rubric.yaml": "systems: []\n"})
    assert "G806" in clone.push("HEAD:2014", environment=as_unit).codes


def test_a_console_of_another_encoding_still_shows_chinese(clone: Clone) -> None:
    pushed = clone.push("HEAD:refs/tags/v1", environment={"REMOTE_USER": UNIT, "LC_ALL": "POSIX", "LANG": "zh_CN.GBK"})
    assert "标签和其他引用归主办单位" in pushed.remote.replace("\n", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("sort", ["sha1", "sha256"])
def test_a_repository_of_any_name_and_of_either_kind_of_id_is_founded_and_pushed_to(
    host: Host, program: Path, tmp_path: Path, sort: str
) -> None:
    """A name with what parts folders in a list, so that Git quotes it where it names them."""
    named = replace(host, root=tmp_path / '市:局 "一"', program=program)
    named.root.mkdir()
    there = named.bare("c", f"--object-format={sort}")
    git(tmp_path, "init", "-q", "-b", "main", f"--object-format={sort}", "clone")
    git(tmp_path / "clone", "remote", "add", "origin", str(there.root))
    clone = Clone(Repository(tmp_path / "clone"), OFFICE)
    clone.commit(dict(campaign()), "建立活动")
    founding = clone.push("main", environment={"REMOTE_USER": OFFICE})
    assert founding.is_taken, founding.printed.decode("utf-8")
    clone.commit({MORE: training(101)})
    assert clone.push("main", environment={"REMOTE_USER": OFFICE}).codes == ["G804"]
    assert clone.push("main", environment={"REMOTE_USER": UNIT}).is_taken


@pytest.mark.skipif(sys.platform == "win32", reason="the page is about servers that have a shell")
def test_a_server_set_up_as_the_page_says_takes_pushes_and_can_be_put_out_of_force(
    host: Host, program: Path, tmp_path: Path
) -> None:
    setting_up, out_of_force = (block for one in sections("docs/hooks/README.md") for block in one.fences("bash"))
    moved = setting_up.replace("/srv/git/campaign.git", str(host.root / "by-the-page.git"))
    moved = moved.replace("/srv/integrity/program", str(ROOT)).replace(
        "/srv/integrity/venv/bin/integrity", str(program)
    )
    assert "/srv" not in moved
    shell(moved, tmp_path)
    bare = Bare(host.root / "by-the-page.git", f"{host.url}/by-the-page.git")
    office = bare.clone(OFFICE, tmp_path / "office")
    git(office.root, "checkout", "-q", "-b", "main")
    office.commit(dict(campaign()), "建立活动")
    assert office.push("main").is_taken
    unit = bare.clone(UNIT, tmp_path / "unit")
    unit.commit({MORE: training(101), "rubric.yaml": "systems: []\n"})
    assert "G806" in unit.push("main").codes
    anonymous = bare.clone(UNIT, tmp_path / "anonymous", url=bare.url)
    anonymous.commit({MORE: training(101)})
    assert not anonymous.push("main").is_taken
    shell(out_of_force, bare.root)
    assert unit.push("main").is_taken, "nothing is checked now"
    assert not unit.push("+HEAD~1:main").is_taken
    assert not unit.push(":main").is_taken
    reflog = git(bare.root, "reflog", "--format=%gn", "main").splitlines()
    assert reflog == [UNIT, OFFICE], "the server remembers who pushed"


def shell(lines: str, folder: Path) -> None:
    """Runs a block of a page."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["bash", "-e", "-c", lines], cwd=folder, env={**environment, **QUIET}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode("utf-8")
