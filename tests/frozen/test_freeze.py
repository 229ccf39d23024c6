"""`integrity freeze STAGE`: what is written, when it is refused, and that no date of a commit has a say."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from integrity_cli.domain.snapshots import Snapshot, Snapshots
from integrity_cli.lang import Lang
from integrity_cli.reading.loader import read_record
from integrity_cli.reading.snapshot_text import appended, written
from integrity_cli.sources import Commit, Overlay, ProtectedBranch, WorkingTree
from integrity_cli.tasks.freeze import Asked, freeze
from integrity_cli.tasks.outcome import CLEAN, NOTHING, USAGE, Manner
from tests.frozen.tools import LEDGER, SNAPSHOTS, History, git, of, sample_history
from tests.pages import section
from tests.test_examples import SMALL
from tests.tools import Ran, integrity

PLAN = "records/units/water/plan.yaml"
DIGEST = "0" * 64


@pytest.fixture
def campaign(tmp_path: Path) -> History:
    """The small campaign as a repository."""
    return sample_history(tmp_path / "活动", SMALL)


def ran(history: History, *arguments: str, lang: str = "en") -> Ran:
    return integrity("freeze", *arguments, "--root", str(history.root), "--lang", lang)


def snapshots(history: History) -> tuple[Snapshot, ...]:
    record, findings = read_record(SNAPSHOTS, (history.root / SNAPSHOTS).read_bytes(), Snapshots)
    assert record is not None
    assert list(findings) == []
    return record.snapshots


def refused(history: History, *arguments: str) -> str:
    """What is said in English where nothing is frozen; in Chinese something is said as well."""
    files = {path: path.read_bytes() for path in sorted(history.root.rglob("*")) if path.is_file()}
    said = {lang: ran(history, *arguments, lang=lang) for lang in ("zh", "en")}
    for one in said.values():
        assert (one.code, one.out) == (USAGE, "")
    assert any("\u4e00" <= character <= "\u9fff" for character in said["zh"].err)
    assert {path: path.read_bytes() for path in sorted(history.root.rglob("*")) if path.is_file()} == files
    return " ".join(said["en"].err.split())


# -- what is written


def test_the_commit_and_its_manifest_are_written_and_printed(campaign: History) -> None:
    tip = git(campaign.root, "rev-parse", "HEAD")
    done = ran(campaign, "planning", "--on", "2014-12-01")
    (snapshot,) = snapshots(campaign)
    assert (snapshot.stage, snapshot.commit, snapshot.taken_on) == ("planning", tip, date(2014, 12, 1))
    assert done.code == CLEAN
    units = [path for path in SMALL.paths() if path.startswith("records/units/")]
    for shown in (tip, snapshot.manifest, f" {len(units)}\n", "2014-12-01"):
        assert shown in done.out
    assert "merged" in done.err
    chinese, english = campaign.read(SNAPSHOTS).split("\n")[:2]
    assert chinese.startswith("# 快照登记")
    assert english.startswith("# Snapshots")
    assert [path.name for path in (campaign.root / SNAPSHOTS).parent.glob(".*")] == []


def test_the_manifest_can_be_redone_by_the_lines_in_the_documents(campaign: History) -> None:
    if any(shutil.which(name) is None for name in ("bash", "sha256sum", "cut", "sort")):
        pytest.skip("the lines need bash, sha256sum, cut and sort, as GNU has them")
    campaign.write("records/units/water/attachments/名单 (一).csv", "x\n")
    campaign.commit()
    link = git(campaign.root, "hash-object", "-w", "rubric.yaml")
    git(campaign.root, "update-index", "--add", "--cacheinfo", f"120000,{link},records/units/water/attachments/link")
    git(campaign.root, "commit", "-qm", "链接")
    ran(campaign, "self_check", "--on", "2015-02-11")
    (snapshot,) = snapshots(campaign)
    (_, lines) = [fence for fence in section("docs/records/snapshots.md", "清单和复核").fences("sh") for _ in (0, 1)]
    script = "\n".join([f"commit={snapshot.commit}", *lines.split("\n")[1:]])
    done = subprocess.run(["bash", "-c", script], cwd=campaign.root, capture_output=True, text=True, check=True)
    assert done.stdout == f"{snapshot.manifest}  -\n"


def test_the_day_is_that_of_the_office_s_clock_unless_one_is_named(campaign: History) -> None:
    evening = "1417449600"  # 2014-12-01 16:00 UTC is the next day in UTC+8
    integrity("freeze", "planning", "--root", str(campaign.root), SOURCE_DATE_EPOCH=evening)
    assert [one.taken_on for one in snapshots(campaign)] == [date(2014, 12, 2)]


def test_a_second_stage_is_added_and_no_byte_that_stands_there_changes(campaign: History) -> None:
    ran(campaign, "planning", "--on", "2014-12-01")
    campaign.write(SNAPSHOTS, campaign.read(SNAPSHOTS) + "    # 见会议纪要\n")
    campaign.commit()
    before = (campaign.root / SNAPSHOTS).read_bytes()
    assert ran(campaign, "self_check", "--on", "2015-02-11").code == CLEAN
    after = (campaign.root / SNAPSHOTS).read_bytes()
    assert after.startswith(before)
    assert [one.stage for one in snapshots(campaign)] == ["planning", "self_check"]


ONE = Snapshot.model_validate({"stage": "planning", "commit": "a" * 40, "manifest": DIGEST, "taken_on": "2014-12-01"})
OTHER = Snapshot.model_validate(
    {"stage": "self_check", "commit": "b" * 64, "manifest": DIGEST, "taken_on": "2015-02-11"}
)
ADMITTED = f"""\
  admitted:
  - unit: water
    entry: E-001
    commit: {"a" * 40}
    decided_on: 2014-12-03
    reason: |
      第一行
      第二行
