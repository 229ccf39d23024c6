"""The rules by which the heads that one unit counts, in its ledger, its report and its plan, agree."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain

from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.evidence import Entry, Roster
from integrity_cli.domain.evidence.assessment import Appraisal, DossierSummary, Inspection
from integrity_cli.domain.evidence.people import Training
from integrity_cli.domain.record import Record
from tests.sample.honesty import NUMERAL

DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
PART = re.compile(rf"[^、，。；]*?({NUMERAL})人")
FORCE = re.compile(
    rf"({NUMERAL})名(?:在岗)?执法人员|执法人员({NUMERAL})人(?:全部|，)|执法的({NUMERAL})人|在岗({NUMERAL})人"
)
"""How a plan, a report or a title names the whole force."""


def number_of(text: str) -> int:
    """A whole number below ten thousand, in Arabic or Chinese figures."""
    if text.isdecimal():
        return int(text)
    whole, digit = 0, None
    for sign in text:
        if sign in TENS:
            whole += TENS[sign] * (1 if digit is None else digit)
            digit = None
        else:
            digit = DIGITS[sign]
    return whole + (digit or 0)


def disagreeing(dossier: Dossier, meant: Collection[str] = ()) -> list[str]:
    """What does not agree with the officers in post; `meant` are phrases that count only some of them.

    - Officers at a training are no more than are in post: in the body that has rosters of its own, else in the unit.
    - The parts that the note of a roster names add up to it.
    - Dossiers and appraisals of officers are due for all in post.
    - An inspection counted by person is of a whole: the unit, a body by one of its rosters or by the note of the
      unit's, or all bodies together.
    - The report declares as many, and wherever a plan, a report or a title names the force it is as many.
    """
    rules = (trainings, rosters, dossiers_and_appraisals, inspections, declared, named)
    found = chain.from_iterable(rule(dossier) for rule in rules)
    return [f"{dossier.unit.id} {one}" for one in found if not any(phrase in one for phrase in meant)]


def rosters_of(dossier: Dossier, body: str | None = None) -> list[Roster]:
    rosters = [one for one in dossier.standing if isinstance(one, Roster)]
    return [one for one in rosters if body is None or one.body == body]


def parts_of(roster: Roster) -> list[int]:
    """How a roster's note divides it: 「局机关十四人、支队四十人；…」; nothing where it says something else first."""
    first = re.split("[；。]|合并", roster.note or "")[0]
    clauses = re.split("[、，]", first)
    counted = [match for clause in clauses if (match := PART.fullmatch(clause))]
    return [number_of(match[1]) for match in counted] if len(counted) == len(clauses) > 1 else []


def trainings(dossier: Dossier) -> Iterator[str]:
    for one in dossier.standing:
        if isinstance(one, Training) and one.audience == "officers":
            own = [roster.in_post for roster in rosters_of(dossier, one.body)] if one.body else []
            most = max(own, default=dossier.officers_in_post)
            if one.people > most:
                yield f"{one.id}: {one.people} at a training, {most} in post"


def rosters(dossier: Dossier) -> Iterator[str]:
    for one in rosters_of(dossier):
        parts = parts_of(one)
        if parts and sum(parts) != one.in_post:
            yield f"{one.id}: {parts} are not {one.in_post}"


def dossiers_and_appraisals(dossier: Dossier) -> Iterator[str]:
    for one in dossier.standing:
        due = None
        if isinstance(one, DossierSummary | Appraisal) and one.subject == "officers":
            due = one.subjects if isinstance(one, DossierSummary) else one.total
        if due is not None and due != dossier.officers_in_post:
            yield f"{one.id}: {due} due, {dossier.officers_in_post} in post"


def inspections(dossier: Dossier) -> Iterator[str]:
    for one in dossier.standing:
        if isinstance(one, Inspection) and by_person(one) and one.total not in wholes(dossier, one.body):
            yield f"{one.id}: {one.total} to be inspected"


def by_person(one: Inspection) -> bool:
    return one.subject == "officers" or re.search("按(人|[^，。；]*人员)计", one.note or "") is not None


def wholes(dossier: Dossier, body: str | None) -> set[int]:
    """The heads of which an inspection may be."""
    own = {one.in_post for one in rosters_of(dossier, body)} if body else set()
    divided = {part for one in rosters_of(dossier) for part in parts_of(one)}
    newest = {one.body: one.in_post for one in sorted(rosters_of(dossier), key=lambda one: one.happened_on)}
    together = sum(heads for of, heads in newest.items() if of is not None)
    return own | divided if body else {dossier.officers_in_post, together}


def declared(dossier: Dossier) -> Iterator[str]:
    stated = dossier.self_report.declared if dossier.self_report else None
    if stated and stated.officers_in_post not in (None, dossier.officers_in_post):
        yield f"self_report: {stated.officers_in_post} declared, {dossier.officers_in_post} in post"


def named(dossier: Dossier) -> Iterator[str]:
    titled: list[Entry] = [one for one in dossier.standing if isinstance(one, Roster | DossierSummary)]
    texts = [("plan", text) for text in prose(dossier.plan)]
    texts += [("self_report", text) for text in prose(dossier.self_report)]
    texts += [(one.id, one.title) for one in titled]
    for place, text in texts:
        for match in FORCE.finditer(text):
            heads = number_of(next(one for one in match.groups() if one))
            if heads != dossier.officers_in_post:
                yield f"{place}: {match[0]}, {dossier.officers_in_post} in post"


def prose(record: Record | None) -> Iterator[str]:
    """Every text of a record."""
    for name in type(record).model_fields if record else ():
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                yield one
            elif isinstance(one, Record):
                yield from prose(one)
