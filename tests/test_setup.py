"""The set-up: what is pinned, what may not be committed, and the two commands of the README."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev as setup

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

PIN = re.compile(r"[a-z0-9][a-z0-9.-]*==[0-9][0-9a-z.]*( ; [a-z_]+ [!=<>]+ '[\w.]+'.*)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no executable bit")

# Written so that no pattern matches its own source.
REGISTRY = re.compile(
    r"https?://[^ ]*(/simple(/|\b)|/packages/|\.whl|\.tgz|\.deb\b)"
    r"|(index-url|registry) *[=:] *\"?https?:"
)
MACHINE = re.compile(r"(^|[^A-Za-z0-9_])/(work|farm)/|/roo[t]/", re.MULTILINE)


def pinned(name: str) -> set[str]:
    """The pins of one requirement file, each with its marker."""
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    return {line.removesuffix("\\").strip() for line in lines if not line.startswith(" ")}


def files() -> list[Path]:
    """Every file that is, or is about to be, in the repository."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a Git checkout: which files are committed cannot be told")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = os.fsdecode(listed.stdout).split("\0")
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def readme() -> str:
    """The README, which must exist."""
    path = ROOT / "README.md"
    assert path.is_file(), "README.md is missing: it must name the command that .ci/run runs"
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_requirement_files_hold_pins_and_hashes_only(name: str) -> None:
    """So that any mirror serves them, and none is named."""
    text = (ROOT / "requirements" / name).read_text(encoding="ascii")
    for entry in re.split(r"\n(?! )", text.rstrip("\n")):
        pin, *hashes = entry.split(" \\\n    ")
        assert PIN.fullmatch(pin)
        assert hashes, f"{pin} has no hash"
        assert all(map(HASH.fullmatch, hashes))


def test_tests_run_on_the_versions_that_users_run() -> None:
    assert pinned("run.txt") < pinned("dev.txt")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("run.txt", PROJECT["project"]["dependencies"]),
        ("dev.txt", PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_pins_lie_in_the_ranges_of_pyproject(name: str, wanted: list[str]) -> None:
    pins = [Requirement(pin) for pin in pinned(name)]
    for need in map(Requirement, wanted):
        versions = [
            next(iter(pin.specifier)).version
            for pin in pins
            if canonicalize_name(pin.name) == canonicalize_name(need.name)
        ]
        assert versions, f"{need} is not pinned in {name}: python3 dev.py lock"
        assert all(map(need.specifier.contains, versions)), f"{need} refuses {versions}"


def test_no_file_names_a_registry_or_a_path_of_this_machine() -> None:
    texts = {path: path.read_bytes().decode(errors="replace") for path in files()}
    assert ROOT / "dev.py" in texts
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in texts.items()
        for match in (REGISTRY.search(text), MACHINE.search(text))
        if match
    ]
    assert found == []


@pytest.mark.parametrize(
    ("pattern", "halves"),
    [
        (REGISTRY, ("http:", "//host/simple/yaml")),
        (REGISTRY, ("see https:", "//host/a-1.0-py3-none-any.whl")),
        (REGISTRY, ("index-url = ", "https://host")),
        (MACHINE, ("cd /wo", "rk/main")),
        (MACHINE, ("/ro", "ot/.cache")),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], halves: tuple[str, str]) -> None:
    assert pattern.search("".join(halves))


def test_uv_lock_is_not_committed() -> None:
    assert ROOT / "uv.lock" not in files()


