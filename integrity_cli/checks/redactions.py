"""Family P, the record of what had to be removed: it points to something that was there, and that is there no more."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks import privacy_kinds as kinds
from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.domain.office import Redaction
from integrity_cli.lang import Text
from integrity_cli.reading import dialect, redacted
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.dialect import Plain
from integrity_cli.sources import Unreadable

_PATH = "records/office/redactions.yaml"
_FILE = Text("文件", "the file")
_ENTRY = Text("条目 {entry} ", "the entry {entry}")
_FIELD = Text("字段 `{field}` ", "the field `{field}`")
_SOME_FIELD = Text("字段", "a field")


class RedactionLeadsNowhere(Check):
    """A redaction names a file, an entry or a field that does not exist, so nobody can tell what was removed."""

    kind = kinds.REDACTION_LEADS_NOWHERE
    needs = ("redactions",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for number, one, data in _partial(campaign):
            if data is None:
                if one.path not in campaign.current.paths():
                    yield self.at(_PATH, "redactions", number, "path", what=_FILE)
            elif one.entry is not None and not redacted.has_entry(data, one.entry):
                yield self.at(_PATH, "redactions", number, "entry", what=_ENTRY.of(entry=one.entry))
            elif not one.fields:
                yield self.at(_PATH, "redactions", number, "entry", what=_SOME_FIELD)
            else:
                for field in redacted.leads_nowhere(data, one):
                    yield self.at(_PATH, "redactions", number, "fields", what=_FIELD.of(field=field))


class RedactedStillThere(Check):
    """What the office says was removed still stands in its place."""

    kind = kinds.REDACTED_STILL_THERE
    needs = ("redactions",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.redactions is not None
        there = frozenset(campaign.current.paths())
        for number, one in enumerate(campaign.redactions.redactions):
            if one.path in campaign.redactions.files & there:
                yield self.at(_PATH, "redactions", number, "path", what=_FILE)
        for _, one, data in _partial(campaign):
            if data is not None:
                for route in redacted.still_there(data, one):
                    yield self.kind.at(one.path, route, what=_FIELD.of(field=str(route[-1])))


def _partial(campaign: Campaign) -> Iterator[tuple[int, Redaction, Plain | None]]:
    """The redactions of parts of files, each with the data of its file, None where there is none."""
    assert campaign.redactions is not None
    for number, one in enumerate(campaign.redactions.redactions):
        if one.path not in campaign.redactions.files:
            try:
                yield number, one, dialect.read(one.path, campaign.current.read(one.path)).data
            except (KeyError, Unreadable):
                yield number, one, None
