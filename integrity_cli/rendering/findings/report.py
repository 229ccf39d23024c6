"""What `validate` found, in which order it is told, and what was looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from integrity_cli.domain.diagnostic import Severity
from integrity_cli.lang import Sentence, Text
from integrity_cli.reading.locate import Located
from integrity_cli.scoring.moves import UnitMoved

_LOOKED_AT = Text(
    "看过 {units} 个单位、{files} 个记录文件、{entries} 条台账条目",
    "{units:unit|units}, {files:record file|record files}, {entries:ledger entry|ledger entries}",
)
_CLEAN = Text("{looked_at}：没有发现问题", "{looked_at}: nothing found")
_FOUND = Text(
    "{looked_at}：{with_findings} 个文件共 {errors} 处错误、{warnings} 处警告",
    "{looked_at}: {errors:error|errors}, {warnings:warning|warnings} in {with_findings:file|files}",
)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a change does, beside what is wrong with it: who hands it in, between which commits, and what moved.

    `refused` counts the files that these accounts may not change, and that are taken as they were.
    `known` counts the findings that the base has as well, and that are no fault of the change.
    """

    actors: tuple[str, ...]
    base: str
    head: str
    files: int
    refused: int
    units: tuple[UnitMoved, ...]
    known: int


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """Findings in the order they are told, and how much was looked at.

    `clean` names the record files without a finding; `feedback` is there where a change was looked at.
    `summarised` says that the whole list stands in a step summary too, so that a format may leave some out.
    """

    findings: tuple[Located, ...]
    units: int
    files: int
    entries: int
    clean: tuple[str, ...] = ()
    summarised: bool = False
    feedback: Feedback | None = None

    @property
    def errors(self) -> int:
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        return self._count(Severity.WARNING)

    @property
    def files_with_findings(self) -> int:
        """How many files have at least one finding."""
        return len({one.finding.path for one in self.findings})

    @property
    def by_file(self) -> Mapping[str, list[Located]]:
        """The findings under the file they stand in, files in the order of their first finding."""
        files: dict[str, list[Located]] = {}
        for one in self.findings:
            files.setdefault(one.path, []).append(one)
        return files

    @property
    def looked_at(self) -> Sentence:
        """How much was looked at."""
        return _LOOKED_AT.of(units=self.units, files=self.files, entries=self.entries)

    @property
    def closing(self) -> Sentence:
        """What was looked at and what came of it; a clean run says so too."""
        if not self.findings:
            return _CLEAN.of(looked_at=self.looked_at)
        return _FOUND.of(
            looked_at=self.looked_at,
            with_findings=self.files_with_findings,
            errors=self.errors,
            warnings=self.warnings,
        )

    def _count(self, severity: Severity) -> int:
        return Counter(one.finding.severity for one in self.findings)[severity]
