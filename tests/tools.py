"""What tests share: the sample campaign, campaigns made of a few lines, and the program itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from integrity_cli.checks import check
from integrity_cli.domain.dossier import Dossier, LedgerEntry
from integrity_cli.domain.evidence import EvidenceLedger
from integrity_cli.domain.office import CampaignTerms, Unit, WorkCalendar
from integrity_cli.domain.record import Record
from integrity_cli.domain.reviews import Review
from integrity_cli.domain.unit_records import Plan, Profile, SelfReport
from integrity_cli.reading.campaign import Campaign
from integrity_cli.reading.loader import load
from integrity_cli.scoring import Scorecard, score
from integrity_cli.sources import GitProblem, Overlay, Source, WorkingTree

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = WorkingTree(ROOT)


class InMemory:
    """A source held in memory, for tests that read one campaign thousands of times."""

    def __init__(self, files: Mapping[str, bytes], history: Mapping[str, Source] | None = None) -> None:
        self.files = dict(files)
        self.history = dict(history or {})

    def paths(self) -> tuple[str, ...]:
        return tuple(sorted(self.files))

    def read(self, path: str) -> bytes:
        return self.files[path]

    def at(self, commit: str) -> Source:
        if commit not in self.history:
            raise GitProblem(f"memory has no commit {commit}")
        return self.history[commit]


def sample_in_memory() -> InMemory:
    """The sample campaign, every file of it."""
    return InMemory({path: SAMPLE.read(path) for path in SAMPLE.paths()})


def changed(path: str, old: str, new: str) -> Overlay:
    """The sample campaign with one piece of text in one file replaced; the piece must be there once."""
    text = SAMPLE.read(path).decode("utf-8")
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times in {path}")
    return Overlay(SAMPLE, {path: text.replace(old, new).encode("utf-8")})


def cards_of(campaign: Campaign) -> dict[str, Scorecard]:
    """The scorecard of every unit."""
    findings = check(campaign)
    return {unit: score(campaign, unit, findings) for unit in campaign.by_unit}


@cache
def sample_cards() -> dict[str, Scorecard]:
    """The scorecards of the sample campaign."""
    return cards_of(load(SAMPLE))


def scored_units() -> list[str]:
    """The units of the sample campaign that have a score."""
    return sorted(unit for unit, card in sample_cards().items() if card.systems)


TERMS = CampaignTerms.model_validate(
    {
        "name": "试验活动",
        "organiser": "试验主办单位",
        "stages": [{"stage": "implementation", "starts_on": "2014-11-01", "ends_on": "2015-01-31"}],
        "deadlines": [{"filing": "plan", "due_on": "2014-11-30"}],
    }
)
CALENDAR = WorkCalendar.model_validate(
    {
        "starts_on": "2014-10-01",
        "ends_on": "2015-03-31",
        "holidays": [{"on": "2015-01-01", "name": "元旦"}, {"on": "2015-01-02", "name": "元旦"}],
        "working_days": [{"on": "2015-01-04", "name": "元旦调休"}],
    }
)
UNIT = Unit.model_validate(
    {
        "id": "a",
        "name": "甲单位",
        "kind": "agency",
        "peer_group": "一组",
        "application": {"applied_on": "2014-10-28"},
    }
)


def entry(number: int, kind: str, on: str = "2014-12-01", **fields: Any) -> dict[str, Any]:
    """The plain data of one ledger entry."""
    common = {"id": f"E-{number:03}", "kind": kind, "title": f"材料 {number}", "happened_on": on}
    return common | {name: value for name, value in fields.items() if value is not None}


def dossier(*entries: dict[str, Any], refused: tuple[str, ...] = (), **records: dict[str, Any]) -> Dossier:
    """A unit with these entries and records, given as plain data of text."""
    ledger = EvidenceLedger.model_validate({"entries": list(entries)})
    review = Review.model_validate(
        {"reviewed_on": "2015-02-12", "entries": [{"entry": one, "outcome": "refused"} for one in refused]}
    )
    models: dict[str, type[Record]] = {"plan": Plan, "profile": Profile, "self_report": SelfReport}
    return Dossier(
        unit=UNIT,
        terms=TERMS,
        calendar=CALENDAR,
        ledger=tuple(LedgerEntry(one, "evidence.yaml", ("entries", n)) for n, one in enumerate(ledger.entries)),
        reviews=(review_by("r01", review),) if refused else (),
        **{name: models[name].model_validate(data) for name, data in records.items()},  # type: ignore[arg-type]
    )


def review_by(reviewer: str, review: Review) -> Any:
    """A review with the code of its reviewer."""
    from integrity_cli.domain.dossier import ReviewBy

    return ReviewBy(reviewer, review, f"records/office/reviews/a/{reviewer}.yaml")


@dataclass(frozen=True)
class Ran:
    """What one run of the program came to."""

    code: int
    out: str
    err: str


def integrity(*arguments: str, cwd: Path = ROOT, **environment: str) -> Ran:
    """Runs the real program in a process of its own, with nothing of this one's language or colour settings."""
    dropped = {
        "INTEGRITY_LANG",
        "NO_COLOR",
        "FORCE_COLOR",
        "PYTHONIOENCODING",
        "LANG",
        "LC_ALL",
        "TZ",
        "PYTHONHASHSEED",
    }
    inherited = {name: value for name, value in os.environ.items() if name not in dropped}
    done = subprocess.run(
        [sys.executable, "-m", "integrity_cli", *arguments],
        cwd=cwd,
        env={**inherited, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    return Ran(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))
