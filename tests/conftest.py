"""What the whole test run says at its head."""

from __future__ import annotations

import os

FUZZ_SEED = int(os.environ.get("INTEGRITY_FUZZ_SEED", "20141130"))
FUZZ_SECONDS = float(os.environ.get("INTEGRITY_FUZZ_SECONDS", "20"))


def pytest_report_header() -> str:
    """The seed of the broken records in reading/test_fuzz.py, so that a failure can be repeated."""
    return f"fuzzing: seed {FUZZ_SEED}, {FUZZ_SECONDS:g} s (INTEGRITY_FUZZ_SEED, INTEGRITY_FUZZ_SECONDS)"
