"""What a change does, as a clerk reads it: the scores are two real scorings, and the lines account for them."""

from __future__ import annotations

import json
import re
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len

from integrity_cli.lang import Lang
from integrity_cli.reading.change import change_between
from integrity_cli.rendering.feedback.markdown import ROOM
from integrity_cli.sources import Commit, Overlay, Proposed
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, Manner
from integrity_cli.tasks.score import score
from integrity_cli.tasks.validate import HandedIn
from tests.changes.campaign import LEDGER, OFFICE, UNIT, WATER, edited, ledger, text_of, training
from tests.changes.tools import Repository, git, judged, repository_of
from tests.tools import ROOT, SAMPLE, integrity

CULTURE = "records/units/culture/evidence.yaml"
ACCOUNT = "sl-wenguangxin"
ENTRIES = """
  - id: E-012
    kind: training
    title: 行政处罚法专题培训
    happened_on: 2014-12-04
    topic: law
    audience: officers
    hours: 4
    people: 82
  - id: E-013
    kind: meeting
    title: 专题研究演出市场执法
    happened_on: 2014-12-22
    topic: programme
    chaired_by: head
    people: 12
"""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample campaign as a repository, with an honest change on the branch `work`."""
    repository = repository_of(SAMPLE, tmp_path_factory.mktemp("feedback") / "活动")
    repository.branch("work")
    repository.write({CULTURE: SAMPLE.read(CULTURE).decode("utf-8") + ENTRIES})
    repository.commit("新增两条")
    return repository.root


@pytest.fixture
def repository(template: Path, tmp_path: Path) -> Repository:
    return Repository(Path(shutil.copytree(template, tmp_path / "活动", symlinks=True)))


def scored(repository: Path, revision: str, unit: str) -> dict[str, Any]:
    """A real scoring of a commit, as `integrity score --format json` prints it."""
    data: dict[str, Any] = json.loads(score(Commit(repository, revision), unit, "json", Manner(Lang.ZH)).data)
    return data


def rows(card: dict[str, Any]) -> dict[str, str | None]:
    """The figure of every row of a scorecard."""
    return {
        row["id"]: row.get("points")
        for system in card["systems"]
        for item in system["items"]
        for requirement in item["requirements"]
        for row in requirement["rows"]
    }


def table(page: str) -> dict[str, tuple[str, str, str]]:
    """The lines that moved, as the comment shows them."""
    cells = re.findall(r"^\| (\S+) [^|]*\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", page, re.MULTILINE)
    return {id_: (before, after, by) for id_, before, after, by in cells if id_ not in {"考核项", "line"}}


def test_an_honest_change_is_exit_0_and_shows_two_real_scorings(template: Path) -> None:
    """As the program itself prints it, from a clone: the scores before and after, and every line that moved."""
    ran = integrity("validate", "--base", "main", "--actor", ACCOUNT, "--format", "markdown", cwd=template)
    assert ran.code == CLEAN
    before, after = (scored(template, revision, "culture") for revision in ("main", "work"))
    by = Decimal(after["total"]) - Decimal(before["total"])
    assert f"**暂计 {before['total']} → {after['total']} 分（{by:+}），待定 {after['open_points']} 分**" in ran.out
    moved = {id_: (old, rows(after)[id_]) for id_, old in rows(before).items() if rows(after)[id_] != old}
    assert len(moved) >= 3
    assert {id_: sides[:2] for id_, sides in table(ran.out).items()} == moved
    assert sum(Decimal(sides[2]) for sides in table(ran.out).values()) == by, "the lines account for the difference"


def test_json_says_the_same_and_keeps_to_its_schema(template: Path) -> None:
    handed_in = HandedIn(Proposed(template, "main", "work"), (ACCOUNT,))
    data = json.loads(judged(handed_in, Lang.ZH, "json").data)
    schema = json.loads((ROOT / "docs/schemas/findings.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)
    (unit,) = data["change"]["units"]
    before, after = (scored(template, revision, "culture") for revision in ("main", "work"))
    assert (unit["before"]["total"], unit["after"]["total"]) == (before["total"], after["total"])
    assert unit["added"] == ["E-012", "E-013"]
    shown = table(judged(handed_in, Lang.ZH, "markdown").data)
    assert {line["id"]: line["after"]["points"] for line in unit["lines"]} == {
        id_: one[1] for id_, one in shown.items()
    }


def test_it_names_what_was_added_and_what_is_newly_supported(repository: Repository) -> None:
    page = judged(HandedIn(Proposed(repository.root, "main", "work"), (ACCOUNT,)), Lang.ZH, "markdown").data
    assert page.startswith("## 可以合并：没有要改的\n")
    assert "台账新增 2 条" in page
    assert "- E-012 2014-12-04 培训：行政处罚法专题培训" in page
    other = repository_of(Overlay(SAMPLE, {CULTURE: b"entries: []\n"}), repository.root.parent / "空")
    other.branch("work")
    other.write({CULTURE: "entries:" + ENTRIES})
    other.commit()
    page = judged(HandedIn(Proposed(other.root, "main", "work"), (ACCOUNT,)), Lang.ZH, "markdown").data
    assert "新得到支撑的考核项" in page
    assert re.search(r"^- A1\.3 定期研究、部署本单位的诚信执法工作$", page, re.MULTILINE)


def test_a_withdrawal_moves_the_score_back(repository: Repository) -> None:
    git(repository.root, "update-ref", "refs/heads/main", "work")
    repository.write(
        {CULTURE: SAMPLE.read(CULTURE).decode("utf-8") + ENTRIES + "    withdrawn: {on: 2015-01-05, reason: 记错。}\n"}
    )
    repository.commit("撤回")
    page = judged(HandedIn(Proposed(repository.root, "main", "work"), (ACCOUNT,)), Lang.ZH, "markdown").data
    assert "撤回 1 条" in page
    assert "- E-013 2014-12-22 会议：专题研究演出市场执法" in page
    assert all(by.startswith("-") for _, _, by in table(page).values() if Decimal(by))
    assert table(page)


def test_where_there_is_something_to_mend_it_says_so_first(repository: Repository) -> None:
    repository.write({CULTURE: SAMPLE.read(CULTURE).decode("utf-8") + ENTRIES.replace("hours: 4", "hours: 四")})
    repository.commit("写错")
    outcome = judged(HandedIn(Proposed(repository.root, "main", "work"), (ACCOUNT,)), Lang.ZH, "markdown")
    assert outcome.exit_code == FINDINGS
    assert outcome.data.startswith("## 还不能合并：要改 1 处\n")
    assert "→ 未能计分**" in outcome.data
    line = (SAMPLE.read(CULTURE).decode("utf-8") + ENTRIES).split("    hours: 4\n")[0].count("\n") + 1
    assert f"**第 {line} 行第 12 列** 错误 S108" in outcome.data
    assert "`hours: 四`" in outcome.data


def test_a_file_that_is_refused_moves_no_score(repository: Repository) -> None:
    """Otherwise a change of the rubric by a unit would be shown as if it held."""
    rubric = SAMPLE.read("rubric.yaml").decode("utf-8")
    repository.write({"rubric.yaml": rubric.replace("full_at: 3", "full_at: 1", 1)})
    repository.commit("多给")
    plain = judged(HandedIn(Proposed(repository.root, "main", "work~1"), (ACCOUNT,)), Lang.ZH, "markdown").data
    page = judged(HandedIn(Proposed(repository.root, "main", "work"), (ACCOUNT,)), Lang.ZH, "markdown").data
    assert "其中 1 个文件不归这个账号改" in page
    assert table(page) == table(plain)


def test_a_change_of_the_law_shows_every_unit_that_it_moves_and_no_other(repository: Repository) -> None:
    repository.switch("main")
    repository.branch("law")
    filings = SAMPLE.read("records/office/filings.yaml").decode("utf-8")
    assert filings.count("received_on: 2014-12-01") == 1
    repository.write(
        {"records/office/filings.yaml": filings.replace("received_on: 2014-12-01", "received_on: 2014-11-29")}
    )
    repository.commit("更正")
    page = judged(HandedIn(Proposed(repository.root, "main", "law"), (OFFICE,)), Lang.ZH, "markdown").data
    assert re.findall(r"^### .*（(\S+)）$", page, re.MULTILINE) == ["agriculture"]


@pytest.mark.parametrize("lang", Lang)
def test_the_text_says_the_same_within_80_cells(repository: Repository, lang: Lang) -> None:
    handed_in = HandedIn(Proposed(repository.root, "main", "work"), (ACCOUNT,))
    text, page = (judged(handed_in, lang, format_).data for format_ in ("text", "markdown"))
    assert max(map(cell_len, text.split("\n"))) <= 80
    for id_, (before, after, by) in table(page).items():
        assert re.search(
            rf"^  {re.escape(id_)} .*{before} → {after}[（ (]+\{by[0]}{by[1:]}[）)]", text, re.MULTILINE
        ), id_


def test_what_is_not_committed_is_said_not_to_count(repository: Repository) -> None:
    """A clerk's own machine: what lies in the folder is not what is handed in."""
    arguments = ("validate", "--base", "main", "--actor", ACCOUNT, "--lang", "en")
    assert integrity(*arguments, cwd=repository.root).err == ""
    repository.write({CULTURE: (repository.root / CULTURE).read_bytes().replace(b"\n", b"\r\n")})
    assert integrity(*arguments, cwd=repository.root).err == "", "line ends are not content"
    repository.write({CULTURE: SAMPLE.read(CULTURE), "records/units/culture/evidence/new.yaml": "entries: []\n"})
    ran = integrity(*arguments, cwd=repository.root)
    assert ran.code == CLEAN
    assert ran.err == "not committed, and not looked at: 2 files\n"
    bare = repository.root.parent / "bare.git"
    git(repository.root.parent, "clone", "-q", "--bare", repository.root.as_uri(), str(bare))
    git(bare, "symbolic-ref", "HEAD", "refs/heads/work")
    assert integrity(*arguments, cwd=bare).err == "", "a bare repository has no folder to compare"


