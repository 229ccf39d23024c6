"""Where the items of a fact come from: one source for each record that states facts.

To add one: its field in `Fact`, its line in `SOURCES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from integrity_cli.domain.decisions import Finding, SatisfactionSurvey
from integrity_cli.domain.dossier import Dossier, OfficeWord, Timeliness
from integrity_cli.domain.evidence import KINDS
from integrity_cli.domain.office import Unit
from integrity_cli.domain.powers import Case, Powers
from integrity_cli.domain.record import Record, values_at
from integrity_cli.domain.reviews import Sheet
from integrity_cli.domain.unit_records import Plan, Profile, SelfReport
from integrity_cli.lang import Text
from integrity_cli.rubric.measures import Item

ALL = "all"


class Stated(Record):
    """A figure as a record states it, read in the form that the rubric declares."""

    value: Annotated[Decimal | date | bool | str, Text("数值", "value")]


class Supported(Record):
    """Whether a requirement has at least one fact to rest on."""

    requirement: Annotated[str, Text("考核项", "requirement")]
    supported: Annotated[bool, Text("有事实支撑", "supported")]


@dataclass(frozen=True, slots=True)
class Context:
    """What a source may look at: the unit, the figures the rubric declares, and what is supported."""

    dossier: Dossier
    figures: Callable[[str], Iterable[Item]]
    coverage: Callable[[str], Iterable[Item]]


@dataclass(frozen=True, slots=True)
class Source:
    """The records that a fact chooses in (`models`), and how it chooses (`items`).

    `dotted` says that the fact names a dotted place in the one record, so that fields are named below that place.
    """

    name: str
    models: Callable[[Any], tuple[type[Record], ...]]
    items: Callable[[Context, Any], Iterable[Item]]
    dotted: bool = False
    has_days: bool = False

    def field_name(self, chosen: Any, name: str) -> str:
        """The dotted name, from the record that is chosen in, of a field that a fact names."""
        return f"{self.place(chosen)}.{name}" if self.dotted else name

    def place(self, chosen: Any) -> str:
        """The dotted place that a fact names in a record; the power list's own list goes by `all`."""
        return "powers" if self.name == "powers" and chosen == ALL else str(chosen)


def _entries(context: Context, kinds: tuple[str, ...]) -> Iterable[Item]:
    for entry in context.dossier.standing:
        if entry.kind in kinds:
            yield Item(entry.id, entry, entry.window_day, "unit", is_entry=True)


def _inside(
    file: str, stated_by: str, record: Callable[[Dossier], Record | None]
) -> Callable[[Context, str], Iterable[Item]]:
    def items(context: Context, dotted: str) -> Iterable[Item]:
        found = tuple(values_at(record(context.dossier), dotted))
        for number, value in enumerate(found, start=1):
            place = f"{file}:{dotted}" + (f"[{number}]" if len(found) > 1 else "")
            yield Item(place, value, None, stated_by)

    return items


def _powers(context: Context, dotted: str) -> Iterable[Item]:
    """Powers by their ids; below them, steps and the like by their place."""
    if dotted != ALL:
        yield from _inside("powers.yaml", "unit", lambda dossier: dossier.powers)(context, dotted)
        return
    for power in context.dossier.powers.powers if context.dossier.powers else ():
        yield Item(f"powers.yaml:{power.id}", power, None, "unit")


def _cases(context: Context, kind: str) -> Iterable[Item]:
    for case in context.dossier.cases.cases if context.dossier.cases else ():
        if kind in (ALL, case.kind):
            yield Item(f"cases.yaml:{case.case_no}", case, case.window_day, "unit")


def _filing(context: Context, filing: str) -> Iterable[Item]:
    when = context.dossier.timeliness(filing)
    if when is not None:
        yield Item(f"filings.yaml:{when.receipt_no}", when, when.received_on, "office")


def _sheets(context: Context, _: str) -> Iterable[Item]:
    for by in sorted(context.dossier.reviews, key=lambda by: by.reviewer):
        for sheet in by.review.sheets:
            yield Item(f"{by.reviewer}:{sheet.case_no}", sheet, by.review.reviewed_on, "reviewer")


def _surveys(context: Context, _: str) -> Iterable[Item]:
    for survey in context.dossier.surveys:
        yield Item(f"surveys.yaml:{survey.held_on}", survey, survey.held_on, "office")


def _findings(context: Context, kinds: tuple[str, ...]) -> Iterable[Item]:
    for finding in context.dossier.decisions.findings if context.dossier.decisions else ():
        if finding.finding in kinds:
            yield Item(f"decisions:{finding.id}", finding, finding.found_on, "office")


SOURCES: dict[str, Source] = {
    source.name: source
    for source in (
        Source("entries", lambda kinds: tuple(KINDS[kind] for kind in kinds), _entries, has_days=True),
        Source("powers", lambda _: (Powers,), _powers, dotted=True),
        Source("cases", lambda _: (Case,), _cases, has_days=True),
        Source("plan", lambda _: (Plan,), _inside("plan.yaml", "unit", lambda dossier: dossier.plan), dotted=True),
        Source(
            "profile",
            lambda _: (Profile,),
            _inside("profile.yaml", "unit", lambda dossier: dossier.profile),
            dotted=True,
        ),
        Source(
            "self_report",
            lambda _: (SelfReport,),
            _inside("self_report.yaml", "unit", lambda dossier: dossier.self_report),
            dotted=True,
        ),
        Source(
            "unit", lambda _: (Unit,), _inside("register.yaml", "office", lambda dossier: dossier.unit), dotted=True
        ),
        Source("filing", lambda _: (Timeliness,), _filing, has_days=True),
        Source("sheets", lambda _: (Sheet,), _sheets, has_days=True),
        Source("survey", lambda _: (SatisfactionSurvey,), _surveys, has_days=True),
        Source("finding", lambda _: (Finding,), _findings, has_days=True),
        Source(
            "office",
            lambda _: (OfficeWord,),
            _inside("office", "office", lambda dossier: dossier.office_word),
            dotted=True,
        ),
        Source("figure", lambda _: (Stated,), lambda context, name: context.figures(name)),
        Source("coverage", lambda _: (Supported,), lambda context, duty: context.coverage(duty)),
    )
}
