"""The program as the hook starts it: what it never obeys, what it cannot judge, and how long it may take."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from integrity_cli.cli.forge import quarantine
from tests.changes.tools import git
from tests.server.campaign import MAIN, OFFICE, UNIT
from tests.server.loopback import Bare, Clone, Host, script
from tests.tools import ROOT

ZEROS = "0" * 40


def hostile_settings(mark: Path) -> dict[str, str]:
    """Settings that would have Git start a program of somebody's."""
    evil = str(script(mark.with_name("evil"), f"touch '{mark}'"))
    programs = ("core.fsmonitor", "core.alternateRefsCommand", "core.sshCommand", "diff.external", "core.pager",
                "core.editor", "uploadpack.packObjectsHook", "filter.x.smudge", "merge.x.driver")  # fmt: skip
    return {**dict.fromkeys(programs, evil), "core.hooksPath": str(mark.parent)}


def test_settings_of_the_client_do_not_put_the_hook_out_of_force(clone: Clone, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    clone.commit({"rubric.yaml": "systems: []\n", ".gitattributes": "* filter=x merge=x diff=x\n"})
    settings = hostile_settings(mark)
    environment = {"REMOTE_USER": UNIT, "GIT_CONFIG_COUNT": str(len(settings))}
    for number, (key, value) in enumerate(settings.items()):
        git(clone.root, "config", key, value)
        environment |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    environment |= {"GIT_DIR": str(clone.root / ".git"), "GIT_WORK_TREE": str(clone.root)}
    for script_ in ("pre-receive", "update"):
        script(tmp_path / script_, "exit 0")
    mark.unlink(missing_ok=True)
    pushed = clone.push("main", environment=environment)
    assert not pushed.is_taken
    assert "G806" in pushed.codes


def run(program: Path, root: Path, said: str, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as the hook calls it."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "INTEGRITY_"))}
    return subprocess.run(
        [program, "receive", *options], cwd=root, env={**outside, "PYTHONUTF8": "1", **environment},
        input=said, capture_output=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip


def test_neither_the_repositorys_settings_nor_the_environment_have_a_say(
    real: Bare, clone: Clone, program: Path, tmp_path: Path
) -> None:
    without_hooks = "git -c core.hooksPath=/dev/null receive-pack"
    git(clone.root, "push", "-q", "--receive-pack", without_hooks, "origin", "HEAD:refs/heads/in")
    mark = tmp_path / "ran"
    settings = hostile_settings(mark)
    for key, value in settings.items():
        git(real.root, "config", key, value)
    other = tmp_path / "other"
    git(tmp_path, "init", "-q", str(other))
    hostile = {"GIT_DIR": str(other / ".git"), "GIT_WORK_TREE": str(other), "GIT_CONFIG_COUNT": "1",
               "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": settings["core.fsmonitor"],
               "GIT_EXTERNAL_DIFF": settings["diff.external"], "GIT_INDEX_FILE": str(mark),
               "GIT_REPLACE_REF_BASE": "refs/heads/", "GIT_PUSH_OPTION_COUNT": "1",
               "GIT_PUSH_OPTION_0": f"actor={OFFICE}", "GIT_TRACE": str(mark)}  # fmt: skip
    before = real.files()
    refs = real.refs()
    line = f"{refs[MAIN]} {refs['refs/heads/in']} {MAIN}\n"
    ran = run(program, real.root, line, "--actor", UNIT, **hostile)
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
    assert "新增 E-101" in ran.stderr
    assert run(program, real.root, line, "--actor", OFFICE, "--lang", "en", **hostile).returncode == 1
    assert not mark.exists()
    assert real.files() == before


# -- wrong usage, and the time it may take


@pytest.mark.parametrize(
    ("said", "options", "told"),
    [
        ("", ("--actor", UNIT), "标准输入里没有推送的引用"),
        ("a b c\n", ("--actor", UNIT), "不是 Git 给 pre-receive 钩子的样子"),
        (f"{ZEROS} {'1' * 39} {MAIN}\n", ("--actor", UNIT), "不是 Git 给 pre-receive 钩子的样子"),
        (f"{ZEROS} {'1' * 40} {MAIN}\n" * 20_000, ("--actor", UNIT), "不是 Git 给 pre-receive 钩子的样子"),
        (f"{ZEROS} {'1' * 40} {MAIN}\n", (), "没有说是谁推送的"),
        (f"{ZEROS} {'1' * 40} {MAIN}\n", ("--actor", ""), "没有说是谁推送的"),
        (f"{ZEROS} {'1' * 40} {MAIN}\n", ("--actor", UNIT, "--root", "nowhere"), "没有这个文件夹"),
        (f"{ZEROS} {'1' * 40} {MAIN}\n", ("--actor", UNIT, "--root", "hooks"), "看不了改动，git 说"),
        (f"{ZEROS} {'1' * 40} {MAIN}\n", ("--actor", UNIT, "--seconds", "0"), "--seconds"),
        (f"{ZEROS} {'1' * 40} refs/heads/{UNIT}/x\n", ("--actor", UNIT), "错误[G813]"),
        (f"{'2' * 40} {'1' * 40} {MAIN}\n", ("--actor", UNIT), "错误[G819]"),
    ],
)
def test_what_cannot_be_judged_is_refused_with_words(
    host: Host, bare: Bare, said: str, options: tuple[str, ...], told: str
) -> None:
    ran = run(host.program, bare.root, said, *options)
    assert ran.returncode == (1 if told.startswith("错误") else 2)
    assert told in ran.stderr
    assert ran.stdout == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no alarm; each question to Git still has its limit")
def test_what_takes_too_long_is_refused_and_nothing_goes_on(real: Bare, clone: Clone, tmp_path: Path) -> None:
    slow, temporary = tmp_path / "slow", tmp_path / "temporary"
    slow.mkdir()
    temporary.mkdir()
    real_git = git(tmp_path, "--exec-path") + "/git"
    pid = tmp_path / "pid"
    script(slow / "git", f"case \"$*\" in *ls-tree*) echo $$ >'{pid}'; exec sleep 60;; esac\nexec '{real_git}' \"$@\"")
    start = (
        f"PYTHONPATH='{ROOT}' PATH='{slow}:'\"$PATH\" exec '{sys.executable}' -P -m integrity_cli \"$@\" --seconds 2"
    )
    git(real.root, "config", "integrity.program", str(script(tmp_path / "program", start)))
    began = monotonic()
    pushed = clone.push("main", environment={"REMOTE_USER": UNIT, "TMPDIR": str(temporary)})
    assert monotonic() - began < 20
    assert not pushed.is_taken
    assert "2 秒没有看完，推送没有收下" in pushed.remote
    assert list(temporary.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text(encoding="ascii")), 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts what a program asks for as its data")
def test_what_takes_too_much_memory_is_refused(real: Bare, clone: Clone, tmp_path: Path) -> None:
    greedy = tmp_path / "greedy"
    greedy.mkdir()
    real_git = git(tmp_path, "--exec-path") + "/git"
    asking = f"exec '{sys.executable}' -c 'bytearray(3_000_000_000)'"
    script(greedy / "git", f'case "$*" in *ls-tree*) {asking};; esac\nexec \'{real_git}\' "$@"')
    start = f"PYTHONPATH='{ROOT}' PATH='{greedy}:'\"$PATH\" exec '{sys.executable}' -P -m integrity_cli \"$@\""
    git(real.root, "config", "integrity.program", str(script(tmp_path / "program", start)))
    pushed = clone.push("main", environment={"REMOTE_USER": UNIT})
    assert not pushed.is_taken
    assert "看不了改动，git 说：" in pushed.remote
    assert "MemoryError" in pushed.remote


# -- where Git holds what is pushed


def test_the_folders_of_a_push_are_read_as_git_names_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [tmp_path / name for name in ("objects/incoming", "one", 'two "a":b', "三")]
    for folder in folders:
        folder.mkdir(parents=True)
    monkeypatch.setenv("GIT_QUARANTINE_PATH", str(folders[0]))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", "./objects/incoming")
    quoted = f'"{folders[2]}"'.replace(' "a"', ' \\"a\\"')
    octal = "".join(f"\\{byte:03o}" for byte in "三".encode())
    monkeypatch.setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", f'one:{quoted}:"{tmp_path}/{octal}":{tmp_path}/nowhere')
    assert quarantine(tmp_path) == tuple(folders)
    for name in ("GIT_QUARANTINE_PATH", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"):
        monkeypatch.delenv(name)
    assert quarantine(tmp_path) == ()
