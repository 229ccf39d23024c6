"""What reviewers say of a row: they agree, nearly agree, or differ; the office settles; a refused entry is gone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from integrity_cli.scoring.scorecard import RowScore, Scorecard
from tests.scoring.campaigns import card_of, files, item, mark, meetings, row, rubric, system

JUDGED = rubric(
    "100.00",
    system(
        "P", "100.00",
        item("P1", "100.00",
             row("P1.1", "60.00", {"present": {"entries": "meeting"}}),
             row("P1.2", "40.00", {"judgement": {"step": "0.01"}}),
             row("P1.3", "0.00", {"judgement": {}})),
    ),
    tolerance="0.50",
)  # fmt: skip
HELD = meetings(1)


def marked(*points: str, met: tuple[bool, ...] = (True,), settled: dict[str, Any] | None = None) -> Scorecard:
    """The scorecard after so many reviewers; the last answer of `met` stands for those that follow."""
    answers = [*met, *[met[-1]] * len(points)]
    reviews = {
        f"r0{number}": {"marks": [mark("P1.2", one), mark("P1.3", met=answers[number - 1])]}
        for number, one in enumerate(points, start=1)
    }
    decisions = {"settled": [settled | {"decided_on": "2015-02-13"}]} if settled else None
    return card_of(files(JUDGED, entries=HELD, reviews=reviews, decisions=decisions))


def judged(card: Scorecard, id_: str = "P1.2") -> RowScore:
    return next(one for one in card.rows if one.id == id_)


AGREE = [
    ("one reviewer alone", ("30.00",), "30.00"),
    ("two who agree", ("30.00", "30.00"), "30.00"),
    ("three who agree", ("30.00", "30.00", "30.00"), "30.00"),
    ("exactly as far apart as is tolerated: their mean", ("30.00", "30.50"), "30.25"),
    ("a mean of thirds is rounded half up", ("30.00", "30.01", "30.01"), "30.01"),
    ("a mean of halves is rounded half up", ("30.00", "30.01"), "30.01"),
    ("the spread counts, not neighbours", ("30.00", "30.25", "30.50"), "30.25"),
    ("nothing at all", ("0.00", "0.00"), "0.00"),
    ("everything", ("40.00", "40.00"), "40.00"),
]


@pytest.mark.parametrize(("marks", "points"), [one[1:] for one in AGREE], ids=[one[0] for one in AGREE])
def test_reviewers_who_agree_within_the_tolerance_settle_a_row(marks: tuple[str, ...], points: str) -> None:
    card = marked(*marks)
    one = judged(card)
    assert (one.points, one.reviewed, one.open) == (Decimal(points), Decimal(points), None)
    assert [given.points for given in one.marks] == [Decimal(given) for given in marks]
    assert card.state == "final"


DIFFER = [
    ("a hundredth beyond", ("30.00", "30.51")),
    ("one who would give nothing", ("40.00", "0.00")),
    ("two against one", ("30.00", "30.00", "31.00")),
]


@pytest.mark.parametrize("marks", [one[1] for one in DIFFER], ids=[one[0] for one in DIFFER])
def test_reviewers_beyond_the_tolerance_leave_the_row_to_the_office(marks: tuple[str, ...]) -> None:
    card = marked(*marks)
    one = judged(card)
    assert (one.status, one.points, one.reviewed) == ("open", None, None)
    assert one.open is not None
    assert one.open.actor == "office"
    assert (card.state, card.grade) == ("provisional", None)
    assert card.open_points == 40


def test_without_any_mark_the_row_waits_for_the_reviewers() -> None:
    card = marked()
    assert [(one.row, one.actor) for one in card.open] == [("P1.2", "reviewers"), ("P1.3", "reviewers")]
    assert card.total == 60


@pytest.mark.parametrize("marks", [(), ("30.00",), ("30.00", "30.00"), ("0.00", "40.00")], ids=len)
def test_a_settled_mark_wins_over_all_others(marks: tuple[str, ...]) -> None:
    one = judged(marked(*marks, settled=mark("P1.2", "12.34")))
    assert (one.points, one.reviewed, one.decided, one.open) == (Decimal("12.34"), Decimal("12.34"), "理由", None)


def test_a_settled_mark_moves_a_computed_row_and_leaves_what_was_computed() -> None:
    one = judged(marked("30.00", settled=mark("P1.1", "45.00")), "P1.1")
    assert (one.points, one.computed, one.decided) == (Decimal("45.00"), Decimal("60.00"), "理由")


MET = [
    ("both say met", (True, True), "met"),
    ("both say not met", (False, False), "unmet"),
    ("they differ", (True, False), "open"),
]


@pytest.mark.parametrize(("met", "status"), [one[1:] for one in MET], ids=[one[0] for one in MET])
def test_a_row_without_points_is_met_where_reviewers_agree(met: tuple[bool, ...], status: str) -> None:
    one = judged(marked("30.00", "30.00", met=met), "P1.3")
    assert one.status == status
    assert (one.open is not None) == (status == "open")


def said(*outcomes: str) -> Scorecard:
    """The scorecard after reviewers said this of the only meeting."""
    id_ = HELD[0]["id"]
    reviews = {
        f"r0{number}": {"entries": [{"entry": id_, "outcome": outcome}]} for number, outcome in enumerate(outcomes, 1)
    }
    return card_of(files(JUDGED, entries=HELD, reviews=reviews))


ENTRIES = [
    ("nobody looked", (), "60.00", False),
    ("confirmed", ("confirmed",), "60.00", True),
    ("refused", ("refused",), "0.00", False),
    ("one refusal is enough", ("confirmed", "refused"), "0.00", False),
    ("whoever comes first", ("refused", "confirmed"), "0.00", False),
    ("confirmed twice", ("confirmed", "confirmed"), "60.00", True),
]


@pytest.mark.parametrize(
    ("outcomes", "points", "confirmed"), [one[1:] for one in ENTRIES], ids=[one[0] for one in ENTRIES]
)
def test_a_refused_entry_counts_nowhere(outcomes: tuple[str, ...], points: str, confirmed: bool) -> None:
    card = said(*outcomes)
    one = judged(card, "P1.1")
    assert (one.points, one.confirmed) == (Decimal(points), confirmed)
    assert card.confirmed_points == (Decimal(points) if confirmed else 0)
    cited = {entry for fact in one.facts for entry in fact.entries}
    assert cited == (set() if points == "0.00" else {HELD[0]["id"]})


WIDE = JUDGED | {"tolerance": "2.00"}


def graded(*marks: str, result: str | None = None) -> Scorecard:
    """Marks within the tolerance that fall on both sides of 90, or not."""
    reviews = {
        f"r0{number}": {"marks": [mark("P1.2", one), mark("P1.3", met=True)]} for number, one in enumerate(marks, 1)
    }
    decisions = {"result": {"result": result, "decided_on": "2015-02-20"}} if result else None
    return card_of(files(WIDE, entries=HELD, reviews=reviews, decisions=decisions))


OPENED = [
    ("it matches its seal", "matches", "60.00", True),
    ("it differs from its seal", "differs", "0.00", False),
    ("its salt was lost", "unverifiable", "0.00", False),
    ("its salt was lost, and the office admits it", "admitted", "60.00", False),
]


@pytest.mark.parametrize(
    ("outcome", "points", "confirmed"), [one[1:] for one in OPENED], ids=[one[0] for one in OPENED]
)
def test_a_sealed_entry_that_was_opened_counts_if_it_is_proved_or_admitted(
    outcome: str, points: str, confirmed: bool
) -> None:
    sealed = {**HELD[0], "disclosure": "sealed", "seal": "0" * 64, "original": {"held_by": "监察室"}}
    opening = {"entry": sealed["id"], "opened_on": "2015-02-12", "outcome": outcome, "reason": "当面核对。"}
    reviews = {"r01": {"marks": [mark("P1.2", "0.00"), mark("P1.3", met=True)]}}
    card = card_of(files(JUDGED, entries=[sealed], reviews=reviews, decisions={"openings": [opening]}))
    one = judged(card, "P1.1")
    assert (one.points, one.confirmed) == (Decimal(points), confirmed)


def test_reviewers_whose_grades_differ_leave_the_result_open() -> None:
    card = graded("29.00", "31.00")
    assert judged(card).points == 30
    assert [(one.row, one.actor) for one in card.open] == [("result", "office")]
    assert (card.state, card.grade, card.outcome.eligible) == ("provisional", None, None)


def test_reviewers_whose_marks_differ_within_one_grade_do_not() -> None:
    card = graded("30.00", "32.00")
    assert (card.state, card.outcome.grade, card.total) == ("final", "优", Decimal("91.00"))


def test_one_who_would_fail_the_unit_leaves_the_result_open() -> None:
    reviews = {
        "r01": {"marks": [mark("P1.2", "1.00"), mark("P1.3", met=True)]},
        "r02": {"marks": [mark("P1.2", "0.00"), mark("P1.3", met=True)]},
    }
    on_the_edge = WIDE | {"grades": [one | {"from_points": "61"} if one["from_points"] == "60" else one
                                     for one in WIDE["grades"]]}  # fmt: skip
    card = card_of(files(on_the_edge, entries=HELD, reviews=reviews))
    assert [one.row for one in card.open] == ["result"]


def test_a_written_decision_closes_a_result_on_which_grades_differ() -> None:
    card = graded("29.00", "31.00", result="accepted")
    assert (card.state, card.outcome.grade, card.outcome.result) == ("final", "优", "accepted")


def test_a_settled_mark_closes_it_too() -> None:
    decided = {"settled": [mark("P1.2", "29.00") | {"decided_on": "2015-02-13"}]}
    reviews = {
        f"r0{number}": {"marks": [mark("P1.2", one), mark("P1.3", met=True)]}
        for number, one in enumerate(("29.00", "31.00"), 1)
    }
    card = card_of(files(WIDE, entries=HELD, reviews=reviews, decisions=decided))
    assert (card.state, card.outcome.grade) == ("final", "良")
