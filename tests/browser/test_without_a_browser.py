"""Without a browser its tests are skipped and the run says so at its end; in CI they fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import dev
from tests.tools import ROOT


def one_browser_test(**environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a test that needs a browser where there is none."""
    kept = {name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("PYTEST_")}
    words = ["-m", "pytest", "-p", "no:cacheprovider", "tests/browser/test_access.py", "-k", "folded"]
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**kept, "PYTHONUTF8": "1", "CHROMIUM": "no-such-browser", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_run_without_a_browser_ends_by_saying_what_was_not_run_and_why() -> None:
    ran = one_browser_test()
    assert ran.returncode == 0, ran.stdout
    *_, heading, chinese, english, how, elsewhere, last = ran.stdout.splitlines()
    assert re.fullmatch("=+ 没有运行 / not run =+", heading)
    assert chinese == "tests/browser 的 1 项浏览器测试没有运行，因为没有找到 Chromium。"
    assert english == "Not run: browser tests in tests/browser, 1 in all; no Chromium was found."
    assert how == f"安装 / to install it: {dev.how_to_install()}"
    assert "CHROMIUM" in elsewhere
    assert "1 skipped" in last


def test_in_ci_a_missing_browser_is_a_failure() -> None:
    ran = one_browser_test(CI="true")
    assert ran.returncode == 1
    assert "no Chromium was found" in ran.stdout
    assert "skipped" not in ran.stdout
