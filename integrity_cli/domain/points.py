"""How points are printed."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction


def rounded(exact: Fraction) -> Decimal:
    """Exact points as they are printed: half up, to 0.01."""
    return Decimal(math.floor(exact * 100 + Fraction(1, 2))).scaleb(-2)
