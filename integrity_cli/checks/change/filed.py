"""Family G, what was received: a document stays as it was filed until the office reopens it."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.change.base import ChangeCheck
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.office import FILED, Filing
from integrity_cli.lang import Text
from integrity_cli.reading.change import Change
from integrity_cli.reading.digests import record_digest
from integrity_cli.sources import Source, Unreadable


class FiledAndAltered(ChangeCheck):
    """A plan or self-report that was received, with its digest, and that now says something else."""

    kind = Kind(
        "G810",
        "filed-and-altered",
        Severity.ERROR,
        Text(
            "{document}已于 {received_on} 备案（{receipt_no}），改动后内容不同了",
            "the {document} was received on {received_on} ({receipt_no}), and the change alters what it says",
        ),
        None,
        Text(
            "恢复备案时的内容；确需修改的，请主办单位先在 filings.yaml 退回修改",
            "restore what was filed; where it has to be changed, the office reopens it in filings.yaml first",
        ),
        Text("登记的校验值以 {recorded} 开头", "the digest recorded begins with {recorded}"),
    )
    covers = ("T314",)

    def look(self, change: Change) -> Iterator[Diagnostic]:
        for one in _standing(change):
            path = f"records/units/{one.unit}/{one.filing}.yaml"
            if path not in change.paths - change.refused - {each.path for each in change.redacted}:
                continue
            digests = [_digest(campaign.source, path) for campaign in (change.before, change.after)]
            if digests[1] not in {digests[0], one.digest} and path not in change.after.unreadable:
                yield self.at(
                    path, document=FILED.values[one.filing], received_on=one.received_on,
                    receipt_no=one.receipt_no, recorded=str(one.digest)[:12],
                )  # fmt: skip


def _standing(change: Change) -> Iterator[Filing]:
    """The last receipt with a digest of each document, unless the office has reopened it since."""
    last: dict[tuple[str, str], Filing] = {}
    for one in change.before.filings.filings if change.before.filings else ():
        if one.digest is not None:
            last[one.unit, one.filing] = one
    yield from (one for one in last.values() if one.reopened_on is None)


def _digest(source: Source, path: str) -> str | None:
    try:
        return record_digest(path, source.read(path))
    except (KeyError, Unreadable):
        return None
