"""Family L, things said twice: under one id, under two ids, or in the words of another unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from integrity_cli.checks import office
from integrity_cli.checks.base import Check
from integrity_cli.checks.decisions import path_of
from integrity_cli.checks.times import CAMPAIGN
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Route, Severity
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.record import Record, as_text, label_of
from integrity_cli.domain.texts import texts_in
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.sources import Unreadable

_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_NOT_A_LETTER = re.compile(r"[\W_]+")
_LONG = 24


@dataclass(frozen=True, slots=True)
class _Listed:
    """One list of a record, whose items have to differ in the fields that name them."""

    path: str
    route: Route
    record: Record
    field: str
    keys: tuple[str, ...]


class WrittenTwice(Check):
    """Two items of one list that go by one name, so that one of them silently counts and the other does not."""

    kind = Kind(
        "L236",
        "written-twice",
        Severity.ERROR,
        Text("「{what}」里 `{id}` 写了两次", "`{id}` is written twice under “{what}”"),
        Text("又一次", "the second time"),
        Text("查明是重复登记还是另一项；另一项另取编号", "establish whether it is one thing entered twice or two"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for one in _lists(campaign):
            seen: set[tuple[str, ...]] = set()
            for number, item in enumerate(getattr(one.record, one.field)):
                name = tuple(as_text(value) for key in one.keys if (value := getattr(item, key)) is not None)
                if name in seen:
                    what = label_of(type(one.record), one.field)
                    yield self.at(one.path, *one.route, one.field, number, one.keys[0], what=what, id="/".join(name))
                seen.add(name)


def _lists(campaign: Campaign) -> Iterator[_Listed]:
    """Every list whose items have names, apart from those with a check of their own; a figure may be stated again."""
    for path, record, field, *keys in (
        (CAMPAIGN, campaign.terms, "deadlines", "filing"),
        (office.CALENDAR, campaign.calendar, "holidays", "on"),
        (office.CALENDAR, campaign.calendar, "working_days", "on"),
        (office.TEAM, campaign.team, "reviewers", "code"),
        (office.SURVEYS, campaign.surveys, "surveys", "unit", "held_on"),
        (office.OBJECTIONS, campaign.objections, "objections", "id"),
    ):
        if record is not None:
            yield _Listed(path, (), record, field, tuple(keys))
    for dossier in campaign.dossiers:
        yield from _lists_of_unit(dossier)


def _lists_of_unit(dossier: Dossier) -> Iterator[_Listed]:
    row = ("requirement", "part")
    for by in dossier.reviews:
        yield _Listed(by.path, (), by.review, "entries", ("entry",))
        yield _Listed(by.path, (), by.review, "sheets", ("case_no",))
    for path, record, field, *keys in (
        (f"{dossier.folder}/profile.yaml", dossier.profile, "bodies", "id"),
        (f"{dossier.folder}/profile.yaml", dossier.profile, "accounts", "id"),
        (f"{dossier.folder}/plan.yaml", dossier.plan, "own_standards", "id"),
        (f"{dossier.folder}/self_report.yaml", dossier.self_report, "not_applicable", *row),
        (path_of(dossier), dossier.decisions, "findings", "id"),
        (path_of(dossier), dossier.decisions, "vetoes", "veto"),
        (path_of(dossier), dossier.decisions, "not_applicable", *row),
        (path_of(dossier), dossier.decisions, "openings", "entry"),
    ):
        if record is not None:
            yield _Listed(path, (), record, field, tuple(keys))
    for number, power in enumerate(dossier.powers.powers if dossier.powers else ()):
        for part, inside, field, key in (
            ("flowchart", power.flowchart, "steps", "id"),
            ("discretion", power.discretion, "grades", "name"),
        ):
            if inside is not None:
                yield _Listed(f"{dossier.folder}/powers.yaml", ("powers", number, part), inside, field, (key,))


class EnteredTwice(Check):
    """One fact under two ids, so that it would count twice."""

    kind = Kind(
        "L249",
        "entered-twice",
        Severity.WARNING,
        Text(
            "条目 `{id}` 除编号外与 `{first}` 完全相同",
            "the entry `{id}` is the same as `{first}` in everything but its id",
        ),
        Text("和前一条相同", "the same again"),
        Text(
            "查明是一件事登了两次，还是两件事；重复的撤回并写明原因",
            "establish whether it is one fact entered twice or two; what is entered twice is withdrawn with its reason",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            seen: dict[tuple[object, ...], str] = {}
            for one in dossier.ledger:
                entry = one.entry
                if entry.withdrawn is not None:
                    continue
                # Everything but the id; entries are frozen, so their fields can be compared and kept.
                said = tuple(getattr(entry, name) for name in type(entry).model_fields if name != "id")
                first = seen.setdefault(said, entry.id)
                if first != entry.id:
                    yield self.at(one.path, *one.route, "title", id=entry.id, first=first)


class CopiedWords(Check):
    """A long sentence that stands word for word in the plan or self-report of another unit too."""

    kind = Kind(
        "L248",
        "copied-words",
        Severity.WARNING,
        Text(
            "有 {count} 句长话与 {other} 一字不差",
            "{count:long sentence|long sentences} can be read word for word in {other} too",
        ),
        Text("第一处相同的话", "the first of them"),
        Text(
            "查明本单位实际做了什么、怎么做的，据实写",
            "establish what the unit itself did, and how, and say that",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        quoted = _letters(_notice(campaign))
        first: dict[str, tuple[str, str]] = {}
        shared: dict[tuple[str, str], list[Route]] = {}
        for dossier in campaign.dossiers:
            for name in ("plan", "self_report"):
                path, record = f"{dossier.folder}/{name}.yaml", getattr(dossier, name)
                for route, sentence in _sentences(record):
                    unit, other = first.setdefault(sentence, (dossier.unit.id, path))
                    if unit != dossier.unit.id and sentence not in quoted:
                        shared.setdefault((path, other), []).append(route)
        for (path, other), routes in shared.items():
            yield self.at(path, *routes[0], count=len(routes), other=other)


def _sentences(record: Record | None) -> Iterable[tuple[Route, str]]:
    """The long sentences of a record, by their letters alone."""
    for route, text in texts_in(record) if record else ():
        if len(text) >= _LONG:
            for sentence in _SENTENCE.findall(text):
                letters = _letters(sentence)
                if len(letters) >= _LONG:
                    yield route, letters


def _letters(text: str) -> str:
    return _NOT_A_LETTER.sub("", text)


def _notice(campaign: Campaign) -> str:
    """The notice, whose words everybody may quote; nothing where it cannot be read."""
    source = campaign.rubric_source
    path = campaign.rubric.notice if campaign.rubric else ""
    try:
        return source.read(path).decode("utf-8", "replace") if path in source.paths() else ""
    except Unreadable:
        return ""