"""
BLOCK = f"snapshots:\n{written(ONE)}"


@pytest.mark.parametrize(
    "text",
    [
        BLOCK,
        BLOCK.rstrip("\n"),
        BLOCK.replace("\n", "\r\n"),
        "\ufeff" + BLOCK,
        f"---\n# 开头\n{BLOCK}# 结尾\n\n",
        f"snapshots:   # 冻结\n{written(ONE, 0)}{ADMITTED}",
        f"snapshots:\n{written(ONE, 6)}",
        f"{BLOCK}    admitted: [{{unit: a, record: plan, commit: {'a' * 40}, decided_on: 2014-12-03, reason: x}}]\n",
        "",
        "# 还没有\n",
        "snapshots:\n",
    ],
)
def test_a_file_is_continued_as_it_is_written(text: str) -> None:
    before, _ = read_record(SNAPSHOTS, text.encode("utf-8"), Snapshots)
    content = appended(text.encode("utf-8"), OTHER)
    assert content is not None
    assert content.startswith(text.encode("utf-8"))
    after, _ = read_record(SNAPSHOTS, content, Snapshots)
    assert after is not None
    assert after.snapshots == (*(before.snapshots if before else ()), OTHER)
    assert content.count(b"\r\n") in {0, content.count(b"\n")}


@pytest.mark.parametrize(
    "text", ["snapshots: []\n", f"{BLOCK}...\n", f'"snapshots":\n{written(ONE)}', "snapshots: [\n"]
)
def test_a_file_that_cannot_be_continued_is_left_alone_and_the_lines_are_told(campaign: History, text: str) -> None:
    assert appended(text.encode("utf-8"), OTHER) is None
    if text == "snapshots: []\n":
        campaign.write(SNAPSHOTS, text)
        assert "taken_on: 2015-02-11" in refused(campaign, "self_check", "--on", "2015-02-11")


# -- which commit


def test_only_what_the_branch_itself_stood_at_can_be_frozen_whatever_dates_say(campaign: History) -> None:
    root, early = campaign.root, {"GIT_AUTHOR_DATE": "2014-11-01T00:00:00", "GIT_COMMITTER_DATE": "2014-11-01T00:00:00"}
    first = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "-q", "-b", "work")
    campaign.write("records/units/water/evidence/more.yaml", "entries: []\n")
    aside = campaign.commit("交来", **early)
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-ff", "-m", "合并", "work")
    merged = git(root, "rev-parse", "HEAD")
    assert aside in refused(campaign, "planning", "--on", "2014-12-01", "--commit", "work")
    for revision, expected in ((first, first), ("HEAD~1", first), (merged[:10], merged), (None, merged)):
        asked = Asked("planning", revision, date(2014, 12, 1))
        outcome, content = freeze(of(campaign), ProtectedBranch(root), asked, Manner(Lang.ZH))
        assert outcome.exit_code == CLEAN
        assert f"commit: {expected}".encode() in (content or b"")
    git(root, "checkout", "-q", "work")
    asked = Asked("planning", None, date(2014, 12, 1))
    for branch, expected in (("HEAD", aside), ("main", merged), ("refs/heads/main", merged)):
        _, content = freeze(of(campaign), ProtectedBranch(root, branch), asked, Manner(Lang.ZH))
        assert f"commit: {expected}".encode() in (content or b"")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--branch", "nowhere"], "there is no branch nowhere"),
        (["--branch", "--help"], "there is no branch --help"),
        (["--commit", "0" * 40], f"there is no commit {'0' * 40}"),
        (["--commit", "HEAD:rubric.yaml"], "there is no commit"),
    ],
)
def test_a_branch_or_commit_that_is_not_there_is_told(campaign: History, arguments: list[str], told: str) -> None:
    assert told in refused(campaign, "planning", "--on", "2014-12-01", *arguments)


def test_a_shallow_clone_is_refused_and_told_how_to_deepen(campaign: History, tmp_path: Path) -> None:
    campaign.commit()
    git(tmp_path, "clone", "-q", "--depth", "1", campaign.root.as_uri(), "shallow")
    shallow = History(tmp_path / "shallow")
    assert "git fetch --unshallow" in refused(shallow, "planning", "--on", "2014-12-01")
    git(shallow.root, "fetch", "-q", "--unshallow")
    assert ran(shallow, "planning", "--on", "2014-12-01").code == CLEAN


def test_a_folder_without_a_repository_and_one_without_a_commit_are_told(campaign: History) -> None:
    shutil.rmtree(campaign.root / ".git")
    assert "not a git repository" in refused(campaign, "planning", "--on", "2014-12-01")
    git(campaign.root, "init", "-q")
    assert "there is no branch HEAD" in refused(campaign, "planning", "--on", "2014-12-01")


def test_a_commit_without_records_and_a_folder_without_any_are_refused(campaign: History, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert ran(History(tmp_path / "empty"), "planning").code == NOTHING
    git(campaign.root, "rm", "-rq", "--cached", "records/units")
    git(campaign.root, "commit", "-qm", "空")
    assert "holds no record of any unit" in refused(campaign, "planning", "--on", "2014-12-01")


# -- which stage, and when


@pytest.mark.parametrize("stage", ["mobilisation", "implementation", "acceptance"])
def test_a_stage_at_whose_end_nothing_is_due_is_wrong_usage(campaign: History, stage: str) -> None:
    assert "cannot be frozen; those that can: planning, self_check" in refused(campaign, stage)


def test_a_stage_that_does_not_exist_is_told_with_the_nearest(campaign: History) -> None:
    assert refused(campaign, "selfcheck").endswith("nearest spellings are: self_check")


@pytest.mark.parametrize("day", ["2014-11-30", "2014-11-01"])
def test_before_the_deadline_is_over_nothing_is_frozen(campaign: History, day: str) -> None:
    assert "counts in full" in refused(campaign, "planning", "--on", day)


@pytest.mark.parametrize("day", ["20141201", "2014-02-30", "1/12", ""])
def test_a_day_is_written_in_one_way(campaign: History, day: str) -> None:
    assert "is no day of the calendar" in refused(campaign, "planning", "--on", day)


def test_a_stage_is_frozen_once_also_where_the_folder_is_behind_the_branch(campaign: History) -> None:
    ran(campaign, "planning", "--on", "2014-12-01")
    assert "was frozen on 2014-12-01" in refused(campaign, "planning", "--on", "2014-12-02")
    campaign.commit("冻结")
    git(campaign.root, "checkout", "-q", "-b", "stale", "HEAD~1")
    assert not (campaign.root / SNAPSHOTS).exists()
    assert "was frozen on 2014-12-01" in refused(campaign, "planning", "--on", "2014-12-02", "--branch", "main")


def test_a_record_that_cannot_be_read_or_written_is_told(campaign: History) -> None:
    (campaign.root / SNAPSHOTS).with_name(".snapshots.yaml.new").mkdir()
    said = ran(campaign, "planning", "--on", "2014-12-01")
    assert (said.code, said.out) == (USAGE, "")
    assert "cannot write" in said.err
    assert not (campaign.root / SNAPSHOTS).exists()
    campaign.write(SNAPSHOTS, "snapshots: [\n")
    assert "see integrity validate" in refused(campaign, "planning", "--on", "2014-12-01")


# -- what the office should know


def test_extensions_that_still_run_and_receipts_without_a_document_are_named(tmp_path: Path) -> None:
    """The small campaign extends the self-report of water to 12 February; it was received on the 11th."""
    history = sample_history(tmp_path / "c", Overlay(SMALL, {"records/units/water/self_report.yaml": None}))
    said = " ".join(ran(history, "self_check", "--on", "2015-02-12").err.split())
    assert "water (until 2015-02-12)" in said
    assert "their self-report is not in the snapshot: water" in said
    (history.root / SNAPSHOTS).unlink()
    assert "(until" not in ran(history, "self_check", "--on", "2015-02-13").err


def test_the_folder_may_hold_what_is_not_committed(campaign: History) -> None:
    """What is frozen is the commit; what lies about in the folder has no say, and the next score leaves it out."""
    campaign.write("records/units/water/evidence/draft.yaml", "entries: []\n")
    ran(campaign, "self_check", "--on", "2015-02-11")
    (snapshot,) = snapshots(campaign)
    assert "records/units/water/evidence/draft.yaml" not in Commit(campaign.root, snapshot.commit).paths()
    assert "records/units/water/evidence/draft.yaml" in WorkingTree(campaign.root).paths()
    assert LEDGER not in campaign.read(SNAPSHOTS)
