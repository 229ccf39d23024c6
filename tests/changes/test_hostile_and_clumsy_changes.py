"""What becomes of a change: one line a case, each in a real repository, accepted or refused with its codes.

A case starts on the branch `work`, which begins at `main`; what it does is then handed in by an account.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from integrity_cli.tasks.outcome import CLEAN, FINDINGS
from tests.changes.campaign import (
    ATTACHMENT,
    BASE,
    CALENDAR,
    DECISIONS,
    DIKE,
    FILINGS,
    IDENTITY_NUMBER,
    LEDGER,
    MARK,
    OFFICE,
    OTHER,
    PLAN,
    REDACTIONS,
    REGISTER,
    REVIEW,
    REVIEWER,
    SECOND,
    SECOND_REVIEWER,
    TEAM,
    UNIT,
    WATER,
    WITHDRAWN,
    edited,
    ledger,
    text_of,
    training,
)
from tests.changes.tools import Repository, findings, git, repository_of

Act = Callable[[Repository], object]
Files = Mapping[str, str | None]


class Case(NamedTuple):
    """A change, the account that hands it in, and the codes of what is found, in their order; none is accepted."""

    name: str
    actor: str | tuple[str, ...]
    act: Act
    codes: tuple[str, ...] = ()
    base: str = "main"
    branch: str = ""


def files(*changed: Files) -> Act:
    """One commit that lays files into the folder."""

    def act(repository: Repository) -> None:
        for one in changed:
            repository.write(one)
        repository.commit()

    return act


def then(*acts: Act) -> Act:
    """Several in their order."""

    def act(repository: Repository) -> None:
        for one in acts:
            one(repository)

    return act


def on_main(*acts: Act) -> Act:
    """What comes into `main` meanwhile."""

    def act(repository: Repository) -> None:
        repository.switch("main")
        then(*acts)(repository)
        repository.switch("work")

    return act


def said_by(name: str, mailbox: str, day: str = "1417651200") -> dict[str, str]:
    """What a commit says of its author and its day."""
    who = {f"GIT_{role}_NAME": name for role in ("AUTHOR", "COMMITTER")}
    where = {f"GIT_{role}_EMAIL": mailbox for role in ("AUTHOR", "COMMITTER")}
    return who | where | {f"GIT_{role}_DATE": f"@{day} +0800" for role in ("AUTHOR", "COMMITTER")}


def with_message(message: str, changed: Files, **otherwise: str) -> Act:
    """One commit with a message, and perhaps with an author or a day that are not true."""

    def act(repository: Repository) -> None:
        repository.write(changed)
        repository.commit(message, otherwise)

    return act


def linked(path: str, target: str) -> Act:
    """A symbolic link in the place of a file or a folder."""

    def act(repository: Repository) -> None:
        place = repository.root / path
        if place.is_dir():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
        place.symlink_to(target)
        repository.commit()

    return act


def in_the_index(*arguments: str) -> Act:
    """What no folder on every system can hold, put straight into Git."""

    def act(repository: Repository) -> None:
        git(repository.root, "update-index", *arguments)
        git(repository.root, "commit", "-q", "-m", "改动")

    return act


def put(path: str, content: str) -> Act:
    """A file under a name that not every system can write, put straight into Git."""

    def act(repository: Repository) -> None:
        blob = git(repository.root, "hash-object", "-w", "--stdin", stdin=content.encode("utf-8"))
        entry = f"100644 {blob}\t{path}\0".encode()
        git(repository.root, "update-index", "-z", "--add", "--index-info", stdin=entry)
        git(repository.root, "commit", "-q", "-m", "改动")

    return act


def run(*arguments: str) -> Act:
    """One Git command."""
    return lambda repository: git(repository.root, *arguments)


NEW = {f"{WATER}/evidence/2014-12.yaml": ledger(training("E-071"))}
MORE = {LEDGER: text_of(LEDGER) + training("E-072", "水法学习")}
START, END = (text_of(SECOND).index(f"  - id: {id_}") for id_ in ("E-035", "E-036"))
ENTRY_035 = text_of(SECOND)[START:END]
WITHOUT_035 = text_of(SECOND)[:START] + text_of(SECOND)[END:]
WITHDRAWN_035 = edited(SECOND, ENTRY_035, ENTRY_035 + "    withdrawn: {on: 2015-01-30, reason: 件数记错。}\n")
GIVEN = "  - {requirement: B1.2, points: 1.70, reason: 一篇批评报道属实，已整改，扣三角。}\n"
REDACTION = (
    "redactions:\n  - path: {path}\n    entry: E-035\n    fields: [{fields}]\n    datum: name\n"
    "    removed_on: 2015-01-20\n    reason: 说明里写了姓名。\n    decision: 示法监〔2015〕5号\n"
)
REMOVED = edited(SECOND, "    note: 回访记录里写了一处人名。\n", "")
ENTERED = {REDACTIONS: REDACTION.format(path=SECOND, fields="note")}
OF_DIKE = {f"{DIKE}/evidence.yaml": text_of(f"{DIKE}/evidence.yaml") + training("E-002", "河道条例学习")}
REOPENED = edited(FILINGS, "digest:", "reopened_on: 2014-11-25, reopened_reason: 目标漏了一项。, digest:")
PLAN_EDITED = edited(PLAN, "枯水期每月抽查一次采砂船只。", "枯水期每季度抽查一次采砂船只。")
LEAK = {f"{WATER}/evidence/2014-12.yaml": ledger(training("E-071", f"学习 {IDENTITY_NUMBER}"))}

HONEST = [
    Case("a new file of the ledger", UNIT, files(NEW)),
    Case("an entry added to the ledger", UNIT, files(MORE)),
    Case("nothing at all", UNIT, run("commit", "-q", "--allow-empty", "-m", "空")),
    Case("an entry moved to another file", UNIT, files({SECOND: WITHOUT_035, LEDGER: text_of(LEDGER) + ENTRY_035})),
    Case("entries in another order", UNIT, files({SECOND: ledger(ENTRY_035, WITHOUT_035.removeprefix("entries:\n"))})),
    Case("an entry gains a field", UNIT, files(edited(SECOND, "    covered: 2\n", "    covered: 2\n    note: 见网站首页。\n"))),
    Case("an entry is withdrawn", UNIT, files(WITHDRAWN_035)),
    Case(
        "an entry is withdrawn and replaced",
        UNIT,
        files(
            WITHDRAWN_035,
            {f"{WATER}/evidence/2015-01.yaml": ledger(ENTRY_035.replace("E-035", "E-071").replace("cases: 5", "cases: 6") + "    replaces: E-035\n")},
        ),
    ),
    Case("line ends of Windows in one's own file", UNIT, files({SECOND: text_of(SECOND).replace("\n", "\r\n")})),
    Case("comments and blank lines", UNIT, files({SECOND: "# 台账\n\n" + text_of(SECOND).replace("  - id: E-032", "\n  - id: E-032")})),
    Case("keys in another order", UNIT, files(edited(SECOND, "    covered: 2\n    total: 2\n", "    total: 2\n    covered: 2\n"))),
    Case("quotes around a value", UNIT, files(edited(SECOND, "title: 取水户回访", "title: '取水户回访'"))),
    Case("the profile changes freely", UNIT, files(edited(f"{WATER}/profile.yaml", "清河路8号", "清河路10号"))),
    Case("a report without a digest on record changes freely", UNIT, files(edited(f"{WATER}/self_report.yaml", "采砂抽查当场摇号。", "采砂抽查一律摇号。"))),
    Case("a filed plan keeps its words and loses a comment", UNIT, files({PLAN: "# 方案\n" + text_of(PLAN)})),
    Case("a reopened plan is mended", UNIT, then(on_main(files(REOPENED)), files(PLAN_EDITED))),
    Case("a branch that main has left behind", UNIT, then(files(NEW), on_main(files(OF_DIKE)))),
    Case("both sides changed one file, apart from each other", UNIT, then(files({SECOND: text_of(SECOND) + training("E-073")}), on_main(files(edited(SECOND, "  - id: E-031\n", "  # 公示\n  - id: E-031\n"))))),
    Case("a rebased branch", UNIT, then(files(NEW), on_main(files(OF_DIKE)), run("rebase", "-q", "main"))),
    Case("a branch that merged main", UNIT, then(files(NEW), on_main(files(OF_DIKE)), run("merge", "-q", "--no-edit", "main"))),
    Case("the account in capitals", UNIT.upper(), files(NEW)),
    Case("a commit that names another author", UNIT, with_message("改动", NEW, **said_by(OFFICE, f"{OFFICE}@example.org"))),
    Case("a commit of a day long past", UNIT, with_message("改动", NEW, **said_by("unit", "unit@example.org", "946684800"))),
    Case("author and owner of the fork are both the unit's", (UNIT, UNIT.upper()), files(NEW)),
    Case("a reviewer adds a mark", REVIEWER, files(edited(REVIEW, GIVEN, GIVEN + MARK))),
    Case("a reviewer confirms one more entry", REVIEWER, files(edited(REVIEW, "  - {entry: E-001, outcome: confirmed}\n", "  - {entry: E-001, outcome: confirmed}\n  - {entry: E-002, outcome: confirmed}\n"))),
    Case("a reviewer writes of a unit given to it", SECOND_REVIEWER, files({"records/office/reviews/dike/r02.yaml": "reviewed_on: 2015-02-13\nentries:\n  - {entry: E-001, outcome: confirmed}\n"})),
    Case("the office changes the calendar", OFFICE, files({CALENDAR: "# 放假安排\n" + text_of(CALENDAR)})),
    Case("the office enters a receipt", OFFICE, files({FILINGS: text_of(FILINGS) + "  - {unit: dike, filing: plan, received_on: 2014-11-28, receipt_no: 示法备〔2014〕9号}\n"})),
    Case("the office reopens a filed document", OFFICE, files(REOPENED)),
    Case("the office changes what is no part of the campaign", OFFICE, files({"src/tool.py": "x = 1\n", ".github/workflows/x.yml": "on: push\n"})),
    Case("the office takes out exactly what it enters", OFFICE, files(REMOVED, ENTERED)),
    Case("the office takes out an attachment and enters it", OFFICE, files({ATTACHMENT: None}, {REDACTIONS: f"redactions:\n  - path: {ATTACHMENT}\n    datum: phone\n    removed_on: 2015-01-20\n    reason: 有手机号码。\n    decision: 示法监〔2015〕6号\n"})),
    Case("a trailer with the author's mailbox", UNIT, with_message("改动\n\nSigned-off-by: unit <unit@example.org>", NEW)),
]  # fmt: skip

REFUSED = [
    # whose file it is
    Case("another unit's file", UNIT, files(OF_DIKE), ("G803",)),
    Case("a new file in another unit's folder", OTHER, files(NEW), ("G803",)),
    Case("a unit that is not there", UNIT, files({"records/units/forest/evidence.yaml": ledger(training("E-001"))}), ("G803",)),
    Case("one's own entry, and the register beside it", UNIT, files(NEW, edited(REGISTER, f"[{OTHER}]", f"[{OTHER}, {UNIT}x]")), ("G806",)),
    Case("the rubric", UNIT, files(NEW, edited("rubric.yaml", "edition:", "# 多给一点\nedition:")), ("G806",)),
    Case("the team, to become the office", UNIT, files(edited(TEAM, f"[{OFFICE}]", f"[{OFFICE}, {UNIT}]")), ("G806",)),
    Case("the team, and as the office the rubric", UNIT, files(edited(TEAM, f"[{OFFICE}]", f"[{OFFICE}, {UNIT}]"), edited("rubric.yaml", "edition:", "# 多给\nedition:")), ("G806", "G806")),
    Case("one's own receipt", UNIT, files({FILINGS: text_of(FILINGS) + "  - {unit: dike, filing: plan, received_on: 2014-11-28, receipt_no: 示法备〔2014〕9号}\n"}), ("G806",)),
    Case("a decision on oneself", UNIT, files(edited(DECISIONS, "points: 0.75", "points: 1.00")), ("G806",)),
    Case("a reviewer's mark on oneself", UNIT, files(edited(REVIEW, "points: 0.75", "points: 1.00")), ("G805",)),
    Case("a workflow", UNIT, files({".github/workflows/x.yml": "on: push\n"}), ("G806",)),
    Case("the program", UNIT, files({"integrity_cli/checks/__init__.py": "\n"}), ("G806",)),
    Case("a template", UNIT, files({"templates/base.html.j2": "x"}), ("G806",)),
    Case("attributes that Git would obey", UNIT, files({f"{WATER}/.gitattributes": "* -text\n"}), ("G806",)),
    Case("a folder that differs by a capital", UNIT, files({"records/units/Water/evidence.yaml": ledger(training("E-071"))}), ("G803",)),
    Case("records in capitals", UNIT, files({"Records/units/water/evidence.yaml": ledger(training("E-071"))}), ("G806",)),
    Case("an account that is on no record", "nobody", files(NEW), ("G802",)),
    Case("an account that only looks like the unit's", "sl-shuiwu ", files(NEW), ("G802",)),
    Case("an empty account", "", files(NEW), ("G802",)),
    Case("the fork is another unit's", (UNIT, OTHER), files(NEW), ("G803",)),
    Case("the office opens it from a unit's fork", (OFFICE, UNIT), files(NEW), ("G804",)),
    Case("a commit that names the unit as its author", OTHER, with_message("改动", NEW, **said_by(UNIT, f"{UNIT}@example.org")), ("G803",)),
    Case("another unit's file renamed into one's own folder", UNIT, then(run("mv", f"{DIKE}/evidence.yaml", f"{WATER}/evidence/dike.yaml"), files()), ("G803", "L206")),
    Case("one's own file renamed into another's folder", UNIT, then(run("mv", SECOND, f"{DIKE}/supervision.yaml"), files()), ("G803", "G808", "L208", "L211", "L211", "L211")),
    Case("line ends in another unit's file", UNIT, files({f"{DIKE}/evidence.yaml": text_of(f"{DIKE}/evidence.yaml").replace("\n", "\r\n")}), ("G803",)),
    Case("a merge that changes another unit's file on the way", UNIT, then(files(NEW), on_main(files(OF_DIKE)), run("merge", "-q", "--no-commit", "main"), files({f"{DIKE}/profile.yaml": text_of(f"{DIKE}/profile.yaml").replace("2号", "4号")})), ("G803",)),
    Case("what another merged is reverted", UNIT, then(on_main(files(OF_DIKE)), run("rebase", "-q", "main"), run("revert", "--no-edit", "HEAD")), ("G803",)),
    # reviewers and the office
    Case("a reviewer writes in a ledger", REVIEWER, files(NEW), ("G803",)),
    Case("a reviewer writes of a unit not given to it", REVIEWER, files({"records/office/reviews/dike/r01.yaml": "reviewed_on: 2015-02-13\n"}), ("G805",)),
    Case("a reviewer in conflict", SECOND_REVIEWER, files({"records/office/reviews/water/r02.yaml": "reviewed_on: 2015-02-13\n"}), ("G805",)),
    Case("a reviewer under another's code", SECOND_REVIEWER, files(edited(REVIEW, "points: 0.75", "points: 1.00")), ("G805",)),
    Case("a reviewer changes a mark that was merged", REVIEWER, files(edited(REVIEW, "part: 2, points: 0.75", "part: 2, points: 1.00")), ("G809",)),
    Case("a reviewer takes a mark back", REVIEWER, files(edited(REVIEW, GIVEN, "")), ("G808",)),
    Case("a reviewer deletes the review", REVIEWER, files({REVIEW: None}), ("G808",)),
    Case("a reviewer changes the day of the review", REVIEWER, files(edited(REVIEW, "reviewed_on: 2015-02-13", "reviewed_on: 2015-02-12")), ("G809",)),
    Case("a reviewer gives itself a unit", SECOND_REVIEWER, files(edited(TEAM, "reviews: [dike], conflicts: [water]", "reviews: [dike, water]")), ("G806",)),
    Case("the office writes in a ledger", OFFICE, files(NEW), ("G804",)),
    Case("the office changes a mark", OFFICE, files(edited(REVIEW, "part: 2, points: 0.75", "part: 2, points: 1.00")), ("G805",)),
    Case("the office changes a receipt", OFFICE, files(edited(FILINGS, "2015-02-11", "2015-02-09")), ("G809",)),
    Case("the office removes a receipt", OFFICE, files({FILINGS: text_of(FILINGS).rpartition("  - {unit")[0]}), ("G808",)),
    # what was said
    Case("a field of an entry altered", UNIT, files(edited(SECOND, "    cases: 5\n", "    cases: 50\n")), ("G809",)),
    Case("a field of an entry taken away", UNIT, files(edited(SECOND, "    covered: 2\n", "")), ("G809",)),
    Case("an optional field of an entry taken away", UNIT, files(edited(LEDGER, ", pages: 5}", "}")), ("G809",)),
    Case("an entry altered while it moves", UNIT, files({SECOND: WITHOUT_035, LEDGER: text_of(LEDGER) + ENTRY_035.replace("cases: 5", "cases: 9")}), ("G809",)),
    Case("an entry removed", UNIT, files({SECOND: WITHOUT_035}), ("G808",)),
    Case("a file of the ledger removed", UNIT, files({WITHDRAWN: None}), ("G808",)),
    Case("a file of the ledger emptied", UNIT, files({WITHDRAWN: "entries: []\n"}), ("G808",)),
    Case("an entry of another kind", UNIT, files(edited(LEDGER, "kind: support", "kind: media")), ("S101", "S102")),
    Case("text made a list", UNIT, files(edited(LEDGER, "elements: [scope, method]", "elements: scope")), ("S118",)),
    Case("the items of a list in another order", UNIT, files(edited(LEDGER, "elements: [scope, method]", "elements: [method, scope]")), ("G809", "G809")),
    Case("an item put in front of a list", UNIT, files(edited(LEDGER, "elements: [scope, method]", "elements: [cycle, scope, method]")), ("G809", "G809")),
    Case("an item of a list removed", UNIT, files(edited(LEDGER, "elements: [scope, method]", "elements: [scope]")), ("G809",)),
    Case("the digest of an attachment swapped, and the attachment", UNIT, files(edited(LEDGER, "sha256: e5d828e744dc18dac8e9f56915c6048d8f7611fe571bfe8d1e541a58da0ba76c", "sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"), {ATTACHMENT: "hello"}), ("G809",)),
    Case("an attachment swapped under its digest", UNIT, files({ATTACHMENT: "其他\n"}), ("L213",)),
    Case("an attachment removed", UNIT, files({ATTACHMENT: None}), ("L212",)),
    Case("an id used for another entry as well", UNIT, files({f"{WATER}/evidence/2014-12.yaml": ledger(training("E-035"))}), ("L206",)),
    Case("an entry under another id", UNIT, files(edited(SECOND, "id: E-035", "id: E-085")), ("G808",)),
    Case("a withdrawal taken back", UNIT, files({WITHDRAWN: text_of(WITHDRAWN).rpartition("    withdrawn")[0]}), ("G809",)),
    Case("the reason of a withdrawal altered", UNIT, files(edited(WITHDRAWN, "与 E-004 是同一次", "日期记错")), ("G809",)),
    Case("a withdrawn entry edited", UNIT, files(edited(WITHDRAWN, "重复登记的一次学习", "补课一次")), ("G809",)),
    Case("a case altered", UNIT, files(edited(f"{WATER}/cases.yaml", "amount: 20000", "amount: 30000")), ("G809",)),
    Case("a case removed", UNIT, files({f"{WATER}/cases.yaml": text_of(f"{WATER}/cases.yaml").rpartition("  - case_no")[0]}), ("G808", "L211")),
    Case("a filed plan edited", UNIT, files(PLAN_EDITED), ("G810",)),
    Case("a filed plan removed", UNIT, files({PLAN: None}), ("G810", "L237", "V507")),
    Case("a filed plan edited over two commits", UNIT, then(files(PLAN_EDITED), files(MORE)), ("G810",)),
    Case("an edit, and a revert of half of it", UNIT, then(files(edited(SECOND, "    cases: 5\n    views: 3\n", "    cases: 6\n    views: 4\n")), files(edited(SECOND, "    cases: 5\n    views: 3\n", "    cases: 5\n    views: 4\n"))), ("G809",)),
    # redactions
    Case("a unit takes out the same field by itself", UNIT, files(REMOVED), ("G809",)),
    Case("a unit takes it out and enters it", UNIT, files(REMOVED, ENTERED), ("G806", "G809")),
    Case("the office takes it out without entering it", OFFICE, files(REMOVED), ("G804",)),
    Case("the office takes out more than it enters", OFFICE, files({SECOND: text_of(SECOND).replace("    note: 回访记录里写了一处人名。\n", "").replace("    views: 3\n", "")}, ENTERED), ("G811", "S101")),
    Case("the office alters what it does not enter", OFFICE, files({SECOND: text_of(SECOND).replace("    note: 回访记录里写了一处人名。\n", "").replace("cases: 5", "cases: 6")}, ENTERED), ("G811",)),
    Case("the office adds to what it takes out of", OFFICE, files({SECOND: text_of(SECOND).replace("    note: 回访记录里写了一处人名。\n", "    url: http://shuiwu.example.org/huifang\n")}, ENTERED), ("G811",)),
    Case("the office enters one file and changes another", OFFICE, files(REMOVED, {REDACTIONS: REDACTION.format(path=LEDGER, fields="note").replace("E-035", "E-001")}), ("G804",)),
    Case("the office enters it and takes nothing out", OFFICE, files(ENTERED), ("P732",)),
    Case("a redaction that was entered is taken back", OFFICE, then(on_main(files(REMOVED, ENTERED)), run("rebase", "-q", "main"), files({REDACTIONS: "redactions: []\n"})), ("G808",)),
    Case("a unit puts back what was taken out", UNIT, then(on_main(files(REMOVED, ENTERED)), run("rebase", "-q", "main"), files({SECOND: text_of(SECOND)})), ("P732",)),
    # what is no ordinary file
    Case("a symbolic link", UNIT, linked(f"{WATER}/evidence/link.yaml", "/etc/passwd"), ("G807",)),
    Case("a symbolic link in the place of a record", UNIT, linked(SECOND, "../../dike/evidence.yaml"), ("G807",)),
    Case("a submodule", UNIT, in_the_index("--add", "--cacheinfo", f"160000,{'1' * 40},{WATER}/attachments/sub"), ("G807",)),
    Case("a file that can be run", UNIT, in_the_index("--chmod=+x", SECOND), ("G807",)),
    Case("a link in the place of a unit's folder", UNIT, linked(WATER, "../dike"), ("G807", "G808", "G808", "G808", "G808", "G810", "L208", "L208", "L208", "L229", "V507")),
    Case("a name that differs by a capital", UNIT, put(f"{WATER}/evidence/Supervision.yaml", ledger(training("E-071"))), ("Y028",)),
    Case("a name with a line break", UNIT, put(f"{WATER}/attachments/a\nb.txt", "x\n"), ("L215", "Y027")),
    # personal data
    Case("an identity number in a record", UNIT, files(LEAK), ("P701",)),
    Case("an identity number in a message", UNIT, with_message(f"登记 {IDENTITY_NUMBER}", NEW), ("P701",)),
    Case("an identity number as the author", UNIT, with_message("改动", NEW, **said_by(IDENTITY_NUMBER, "unit@example.org")), ("P701",)),
    Case("an identity number in the name of the branch", UNIT, files(NEW), ("P701",), branch=f"fix-{IDENTITY_NUMBER}"),
    Case("an identity number that a later commit took out", UNIT, then(files(LEAK), files(NEW)), ("P701",)),
    Case("an identity number in a name that a later commit changed", UNIT, then(files({f"{WATER}/attachments/{IDENTITY_NUMBER}.txt": "x\n"}), files({f"{WATER}/attachments/{IDENTITY_NUMBER}.txt": None}, NEW)), ("P701",)),
    Case("an identity number in a file that is refused", UNIT, files({f"{DIKE}/evidence/x.yaml": ledger(training("E-071", f"学习 {IDENTITY_NUMBER}"))}), ("G803", "P701")),
    Case("an identity number in a file at the top", UNIT, files({"说明.txt": f"{IDENTITY_NUMBER}\n"}), ("G806", "P701")),
    # what cannot be read or does not fit
    Case("YAML that cannot be read", UNIT, files({SECOND: text_of(SECOND) + "  - {id: E-073\n"}), ("Y004",)),
    Case("a conflict", UNIT, then(files(MORE), on_main(files({LEDGER: text_of(LEDGER) + training("E-099")}))), ("G812",)),
    Case("the marks of a conflict left in a file", UNIT, files({SECOND: text_of(SECOND) + "<<<<<<< work\n"}), ("Y014",)),
    Case("a base that is not there", UNIT, files(NEW), ("G813",), base="upstream/main"),
    Case("a history of its own", UNIT, then(run("checkout", "-q", "--orphan", "work2"), files(NEW), run("branch", "-f", "work", "work2")), ("G815",)),
    Case("a replaced commit", UNIT, then(files(OF_DIKE), run("replace", "work", "main")), ("G803",)),
    Case("a base that cannot be read", UNIT, then(on_main(files({TEAM: "reviewers: [\n"})), files(NEW)), ("G801",)),
]  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The campaign as a repository, which every case gets a copy of."""
    return repository_of(BASE, tmp_path_factory.mktemp("changes") / "活动").root


