"""The published bytes are the same on any machine: two builds, every Python found, and a committed list of digests."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import ROOT, integrity

GOLDEN = ROOT / "tests" / "golden" / "site.sha256"
OLDEST = (3, 11)


def published(folder: Path, cwd: Path, **environment: str) -> Path:
    """The sample's site, built by the real program in a process of its own."""
    ran = integrity("report", "--output", str(folder), "--root", str(ROOT), cwd=cwd, **environment)
    assert ran.code == 0, ran.err
    return folder


def digests(folder: Path) -> str:
    """Every file below a folder as `sha256sum` prints it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files
    )
    return "".join(lines)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("first") / "site", ROOT)


def test_folder_time_zone_locale_and_hash_seed_change_nothing(site: Path, tmp_path: Path) -> None:
    away = tmp_path / "别处 的文件夹"
    away.mkdir()
    other = published(
        away / "site", away, TZ="America/New_York", LC_ALL="tr_TR.UTF-8", LANG="de_DE.UTF-8", PYTHONHASHSEED="4711"
    )
    assert digests(other) == digests(site)


def test_the_site_is_the_one_of_the_committed_digests(site: Path) -> None:
    """Renew with INTEGRITY_UPDATE_GOLDEN=1 and read the diff of the site before committing."""
    if os.environ.get("INTEGRITY_UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(digests(site), encoding="utf-8", newline="\n")
    assert digests(site) == GOLDEN.read_text(encoding="utf-8")


def test_the_preview_names_no_commit(site: Path) -> None:
    assert b'"preview": "yes"' in (site / "data" / "scores.json").read_bytes()


def other_pythons() -> list[Path]:
    """Every other Python from 3.11 on PATH or kept by pyenv, one for each minor version."""
    names = [shutil.which(f"python3.{minor}") for minor in range(OLDEST[1], OLDEST[1] + 6)]
    candidates = [Path(name) for name in names if name]
    if pyenv := shutil.which("pyenv"):
        root = subprocess.run([pyenv, "root"], capture_output=True, text=True, check=True).stdout.strip()
        candidates += sorted(Path(root).glob("versions/*/bin/python3"))
    found: dict[str, Path] = {}
    for candidate in candidates:
        asked = [str(candidate), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        ran = subprocess.run(asked, capture_output=True, text=True, check=False)
        version = ran.stdout.strip()
        if ran.returncode == 0 and tuple(map(int, version.split("."))) >= OLDEST:
            found.setdefault(version, candidate)
    found.pop("{}.{}".format(*sys.version_info[:2]), None)
    return [found[version] for version in sorted(found)]


def test_every_other_python_found_here_writes_the_same_data(site: Path, tmp_path: Path) -> None:
    pythons = other_pythons()
    if not pythons:
        pytest.skip("no other Python from 3.11 on this machine")
    for python in pythons:
        target = tmp_path / python.parent.parent.name
        ran = subprocess.run(
            [str(python), str(ROOT / "dev.py"), "report", "--root", str(ROOT), "--output", str(target)],
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )
        assert ran.returncode == 0, f"{python}: {ran.stderr}"
        assert digests(target / "data") == digests(site / "data"), python
