"""Two hundred submissions from eight clones at once, one in five of them hostile: nothing is lost, nothing slips in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from threading import Semaphore
from typing import NamedTuple

from integrity_cli.checks import check
from integrity_cli.reading.loader import load
from integrity_cli.sources import Commit
from tests.changes.tools import git
from tests.server.campaign import (
    CALENDAR,
    OFFICE,
    PHONE,
    REGISTER,
    UNITS,
    Content,
    altered,
    campaign,
    grown,
    training,
)
from tests.server.loopback import Bare, Clone

TURNS = range(100, 125)
"""What each clone hands in, by the numbers of the entries."""

TRIES = 50
"""More than a clone needs to come through among those that push at the same time."""

AT_ONCE = 2
"""So many submissions are on their way at a time; with all eight nearly every push would be beaten by another."""


def path_of(unit: str, number: int) -> str:
    """The file in which a unit hands in one entry."""
    return f"records/units/{unit}/evidence/{number}.yaml"


# -- what is hostile


class Turn(NamedTuple):
    """The clone of a unit, and the number of what is to be handed in there."""

    clone: Clone
    unit: str
    number: int

    @property
    def entry(self) -> dict[str, Content]:
        """An entry that the unit might hand in."""
        return {path_of(self.unit, self.number): training(self.number)}


@dataclass(frozen=True)
class Hostile:
    """A submission that is never to land: how it is refused, what it does in a clone, and where it is pushed."""

    name: str
    code: str
    commit: Callable[[Turn], object]
    refspec: str = "HEAD:main"


def _another_units_file(at: Turn) -> None:
    other = next(one for one in UNITS if one != at.unit)
    at.clone.commit({path_of(other, at.number + 500): training(at.number + 500)})


def _passed_through(at: Turn) -> None:
    at.clone.commit({path_of(at.unit, at.number): training(at.number, f"联系{PHONE}")})
    at.clone.commit(at.entry)


def _link(at: Turn) -> None:
    (at.clone.root / path_of(at.unit, at.number)).symlink_to(f"{TURNS[0]}.yaml")
    at.clone.commit({})


def _rewritten(at: Turn) -> None:
    git(at.clone.root, "reset", "-q", "--hard", "HEAD~1")
    at.clone.commit(at.entry)


def _forged(at: Turn) -> None:
    at.clone.commit({CALENDAR: grown("# 核对\n")}, otherwise={"GIT_AUTHOR_NAME": OFFICE, "GIT_COMMITTER_NAME": OFFICE})


HOSTILE = (
    Hostile("the file of another unit", "G803", _another_units_file),
    Hostile(
        "an entry altered",
        "G809",
        lambda at: at.clone.commit({path_of(at.unit, TURNS[0]): altered("hours: 2", "hours: 8")}),
    ),
    Hostile("an entry removed", "G808", lambda at: at.clone.commit({path_of(at.unit, TURNS[0]): None})),
    Hostile("the register", "G806", lambda at: at.clone.commit({**at.entry, REGISTER: grown("# 备注\n")})),
    Hostile("a phone in a message", "P703", lambda at: at.clone.commit(at.entry, f"有事打 {PHONE}")),
    Hostile("a phone that passed through", "P703", _passed_through),
    Hostile("a forged author", "G806", _forged),
    Hostile("a link", "G807", _link),
    Hostile("history rewritten", "G817", _rewritten, "+HEAD:main"),
    Hostile("the draft of another", "G818", lambda at: at.clone.commit(at.entry), f"HEAD:refs/heads/{OFFICE}/x"),
)


# -- who hands in


@dataclass
class Clerk:
    """One account at its clone: what was taken of what it handed in, and what was refused how."""

    unit: str
    clone: Clone
    gate: Semaphore
    taken: dict[str, bytes] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)
    beaten: int = 0

    def hand_in(self) -> None:
        """All submissions, one after the other; every fifth is hostile, and each clerk begins with another sort."""
        first = list(UNITS).index(self.unit)
        for turn, number in enumerate(TURNS):
            with self.gate:
                if turn % 5 == 4:
                    self.try_hostile(HOSTILE[(first + turn // 5) % len(HOSTILE)], number)
                else:
                    self.hand_in_honestly(number)

    def hand_in_honestly(self, number: int) -> None:
        """An entry in a file of its own, on top of whatever has come in the meantime, by a rebase or by a merge."""
        path, content = path_of(self.unit, number), training(number)
        self.clone.commit({path: content}, f"登记 E-{number}")
        how = ("--rebase",) if number % 2 else ("--no-rebase", "--no-edit")
        for _ in range(TRIES):
            git(self.clone.root, "pull", "-q", *how, "origin", "main")
            pushed = self.clone.push("HEAD:main")
            if pushed.is_taken:
                self.taken[path] = content.encode("utf-8")
                return
            assert set(pushed.codes) <= {"G819"}, pushed.printed.decode("utf-8")
            self.beaten += 1
        raise AssertionError(f"{path} did not come through in {TRIES} tries")

    def try_hostile(self, hostile: Hostile, number: int) -> None:
        """Tries until it is the hook that refuses, and not another push that came first; then drops it."""
        for _ in range(TRIES):
            git(self.clone.root, "fetch", "-q", "origin", "main")
            git(self.clone.root, "reset", "-q", "--hard", "FETCH_HEAD")
            hostile.commit(Turn(self.clone, self.unit, number))
            pushed = self.clone.push(hostile.refspec)
            assert not pushed.is_taken, f"{hostile.name} was taken"
            assert PHONE not in pushed.remote
            if set(pushed.codes) - {"G819"}:
                break
        assert pushed.codes == [hostile.code], pushed.remote
        self.refused[hostile.name] += 1
        git(self.clone.root, "reset", "-q", "--hard", "origin/main")


def test_two_hundred_submissions_from_parallel_clones(bare: Bare, clone_of: Callable[[str], Clone]) -> None:
    git(bare.root, "config", "core.logAllRefUpdates", "true")
    git(bare.root, "config", "receive.autogc", "false")
    founded = bare.refs()["refs/heads/main"]
    gate = Semaphore(AT_ONCE)
    clerks = [Clerk(unit, clone_of(account), gate) for unit, account in UNITS.items()]
    with ThreadPoolExecutor(len(clerks)) as pool:
        for done in [pool.submit(clerk.hand_in) for clerk in clerks]:
            done.result()

    taken = {path: content for clerk in clerks for path, content in clerk.taken.items()}
    refused = Counter[str]()
    for clerk in clerks:
        refused += clerk.refused
    assert (len(taken), refused.total()) == (160, 40)
    assert set(refused) == {hostile.name for hostile in HOSTILE}
    assert any(clerk.beaten for clerk in clerks), "they did get into each other's way"

    source = Commit(bare.root, "main")
    assert {path: source.read(path) for path in source.paths()} == {**campaign(), **taken}
    found = load(source)
    assert found.entries == load(Commit(bare.root, founded)).entries + 160
    assert check(found) == ()

    reflog = (bare.root / "logs/refs/heads/main").read_text(encoding="utf-8").splitlines()
    moves = [tuple(line.split(" ")[:2]) for line in reflog]
    assert len(moves) == 160, "a push is an entry, and an entry is a push"
    pushers = Counter(line.split(" ")[2] for line in reflog)
    assert pushers == dict.fromkeys(UNITS.values(), 20), "and the server knows whose"
    assert all(first[1] == second[0] for first, second in pairwise(moves))
    for old, new in moves:
        git(bare.root, "merge-base", "--is-ancestor", old, new)
    assert set(bare.refs()) == {"refs/heads/main"}
    assert git(bare.root, "fsck", "--strict", "--no-dangling") == ""
    assert [path.name for path in (bare.root / "objects").glob("*tmp*")] == []
