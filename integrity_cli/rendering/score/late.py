"""What came after a snapshot, for people: what does not count, and what the office admitted and why."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.domain.office import STAGE
from integrity_cli.domain.snapshots import Arrival, Late, Snapshot
from integrity_cli.lang import Text, Words, verbatim

_UNCOUNTED = Text(
    "{stage}阶段 {day} 快照之后才到、不计分：{what}",
    "came after the snapshot of {stage} on {day}, not counted: {what}",
)
_ADMITTED = Text(
    "{stage}阶段 {day} 快照之后才到、{decided} 准予计入：{what}；理由：{reason}",
    "came after the snapshot of {stage} on {day}, admitted on {decided}: {what}; reason: {reason}",
)


def late_lines(late: Late) -> Iterator[Words]:
    """A line for each snapshot after which something came, then one for each decision to admit."""
    uncounted: dict[Snapshot, list[Arrival]] = {}
    for one in late.uncounted:
        uncounted.setdefault(one.snapshot, []).append(one)
    for snapshot, several in uncounted.items():
        what = tuple(one.words for one in several)
        yield _UNCOUNTED.of(stage=STAGE.values[snapshot.stage], day=snapshot.taken_on, what=what)
    for one in late.admitted:
        if one.admission is not None:
            yield _ADMITTED.of(
                stage=STAGE.values[one.snapshot.stage],
                day=one.snapshot.taken_on,
                decided=one.admission.decided_on,
                what=one.words,
                reason=verbatim(" ".join(one.admission.reason.split())),
            )
