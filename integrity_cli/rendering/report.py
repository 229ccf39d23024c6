"""What `validate` found, and what it looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from integrity_cli.domain.diagnostic import Severity
from integrity_cli.reading.locate import Located


@dataclass(frozen=True, slots=True)
class FindingsReport:
    """Findings in the order they are printed, and how much was looked at."""

    findings: tuple[Located, ...]
    units: int
    files: int
    entries: int

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

    def _count(self, severity: Severity) -> int:
        return Counter(one.finding.severity for one in self.findings)[severity]
