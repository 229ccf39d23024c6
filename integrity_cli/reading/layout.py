"""Which file is which record: the only place that knows the names of files and folders."""

from __future__ import annotations

import re
from dataclasses import dataclass

from integrity_cli.domain.decisions import Decisions, Notice, Objections, Surveys
from integrity_cli.domain.evidence import EvidenceLedger
from integrity_cli.domain.office import CampaignTerms, Filings, Redactions, Register, Team, WorkCalendar
from integrity_cli.domain.powers import CaseRegister, Powers
from integrity_cli.domain.record import Record
from integrity_cli.domain.reviews import Review
from integrity_cli.domain.snapshots import Snapshots
from integrity_cli.domain.unit_records import Plan, Profile, SelfReport
from integrity_cli.lang import Text
from integrity_cli.rubric.model import Rubric


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: a pattern with `{unit}` and `{reviewer}` for folder names."""

    name: str
    pattern: str
    model: type[Record]
    label: Text

    @property
    def glob(self) -> str:
        """The pattern as editors and Git write it, with `*` for a folder name."""
        return re.sub(r"\{\w+\}", "*", self.pattern)


PLACES = (
    Place("rubric", "rubric.yaml", Rubric, Text("考核细则", "rubric")),
    Place("campaign", "records/office/campaign.yaml", CampaignTerms, Text("活动安排", "terms of the campaign")),
    Place("calendar", "records/office/calendar.yaml", WorkCalendar, Text("节假日安排", "calendar")),
    Place("register", "records/office/register.yaml", Register, Text("单位名册", "register")),
    Place("filings", "records/office/filings.yaml", Filings, Text("备案登记", "filings")),
    Place("snapshots", "records/office/snapshots.yaml", Snapshots, Text("快照登记", "snapshots")),
    Place("team", "records/office/team.yaml", Team, Text("考核组名单", "assessment team")),
    Place("surveys", "records/office/surveys.yaml", Surveys, Text("测评汇总", "surveys")),
    Place("notice", "records/office/notice.yaml", Notice, Text("公示", "public notice")),
    Place("objections", "records/office/objections.yaml", Objections, Text("异议登记", "objections")),
    Place("redactions", "records/office/redactions.yaml", Redactions, Text("删除登记", "redactions")),
    Place("decisions", "records/office/decisions/{unit}.yaml", Decisions, Text("决定", "decisions")),
    Place("review", "records/office/reviews/{unit}/{reviewer}.yaml", Review, Text("考核记录", "review")),
    Place("profile", "records/units/{unit}/profile.yaml", Profile, Text("单位概况", "profile")),
    Place("plan", "records/units/{unit}/plan.yaml", Plan, Text("创建方案", "plan")),
    Place("evidence", "records/units/{unit}/evidence.yaml", EvidenceLedger, Text("台账", "evidence ledger")),
    Place("evidence", "records/units/{unit}/evidence/{part}.yaml", EvidenceLedger, Text("台账", "evidence ledger")),
    Place("powers", "records/units/{unit}/powers.yaml", Powers, Text("权力清单", "power list")),
    Place("cases", "records/units/{unit}/cases.yaml", CaseRegister, Text("案件登记", "case register")),
    Place("self_report", "records/units/{unit}/self_report.yaml", SelfReport, Text("自查报告", "self-report")),
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