def test_dev_py_parses_on_an_older_python() -> None:
    """So that it can say which Python it needs, rather than fail with a syntax error."""
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def dev(*words: str, script: Path = ROOT / "dev.py", pretend: str = "pass") -> subprocess.CompletedProcess[str]:
    """Run dev.py as a program, on a Python that pretends something first."""
    argv = ["dev.py", *words]
    run = f"runpy.run_path({str(script)!r}, run_name='__main__')"
    return subprocess.run(
        [sys.executable, "-c", f"import runpy, sys; {pretend}; sys.argv[:] = {argv!r}; {run}"],
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("words", [(), ("help",)])
def test_dev_py_says_its_words_in_both_languages(words: tuple[str, ...]) -> None:
    told = dev(*words)
    assert (told.returncode, told.stderr) == (0, "")
    commands = [line for line in told.stdout.splitlines() if line.startswith("python3 dev.py ")]
    assert len(commands) == 5
    for line in commands:
        assert re.search(r"[\u4e00-\u9fff].* / [a-z]", line), line


def test_an_older_python_is_told_in_one_line() -> None:
    told = dev("validate", pretend="sys.version_info = (3, 8, 18)")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == "需要 Python 3.11 或更高版本，现为 3.8 / needs Python 3.11+, not 3.8\n"


def test_a_python_without_venv_is_told_the_one_package(tmp_path: Path) -> None:
    """As on Debian, whose python3 comes without ensurepip."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").touch()
    (tmp_path / "dev.py").write_bytes((ROOT / "dev.py").read_bytes())
    hide = "import importlib.util as u; u.find_spec = lambda name: None"
    told = dev("validate", script=tmp_path / "dev.py", pretend=hide)
    package = "python{}.{}-venv".format(*sys.version_info)
    assert told.returncode == 2
    assert told.stderr.splitlines() == [
        f"请先安装 / first install {package}:",
        f"apt-get install {package}",
    ]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it, and a CHROMIUM that is not set."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(setup, "BROWSERS", setup.BROWSERS[:3])
    return tmp_path


def program(folder: Path, name: str, script: str = "") -> str:
    """A program in a folder."""
    place = folder / name
    place.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    place.chmod(0o755)
    return str(place)


@posix
def test_a_browser_is_found_under_one_of_its_names_or_where_chromium_says(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert setup.browser() is None
    found = program(path, "google-chrome")
    assert setup.browser() == found
    monkeypatch.setenv("CHROMIUM", program(path, "my-browser"))
    assert setup.browser() == str(path / "my-browser")
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    assert setup.browser() is None


@posix
@pytest.mark.parametrize("tool", setup.INSTALL)
def test_the_command_that_installs_a_browser_is_the_one_of_the_system(path: Path, tool: str) -> None:
    assert setup.how_to_install() == setup.INSTALL["apt-get"]
    program(path, tool)
    assert setup.how_to_install() == setup.INSTALL[tool]


@posix
@pytest.mark.parametrize(
    ("user", "code", "asked"),
    [
        (0, 0, ["update", f"install -qq -y --no-install-recommends {' '.join(setup.PACKAGES)}"]),
        (0, 1, ["update"]),
        (1000, 0, []),
    ],
)
def test_a_browser_is_installed_where_nobody_need_be_asked(
    path: Path, monkeypatch: pytest.MonkeyPatch, user: int, code: int, asked: list[str]
) -> None:
    """By root with apt-get; when that fails, the tests go on, and tell."""
    monkeypatch.setattr(os, "geteuid", lambda: user)
    program(path, "apt-get", f'echo "$*" >> "{path}/asked"; exit {code}')
    setup.provide_browser()
    lines = (path / "asked").read_text(encoding="utf-8").splitlines() if asked else []
    assert [line.partition(" DPkg::Lock::Timeout=300 ")[2].removesuffix(" -qq") for line in lines] == asked
    assert (path / "asked").exists() is bool(asked)


@posix
def test_no_browser_is_installed_where_there_is_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(path, "apt-get", f'echo "$*" >> "{path}/asked"')
    program(path, "chromium")
    setup.provide_browser()
    assert not (path / "asked").exists()


@pytest.fixture
def node_dev(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with a node, and a place of its own for what npm installs."""
    home = path / ".node-dev"
    monkeypatch.setattr(setup, "NODE", home)
    monkeypatch.setattr(setup, "LANGUAGE_SERVER", home / "server")
    program(path, "node")
    return home


@posix
def test_the_language_server_is_installed_once_for_each_set_of_pins(node_dev: Path) -> None:
    program(node_dev.parent, "npm", f'echo "$*" >> "{node_dev.parent}/asked"; : > server')
    setup.provide_language_server()
    setup.provide_language_server()
    asked = node_dev.parent / "asked"
    assert asked.read_text(encoding="utf-8") == "ci --ignore-scripts --no-audit --no-fund\n"
    assert all((node_dev / pin).is_file() for pin in setup.NODE_PINS)
    (node_dev / "stamp").write_text("made of older pins", encoding="utf-8")
    setup.provide_language_server()
    assert len(asked.read_text(encoding="utf-8").splitlines()) == 2


@posix
def test_a_language_server_that_could_not_be_installed_is_tried_again(
    node_dev: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """And the tests that need it tell."""
    program(node_dev.parent, "npm", "echo no network; exit 1")
    setup.provide_language_server()
    setup.provide_language_server()
    assert capfdbinary.readouterr().err.count(b"no network\n") == 2
    assert not (node_dev / "stamp").exists()


@posix
def test_without_npm_nothing_is_installed(node_dev: Path) -> None:
    setup.provide_language_server()
    assert not node_dev.exists()


def test_ci_needs_node_and_npm() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    for name, package in (("node", "nodejs"), ("npm", "npm")):
        assert f"command -v {name} >/dev/null || missing+=({package})" in lines


def test_ci_needs_a_browser() -> None:
    assert "export CI=true" in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_ci_runs_the_command_of_the_readme() -> None:
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]
    assert last == "exec python3 dev.py test"
    assert re.search(r"^\s*python3 dev\.py test\b", readme(), re.MULTILINE)


@posix
def test_ci_run_is_executable() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
