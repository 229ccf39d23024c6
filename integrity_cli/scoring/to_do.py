"""What is to be done next for one unit, by the unit, the reviewers and the office: the nearest day first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import FILED
from integrity_cli.domain.timetable import days_left, events_of_unit
from integrity_cli.lang import Text, Words
from integrity_cli.scoring.progress import Coverage, FilingProgress, ToDo
from integrity_cli.scoring.scorecard import Open, Scorecard

_FILE = Text("报送{filing}", "file the {filing}")
_FILE_AGAIN = Text("改好以后重新报送{filing}", "mend the {filing} and file it again")
_LACKING = Text(
    "{count} 项应当落实的考核项还没有依据，做到的记入台账",
    "{count:requirement has|requirements have} nothing to rest on yet; what was done goes into the ledger",
)
_MAY_ASK = Text("对考核结果有异议的，可以申请复核", "reconsideration of the result may be asked for")
_MARK = Text("评定 {count} 行", "mark {count:row|rows}")
_DECIDE = Text("决定 {count} 项", "decide {count:matter|matters}")


def to_do_of(
    dossier: Dossier,
    card: Scorecard,
    filings: Sequence[FilingProgress],
    coverage: Coverage | None,
    marks: Sequence[Open],
    decisions: Sequence[Open],
    day: date,
) -> tuple[ToDo, ...]:
    """The list for one unit whose application stands. What has no day of its own, an error in the records, is first."""
    found = (
        *_by_the_unit(dossier, card, filings, coverage, day),
        *_by_others(dossier, marks, decisions),
    )
    dated = (ToDo(who, words, by, days_left(day, by, dossier.calendar) if by else None) for who, words, by in found)
    return tuple(sorted(dated, key=lambda one: one.by or date.min))


def _by_the_unit(
    dossier: Dossier, card: Scorecard, filings: Sequence[FilingProgress], coverage: Coverage | None, day: date
) -> Iterator[tuple[str, Words, date | None]]:
    if card.blocking and card.reason is not None:
        is_its_own = any(one.path.startswith(f"{dossier.folder}/") for one in card.blocking)
        yield "unit" if is_its_own else "office", card.reason, None
    missing = [one for one in filings if one.received_on is None]
    for one in missing:
        yield "unit", _FILE.of(filing=FILED.values[one.filing]), one.due_on
    for one in filings:
        if one.reopened_on is not None:
            yield "unit", _FILE_AGAIN.of(filing=FILED.values[one.filing]), None
    if coverage and coverage.lacking and (last := _last_day_for_facts(dossier, missing, day)):
        yield "unit", _LACKING.of(count=len(coverage.lacking)), last
    asked = dossier.decisions.reconsideration if dossier.decisions else None
    if asked is None or asked.asked_on > day:
        periods = (one for one in events_of_unit(dossier, day) if one.kind == "reconsideration")
        yield from (("unit", _MAY_ASK, one.last) for one in periods if one.phase(day) != "over")


def _last_day_for_facts(dossier: Dossier, missing: Sequence[FilingProgress], day: date) -> date | None:
    """While things are still done, the last day of doing them; after it the deadline of the self-report."""
    span = dossier.terms.span("implementation")
    if span is not None and day <= span[1]:
        return span[1]
    return next((one.due_on for one in missing if one.filing == "self_report" and one.state == "awaited"), None)


def _by_others(
    dossier: Dossier, marks: Sequence[Open], decisions: Sequence[Open]
) -> Iterator[tuple[str, Words, date | None]]:
    span = dossier.terms.span("acceptance")
    by = span[1] if span else None
    if marks:
        yield "reviewers", _MARK.of(count=len(marks)), by
    if decisions:
        yield "office", _DECIDE.of(count=len(decisions)), by