def test_what_records_say_stays_data_in_a_comment(repository: Repository) -> None:
    """A title that is a link, a mention or a tag is shown and does nothing."""
    title = "'@all <img src=x onerror=alert(1)> [点我](http://evil.example.org) #1 **x** | y'"
    repository.write({CULTURE: SAMPLE.read(CULTURE).decode("utf-8") + ENTRIES.replace("行政处罚法专题培训", title)})
    repository.commit("标题")
    page = judged(HandedIn(Proposed(repository.root, "main", "work"), (ACCOUNT,)), Lang.ZH, "markdown").data
    (line,) = [line for line in page.split("\n") if line.startswith("- E-012")]
    assert "<img" not in line
    assert not re.search(r"(?<!\\)\]\(", line)
    assert "@all" not in line


def test_a_comment_has_room_on_every_forge(tmp_path: Path) -> None:
    """Hundreds of entries and findings: the comment stays below what forges take, and says what it leaves out."""
    from tests.changes.campaign import BASE

    repository = repository_of(BASE, tmp_path / "活动")
    repository.branch("work")
    many = "".join(training(f"E-{n}", f"第 {n} 次学习" + "很长的标题" * 20) for n in range(100, 900))
    wrong = "".join(training(f"E-{n}").replace("hours: 2", "hours: 二") for n in range(900, 999))
    repository.write({LEDGER: text_of(LEDGER) + many})
    repository.commit()
    page = repository.judged(UNIT, format_="markdown").data
    assert len(page.encode("utf-8")) <= ROOM
    shown = len(re.findall("^- E-", page, re.MULTILINE))
    assert f"\n- {800 - shown} more\n" in page
    repository.write({f"{WATER}/evidence/wrong.yaml": ledger(wrong)})
    repository.commit()
    page = repository.judged(UNIT, format_="markdown").data
    assert len(page.encode("utf-8")) <= ROOM
    assert page.startswith("## Not ready to merge: 99 things to mend")


def test_the_pure_change_and_the_one_of_git_are_the_same(template: Path) -> None:
    with Proposed(template, "main", "work").landing() as landing:
        change = change_between(landing.base, landing.tree, landing.changed, (ACCOUNT,))
        assert change.paths == {CULTURE}
        assert not change.refused
        assert change.after.source.read(CULTURE) == Commit(template, "work").read(CULTURE)


def test_edited_texts_are_there_once() -> None:
    with pytest.raises(AssertionError):
        edited(LEDGER, "no such text", "")
