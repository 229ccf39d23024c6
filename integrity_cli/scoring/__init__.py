"""From a campaign to scorecards: the one engine, by arithmetic that anyone can follow."""

from integrity_cli.scoring.engine import score
from integrity_cli.scoring.scorecard import Scorecard

__all__ = ["Scorecard", "score"]
