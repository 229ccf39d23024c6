"""One language server for all tests of editors; without one they say why they are not run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

import dev
from integrity_cli.rendering.schema import NAMES, file_name, patterns_of
from tests.editors.language_server import LanguageServer
from tests.tools import ROOT

MISSING = (
    "没有 yaml-language-server：装好 Node.js 和 npm，再运行 python3 dev.py test / "
    "no yaml-language-server: install Node.js and npm, then run python3 dev.py test"
)


@pytest.fixture(scope="session")
def server() -> Iterator[LanguageServer]:
    """The real server with the committed schemas, speaking Chinese: needed in CI, elsewhere a reason to skip."""
    node = shutil.which("node")
    if node is None or not dev.LANGUAGE_SERVER.is_file():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    schemas = {(ROOT / "docs" / "schemas" / file_name(name)).as_uri(): list(patterns_of(name)) for name in NAMES}
    started = LanguageServer([node, str(dev.LANGUAGE_SERVER)], ROOT, schemas, "zh-cn")
    yield started
    started.close()
