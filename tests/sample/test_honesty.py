"""The sample is invented, and holds together as if it were not: titles, days, heads, numbers, words, privacy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from integrity_cli.domain.decisions import Decisions, NotApplicableDecision, SettledMark
from integrity_cli.domain.evidence.papers import Document, Media, Post
from integrity_cli.reading import dialect, layout
from tests.sample.headcounts import FORCE, disagreeing, parts_of, rosters_of
from tests.sample.honesty import (
    Dated,
    Numbered,
    Said,
    alike,
    case_numbers_amiss,
    digitless,
    numbers_out_of_order,
    numbers_unknown,
    on_rest_days,
    placeholders,
    private,
    reachable,
    said_twice,
    writers_of_records,
)
from tests.sample.places import REGISTER, sample
from tests.tools import ROOT, SAMPLE

SAME_TITLES: dict[frozenset[str], str] = {}
"""Pairs of places whose titles may be the same, each with its reason; none so far."""

PLAN_SETS_UP_GROUP = {
    "culture": "the notice of the arrangement also sets up the leading group",
    "tourism": "the plan of two pages also sets up the leading group",
}
SOME_OFFICERS = {
    "十六名执法人员": "agriculture: those of its forty-six without a dossier",
}
PAPERS_OUTSIDE = {
    "示法监决〔2014〕1号": "the office's written decision to remove a note; redactions.yaml says which and why",
    "示法监决〔2015〕1号": "the office's written decision on the veto; the decision file says what it says",
    "示政复决〔2014〕31号": "the municipal government's decision on administrative reconsideration",
    "示卫计〔2014〕11号": "health: the list of papers that stayed in force at the merger",
}
QUOTED = {
    "交通行政处罚程序规定（交通部令1996年第7号）": "the name of a rule, which binds the bureau and its body alike",
}
MEANT = {
    "说理部分与范文只差店名和日期": "a reviewer names the model text that a decision copied",
    "一份套范文": "the same decision, where the mark is settled",
}
SERVICE_NUMBERS = {
    "12365": "the quality bureaus' complaint line of those years, known to everyone by its five digits",
}


# -- the records as text


@cache
def files() -> Mapping[str, str]:
    """Every file under records/ as text."""
    paths = [path for path in SAMPLE.paths() if path.startswith("records/")]
    return {path: SAMPLE.read(path).decode("utf-8") for path in paths}


@cache
def values() -> tuple[Said, ...]:
    """Every text that a record holds, with its file."""
    read = ((path, dialect.read(path, SAMPLE.read(path)).data) for path in sample().campaign.read)
    return tuple(Said(path, text) for path, data in read if path.startswith("records/") for text in texts_in(data))


def texts_in(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from texts_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts_in(value)


def raw() -> list[Said]:
    return [Said(path, text) for path, text in files().items()]


# -- titles


def titles() -> list[Said]:
    return [
        Said(f"{unit.unit.id} {held.entry.id}", held.entry.title)
        for unit in sample().campaign.dossiers
        for held in unit.ledger
    ]


def corrections() -> set[frozenset[str]]:
    """Pairs of an entry and the one that replaces it."""
    return {
        frozenset({f"{unit.unit.id} {held.entry.id}", f"{unit.unit.id} {held.entry.replaces}"})
        for unit in sample().campaign.dossiers
        for held in unit.ledger
        if held.entry.replaces
    }


def test_no_two_titles_are_the_same() -> None:
    assert alike(titles(), str, SAME_TITLES.keys() | corrections()) == []


def test_no_two_titles_differ_only_in_figures() -> None:
    assert alike(titles(), digitless, SAME_TITLES.keys()) == []


# -- days


def working_days_of_units() -> Iterator[Dated]:
    """The days of what units did: everything in ledgers but what others chose the day of, plans, reports, cases."""
    for unit in sample().campaign.dossiers:
        name = unit.unit.id
        for held in unit.ledger:
            one = held.entry
            if not isinstance(one, Media | Post):
                yield Dated(f"{name} {one.id}", one.happened_on, f"{one.title} {one.note}")
        if unit.plan:
            yield Dated(f"{name} plan", unit.plan.decided_on, unit.plan.title)
            if unit.plan.leading_group and unit.plan.leading_group.established_on:
                yield Dated(f"{name} leading group", unit.plan.leading_group.established_on, unit.plan.title)
        if unit.self_report:
            yield Dated(f"{name} self_report", unit.self_report.reported_on, unit.self_report.title)
        for case in unit.cases.cases if unit.cases else ():
            yield Dated(f"{name} {case.case_no}", case.closed_on, "")


def working_days_of_the_office() -> Iterator[Dated]:
    """The days of reviews and decisions."""
    for unit in sample().campaign.dossiers:
        name = unit.unit.id
        yield from (Dated(by.path, by.review.reviewed_on, "") for by in unit.reviews)
        made = unit.decisions or Decisions()
        for veto in made.vetoes:
            yield Dated(f"{name} decisions", veto.decided_on, veto.reason)
        rows: tuple[NotApplicableDecision | SettledMark, ...] = (*made.not_applicable, *made.settled)
        for one in rows:
            yield Dated(f"{name} decisions {one.requirement}", one.decided_on, one.reason)
        for day in (made.told_on, made.result and made.result.decided_on):
            if day:
                yield Dated(f"{name} decisions", day, "")
        if made.reconsideration:
            for day in (made.reconsideration.asked_on, made.reconsideration.decided_on):
                if day:
                    yield Dated(f"{name} reconsideration", day, "")


def test_work_on_a_rest_day_says_so() -> None:
    dated = [*working_days_of_units(), *working_days_of_the_office()]
    assert on_rest_days(dated, sample().calendar) == []


# -- heads


@pytest.mark.parametrize("unit", sorted(sample().campaign.by_unit))
def test_heads_agree(unit: str) -> None:
    assert disagreeing(sample().campaign.by_unit[unit], SOME_OFFICERS) == []


# -- numbers


def papers() -> Iterator[Numbered]:
    """The numbered papers of each unit."""
    for unit in sample().campaign.dossiers:
        name = unit.unit.id
        if unit.plan and unit.plan.doc_no:
            yield Numbered(f"{name} plan", unit.plan.doc_no, unit.plan.decided_on)
        group = unit.plan.leading_group if unit.plan else None
        if group and group.doc_no and group.established_on:
            yield Numbered(f"{name} leading group", group.doc_no, group.established_on)
        if unit.self_report and unit.self_report.doc_no:
            yield Numbered(f"{name} self_report", unit.self_report.doc_no, unit.self_report.reported_on)
        for held in unit.ledger:
            if isinstance(held.entry, Document) and held.entry.doc_no:
                yield Numbered(f"{name} {held.entry.id}", held.entry.doc_no, held.entry.happened_on)


def closed_cases() -> Iterator[Numbered]:
    for unit in sample().campaign.dossiers:
        for case in unit.cases.cases if unit.cases else ():
            yield Numbered(unit.unit.id, case.case_no, case.closed_on)


def receipts() -> Iterator[Numbered]:
    for unit in sample().campaign.dossiers:
        for one in unit.filings:
            yield Numbered(f"{unit.unit.id} {one.filing}", one.receipt_no, one.received_on)


def notices() -> Iterator[Numbered]:
    """The notice and those that supplement it; a supplementary notice begins on its day."""
    notice = sample().campaign.notice
    assert notice is not None
    assert notice.doc_no
    assert notice.issued_on
    yield Numbered("notice", notice.doc_no, notice.issued_on)
    for one in notice.supplementary:
        assert one.doc_no
        yield Numbered("supplementary notice", one.doc_no, one.starts_on)


def test_document_numbers_rise_with_their_days() -> None:
    same = [frozenset({f"{unit} plan", f"{unit} leading group"}) for unit in PLAN_SETS_UP_GROUP]
    assert numbers_out_of_order(papers(), same) == []


def test_receipts_and_notices_rise_with_their_days() -> None:
    assert numbers_out_of_order([*receipts(), *notices()]) == []


def test_case_numbers_are_given_once_and_in_their_year() -> None:
    assert case_numbers_amiss(closed_cases()) == []


def test_every_number_cited_is_that_of_a_record() -> None:
    known = [one.number for one in (*papers(), *closed_cases(), *receipts(), *notices())]
    assert numbers_unknown(raw(), [*known, *PAPERS_OUTSIDE]) == []


# -- words


def test_nothing_stands_where_a_word_should() -> None:
    assert placeholders([*values(), *raw()], MEANT) == []


def test_no_long_sentence_stands_in_the_records_of_two_units() -> None:
    by_unit: dict[str, list[str]] = defaultdict(list)
    for one in values():
        unit = layout.unit_of(one.place) or layout.judged_unit_of(one.place)
        if unit:
            by_unit[unit].append(one.text)
    assert said_twice(by_unit, QUOTED) == []


def test_two_reviewers_of_a_unit_give_no_reason_in_the_same_words() -> None:
    for unit in sample().campaign.dossiers:
        reasons = [Said(by.reviewer, mark.reason) for by in unit.reviews for mark in by.review.marks]
        assert alike(reasons, digitless) == [], unit.unit.id


# -- nothing private, nothing real


def test_no_record_holds_what_is_private() -> None:
    assert private(raw()) == []


def test_phones_and_hosts_are_fictional() -> None:
    assert reachable(raw()) == []


def test_the_phones_of_units_are_of_the_fictional_form() -> None:
    for unit in sample().campaign.dossiers:
        profile = unit.profile
        phones = [one.address for one in profile.channels if one.channel == "hotline"] if profile else []
        phones += [profile.contact.phone] if profile and profile.contact else []
        assert [no for no in phones if no not in SERVICE_NUMBERS and not re.fullmatch(r"55\d{6}", no)] == []


def test_the_campaign_says_that_it_is_invented() -> None:
    terms = sample().campaign.terms
    assert terms is not None
    assert "虚构" in (terms.statement or "")
    assert "invented" in (terms.statement_en or "")
    assert "虚构" in files()["records/README.md"]


def test_every_file_belongs_to_that_campaign() -> None:
    campaign = sample().campaign
    strays = files().keys() - {*campaign.read} - {*campaign.attachments} - {"records/README.md"}
    assert sorted(strays) == []
    units = {layout.unit_of(path) or layout.judged_unit_of(path) for path in campaign.read} - {None}
    assert units <= campaign.by_unit.keys(), REGISTER


def test_no_script_writes_records() -> None:
    scripts = [ROOT / "dev.py", *(ROOT / "integrity_cli").rglob("*.py"), *(ROOT / ".ci").iterdir()]
    said = [Said(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in scripts]
    assert writers_of_records(said) == []


# -- the rules look at something


def test_the_rules_look_at_hundreds_of_things() -> None:
    assert min(len(titles()), len(values()), len([*working_days_of_units()])) >= 300
    assert min(len([*papers()]), len([*closed_cases()])) >= 100
    assert len([one for unit in sample().campaign.dossiers for one in rosters_of(unit) if parts_of(one)]) >= 8
    assert sum(len(FORCE.findall(one.text)) for one in values() if "/units/" in one.place) >= 10


@pytest.mark.parametrize(
    ("name", "listed", "found"),
    [
        ("placeholders meant", MEANT, lambda one: any(one in text for text in files().values())),
        ("papers outside", PAPERS_OUTSIDE, lambda one: any(one in text for text in files().values())),
        ("quotations", QUOTED, lambda one: any(one in said.text for said in values())),
        ("some officers", SOME_OFFICERS, lambda one: any(one in said.text for said in values())),
        ("service numbers", SERVICE_NUMBERS, lambda one: any(one == said.text for said in values())),
    ],
)
def test_every_exception_listed_is_still_needed(
    name: str, listed: Mapping[str, str], found: Callable[[str], bool]
) -> None:
    assert [one for one in listed if not found(one)] == [], name