@pytest.fixture
def repository(template: Path, tmp_path: Path) -> Repository:
    """A copy of the campaign's repository, on the branch `work`."""
    copied = Repository(Path(shutil.copytree(template, tmp_path / "活动", symlinks=True)))
    copied.branch("work")
    return copied


@pytest.mark.parametrize("case", [*HONEST, *REFUSED], ids=lambda case: case.name.replace(" ", "-"))
def test_a_change_is_accepted_or_refused_as_stated(case: Case, repository: Repository) -> None:
    case.act(repository)
    actors = (case.actor,) if isinstance(case.actor, str) else case.actor
    before = git(repository.root, "count-objects", "-v")
    outcome = repository.judged(*actors, base=case.base, branch=case.branch)
    found = findings(outcome)
    told = [f"{one['code']} {one['path']}: {one['message']}" for one in found]
    assert sorted(one["code"] for one in found) == sorted(case.codes), "\n".join(told)
    assert outcome.exit_code == (FINDINGS if any(one["severity"] == "error" for one in found) else CLEAN)
    assert git(repository.root, "count-objects", "-v") == before, "nothing is written into the repository"
    assert IDENTITY_NUMBER not in outcome.data


def test_there_are_enough_cases_and_each_is_another() -> None:
    names = [case.name for case in (*HONEST, *REFUSED)]
    assert len(set(names)) == len(names) > 100
    assert len(REFUSED) > 60
    assert all(case.codes for case in REFUSED)
