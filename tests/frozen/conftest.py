"""The sample campaign, frozen, and the scores it had before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.frozen.tools import Cards, History, sample_history, scored
from tests.tools import SAMPLE


@pytest.fixture(scope="module")
def frozen_once(tmp_path_factory: pytest.TempPathFactory) -> History:
    """The sample campaign, frozen for both stages."""
    history = sample_history(tmp_path_factory.mktemp("frozen") / "活动")
    history.freeze("planning", "self_check")
    return history


@pytest.fixture
def frozen(frozen_once: History, tmp_path: Path) -> History:
    """A copy of the frozen campaign, to be changed."""
    shutil.copytree(frozen_once.root, tmp_path / "活动")
    return History(tmp_path / "活动")


@pytest.fixture(scope="module")
def before() -> Cards:
    """The scores of the sample, of which no snapshot was taken."""
    return scored(SAMPLE)
