"""The wheel: the command, the rubric and the templates, and nothing of the campaign."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this repository, built with the installed build backend: no network."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel"]
    built = subprocess.run(
        [*pip, "--no-build-isolation", "--no-deps", "--no-index", "--wheel-dir", folder, ROOT],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture
def wheel(wheel_file: Path) -> Iterator[zipfile.Path]:
    """What is inside the wheel."""
    with zipfile.ZipFile(wheel_file) as archive:
        yield zipfile.Path(archive)


def below(folder: zipfile.Path | Path) -> dict[str, bytes]:
    """Every file below a folder, by its path from there."""
    found: dict[str, bytes] = {}
    for child in folder.iterdir():
        if child.is_dir():
            found |= {f"{child.name}/{name}": data for name, data in below(child).items()}
        else:
            found[child.name] = child.read_bytes()
    return found


def info(wheel: zipfile.Path, name: str) -> str:
    """One of the wheel's papers about itself."""
    (folder,) = (child for child in wheel.iterdir() if child.name.endswith(".dist-info"))
    return (folder / name).read_text(encoding="utf-8")


def test_wheel_holds_the_package_and_its_papers_only(wheel: zipfile.Path) -> None:
    names = sorted(child.name for child in wheel.iterdir())
    assert names == ["integrity_cli", names[1]]
    assert names[1].startswith("integrity_cli-")
    assert names[1].endswith(".dist-info")


def test_wheel_carries_the_repositorys_rubric_and_templates(wheel: zipfile.Path) -> None:
    templates = below(ROOT / "templates")
    assert templates
    builtin = {"rubric.yaml": (ROOT / "rubric.yaml").read_bytes()}
    builtin |= {f"templates/{name}": data for name, data in templates.items()}
    builtin["docs/notice.zh.md"] = (ROOT / "docs" / "notice.zh.md").read_bytes()
    assert below(wheel / "integrity_cli" / "builtin") == builtin


def test_wheel_installs_the_command(wheel: zipfile.Path) -> None:
    assert info(wheel, "entry_points.txt").split("\n")[:2] == [
        "[console_scripts]",
        "integrity = integrity_cli.cli:main",
    ]


def test_wheel_carries_its_licence(wheel: zipfile.Path) -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert info(wheel, "licenses/LICENSE") == licence
    assert "License-Expression: Apache-2.0\n" in info(wheel, "METADATA")


def test_unpacked_wheel_runs_far_from_the_repository(wheel_file: Path, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "别处 elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel_file) as archive:
        archive.extractall(site)  # noqa: S202 - it is our own
    told = subprocess.run(
        [sys.executable, "-m", "integrity_cli", "--version"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert told.returncode == 0, told.stderr
    version = wheel_file.name.split("-")[1]
    assert version in told.stdout.split()


def test_source_archive_can_build_that_wheel(tmp_path: Path) -> None:
    """It holds what the wheel copies from outside the package."""
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    templates = {f"templates/{name}" for name in below(ROOT / "templates")}
    assert names >= {"pyproject.toml", "LICENSE", "rubric.yaml", "integrity_cli/__init__.py"}
    assert names >= templates
