"""What scores read: where a snapshot was taken, the content it froze, and of what came later only what was admitted."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.office import Redactions
from integrity_cli.domain.snapshots import Admission, Arrival, Late, Snapshot, Snapshots
from integrity_cli.reading.gathered import Gathered, attachment_of, entry_of
from integrity_cli.reading.late import UNITS, Difference, differences, paths_of, read_all, said_by, stage_of
from integrity_cli.reading.locate import shown_path
from integrity_cli.sources import GitProblem, Source, Unreadable, manifest


class NotHere(NamedTuple):
    """A commit that snapshots.yaml names at a route and that this repository does not hold, with what Git said."""

    route: Route
    commit: str
    problem: GitProblem


class NotTheSame(NamedTuple):
    """A snapshot, by its number, whose commit holds other files than were recorded; and the digest of its manifest."""

    number: int
    actual: str


class Idle(NamedTuple):
    """An admission, by the route to what it names, that changes nothing; `reason` is stage, absent or same."""

    route: Route
    reason: str


def units_of(source: Source) -> tuple[str, ...]:
    """The files that a snapshot takes the manifest of: all ordinary ones below records/units/."""
    return tuple(path for path in source.paths() if path.startswith(UNITS) and _is_ordinary(source, path))


def manifest_digest(source: Source) -> str:
    """SHA-256 of the manifest of every ordinary file below records/units/."""
    return hashlib.sha256(manifest(source, units_of(source)).encode("utf-8", "surrogateescape")).hexdigest()


class Frozen:
    """A campaign as it is scored. Of what a snapshot froze it has the files of the snapshot's commit and no others.

    A snapshot that is not here, or not the same, freezes nothing: it is an error of its own, and there is no score.
    """

    def __init__(self, current: Source, snapshots: Snapshots, redactions: Redactions | None = None) -> None:
        self.current = current
        self.not_here: list[NotHere] = []
        self.not_the_same: list[NotTheSame] = []
        self.idle: list[Idle] = []
        self._opened: dict[str, Source | GitProblem] = {}
        self._taken: dict[str, Snapshot] = {}
        self._attached: dict[str, Admission] = {}
        self._frozen = Gathered()
        for number, snapshot in enumerate(snapshots.snapshots):
            self._take(number, snapshot)
        self._frozen.remove(redactions)
        self._counted = self._frozen.copy()
        for number, snapshot in enumerate(snapshots.snapshots):
            if self._taken.get(snapshot.stage) is snapshot:
                for place, admission in enumerate(snapshot.admitted):
                    self._admit(snapshot.stage, admission, ("snapshots", number, "admitted", place))
        self._counted.remove(redactions)

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        kept = (path for path in self.current.paths() if stage_of(path) not in self._taken)
        return tuple(sorted({*kept, *self._counted.paths()}))

    def paths(self) -> tuple[str, ...]:
        return self._paths

    def read(self, path: str) -> bytes:
        return (self._counted if stage_of(path) in self._taken else self.current).read(path)

    def at(self, commit: str) -> Source:
        return self._open(commit)

    @cached_property
    def late(self) -> Mapping[str, Late]:
        """What came late, by unit; a unit of which nothing did is not there."""
        uncounted: dict[str, list[Arrival]] = {}
        admitted: dict[str, list[Arrival]] = {}
        for stage in sorted(self._taken):
            for one in differences(self._counted, self.current, stage):
                uncounted.setdefault(one.unit, []).append(self._arrival(stage, one))
            for one in differences(self._frozen, self._counted, stage):
                admitted.setdefault(one.unit, []).append(self._arrival(stage, one, admitted=True))
        return {
            unit: Late(tuple(uncounted.get(unit, ())), tuple(admitted.get(unit, ())))
            for unit in sorted(uncounted.keys() | admitted.keys())
        }

    def _arrival(self, stage: str, one: Difference, *, admitted: bool = False) -> Arrival:
        snapshot = self._taken[stage]
        by = self._admitted_by(one, snapshot) if admitted else None
        # The name of a file that came late is shown, though nobody looks for what is personal in that file.
        return Arrival(snapshot, one.sort, shown_path(one.name) if one.sort == "file" else one.name, one.change, by)

    def _admitted_by(self, one: Difference, snapshot: Snapshot) -> Admission | None:
        """The last admission by which something counts; a paper counts with its entry or its ledger."""
        if one.sort == "file":
            return self._attached.get(f"{UNITS}{one.unit}/{one.name}")
        names = {one.name, "evidence"} if one.sort == "entry" else {one.name}
        of_unit = (by for by in reversed(snapshot.admitted) if by.unit == one.unit)
        return next((by for by in of_unit if names & {by.entry, by.record}), None)

    def _open(self, commit: str) -> Source:
        """The campaign as a commit has it, listed once. Raises `GitProblem`."""
        if commit not in self._opened:
            try:
                self._opened[commit] = there = self.current.at(commit)
                there.paths()  # a clone that left out files does not know this before it is asked
            except GitProblem as problem:
                self._opened[commit] = problem
        opened = self._opened[commit]
        if isinstance(opened, GitProblem):
            raise opened
        return opened

    def _look(self, commit: str, route: Route) -> Source | None:
        try:
            return self._open(commit)
        except GitProblem as problem:
            if all(commit != one.commit for one in self.not_here):  # a commit that is named twice is missing once
                self.not_here.append(NotHere((*route, "commit"), commit, problem))
            return None

    def _take(self, number: int, snapshot: Snapshot) -> None:
        there = self._look(snapshot.commit, ("snapshots", number))
        if there is None:
            return
        actual = manifest_digest(there)
        if actual != snapshot.manifest:
            self.not_the_same.append(NotTheSame(number, actual))
        elif snapshot.stage not in self._taken:
            self._taken[snapshot.stage] = snapshot
            self._frozen.take(there, (path for path in there.paths() if stage_of(path) == snapshot.stage))

    def _admit(self, stage: str, one: Admission, route: Route) -> None:
        there = self._look(one.commit, route)
        if there is None or (one.entry is None) == (one.record is None):
            return
        if stage != ("planning" if one.record == "plan" else "self_check"):
            why_not: str | None = "stage"
        elif one.entry:
            why_not = self._admit_entry(one, one.entry, there)
        else:
            why_not = self._admit_record(one, one.record or "", there)
        if why_not:
            self.idle.append(Idle((*route, "entry" if one.entry else "record"), why_not))

    def _admit_record(self, one: Admission, record: str, there: Source) -> str | None:
        """Puts a record as a commit has it in place of the frozen one, or says why that changes nothing."""
        theirs = paths_of(there.paths(), one.unit, record)
        if not theirs:
            return "absent"
        if self._frozen.said(one.unit, record) == said_by(read_all(there, theirs)):
            return "same"
        replaced = [*paths_of(self._counted.paths(), one.unit, record)]
        taken = [*theirs]
        if record == "evidence":
            # A ledger and the papers that it names belong together.
            attached = f"{UNITS}{one.unit}/attachments/"
            replaced += [path for path in self._counted.paths() if path.startswith(attached)]
            taken += [path for path in there.paths() if path.startswith(attached)]
        for path in replaced:
            self._counted.drop(path)
        self._counted.take(there, taken)
        self._attached.update(dict.fromkeys([*replaced, *taken], one))
        return None

    def _admit_entry(self, one: Admission, id_: str, there: Source) -> str | None:
        """Puts an entry as a commit has it into the frozen ledger, with its paper, or says why that changes nothing."""
        entry = entry_of(there, one.unit, id_)
        if entry is None:
            return "absent"
        if entry == entry_of(self._frozen, one.unit, id_):
            return "same"
        self._counted.write_entry(one.unit, entry)
        attached = f"{UNITS}{one.unit}/{attachment_of(entry)}"
        if attached in there.paths():
            self._counted.take(there, [attached])
            self._attached[attached] = one
        return None


def _is_ordinary(source: Source, path: str) -> bool:
    try:
        source.read(path)
    except Unreadable:
        return False
    return True
