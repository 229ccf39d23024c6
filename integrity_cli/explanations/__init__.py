"""The explanation of every code, for `integrity explain` and the gallery in docs/codes/: one file a family.

To explain a new kind of finding: its entry in the file of its family.
"""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.explanations.changes import CHANGES
from integrity_cli.explanations.decisions import DECISIONS
from integrity_cli.explanations.families import FAMILIES, Family
from integrity_cli.explanations.figures_and_days import FIGURES_AND_DAYS
from integrity_cli.explanations.links import LINKS
from integrity_cli.explanations.marks_and_powers import MARKS_AND_POWERS
from integrity_cli.explanations.privacy import PRIVACY
from integrity_cli.explanations.reading import READING
from integrity_cli.explanations.records import RECORDS
from integrity_cli.explanations.rubric import RUBRIC
from integrity_cli.explanations.rubric_whole import CONTRADICTIONS
from integrity_cli.explanations.shape import SHAPE
from integrity_cli.explanations.slips import SLIPS
from integrity_cli.explanations.snapshots import SNAPSHOTS
from integrity_cli.explanations.times import TIMES

_WRITTEN = (
    CHANGES,
    DECISIONS,
    FIGURES_AND_DAYS,
    LINKS,
    MARKS_AND_POWERS,
    PRIVACY,
    READING,
    RECORDS,
    RUBRIC,
    CONTRADICTIONS,
    SHAPE,
    SLIPS,
    SNAPSHOTS,
    TIMES,
)

EXPLANATIONS: dict[str, Explanation] = dict(
    sorted(
        (entry for written in _WRITTEN for entry in written.items()),
        key=lambda entry: (list(FAMILIES).index(entry[0][0]), entry[0]),
    )
)
"""By code, in the order of the codes."""

__all__ = ["EXPLANATIONS", "FAMILIES", "Explanation", "Family"]
