"""The words that all formats share: the severity, and what follows the message of a finding."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.domain.diagnostic import Diagnostic, Severity
from integrity_cli.lang import Text
from integrity_cli.rendering.page import Page

SEVERITY = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
}
_NOTE = Text("说明：", "note: ")
_HELP = Text("改法：", "help: ")


def beside(finding: Diagnostic, page: Page) -> Iterator[tuple[str, str]]:
    """The note and the help of a finding, each after its heading; the help last, where the eye rests."""
    for heading, words in ((_NOTE, finding.note), (_HELP, finding.help)):
        if words is not None:
            yield page.say(heading), page.say(words)


def in_full(finding: Diagnostic, page: Page) -> str:
    """The message, the note and the help, a line each."""
    return "\n".join((page.say(finding.message), *(heading + words for heading, words in beside(finding, page))))
