"""What came late is shown wherever a score is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from integrity_cli.checks import check
from integrity_cli.lang import Lang
from integrity_cli.publishing import publish
from integrity_cli.reading.digests import record_digest
from integrity_cli.reading.loader import load, load_for_score
from integrity_cli.rendering.score.late import late_lines
from integrity_cli.scoring import score
from integrity_cli.tasks.outcome import CLEAN, Manner
from integrity_cli.tasks.show import show
from integrity_cli.tasks.status import status
from tests.frozen.tools import (
    FAVOURABLE,
    LEDGER,
    PLAN,
    SNAPSHOTS,
    UNIT,
    History,
    of,
    sample_history,
)
from tests.test_examples import SMALL
from tests.tools import SAMPLE, InMemory

# -- the other commands


def test_show_says_of_a_late_entry_that_it_does_not_count(frozen: History) -> None:
    frozen.write(LEDGER, frozen.read(LEDGER) + FAVOURABLE)
    outcome = show(of(frozen), "E-900", None, Manner(Lang.EN))
    assert outcome.exit_code == CLEAN
    assert outcome.data == "culture came after the snapshot of self-check on 2015-02-11, not counted: E-900\n(added)\n"
    frozen.replace(LEDGER, "    hours: 2.5\n", "    hours: 25\n")
    shown = show(of(frozen), "E-002", UNIT, Manner(Lang.ZH)).data
    assert "学时：2.5" in shown
    assert "E-002（改动）" in shown


def test_the_site_lists_what_came_late_and_changes_nowhere_else(tmp_path: Path) -> None:
    def site() -> dict[str, bytes]:
        campaign = load_for_score(of(history))
        findings = check(campaign)
        return publish(campaign, tuple(score(campaign, unit, findings) for unit in campaign.by_unit))

    history = sample_history(tmp_path / "c", SMALL)
    history.freeze("self_check")
    before = site()
    ledger = "records/units/water/evidence.yaml"
    history.write(ledger, history.read(ledger) + FAVOURABLE)
    history.commit()
    after = site()
    own = {f"{lang}units/water.{suffix}" for lang in ("", "en/") for suffix in ("html", "md")}
    of_data = {"data/scores.json", "data.html", "en/data.html"}
    assert {path for path in after if after[path] != before.get(path)} == own | of_data
    for path, words in (("units/water.html", "E-900（新增）"), ("en/units/water.md", "E-900 (added)")):
        assert words in after[path].decode("utf-8")
        assert words not in before[path].decode("utf-8")
    history.admit("self_check", unit="water", entry="E-900", reason="合并得晚。")
    assert ">2015年2月16日准予计入</td>" in (page := site()["units/water.html"].decode("utf-8"))
    assert ">合并得晚。</span>" in page


def test_without_a_snapshot_nothing_is_read_twice() -> None:
    class Counting(InMemory):
        reads: list[str] = []  # noqa: RUF012 - of this one object

        def read(self, path: str) -> bytes:
            self.reads.append(path)
            return super().read(path)

    source = Counting({path: SAMPLE.read(path) for path in SAMPLE.paths()})
    load(source)
    once, Counting.reads = source.reads, []
    campaign = load_for_score(source)
    assert Counting.reads == [SNAPSHOTS, *once], "to know that there is none, it is asked for"
    assert campaign.source is source


def test_the_words_for_what_came_late_are_in_both_languages(frozen: History) -> None:
    frozen.write(LEDGER, frozen.read(LEDGER) + FAVOURABLE)
    frozen.write(PLAN, "title: 另一份方案\n")
    frozen.commit()
    frozen.admit("self_check", unit=UNIT, entry="E-900", reason="停机。")
    late = load_for_score(of(frozen)).late[UNIT]

    def said(lang: Lang) -> Iterator[str]:
        return (words.say(lang) for words in late_lines(late))

    assert list(said(Lang.ZH)) == [
        "制定方案阶段 2014-12-01 快照之后才到、不计分：创建方案（改动）",
        "自查自评阶段 2015-02-11 快照之后才到、2015-02-16 准予计入：E-900（新增）；理由：停机。",
    ]
    assert list(said(Lang.EN)) == [
        "came after the snapshot of planning on 2014-12-01, not counted: plan (changed)",
        "came after the snapshot of self-check on 2015-02-11, admitted on 2015-02-16: E-900 (added); reason: 停机。",
    ]


def test_status_counts_what_was_frozen_and_shows_the_digest_of_what_stands_today(frozen: History) -> None:
    def said() -> str:
        return status(of(frozen), UNIT, "json", Manner(Lang.EN), date(2015, 2, 12)).data

    before = said()
    frozen.write(LEDGER, frozen.read(LEDGER) + FAVOURABLE)
    assert said() == before
    frozen.write(PLAN, frozen.read(PLAN).replace("title: ", "title: 新", 1))
    digests = [record_digest(PLAN, source.read(PLAN)) for source in (SAMPLE, of(frozen))]
    assert said() == before.replace(str(digests[0]), str(digests[1]))
    assert said() != before
