"""Every rule type, listed by hand. To add one: its file here, and its line in `RULES` and in `AnyRule`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from integrity_cli.rubric.rules.bands import Bands
from integrity_cli.rubric.rules.base import Award, Rule
from integrity_cli.rubric.rules.count import Count
from integrity_cli.rubric.rules.deadline import Deadline
from integrity_cli.rubric.rules.deduct import Deduct
from integrity_cli.rubric.rules.judgement import Judgement
from integrity_cli.rubric.rules.levels import Levels
from integrity_cli.rubric.rules.mean import Mean
from integrity_cli.rubric.rules.present import Present
from integrity_cli.rubric.rules.share import Share
from integrity_cli.rubric.rules.survey import Survey

__all__ = ["RULES", "AnyRule", "Award", "Judgement", "Rule", "rule_tag"]

RULES: dict[str, type[Rule]] = {
    rule.key: rule for rule in (Present, Levels, Count, Share, Bands, Deduct, Deadline, Survey, Mean, Judgement)
}


def rule_tag(value: Any) -> str | None:
    """The tag of the rule type whose key a mapping holds; None where it holds none or several."""
    keys = RULES.keys() & value.keys() if isinstance(value, dict) else {getattr(value, "key", "")}
    return f"={min(keys)}" if len(keys) == 1 else None


AnyRule = Annotated[
    Annotated[Present, Tag("=present")]
    | Annotated[Levels, Tag("=levels")]
    | Annotated[Count, Tag("=count")]
    | Annotated[Share, Tag("=share")]
    | Annotated[Bands, Tag("=bands")]
    | Annotated[Deduct, Tag("=deduct")]
    | Annotated[Deadline, Tag("=deadline")]
    | Annotated[Survey, Tag("=survey")]
    | Annotated[Mean, Tag("=mean")]
    | Annotated[Judgement, Tag("=judgement")],
    Discriminator(rule_tag, custom_error_type="unknown_rule", custom_error_message="unknown rule"),
]
