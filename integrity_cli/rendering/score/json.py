"""A scorecard for programs: the same data as the published `data/scores.json`."""

from __future__ import annotations

from integrity_cli.domain.canonical import canonical_json
from integrity_cli.rendering.page import Page
from integrity_cli.scoring import Scorecard
from integrity_cli.scoring.data import as_data

FORMAT = "integrity-score/1"


def render(card: Scorecard, page: Page) -> str:
    """The scorecard in both languages; figures are text, so that nothing rounds them."""
    return canonical_json({"format": FORMAT, **as_data(card)}).decode("utf-8")
