"""The mistakes of real tables, and whatever else a rubric says against itself: found, and pointed at exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import errors
from integrity_cli.lang import Lang
from integrity_cli.reading.loader import load
from integrity_cli.reading.locate import Locator
from integrity_cli.rubric.facts import Test
from integrity_cli.scoring import score
from integrity_cli.sources import Overlay, WorkingTree
from tests.pages import section
from tests.test_examples import EXAMPLES, SMALL, findings_of
from tests.test_real_tables import TABLES
from tests.tools import SAMPLE

RUBRIC = SMALL.read("rubric.yaml").decode("utf-8")
ROWS = section("docs/rubric.md", "十二种说不通的话").rows


def campaign(right: str, wrong: str) -> Overlay:
    """The small campaign with one place of its rubric written otherwise."""
    assert RUBRIC.count(right) == 1, right
    return Overlay(SMALL, {"rubric.yaml": RUBRIC.replace(right, wrong).encode("utf-8")})


def examples_in(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_there_are_twelve_mistakes_in_order() -> None:
    assert [row[0].split()[0] for row in ROWS] == [str(number) for number in range(1, 13)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].split()[0])
def test_a_mistake_of_a_real_table_has_examples_that_are_found_by_the_codes_named(row: list[str]) -> None:
    _, _, codes, examples = row
    shown = examples_in(examples)
    found = {one["code"] for name in shown for one in findings_of(EXAMPLES / "flagged" / name)}
    assert shown
    assert found == set(codes.split("、")) - {"Y005"}, "ids that are keys repeat as keys, in an example of their own"


def test_every_example_after_a_real_table_is_listed_and_names_its_source() -> None:
    folders = {folder.name for folder in (EXAMPLES / "flagged").iterdir() if "--table-" in folder.name}
    assert folders == {name for row in ROWS for name in examples_in(row[3]) if "--table-" in name}
    for name in folders - {"S102-unknown-key--table-20-veto-with-points"}:
        assert (EXAMPLES / "flagged" / name / "rubric.yaml").read_text("utf-8").startswith("# "), name


def test_the_own_rubric_says_nothing_against_itself() -> None:
    assert [one.code for one in check(load(SAMPLE)) if one.family == "R"] == []


POINTED = [
    ("{each: {cases: all, where: {major: yes, deliberated: no}}", "{each: nothing", "R605", "nothing"),
    (
        "{each: {cases: all, where: {major: yes, deliberated: no}}",
        "{each: {cases: all, where: {great: yes}}",
        "R607",
        "great",
    ),
    ("finding: certificate_not_shown", "cases: all, where: {kind: [penalty, fine]}", "R608", "fine"),
    ("{once: {finding: certificate_not_shown}", "{once: {cases: all, plan: goals}", "R606", "plan"),
    ("when: {finding: forged_material}", "when: {cases: all, where: {size: present}}", "R607", "size"),
    ("when: {finding: forged_material}", "when: {entries: meeting, within: spring}", "R609", "spring"),
    ("when: {finding: forged_material}", "when: {figure: water}", "R616", "water"),
    ("when: {filing: plan, where: {in_time: no}}", "when: {filing: plan, where: {in_time: never}}", "R608", "never"),
    ("when: {filing: plan, where: {in_time: no}}", "when: {fact: late}", "R605", "late"),
    ("when: {filing: plan, where: {in_time: no}}", "when: late", "R605", "late"),
    (
        "present: {finding: notice_of_criticism}",
        "present: {finding: notice_of_criticism, within: spring}",
        "R609",
        "spring",
    ),
    (
        "present: {entries: activity, where: {named_day: present}}",
        "present: {entries: activity, where: {day: present}}",
        "R607",
        "day",
    ),
    ("present: {entries: activity, where: {named_day: present}}", "present: activities", "R605", "activities"),
    (
        "{cases: all, where: {public: yes, days_to_publish: {max: 20}}}",
        "{cases: all, where: {closed_on: {in: spring}}}",
        "R609",
        "spring",
    ),
    (
        "rule: {count: meetings, full_at: 2}",
        "rule: {count: {fact: meetings, within: winter}, full_at: 2}",
        "R606",
        "within",
    ),
    ("- {points: 1.00, judgement: {step: 0.25}}", "- {points: 1.00, judgement: {step: 0.30}}", "R604", "0.30"),
    ("worth: {satisfied: 1, fairly", "worth: {satisfied: 0.9, fairly", "R604", "0.9"),
]


DESERVED = {
    "01-zhenjiang": {"A1.1": "R619"},  # the charges of an item of 10 points were cut off, and only one of 2 was seen
    "29-weights": {
        "H2": "R624",  # the source adds +2, +1, +0.5 for honours and does not say what one honour at two levels counts
        "H3": "R624",
        "G1.1": "R622",  # the sources do not say what becomes of a unit with nothing to check, or too few answers
        "E1.1": "R619 R622",  # the worst answer is still worth 40 to 59
    },
}
"""What the real tables are rightly warned of: rows and codes."""


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_real_table_is_warned_of_what_it_leaves_open(table: Path) -> None:
    found: dict[str, str] = {}
    for one in check(load(WorkingTree(table))):
        row = str(one.message.facts["row"])
        found[row] = f"{found.get(row, '')} {one.code}".strip()
    assert found == DESERVED.get(table.name, {})


@pytest.mark.parametrize(("right", "wrong", "code", "culprit"), POINTED)
def test_the_carets_stand_under_the_culprit(right: str, wrong: str, code: str, culprit: str) -> None:
    """In charges, vetoes, bars, bonus and penalty as anywhere else."""
    made = load(campaign(right, wrong))
    found = [one for one in check(made) if one.code == code]
    (placed,) = Locator(made.source_of).locate(found)
    assert placed.line is not None
    assert placed.line[placed.position.column - 1 : placed.position.end - 1] == culprit


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        (
            "levels: methods, steps: [{at_least: 1, earn: 0.50}",
            "levels: methods, steps: [{at_least: 3, earn: 0.50}",
            "R620",
        ),
        (
            "worth: {satisfied: 1, fairly: 0.6, dissatisfied: 0}",
            "worth: {satisfied: 0, fairly: 1, dissatisfied: 1}",
            "R620",
        ),
        ("cases: all, where: {public: yes}}\n", "cases: all, where: {public: true}}\n", "R608"),
        (
            "rule: {count: meetings, full_at: 2}",
            "rule: {levels: {fact: meetings, equals: 2}, steps: [{at_least: 1, earn: 1.00}]}",
            "R626",
        ),
        ("  - id: V2", "  - id: V1", "R602"),
    ],
)
def test_what_would_give_a_wrong_number_gives_none(right: str, wrong: str, code: str) -> None:
    """Each of these once scored the unit without a word."""
    made = load(campaign(right, wrong))
    found = check(made)
    assert [one.code for one in errors(found)] == [code]
    card = score(made, "water", found)
    assert (card.state, card.total) == ("unscored", None)


@pytest.mark.parametrize(("written", "holds"), [("22", True), ("22.0", True), ("2", False), ("no", False)])
def test_a_number_is_compared_by_what_it_comes_to(written: str, holds: bool) -> None:
    test = Test(any_of=(written,))
    assert test.holds([22], None) is holds
    assert test.holds([Decimal("22.00")], None) is holds


def test_an_answer_is_compared_as_an_answer() -> None:
    assert Test(any_of=("yes",)).holds([True], None)
    assert not Test(any_of=("1",)).holds([True], None)


def test_a_finding_says_the_same_numbers_in_both_languages() -> None:
    """Points and sums stand in both sentences, so that neither reader has to ask the other."""
    made = load(campaign("losses: [0.20, 0.60, 1.20]", "losses: [0.20, 1.20, 0.60]"))
    (found,) = check(made)
    for lang in Lang:
        assert {"B1.2", "1.2", "0.6"} <= set(re.findall(r"B1\.2|(?<!B)\d\.\d", found.message.say(lang)))
