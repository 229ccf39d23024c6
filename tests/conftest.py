"""What the whole test run says at its head, and how it is spread over the cores."""

from __future__ import annotations

import os
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]

FUZZ_SEED = int(os.environ.get("INTEGRITY_FUZZ_SEED", "20141130"))
FUZZ_SECONDS = float(os.environ.get("INTEGRITY_FUZZ_SECONDS", "20"))


def pytest_report_header() -> str:
    """The seed of the broken records in reading/test_fuzz.py, so that a failure can be repeated."""
    return f"fuzzing: seed {FUZZ_SEED}, {FUZZ_SECONDS:g} s (INTEGRITY_FUZZ_SEED, INTEGRITY_FUZZ_SECONDS)"


LONGEST = ("tests/browser/", "tests/server/", "tests/forges/")
"""What takes longest begins first, so that no core waits at the end for another."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order of tests: as they are found, after those that take longest."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


class OneBrowser(LoadFileScheduling):  # type: ignore[misc]
    """A file at a time to a core, but all files of tests/browser to one: they share a browser and its pages."""

    def _split_scope(self, nodeid: str) -> str:
        return "tests/browser" if nodeid.startswith("tests/browser/") else str(super()._split_scope(nodeid))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneBrowser:
    """How xdist spreads the tests."""
    return OneBrowser(config, log)
