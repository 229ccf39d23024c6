"""One server for the folder, and for each test a repository of its own on it with the campaign as it was founded."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.changes.tools import git
from tests.server.campaign import MORE, OFFICE, UNIT, campaign, training
from tests.server.loopback import Bare, Clone, Host, script, serving
from tests.server.prefork import forked_program
from tests.tools import ROOT

GIT_PROGRAMS = Path(git(Path(), "--exec-path"))


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """The server; its hooks run the program that is forked."""
    if os.name == "nt":
        pytest.skip("the server of these tests forks, which Windows does not")
    lacking = [name for name in ("git-http-backend", "git-remote-http") if not (GIT_PROGRAMS / name).exists()]
    if lacking and not os.environ.get("CI"):
        pytest.skip(f"Git came without {' and '.join(lacking)}: apt-get install git, apk add git-daemon")
    assert not lacking
    folder = tmp_path_factory.mktemp("host")
    (folder / "repositories").mkdir()
    with forked_program(folder) as program, serving(folder / "repositories", program) as host:
        yield host


@pytest.fixture(scope="session")
def founded(host: Host, tmp_path_factory: pytest.TempPathFactory) -> Bare:
    """A repository to which the office has pushed the campaign, through the hook."""
    bare = host.bare("founded")
    clone = bare.clone(OFFICE, tmp_path_factory.mktemp("founding") / "office")
    git(clone.root, "checkout", "-q", "-b", "main")
    clone.commit(dict(campaign()), "建立活动")
    pushed = clone.push("main")
    assert pushed.is_taken, pushed.remote
    return bare


@pytest.fixture
def bare(host: Host, founded: Bare, request: pytest.FixtureRequest) -> Bare:
    """The test's own repository on the server."""
    return host.copy(founded, re.sub(r"\W+", "-", request.node.name))


@pytest.fixture
def clone_of(bare: Bare, tmp_path: Path) -> Callable[[str], Clone]:
    """A clone for an account; the same one if it is asked for again."""
    clones: dict[str, Clone] = {}

    def clone(account: str) -> Clone:
        if account not in clones:
            clones[account] = bare.clone(account, tmp_path / account)
        return clones[account]

    return clone


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The program, started anew for each push."""
    return script(tmp_path / "integrity", f"PYTHONPATH='{ROOT}' exec '{sys.executable}' -P -m integrity_cli \"$@\"")


@pytest.fixture
def real(bare: Bare, program: Path) -> Bare:
    """The test's repository, with the real program and the hook's own address."""
    git(bare.root, "config", "integrity.program", str(program))
    return replace(bare, url=bare.root.as_uri())


@pytest.fixture
def clone(real: Bare, tmp_path: Path) -> Clone:
    """A clone with a commit that its unit may hand in."""
    clone = real.clone(UNIT, tmp_path / "clone", url=real.url)
    clone.commit({MORE: training(101)})
    return clone
