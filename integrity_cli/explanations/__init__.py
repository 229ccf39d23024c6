"""The explanation of every code, for `integrity explain` and the gallery in docs/codes/: one file a family.

To explain a new kind of finding: its entry in the file of its family, in the order of the codes.
"""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.explanations.families import FAMILIES, Family
from integrity_cli.explanations.reading import READING
from integrity_cli.explanations.shape import SHAPE
from integrity_cli.explanations.slips import SLIPS

EXPLANATIONS: dict[str, Explanation] = {**READING, **SLIPS, **SHAPE}
"""By code, in the order of the codes."""

__all__ = ["EXPLANATIONS", "FAMILIES", "Explanation", "Family"]
