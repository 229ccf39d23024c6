"""Progress: told to a person who waits, and to nobody else."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from integrity_cli.cli.progress import ERASED, PATIENCE, Watched
from integrity_cli.lang import Lang
from tests.tools import ROOT, InMemory

FILES = InMemory({f"records/{number}.yaml": b"a: b" for number in range(40)})


class Clock:
    """A clock that moves on by a step each time it is asked."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def told(step: float) -> list[str]:
    stream = io.StringIO()
    watched = Watched(FILES, stream, Lang.EN, Clock(step))
    for path in watched.paths():
        assert watched.read(path) == FILES.read(path)
    return stream.getvalue().split(ERASED)[1:]


def test_a_short_run_says_nothing() -> None:
    assert told(PATIENCE / 50) == []


def test_a_long_run_counts_the_files_read_ten_times_a_second_at_most() -> None:
    said = told(0.03)
    assert said[0] == "reading, 34 of 40 files"
    assert 1 < len(said) < 4


def test_a_file_read_twice_counts_once() -> None:
    stream = io.StringIO()
    watched = Watched(FILES, stream, Lang.ZH, Clock(1.0))
    path = watched.paths()[0]
    watched.read(path)
    watched.read(path)
    assert re.findall(r"\d+/\d+", stream.getvalue()) == ["1/40"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize("ci", ["", "true"])
def test_a_terminal_is_left_as_it_was_and_ci_sees_nothing(ci: str) -> None:
    """A real terminal: what was drawn there is erased before the answer, which alone is on standard output."""
    import pty

    ours, theirs = pty.openpty()
    campaign = ROOT / "tests" / "examples" / "clean" / "small"
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    done = subprocess.run(
        [sys.executable, "-m", "integrity_cli", "validate", "--root", str(campaign), "--lang", "en"],
        cwd=ROOT,
        env={**environment, "PYTHONPATH": str(Path(ROOT)), "CI": ci},
        stdout=subprocess.PIPE,
        stderr=theirs,
        timeout=60,
        check=False,
    )
    os.write(theirs, b"end")
    seen = ""
    while not seen.endswith("end"):
        seen += os.read(ours, 4096).decode("utf-8")
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout
    assert seen == ("end" if ci else f"{ERASED}end")
