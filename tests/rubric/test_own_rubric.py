"""The rubric that ships: all requirements, exact clauses, the points it says it holds."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from integrity_cli.reading.loader import load
from integrity_cli.rubric.model import Parts, Requirement, Rubric
from integrity_cli.rubric.rules import Judgement
from tests.tools import ROOT, SAMPLE

STAGES = {"S1": 2, "S2": 5, "S3": 2, "S4": 8, "S5": 4}
ITEMS = {
    "A1": 7, "A2": 7, "A3": 8,
    "B1": 6, "B2": 9, "B3": 8, "B4": 8,
    "C1": 5, "C2": 7, "C3": 7,
    "D1": 4, "D2": 4, "D3": 3,
}  # fmt: skip


def rubric() -> Rubric:
    found = load(SAMPLE).rubric
    assert found is not None
    return found


def requirements() -> dict[str, Requirement]:
    return {one.id: one for _, one in rubric().placed()}


def test_it_holds_the_104_requirements_and_the_survey() -> None:
    expected = {f"{item}.{n}" for item, many in (ITEMS | STAGES).items() for n in range(1, many + 1)}
    assert len(expected) == 104
    assert set(requirements()) == expected | {"C2.SAT"}


def test_every_clause_is_an_exact_part_of_the_notice() -> None:
    notice = (ROOT / "docs" / "notice.zh.md").read_text(encoding="utf-8")
    for one in requirements().values():
        assert one.clause in notice, one.id


def test_the_clauses_of_sections_three_and_four_leave_only_headings_and_purposes() -> None:
    """What no requirement quotes is headings, stage titles, punctuation and clauses that only state a purpose."""
    notice = (ROOT / "docs" / "notice.zh.md").read_text(encoding="utf-8")
    text = notice[notice.index("## 三、创建标准") : notice.index("附件:2014年")]
    for one in sorted(requirements().values(), key=lambda one: -len(one.clause)):
        text = text.replace(one.clause, "¶", 1) if one.id != "C2.SAT" else text
    for purpose in (
        "营造诚实守信的良好舆论氛围,增强本单位的公信力", "提高群众依法办事的意识和能力", "确保法律法规的正确实施",
        "做到群众喜闻乐见,教育深入浅出",
        "让大家学有榜样、做有标杆,用典型的力量激发广大执法人员和行政相对人的诚信意识,促进全社会形成诚信为本、守信光荣、失信可耻的良好社会氛围",
    ):  # fmt: skip
        assert purpose in text
        text = text.replace(purpose, "")
    left = [piece for piece in re.split(r"[¶\s,。;.]+", text) if piece]
    headings = re.compile(
        r"#+|[一二三四五]、.*|\([一二三四]\).*|[1-4]|第[一二三四五]阶段:.*|强化.*|加强.*|实施.*|执法.*|建立.*|接受.*|突出.*|"
        r"流程图主要内容应包括:|各参建单位|在|基础上|并|、"
    )
    assert [piece for piece in left if not headings.fullmatch(piece)] == []


def test_the_base_is_100_points() -> None:
    assert {system.id: system.points for system in rubric().systems} == {
        "A": Decimal(20), "B": Decimal(40), "C": Decimal(25), "D": Decimal(15), "S": Decimal(0),
    }  # fmt: skip
    assert sum(row.points for row in rubric().rows()) == 100
    assert requirements()["C2.SAT"].points == 10


def test_system_a_is_computed_but_for_its_judged_halves() -> None:
    judged = {row.id for row in rubric().rows() if row.requirement.startswith("A") and isinstance(row.rule, Judgement)}
    assert judged == {"A1.5/2", "A2.2/3", "A2.7/2", "A3.7/2"}


@pytest.mark.parametrize("id_", ["D2.2", "D3.1", "D3.2", "D3.3"])
def test_what_the_notice_leaves_optional_costs_nothing(id_: str) -> None:
    one = requirements()[id_]
    assert (one.duty, one.points) == ("optional", Decimal(0))


def test_only_what_this_project_adds_says_why() -> None:
    assert [one.id for one in requirements().values() if one.ours] == ["C2.SAT"]


def test_parts_are_worth_what_their_requirement_is() -> None:
    for one in requirements().values():
        if isinstance(one.rule, Parts):
            assert sum(part.points for part in one.rule.parts) == one.points, one.id


def test_only_three_requirements_are_left_to_judgement_alone() -> None:
    judged = [one.id for one in requirements().values() if all(isinstance(row.rule, Judgement) for row in one.rows())]
    assert judged == ["B3.4", "S1.2", "S3.2"]


def test_a_judged_part_stands_only_beside_computed_ones() -> None:
    parts = [row.id for row in rubric().rows() if row.part is not None and isinstance(row.rule, Judgement)]
    assert parts == [
        "A1.5/2", "A2.2/3", "A2.7/2", "A3.7/2", "B3.1/2", "B3.2/2", "B3.3/2", "B3.5/2", "D1.2/2",
    ]  # fmt: skip


def test_the_bonus_is_at_most_ten_and_comes_only_from_what_is_optional() -> None:
    bonus = rubric().bonus
    assert bonus is not None
    assert bonus.cap == 10
    optional = {one.id for one in requirements().values() if one.duty == "optional"}
    assert {row.requirement for row in bonus.rows} == optional


def test_every_veto_and_bar_names_a_grade_and_a_basis() -> None:
    notice = (ROOT / "docs" / "notice.zh.md").read_text(encoding="utf-8")
    assert all(veto.basis in notice for veto in rubric().vetoes)
    assert [bar.highest_grade for bar in rubric().bars] == ["良好"] * 3
