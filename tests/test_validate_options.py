"""`validate` as it is asked: which findings, which of them fail, what is said beside them, what it leaves behind."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from integrity_cli.lang import Lang
from integrity_cli.rendering.formats import FINDINGS_FORMATS
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, NOTHING, USAGE, FailLevel, Manner
from integrity_cli.tasks.selection import selection
from integrity_cli.tasks.validate import Asked, validate
from tests.rendering.readers import READERS
from tests.rendering.tools import broken_campaign
from tests.test_examples import SMALL, campaign_of, stories, written_to
from tests.tools import ROOT, InMemory, integrity

WARNED = next(folder for folder in stories("flagged") if folder.name == "L215-attachment-unnamed")


def codes(*, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> set[str]:
    data = validate(broken_campaign(), "json", Manner(Lang.EN), Asked(select, ignore)).data
    return {one["code"] for one in json.loads(data)["findings"]}


# -- which findings


@pytest.mark.parametrize(
    ("select", "ignore", "told", "untold"),
    [
        ((), (), {"L203", "L206", "S125", "R601"}, set()),
        (("L",), (), {"L203", "L206"}, {"S125", "R601"}),
        (("L206",), (), {"L206"}, {"L203", "S125", "R601"}),
        (("L206,R",), (), {"L206", "R601"}, {"L203", "S125"}),
        (("L206", "R6"), (), {"L206", "R601"}, {"L203", "S125"}),
        ((" l206 , r",), (), {"L206", "R601"}, {"L203", "S125"}),
        ((), ("L",), {"S125", "R601"}, {"L203", "L206"}),
        ((), ("L2,S", "R601"), set(), {"L203", "L206", "S125", "R601"}),
        (("L",), ("L206",), {"L203"}, {"L206", "S125"}),
        (("L206",), ("L",), {"L206"}, {"L203", "S125"}),
        (("L206",), ("L206",), set(), {"L206", "L203"}),
        (("L2",), ("L20",), {"L215"}, {"L203", "L206"}),
    ],
)
def test_codes_are_selected_by_their_beginning_and_the_longer_one_decides(
    select: tuple[str, ...], ignore: tuple[str, ...], told: set[str], untold: set[str]
) -> None:
    found = codes(select=select, ignore=ignore)
    assert found >= told
    assert not found & untold


@pytest.mark.parametrize(
    ("asked", "near"),
    [("L2206", "L206"), ("X", "Y"), ("Y0055", "Y005"), ("", "Y"), ("L206,,S", "Y"), ("duplicate-key", "Y005")],
)
def test_an_unknown_code_is_wrong_usage_and_names_the_nearest(asked: str, near: str) -> None:
    for options in (Asked(select=tuple(asked.split(","))), Asked(ignore=(asked,))):
        outcome = validate(SMALL, "json", Manner(Lang.EN), options)
        assert (outcome.exit_code, outcome.data) == (USAGE, "")
        said, known = (line.say(Lang.EN) for line in outcome.talk)
        assert said.startswith("no code begins with")
        assert near in known


def test_options_may_be_repeated_and_hold_several() -> None:
    assert selection(["L206, S1", "R"], ["y"]).select == ("L206", "S1", "R")
    ran = integrity("validate", "--select", "L206,S", "--select", "R", "--ignore", "S125")
    assert (ran.code, ran.err) == (CLEAN, "")
    unknown = integrity("validate", "--select", "L206", "--ignore", "L2O6", "--lang", "en")
    assert (unknown.code, unknown.out) == (USAGE, "")
    assert "no code begins with `L2O6`" in unknown.err


# -- exit codes


@pytest.mark.parametrize("format_", FINDINGS_FORMATS)
@pytest.mark.parametrize(
    ("which", "level", "code"),
    [
        ("clean", FailLevel.ERROR, CLEAN),
        ("clean", FailLevel.WARNING, CLEAN),
        ("clean", FailLevel.NEVER, CLEAN),
        ("warned", FailLevel.ERROR, CLEAN),
        ("warned", FailLevel.WARNING, FINDINGS),
        ("warned", FailLevel.NEVER, CLEAN),
        ("broken", FailLevel.ERROR, FINDINGS),
        ("broken", FailLevel.WARNING, FINDINGS),
        ("broken", FailLevel.NEVER, CLEAN),
        ("empty", FailLevel.ERROR, NOTHING),
        ("empty", FailLevel.WARNING, NOTHING),
        ("empty", FailLevel.NEVER, NOTHING),
    ],
)
def test_the_exit_code_is_the_same_in_every_format(format_: str, which: str, level: FailLevel, code: int) -> None:
    sources = {"clean": SMALL, "warned": campaign_of(WARNED), "broken": broken_campaign(), "empty": InMemory({})}
    asked = Asked(fail_level=level, quiet=True)
    assert validate(sources[which], format_, Manner(Lang.EN), asked).exit_code == code


def test_what_is_not_selected_fails_nothing() -> None:
    assert validate(broken_campaign(), "text", Manner(), Asked(ignore=("L", "P", "S", "R"))).exit_code == CLEAN


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A campaign on a disk with one warning and no error."""
    source = campaign_of(WARNED)
    for path in source.paths():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(source.read(path))
    return tmp_path


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], CLEAN),
        (["--strict"], FINDINGS),
        (["--strict", "--fail-level", "warning"], FINDINGS),
        (["--fail-level", "warning"], FINDINGS),
        (["--fail-level", "never"], CLEAN),
        (["--strict", "--fail-level", "never"], USAGE),
        (["--strict", "--fail-level", "error"], USAGE),
        (["--strict", "--ignore", "L215"], CLEAN),
        (["--fail-level", "sometimes"], USAGE),
    ],
)
def test_a_warning_fails_the_run_that_asks_for_it(warned: Path, options: list[str], code: int) -> None:
    ran = integrity("validate", "--root", str(warned), *options)
    assert ran.code == code
    assert "Traceback" not in ran.err


