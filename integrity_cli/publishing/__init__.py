"""The published site: views of a campaign and its scorecards, set by templates; files written in one place only."""

from integrity_cli.publishing.site import publish
from integrity_cli.publishing.typesetting import TemplateBroken
from integrity_cli.publishing.write import WriteRefused, write

__all__ = ["TemplateBroken", "WriteRefused", "publish", "write"]
