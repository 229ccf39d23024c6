"""What counts is what the snapshot holds: real repositories, and whatever can be committed after a deadline."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from integrity_cli.checks import check
from integrity_cli.domain.diagnostic import errors
from integrity_cli.lang import Lang
from integrity_cli.reading.loader import load, load_for_score
from integrity_cli.rendering.page import Page, paragraph
from integrity_cli.rendering.score.late import late_lines
from integrity_cli.sources import Commit, Overlay
from tests.frozen.tools import (
    BEFORE_THE_DEADLINE,
    FAVOURABLE,
    FOLDER,
    LEDGER,
    PLAN,
    SNAPSHOTS,
    UNIT,
    Cards,
    History,
    bare,
    git,
    late_of,
    of,
    only,
    printed,
    sample_history,
    scored,
)
from tests.test_examples import SMALL
from tests.tools import SAMPLE

# -- nothing that comes later changes a score


def test_freezing_changes_nothing_and_says_nothing(frozen_once: History, before: Cards) -> None:
    cards = scored(of(frozen_once))
    assert json.dumps(cards) == json.dumps(before)
    assert load_for_score(of(frozen_once)).late == {}


def test_a_commit_with_a_forged_earlier_date_changes_no_score(frozen: History, before: Cards) -> None:
    texts = {one: printed(frozen, *one) for one in ((Lang.ZH, "text"), (Lang.EN, "markdown"))}
    frozen.write(LEDGER, frozen.read(LEDGER) + FAVOURABLE)
    forged = frozen.commit("补登", **BEFORE_THE_DEADLINE)
    assert git(frozen.root, "show", "-s", "--format=%ad %cd", "--date=short", forged) == "2014-11-20 2014-11-20"
    cards = scored(of(frozen))
    assert json.dumps(bare(cards)) == json.dumps(before)
    assert late_of(cards) == [("self_check", "E-900", "added", "no")]
    (words,) = late_lines(load_for_score(of(frozen)).late[UNIT])
    for (lang, format_), text in texts.items():
        lines = "".join(f"{line}\n" for line in paragraph("", words.say(lang), Page(lang)))
        listed = lines if format_ == "text" else f"- {words.say(lang)}\n\n"
        assert printed(frozen, lang, format_).replace(listed, "", 1) == text
    assert scored(Commit(frozen.root, "HEAD"), UNIT) == only(cards, UNIT)
    counted = scored(of(frozen), UNIT, as_frozen=False)[UNIT]
    assert float(counted["total"]) > float(before[UNIT]["total"]), "had it counted, it would have brought points"


def test_admitted_by_name_it_counts_as_if_it_had_been_there(frozen: History, before: Cards) -> None:
    frozen.write(LEDGER, frozen.read(LEDGER) + FAVOURABLE)
    frozen.commit("补登", **BEFORE_THE_DEADLINE)
    frozen.admit("self_check", unit=UNIT, entry="E-900")
    cards, real = scored(of(frozen), UNIT), scored(of(frozen), UNIT, as_frozen=False)
    assert json.dumps(bare(cards)) == json.dumps(real)
    assert float(cards[UNIT]["total"]) > float(before[UNIT]["total"])
    assert late_of(cards) == [("self_check", "E-900", "added", "yes")]
    assert cards[UNIT]["late"][0]["reason"] == "平台停机。"
    assert "E-900（新增）；理由：平台停机。" in "".join(printed(frozen, Lang.ZH).split("\n"))
    # What the unit does to it afterwards was not admitted.
    frozen.replace(LEDGER, "hours: 16\n", "hours: 90\n")
    frozen.commit()
    later = scored(of(frozen), UNIT)
    assert bare(later) == bare(cards)
    assert late_of(later) == [("self_check", "E-900", "changed", "no"), ("self_check", "E-900", "added", "yes")]
    frozen.admit("self_check", unit=UNIT, entry="E-900", reason="更正学时。")
    again = scored(of(frozen), UNIT)
    assert json.dumps(bare(again)) == json.dumps(scored(of(frozen), UNIT, as_frozen=False))
    assert [one["reason"] for one in again[UNIT]["late"]] == ["更正学时。"]


def withdrawn(history: History) -> None:
    history.replace(
        LEDGER,
        "    people: 20\n    original:",
        "    people: 20\n    withdrawn: {on: 2015-02-12, reason: 记错。}\n    original:",
    )


def grown(history: History) -> None:
    history.replace(LEDGER, "    hours: 2.5\n", "    hours: 25\n")


def removed(history: History) -> None:
    shutil.rmtree(history.root / FOLDER)


def broken(history: History) -> None:
    history.write(LEDGER, "entries: [\n")


def in_another_file(history: History) -> None:
    history.write(f"{FOLDER}/evidence/late.yaml", f"entries:{FAVOURABLE}")


def with_other_powers(history: History) -> None:
    history.write(f"{FOLDER}/powers.yaml", "powers: []\n")


def a_file_in_place_of_the_units(history: History) -> None:
    shutil.rmtree(history.root / "records" / "units")
    history.write("records/units", "moved\n")


def of_an_unknown_unit(history: History) -> None:
    history.write("records/units/nobody/plan.yaml", "title: 冒名\n")


LATE = {
    withdrawn: [("self_check", "E-002", "changed", "no")],
    grown: [("self_check", "E-002", "changed", "no")],
    broken: [("self_check", "evidence", "changed", "no")],
    in_another_file: [("self_check", "E-900", "added", "no")],
    with_other_powers: [("self_check", "powers", "changed", "no")],
    of_an_unknown_unit: [],
}


@pytest.mark.parametrize("change", LATE, ids=lambda change: change.__name__)
def test_whatever_is_done_after_the_freeze_is_listed_and_moves_nothing(
    frozen: History, before: Cards, change: Any
) -> None:
    change(frozen)
    frozen.commit()
    cards = scored(of(frozen), UNIT)
    assert json.dumps(bare(cards)) == json.dumps(only(before, UNIT))
    assert late_of(cards) == LATE[change]


@pytest.mark.parametrize("change", [removed, a_file_in_place_of_the_units], ids=lambda change: change.__name__)
def test_what_is_removed_after_the_freeze_still_counts(frozen: History, before: Cards, change: Any) -> None:
    change(frozen)
    frozen.commit()
    cards = scored(of(frozen), UNIT)
    assert json.dumps(bare(cards)) == json.dumps(only(before, UNIT))
    assert {change for _, _, change, _ in late_of(cards)} == {"removed"}
    assert ("planning", "plan", "removed", "no") in late_of(cards)


def test_moving_reordering_and_rewriting_is_not_late(frozen: History, before: Cards) -> None:
    entries = frozen.read(LEDGER).removeprefix("entries:\n").split("  - id: ")[1:]
    moved, kept = entries[0], entries[:0:-1]
    frozen.write(LEDGER, "# 重排\nentries:\n" + "".join(f"  - id: {one.rstrip()}\n" for one in kept))
    frozen.write(f"{FOLDER}/evidence/2013.yaml", f"entries:\n  - id: {moved}")
    crlf = frozen.read(PLAN).replace("\n", "\r\n")
    frozen.write(PLAN, crlf)
    frozen.commit()
    assert crlf.count("\r\n") > 1
    assert scored(of(frozen), UNIT) == only(before, UNIT)


# -- stages, records and papers


def test_each_stage_freezes_its_own(tmp_path: Path) -> None:
    history = sample_history(tmp_path / "c")
    history.freeze("planning")
    history.write(LEDGER, history.read(LEDGER) + FAVOURABLE)
    history.write(PLAN, "title: 另一份方案\n")
    history.commit()
    cards = scored(of(history), UNIT)
    assert late_of(cards) == [("planning", "plan", "changed", "no")]
    plan_as_before = Overlay(of(history), {PLAN: SAMPLE.read(PLAN), SNAPSHOTS: None})
    assert bare(cards) == scored(plan_as_before, UNIT, as_frozen=False), "the ledger is not frozen yet"


def test_a_late_plan_with_an_extension_counts_once_it_is_admitted(tmp_path: Path, before: Cards) -> None:
    plan = "records/units/quality/plan.yaml"
    history = sample_history(tmp_path / "c", Overlay(SAMPLE, {plan: None}))
    history.freeze("planning")
    history.write(plan, SAMPLE.read(plan).decode("utf-8"))
    history.commit()
    cards = scored(of(history), "quality")
    assert "total" not in cards["quality"]
    assert late_of(cards, "quality") == [("planning", "plan", "added", "no")]
    history.admit("planning", unit="quality", record="plan", reason="已批准延期。")
    admitted = scored(of(history), "quality")
    assert json.dumps(bare(admitted)) == json.dumps(only(before, "quality"))
    assert late_of(admitted, "quality") == [("planning", "plan", "added", "yes")]


def test_the_paper_of_an_entry_comes_with_it(frozen: History) -> None:
    paper = "学员签到\n"
    digest = hashlib.sha256(paper.encode()).hexdigest()
    named = f"{FAVOURABLE}    attachment: attachments/qiandao.csv\n    sha256: {digest}\n"
    frozen.write(LEDGER, frozen.read(LEDGER) + named)
    frozen.write(f"{FOLDER}/attachments/qiandao.csv", paper)
    frozen.write(f"{FOLDER}/attachments/other.csv", "别的\n")
    frozen.commit()
    frozen.admit("self_check", unit=UNIT, entry="E-900")
    campaign = load_for_score(of(frozen))
    assert errors(check(campaign)) == ()
    assert f"{FOLDER}/attachments/qiandao.csv" in campaign.attachments
    assert late_of(scored(of(frozen), UNIT)) == [
        ("self_check", "attachments/other.csv", "added", "no"),
        ("self_check", "E-900", "added", "yes"),
        ("self_check", "attachments/qiandao.csv", "added", "yes"),
    ]


def test_a_ledger_that_could_not_be_read_at_the_deadline_is_admitted_whole(tmp_path: Path, before: Cards) -> None:
    history = sample_history(tmp_path / "c", Overlay(SAMPLE, {LEDGER: b"entries: [\n"}))
    history.freeze("planning", "self_check")
    history.write(LEDGER, SAMPLE.read(LEDGER).decode("utf-8"))
    history.commit()
    assert scored(of(history), UNIT)[UNIT]["state"] == "unscored"
    history.admit("self_check", unit=UNIT, record="evidence")
    cards = scored(of(history), UNIT)
    assert json.dumps(bare(cards)) == json.dumps(only(before, UNIT))
    assert late_of(cards) == [("self_check", "evidence", "changed", "yes")]


def test_an_entry_that_the_office_speaks_of_is_known_though_it_came_late(frozen: History) -> None:
    review, ledger = "records/office/reviews/transport/r08.yaml", "records/units/transport/evidence.yaml"
    frozen.write(ledger, frozen.read(ledger) + FAVOURABLE)
    refusal = "entries:\n  - {entry: E-900, outcome: refused, reason: 截止后才到。}\n"
    frozen.write(review, re.sub("^entries:\n|\\Z", refusal, frozen.read(review), count=1, flags=re.MULTILINE))
    for campaign in (load(of(frozen)), load_for_score(of(frozen))):
        assert errors(check(campaign)) == ()
    frozen.replace(review, "entry: E-900", "entry: E-901")
    assert [one.code for one in errors(check(load_for_score(of(frozen))))] == ["L208"]


# -- what the office removed, and what must not be shown


REDACTIONS = "records/office/redactions.yaml"


def redacted(history: History, path: str, *fields: str, entry: str | None = None) -> None:
    """Registers that something was removed; a campaign may have such a register already."""
    said = {"entry": entry, "fields": f"[{', '.join(fields)}]"} if entry else {}
    rest = {"datum": "name", "removed_on": "2015-02-13", "reason": "写了姓名。", "decision": "示法监决〔2015〕9号"}
    item = f"  - path: {path}\n" + "".join(f"    {key}: {value}\n" for key, value in (said | rest).items())
    there = history.read(REDACTIONS).rstrip("\n") if (history.root / REDACTIONS).is_file() else "redactions:"
    history.write(REDACTIONS, f"{there}\n{item}")


def test_a_note_that_was_removed_by_decision_is_not_read_from_the_old_commit(frozen: History, before: Cards) -> None:
    note = "三人从局属剧团转岗，未参加执法资格考试。"
    frozen.replace(LEDGER, f"    note: {note}\n", "")
    redacted(frozen, LEDGER, "note", entry="E-006")
    frozen.commit()
    campaign = load_for_score(of(frozen))
    assert errors(check(campaign)) == ()
    assert note.encode() in SAMPLE.read(LEDGER)
    assert note.encode() not in campaign.source.read(LEDGER)
    assert scored(of(frozen), UNIT) == only(before, UNIT), "and it did not come late"


def test_a_title_removed_from_an_entry_that_had_moved_is_not_missing_in_the_old_file(
    frozen: History, before: Cards
) -> None:
    """The redaction names the file in which the entry stands today; the snapshot has it in another."""
    head, entry, tail = re.split(r"(?s)(?<=\n)(  - id: E-006\n.*?\n)(?=\n)", frozen.read(LEDGER))
    moved = f"{FOLDER}/evidence/roster.yaml"
    frozen.write(LEDGER, head + tail)
    frozen.write(moved, "entries:\n" + re.sub("    title: .*\n", "", entry))
    redacted(frozen, moved, "title", entry="E-006")
    frozen.commit()
    campaign = load_for_score(of(frozen))
    assert errors(check(campaign)) == ()
    assert campaign.read.count(moved) == 0
    assert bare(scored(of(frozen), UNIT)) == only(before, UNIT)


def test_a_paper_that_was_removed_by_decision_is_not_taken_from_the_old_commit(tmp_path: Path) -> None:
    history, paper = sample_history(tmp_path / "c", SMALL), "records/units/water/attachments/survey.csv"
    history.freeze("self_check")
    (history.root / paper).unlink()
    redacted(history, paper)
    history.commit()
    campaign = load_for_score(of(history))
    assert paper not in campaign.source.paths()
    assert errors(check(campaign)) == ()
    assert campaign.late == {}


def test_a_name_that_came_late_is_not_repeated(frozen: History, before: Cards) -> None:
    number = "11010519491231002X"  # the published example of an identity number with a right check digit
    frozen.write(f"{FOLDER}/attachments/{number}.csv", "x\n")
    frozen.commit()
    cards = scored(of(frozen), UNIT)
    assert bare(cards) == only(before, UNIT)
    assert len(late_of(cards)) == 1
    for format_ in ("text", "markdown", "json"):
        assert number not in printed(frozen, Lang.ZH, format_)
