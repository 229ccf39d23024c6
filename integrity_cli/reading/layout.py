"""Which file is which record: the only place that knows the names of files and folders."""

from __future__ import annotations

import re
from dataclasses import dataclass

from integrity_cli.domain.decisions import Decisions, Notice, Objections, Surveys
from integrity_cli.domain.evidence import EvidenceLedger
from integrity_cli.domain.office import CampaignTerms, Filings, Register, Team, WorkCalendar
from integrity_cli.domain.powers import CaseRegister, Powers
from integrity_cli.domain.record import Record
from integrity_cli.domain.reviews import Review
from integrity_cli.domain.unit_records import Plan, Profile, SelfReport
from integrity_cli.rubric.model import Rubric


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: a pattern with `{unit}` and `{reviewer}` for folder names."""

    name: str
    pattern: str
    model: type[Record]


PLACES = (
    Place("rubric", "rubric.yaml", Rubric),
    Place("campaign", "records/office/campaign.yaml", CampaignTerms),
    Place("calendar", "records/office/calendar.yaml", WorkCalendar),
    Place("register", "records/office/register.yaml", Register),
    Place("filings", "records/office/filings.yaml", Filings),
    Place("team", "records/office/team.yaml", Team),
    Place("surveys", "records/office/surveys.yaml", Surveys),
    Place("notice", "records/office/notice.yaml", Notice),
    Place("objections", "records/office/objections.yaml", Objections),
    Place("decisions", "records/office/decisions/{unit}.yaml", Decisions),
    Place("review", "records/office/reviews/{unit}/{reviewer}.yaml", Review),
    Place("profile", "records/units/{unit}/profile.yaml", Profile),
    Place("plan", "records/units/{unit}/plan.yaml", Plan),
    Place("evidence", "records/units/{unit}/evidence.yaml", EvidenceLedger),
    Place("evidence", "records/units/{unit}/evidence/{part}.yaml", EvidenceLedger),
    Place("powers", "records/units/{unit}/powers.yaml", Powers),
    Place("cases", "records/units/{unit}/cases.yaml", CaseRegister),
    Place("self_report", "records/units/{unit}/self_report.yaml", SelfReport),
)

_PATTERNS = tuple(
    (place, re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(place.pattern)))) for place in PLACES
)
_RECORD_FILE = re.compile(r"(records/.*\.ya?ml|rubric\.ya?ml)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Placed:
    """A path recognised as a record, with the names its folders give."""

    place: Place
    path: str
    unit: str = ""
    reviewer: str = ""


def recognise(path: str) -> Placed | None:
    """The record that belongs at a path, or None."""
    for place, pattern in _PATTERNS:
        if match := pattern.fullmatch(path):
            names = match.groupdict()
            return Placed(place, path, names.get("unit", ""), names.get("reviewer", ""))
    return None


def looks_like_record(path: str) -> bool:
    """Whether a path is YAML where records stand, so that an unrecognised one is worth a finding."""
    return _RECORD_FILE.fullmatch(path) is not None and "/attachments/" not in path


def belongs_to_records(path: str) -> bool:
    """Whether a path lies below records/, or stands in the place of that folder."""
    return path == "records" or path.startswith("records/")


def unit_of(path: str) -> str | None:
    """The unit in whose folder a path lies, or None."""
    match = re.match(r"records/units/([^/]+)/", path)
    return match[1] if match else None


def judged_unit_of(path: str) -> str | None:
    """The unit that a review or a decision is about, or None."""
    match = re.match(r"records/office/(?:reviews/([^/]+)/|decisions/([^/]+)\.yaml$)", path)
    return (match[1] or match[2]) if match else None
