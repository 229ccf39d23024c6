"""What the whole test run says at its head, and which tests stay together when they run on several cores."""

from __future__ import annotations

import os

import pytest

FUZZ_SEED = int(os.environ.get("INTEGRITY_FUZZ_SEED", "20141130"))
FUZZ_SECONDS = float(os.environ.get("INTEGRITY_FUZZ_SECONDS", "20"))


def pytest_report_header() -> str:
    """The seed of the broken records in reading/test_fuzz.py, so that a failure can be repeated."""
    return f"fuzzing: seed {FUZZ_SEED}, {FUZZ_SECONDS:g} s (INTEGRITY_FUZZ_SEED, INTEGRITY_FUZZ_SECONDS)"


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One browser and its pages serve all of tests/browser; else what a file or an example needs is made once."""
    for item in items:
        params = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
        shared = params.get("folder") or params.get("path") or item.path
        group = "browser" if item.path.parent.name == "browser" else str(shared)
        item.add_marker(pytest.mark.xdist_group(group))
