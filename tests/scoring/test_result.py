"""The clauses of the result and what does not apply: tables with every edge, worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.reading.campaign import Campaign
from integrity_cli.scoring import score
from integrity_cli.scoring.scorecard import RequirementScore, Scorecard
from tests.scoring.campaigns import (
    CERTIFIED,
    FILINGS,
    IN_POST,
    OTHER,
    PROGRAMME,
    both,
    card_of,
    finding,
    item,
    mark,
    meetings,
    row,
    rubric,
    set_aside,
    system,
    veto,
)
from tests.scoring.campaigns import files as campaign
from tests.test_explained import Reader, half_up

GONE: dict[str, Any] = {"withdrawn": {"on": "2015-02-01", "reason": "有误"}}
REFUSED = {"r01": {"entries": [{"entry": "P-001", "outcome": "refused", "reason": "不实"}]}}
JUDGED: dict[str, Any] = {"judgement": {"step": "0.01"}}


def one_row(**clauses: Any) -> dict[str, Any]:
    """A rubric of one judged requirement, and clauses of the result."""
    return rubric("100.00", system("P", "100.00", item("P1", "100.00", row("P1.1", "100.00", JUDGED))), **clauses)


def settled(**points: str) -> dict[str, Any]:
    """Decisions that settle requirements, `P1_1` standing for P1.1."""
    marks = [mark(id_.replace("_", "."), given) for id_, given in points.items()]
    return {"settled": [one | {"decided_on": "2015-02-13"} for one in marks]}


def result(points: str, clauses: dict[str, Any], **given: Any) -> Scorecard:
    """The scorecard of a unit whose base is settled at `points`."""
    decisions = settled(P1_1=points) | given.pop("decisions", {})
    return card_of(campaign(one_row(**clauses), decisions=decisions, **given))


def score_unchecked(read: Campaign, unit: str, _: tuple[Diagnostic, ...]) -> Scorecard:
    """The engine on what the checks would refuse."""
    return score(read, unit, ())


GRADES = [
    ("all", "100.00", "优"),
    ("exactly at the top grade's start", "90.00", "优"),
    ("a hundredth under it", "89.99", "良"),
    ("exactly at the second", "80.00", "良"),
    ("a hundredth under it too", "79.99", "中"),
    ("exactly at the third", "60.00", "中"),
    ("a hundredth under the third", "59.99", "差"),
    ("nothing", "0.00", "差"),
]


@pytest.mark.parametrize(("points", "grade"), [one[1:] for one in GRADES], ids=[one[0] for one in GRADES])
def test_a_grade_begins_where_it_says_and_ends_just_under_the_next(points: str, grade: str) -> None:
    card = result(points, {})
    assert (card.total, card.outcome.grade, card.state) == (Decimal(points), grade, "final")


BONUS = {
    "bonus": {
        "cap": "3.00",
        "rows": [
            {"id": "B1", "label": both("甲"), "matter": "m", "points": "2.00", "count": PROGRAMME, "full_at": "4"},
            {"id": "B2", "label": both("乙"), "matter": "m", "points": "1.00", "present": PROGRAMME},
            {"id": "B3", "label": both("丙"), "points": "2.00", "count": OTHER, "full_at": "2"},
        ],
    }
}
BONUSES = [
    ("nothing", meetings(0), {}, ["0.00", "0.00", "0.00"], "0.00"),
    ("one matter counts once, at its highest", meetings(1), {}, ["0.00", "1.00", "0.00"], "1.00"),
    ("of equals the first counts", meetings(2), {}, ["1.00", "0.00", "0.00"], "1.00"),
    ("the highest may be the other row", meetings(3), {}, ["1.50", "0.00", "0.00"], "1.50"),
    ("another matter counts beside it", meetings(2) + meetings(1, "other"), {}, ["1.00", "0.00", "1.00"], "2.00"),
    ("exactly at the cap", meetings(2) + meetings(2, "other"), {}, ["1.00", "0.00", "2.00"], "3.00"),
    ("over the cap", meetings(4) + meetings(2, "other"), {}, ["2.00", "0.00", "2.00"], "3.00"),
    ("withdrawn", [meetings(1)[0] | GONE], {}, ["0.00", "0.00", "0.00"], "0.00"),
    ("refused", meetings(1), REFUSED, ["0.00", "0.00", "0.00"], "0.00"),
]


@pytest.mark.parametrize(
    ("entries", "reviews", "counted", "bonus"), [one[1:] for one in BONUSES], ids=[one[0] for one in BONUSES]
)
def test_bonus(entries: list[dict[str, Any]], reviews: dict[str, Any], counted: list[str], bonus: str) -> None:
    card = result("70.00", BONUS, entries=entries, reviews=reviews)
    assert card.outcome.bonus
    assert [str(one.counted) for one in card.outcome.bonus.rows] == counted
    assert card.outcome.bonus.points == Decimal(bonus)
    assert card.total == Decimal("70.00") + Decimal(bonus)


PENALTY = {
    "penalty": {
        "cap": "5.00",
        "rows": [
            {"id": "M1", "label": both("甲"), "matter": "m", "points": "4.00",
             "count": {"finding": "notice_of_criticism"}, "full_at": "2"},
            {"id": "M2", "label": both("乙"), "matter": "m", "points": "3.00", "present": {"finding": "false_news"}},
            {"id": "M3", "label": both("丙"), "points": "3.00", "present": {"finding": "other"}},
        ],
    }
}  # fmt: skip
PENALTIES = [
    ("nothing found", [], "70.00", "0.00"),
    ("one found", ["notice_of_criticism"], "70.00", "2.00"),
    ("one matter costs once, at its highest", ["notice_of_criticism", "false_news"], "70.00", "3.00"),
    ("the dearest of the matter", ["notice_of_criticism"] * 2 + ["false_news"], "70.00", "4.00"),
    ("more of it costs no more", ["notice_of_criticism"] * 5, "70.00", "4.00"),
    ("another matter beside it, exactly at the cap", ["notice_of_criticism", "other"], "70.00", "5.00"),
    ("over the cap", ["notice_of_criticism"] * 2 + ["other"], "70.00", "5.00"),
    ("never below nothing", ["notice_of_criticism", "other"], "3.00", "5.00"),
]


@pytest.mark.parametrize(
    ("found", "base", "penalty"), [one[1:] for one in PENALTIES], ids=[one[0] for one in PENALTIES]
)
def test_penalty(found: list[str], base: str, penalty: str) -> None:
    findings = [finding(kind, number) for number, kind in enumerate(found)]
    card = result(base, PENALTY, decisions={"findings": findings})
    assert card.outcome.penalty
    assert card.outcome.penalty.points == Decimal(penalty)
    assert card.base == Decimal(base)
    assert card.total == max(Decimal(0), Decimal(base) - Decimal(penalty))


def test_bonus_and_penalty_reach_a_grade_that_the_base_does_not() -> None:
    assert result("89.00", BONUS, entries=meetings(1)).outcome.grade == "优"
    found = {"findings": [finding("notice_of_criticism")]}
    assert result("91.00", PENALTY, decisions=found).outcome.grade == "良"


WEIGHTS = [
    ("no weights", None, None, "40.00", "20.00", "60.00"),
    ("weights of one", "1", "1", "40.00", "20.00", "60.00"),
    ("one heavy, one light", "1.2", "0.7", "40.00", "20.00", "62.00"),
    ("each is rounded once, half up", "1.2", "0.7", "0.02", "0.05", "0.06"),
    ("nothing earned", "1.2", "0.7", "0.00", "0.00", "0.00"),
    ("everything earned", "1.2", "0.7", "60.00", "40.00", "100.00"),
    ("one halved, one heavy", "0.5", "1.75", "20.00", "20.00", "45.00"),
    ("thirds of a hundredth", "1.333333", "0.5", "0.01", "0.01", "0.02"),
]


@pytest.mark.parametrize(
    ("first", "second", "of_p", "of_q", "total"), [one[1:] for one in WEIGHTS], ids=[one[0] for one in WEIGHTS]
)
def test_weights(first: str | None, second: str | None, of_p: str, of_q: str, total: str) -> None:
    weighed = [{} if weight is None else {"weight": weight} for weight in (first, second)]
    two = rubric(
        "100.00",
        system("P", "60.00", item("P1", "60.00", row("P1.1", "60.00", JUDGED)), **weighed[0]),
        system("Q", "40.00", item("Q1", "40.00", row("Q1.1", "40.00", JUDGED)), **weighed[1]),
    )
    # thirds do not make exactly 100, which the checks say; the arithmetic is tried all the same
    card = card_of(campaign(two, decisions=settled(P1_1=of_p, Q1_1=of_q)), score_unchecked)
    assert card.total == Decimal(total)
    assert [one.points for one in card.systems] == [Decimal(of_p), Decimal(of_q)]


TWO_ITEMS = (
    system("P", "60.00",
           item("P1", "40.00", row("P1.1", "30.00", {"present": PROGRAMME}), row("P1.2", "10.00", {"present": OTHER})),
           item("P2", "20.00", row("P2.1", "20.00", {"present": PROGRAMME}))),
    system("Q", "40.00", item("Q1", "40.00", row("Q1.1", "40.00", {"present": PROGRAMME}, not_applicable={}))),
)  # fmt: skip


def clauses_of(*effects: dict[str, str]) -> list[dict[str, Any]]:
    """Vetoes V1, V2 … with these effects, each called for by forged material."""
    common = {"label": both("甲"), "when": {"finding": "forged_material"}, "basis": "依据"}
    return [{"id": f"V{number}", "effect": one, **common} for number, one in enumerate(effects, start=1)]


def vetoed(
    effect: dict[str, str], decided: list[dict[str, Any]], *, found: bool = True, checked: bool = True
) -> Scorecard:
    decisions = {"vetoes": decided, "findings": [finding("forged_material")] if found else []}
    files = campaign(
        rubric("100.00", *TWO_ITEMS, vetoes=clauses_of(effect)), entries=meetings(1), decisions=decisions
    )  # fmt: skip
    return card_of(files) if checked else card_of(files, score_unchecked)


DONE = [veto("V1")]
VETOES = [
    ("fixes the grade, leaves the points", {"fix_grade": "差"}, DONE, True, "90.00", "差"),
    ("zero of a requirement", {"zero": "P1.1"}, DONE, True, "60.00", "中"),
    ("zero of a requirement that earned nothing", {"zero": "P1.2"}, DONE, True, "90.00", "优"),
    ("zero of an item", {"zero": "P2"}, DONE, True, "70.00", "中"),
    ("zero of a system", {"zero": "P"}, DONE, True, "40.00", "差"),
    ("zero of all", {"zero": "all"}, DONE, True, "0.00", "差"),
    ("found, not decided: it stays open", {"zero": "all"}, [], True, "90.00", None),
    ("found, no grade yet", {"fix_grade": "差"}, [], True, "90.00", None),
    ("neither found nor decided", {"zero": "all"}, [], False, "90.00", "优"),
    ("decided on other grounds", {"zero": "P2"}, DONE, False, "70.00", "中"),
]


@pytest.mark.parametrize(
    ("effect", "decided", "found", "total", "grade"), [one[1:] for one in VETOES], ids=[one[0] for one in VETOES]
)
def test_vetoes(
    effect: dict[str, str], decided: list[dict[str, Any]], found: bool, total: str, grade: str | None
) -> None:
    card = vetoed(effect, decided, found=found)
    assert (card.total, card.outcome.grade) == (Decimal(total), grade)
    assert card.base == 90  # what was computed stays in sight
    assert [one.points for one in card.systems] == [50, 40]
    assert [one.acts for one in card.outcome.vetoes] == ([bool(decided)] if found or decided else [])
    assert [one.row for one in card.open] == (["V1"] if found and not decided else [])
    assert card.outcome.eligible == (None if grade is None else not decided)


@pytest.mark.parametrize(("basis", "heard"), [(False, True), (True, False), (False, False)])
def test_a_veto_without_basis_or_hearing_does_not_act(basis: bool, heard: bool) -> None:
    """The checks refuse such a decision, so nothing is scored; the engine would not let it act either."""
    half = [veto("V1", basis=basis, heard=heard)]
    refused = vetoed({"zero": "all"}, half)
    assert (refused.state, refused.total) == ("unscored", None)
    bare = vetoed({"zero": "all"}, half, checked=False)
    assert (bare.total, bare.grade) == (Decimal(90), None)
    assert [one.row for one in bare.open] == ["V1"]


def several(*zero: str, clauses: dict[str, Any] | None = None, aside: tuple[str, ...] = ()) -> Scorecard:
    """As many vetoes that act as parts to zero."""
    decisions = {
        "vetoes": [veto(f"V{number}") for number in range(1, len(zero) + 1)],
        "not_applicable": [set_aside(id_) for id_ in aside],
    }
    tried = rubric("100.00", *TWO_ITEMS, vetoes=clauses_of(*({"zero": one} for one in zero)), **(clauses or {}))
    return card_of(campaign(tried, entries=meetings(1), decisions=decisions))


def test_vetoes_of_different_parts_take_what_each_holds() -> None:
    assert several("P1", "P2").total == 40


@pytest.mark.parametrize(
    ("parts", "total"),
    [(("P1", "P1"), 60), (("P1", "P1.1"), 60), (("P", "P2"), 40), (("Q", "Q1", "Q1.1"), 50), (("P2", "all"), 0)],
    ids=["the same item twice", "an item and its requirement", "a system and its item", "all levels", "a part and all"],
)
def test_points_that_two_vetoes_zero_are_lost_once(parts: tuple[str, ...], total: int) -> None:
    assert several(*parts).total == total


def test_a_requirement_is_not_taken_for_one_whose_id_begins_like_it() -> None:
    rows = [row("P1.1", "10.00", {"present": PROGRAMME}), row("P1.10", "90.00", {"present": PROGRAMME})]
    clauses = clauses_of({"zero": "P1.1"}, {"zero": "P1.10"})
    alike = rubric("100.00", system("P", "100.00", item("P1", "100.00", *rows)), vetoes=clauses)
    files = campaign(alike, entries=meetings(1), decisions={"vetoes": [veto("V1"), veto("V2")]})
    files["docs/notice.md"] += "第 P1.10 条"
    assert card_of(files).total == 0


def test_zero_of_all_takes_the_bonus_too() -> None:
    card = several("all", clauses=BONUS)
    assert card.outcome.bonus
    assert card.outcome.bonus.points > 0
    assert card.total == 0


def test_zero_of_all_takes_what_a_conversion_between_systems_brought() -> None:
    card = several("all", aside=("Q1.1",))
    assert card.converted > 0
    assert card.total == 0


BARS = [
    ("in time", "2014-11-20", "95.00", "优"),
    ("on the last day", "2014-11-30", "95.00", "优"),
    ("a day late", "2014-12-01", "95.00", "良"),
    ("a day late and exactly at the start", "2014-12-01", "90.00", "良"),
    ("a day late and below it anyway", "2014-12-01", "89.99", "良"),
    ("it does not lift a lower grade", "2014-12-01", "60.00", "中"),
    ("nor the lowest", "2014-12-01", "0.00", "差"),
    ("months late is as late", "2015-03-01", "100.00", "良"),
]


@pytest.mark.parametrize(("received", "points", "grade"), [one[1:] for one in BARS], ids=[one[0] for one in BARS])
def test_a_bar_closes_the_grades_above_it_and_takes_no_points(received: str, points: str, grade: str) -> None:
    late = {"filing": "plan", "where": {"in_time": "yes"}, "at_most": "0"}
    bars = [{"id": "X1", "label": both("迟报"), "when": late, "highest_grade": "良"}]
    files = campaign(one_row(bars=bars), decisions=settled(P1_1=points))
    files[FILINGS]["filings"][0]["received_on"] = received
    card = card_of(files)
    assert (card.total, card.outcome.grade) == (Decimal(points), grade)
    assert len(card.outcome.bars) == (received > "2014-11-30")


# What does not apply.

ASIDE: dict[str, Any] = {"not_applicable": {}}
THREE = {"parts": [
    {"points": "6.00", "present": PROGRAMME, **ASIDE},
    {"points": "3.00", "count": PROGRAMME, "full_at": "3", **ASIDE},
    {"points": "1.00", "present": OTHER, **ASIDE},
]}  # fmt: skip


def treated(**treatment: str) -> dict[str, Any]:
    """Two items; a requirement of the first may be set aside with this treatment."""
    return rubric(
        "100.00",
        system("P", "100.00",
               item("P1", "40.00",
                    row("P1.1", "10.00", THREE, **ASIDE),
                    row("P1.2", "15.00", {"count": PROGRAMME, "full_at": "3"}, not_applicable=dict(treatment)),
                    row("P1.3", "15.00", {"present": PROGRAMME}, **ASIDE)),
               item("P2", "60.00", row("P2.1", "60.00", {"count": PROGRAMME, "full_at": "2"}))),
    )  # fmt: skip


def by_id(card: Scorecard, id_: str) -> RequirementScore:
    return next(one for one in card.requirements if one.id == id_)


Place = tuple[str, int | None]


def set_aside_of(treatment: dict[str, str], *rows: Place, confirmed: bool = True) -> Scorecard:
    decisions = {"not_applicable": [set_aside(*one, confirmed=confirmed) for one in rows]}
    return card_of(campaign(treated(**treatment), entries=meetings(1), decisions=decisions))


FIRST: list[Place] = [("P1.1", None), ("P1.2", None), ("P1.3", None)]
PARTS: list[Place] = [("P1.1", 1), ("P1.1", 2), ("P1.1", 3)]
# With one meeting: P1.1 earns 6 + 1 + 0 = 7 of 10, P1.2 5 of 15, P1.3 15 of 15, P2.1 30 of 60; 57 in all.
TREATMENTS: list[tuple[str, dict[str, str], list[Place], bool, str, str]] = [
    ("nothing set aside", {}, [], True, "57.00", "0.00"),
    # 1 is freed among 7 of 9: 1 × 7 ÷ 9 = 0.78
    ("exclude a part: to its siblings", {}, PARTS[2:], True, "57.78", "0.78"),
    # 7 are freed and the part left earns 1 of 3: 7 × 1 ÷ 3 = 2.33
    ("exclude two parts", {}, [PARTS[0], PARTS[2]], True, "53.33", "2.33"),
    # 10 are freed among 20 of 30: 10 × 20 ÷ 30 = 6.67
    ("exclude all parts: to the item", {}, PARTS, True, "56.67", "6.67"),
    ("exclude the requirement: to the item", {}, FIRST[:1], True, "56.67", "6.67"),
    # 15 are freed among 22 of 25: 13.20; without them 52
    ("exclude what earned little: it rises", {}, FIRST[1:2], True, "65.20", "13.20"),
    # 25 are freed among 15 of 15
    ("exclude two requirements", {}, FIRST[:2], True, "70.00", "25.00"),
    # the whole item: 40 among 30 of 60
    ("an empty item: to the system", {}, FIRST, True, "50.00", "20.00"),
    # 15 among 52 of 85: 9.18, in the system
    ("exclude to the system", {"to": "system"}, FIRST[1:2], True, "61.18", "9.18"),
    ("full", {"treatment": "full"}, FIRST[1:2], True, "67.00", "0.00"),
    ("zero", {"treatment": "zero"}, FIRST[1:2], True, "52.00", "0.00"),
    ("not confirmed: as computed", {}, FIRST[1:2], False, "57.00", "0.00"),
]


@pytest.mark.parametrize(
    ("treatment", "rows", "confirmed", "total", "converted"),
    [one[1:] for one in TREATMENTS],
    ids=[one[0] for one in TREATMENTS],
)
def test_what_does_not_apply(
    treatment: dict[str, str], rows: list[Place], confirmed: bool, total: str, converted: str
) -> None:
    card = set_aside_of(treatment, *rows, confirmed=confirmed)
    assert (card.state, card.total, card.converted) == ("final", Decimal(total), Decimal(converted))
    assert card.maximum == 100


def test_a_whole_system_that_does_not_apply_gives_its_points_to_the_others() -> None:
    card = several(aside=("Q1.1",))
    # 40 among 50 of 60: 33.33
    assert (card.base, card.converted, card.maximum) == (Decimal("83.33"), Decimal("33.33"), Decimal(100))


def test_what_is_forbidden_cannot_be_set_aside() -> None:
    card = set_aside_of({"treatment": "forbid"}, ("P1.2", None))
    assert (card.state, card.total) == ("unscored", None)
    assert [one.code for one in card.blocking] == ["L232"]


def test_points_freed_beside_nothing_but_rows_without_points_go_one_level_up() -> None:
    """An item whose last row holds no points has nobody to give to; its points must not vanish."""
    lonely = rubric(
        "100.00",
        system("P", "100.00",
               item("P1", "40.00", row("P1.1", "40.00", {"present": OTHER}, **ASIDE),
                    row("P1.2", "0.00", {"present": PROGRAMME})),
               item("P2", "60.00", row("P2.1", "60.00", {"present": PROGRAMME}))),
    )  # fmt: skip
    card = card_of(campaign(lonely, entries=meetings(1), decisions={"not_applicable": [set_aside("P1.1")]}))
    assert (card.total, card.converted) == (Decimal(100), Decimal(40))


def test_a_conversion_is_printed_and_exact() -> None:
    conversion = by_id(set_aside_of({}, ("P1.1", 3)), "P1.1").sum.conversion
    assert conversion is not None
    left, _, right = conversion.arithmetic.rpartition(" = ")
    assert (left, right) == ("1.00 × 7.00 ÷ 9.00", "0.78")
    assert half_up(Reader(left).value()) == right == str(conversion.points)


def test_a_conversion_waits_while_something_it_depends_on_is_open() -> None:
    rows = row("P1.1", "40.00", {"present": OTHER}, **ASIDE), row("P1.2", "60.00", JUDGED)
    waiting = rubric("100.00", system("P", "100.00", item("P1", "100.00", *rows)))
    card = card_of(campaign(waiting, decisions={"not_applicable": [set_aside("P1.1")]}))
    conversion = card.systems[0].items[0].sum.conversion
    assert conversion is not None
    assert conversion.points is None
    assert (card.total, card.open_points, card.settled_maximum) == (Decimal(0), Decimal(100), Decimal(0))


def test_a_claim_of_the_unit_waits_for_the_office() -> None:
    report = {"not_applicable": [{"requirement": "P1.2", "reason": "没有"}]}
    card = card_of(campaign(treated(), entries=meetings(1), report=report))
    assert [(one.row, one.actor) for one in card.open] == [("P1.2", "office")]
    assert card.open_points == 15


def test_an_empty_denominator_waits_for_the_office_until_it_decides() -> None:
    rows = (
        row("P1.1", "40.00", {"share": CERTIFIED, "among": IN_POST}, **ASIDE),
        row("P1.2", "60.00", {"count": PROGRAMME, "full_at": "2"}),
    )
    by_share = rubric("100.00", system("P", "100.00", item("P1", "100.00", *rows)))
    claimed = card_of(campaign(by_share, entries=meetings(1)))
    assert [(one.row, one.actor) for one in claimed.open] == [("P1.1", "office")]
    for confirmed, total in ((True, 50), (False, 30)):
        decisions = {"not_applicable": [set_aside("P1.1", confirmed=confirmed)]}
        assert card_of(campaign(by_share, entries=meetings(1), decisions=decisions)).total == total


def test_a_bonus_row_that_does_not_apply_prints_a_whole_equation() -> None:
    of_nothing = {"share": CERTIFIED, "among": IN_POST}
    clauses = {"bonus": {"cap": "1.00", "rows": [{"id": "B1", "label": both("甲"), "points": "1.00", **of_nothing}]}}
    block = result("70.00", clauses).outcome.bonus
    assert block
    left, _, right = block.rows[0].arithmetic.rpartition(" = ")
    assert half_up(Reader(left).value()) == right == "0.00"


def test_certain_losses_beside_a_range_come_off_the_mark_down_to_the_floor() -> None:
    charges = [
        {"range": {"finding": "other"}, "least": "10.00", "most": "30.00"},
        {"each": {"entries": "meeting"}, "lose": "30.00"},
    ]
    deduct = {"deduct": charges, "floor": "20.00"}
    pool = rubric("100.00", system("P", "100.00", item("P1", "100.00", row("P1.1", "100.00", deduct))))
    found, reviews = {"findings": [finding("other")]}, {"r01": {"marks": [mark("P1.1", "75.00")]}}
    for held, points in ((0, "75.00"), (1, "45.00"), (2, "20.00")):
        card = card_of(campaign(pool, entries=meetings(held), reviews=reviews, decisions=found))
        assert (card.total, card.state) == (Decimal(points), "final")


TABLES = {"grades": GRADES, "bonus": BONUSES, "penalty": PENALTIES, "weights": WEIGHTS, "vetoes": VETOES,
          "bars": BARS, "parts and what does not apply": TREATMENTS}  # fmt: skip


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_clause_of_the_result_has_a_table_of_eight_rows_or_more(table: list[tuple[Any, ...]]) -> None:
    assert len({one[0] for one in table}) == len(table) >= 8