# -- what is said beside the findings


@pytest.mark.parametrize("format_", FINDINGS_FORMATS)
def test_quiet_leaves_the_findings_alone(format_: str) -> None:
    loud, quiet = (
        validate(campaign_of(WARNED), format_, Manner(Lang.EN), Asked(quiet=quiet)) for quiet in (False, True)
    )
    assert (quiet.exit_code, quiet.talk) == (loud.exit_code, ())
    assert READERS[format_](quiet.data) == READERS[format_](loud.data) != []
    assert "ledger entries" in loud.data + "".join(line.say(Lang.EN) for line in loud.talk)
    assert "ledger entries" not in quiet.data


def test_quiet_says_nothing_where_nothing_was_found() -> None:
    for format_ in ("text", "concise", "github"):
        assert validate(SMALL, format_, Manner(), Asked(quiet=True)).data == ""
    ran = integrity("validate", "--quiet")
    assert (ran.code, ran.out, ran.err) == (CLEAN, "", "")


@pytest.mark.parametrize("format_", FINDINGS_FORMATS)
def test_colour_is_in_text_alone(format_: str) -> None:
    outcome = validate(campaign_of(WARNED), format_, Manner(Lang.EN, color=True))
    assert ("\x1b[" in outcome.data) == (format_ == "text")


@pytest.mark.parametrize("format_", ["concise", "junit", "markdown"])
def test_a_console_that_cannot_show_everything_still_gets_every_finding(warned: Path, format_: str) -> None:
    ran = integrity("validate", "--root", str(warned), "--format", format_, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.code == CLEAN
    assert "Traceback" not in ran.err
    assert ran.out.count("L215") >= 1


def test_a_file_holds_what_the_screen_would_show(warned: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    shown = integrity("validate", "--root", str(warned), "--format", "gitlab")
    ran = integrity("validate", "--root", str(warned), "--format", "gitlab", "--output", str(target))
    assert (ran.code, ran.out, ran.err) == (shown.code, "", shown.err)
    assert target.read_text(encoding="utf-8") == shown.out


# -- what it leaves behind


def state(root: Path) -> dict[str, tuple[int, ...]]:
    """Everything about every file and folder that a write would change."""
    found: dict[str, tuple[int, ...]] = {}
    for path in [root, *root.rglob("*")]:
        one = path.lstat()
        found[path.relative_to(root).as_posix()] = (
            one.st_ino,
            one.st_mode,
            one.st_size,
            one.st_mtime_ns,
            one.st_ctime_ns,
        )
    return found


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A broken campaign as a Git repository, run from inside it."""
    root = tmp_path / "campaign"
    written_to(root)
    for example in (one for one in stories("flagged") if one.name in {"L215-attachment-unnamed", "S111-url-form"}):
        shutil.copytree(example / "records", root / "records", dirs_exist_ok=True)
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    for words in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-qm", "活动"], ["status"]):
        subprocess.run(["git", *words], cwd=root, check=True, capture_output=True)
    return root


def test_validate_changes_nothing_in_the_campaign(repository: Path) -> None:
    before = state(repository)
    for format_ in ("text", "sarif", "junit"):
        ran = integrity("validate", "--format", format_, cwd=repository, PYTHONDONTWRITEBYTECODE="")
        assert ran.code == FINDINGS
    for change in (["--base", "HEAD"], ["--base", "nowhere"]):
        integrity("validate", *change, "--actor", "sl-shuiwu", cwd=repository, PYTHONDONTWRITEBYTECODE="")
    assert state(repository) == before
    status = subprocess.run(
        ["git", "status", "--porcelain", "--ignored"], cwd=repository, check=True, capture_output=True
    )
    assert status.stdout == b""


def test_validate_works_where_nothing_can_be_written(repository: Path) -> None:
    command = [sys.executable, "-m", "integrity_cli", "validate", "--format", "concise", "--quiet"]
    if getattr(os, "geteuid", lambda: 1)():
        for path in [*repository.rglob("*"), repository]:
            path.chmod(path.stat().st_mode & ~0o222)
    else:  # permissions do not bind root; a file system that is read-only does
        bound = (
            'mount --bind . . && mount -o remount,ro,bind . && cd . && cd "$PWD" && ! touch x 2>/dev/null && exec "$@"'
        )
        command = ["unshare", "--mount", "sh", "-c", bound, "sh", *command]
        probe = subprocess.run([*command[:5], "sh", "true"], cwd=repository, capture_output=True, check=False)
        if probe.returncode:
            pytest.skip(f"no read-only mount can be made here: {probe.stderr.decode(errors='replace').strip()}")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=repository, env=environment, capture_output=True, check=False)
    for path in [repository, *repository.rglob("*")]:
        path.chmod(path.stat().st_mode | 0o200)
    assert (done.returncode, done.stderr) == (FINDINGS, b"")
    assert len(READERS["concise"](done.stdout.decode())) == 2
