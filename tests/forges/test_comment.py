"""docs/workflows/comment.py: on real repositories, served by Git itself, and on stand-ins of the forges."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.forges.servers import Pull, StandIn, git_over_http, slow
from tests.sources.test_sources import git
from tests.test_examples import SMALL, written_to
from tests.tools import ROOT

SCRIPT = ROOT / "docs" / "workflows" / "comment.py"
MARKER = "<!-- integrity -->"
FORGES = ("github", "gitlab", "gitea", "gitee")
LEDGER = "records/units/water/evidence.yaml"
ENTRY = """\
  - id: E-090
    kind: training
    title: 行政处罚法专题培训
    happened_on: 2014-12-08
    topic: law
    audience: officers
    hours: 4
    people: 20
"""
NOT_JSON = (200, "<html>")


@dataclass
class Ran:
    """What one run of the script came to."""

    code: int
    out: str
    err: str


@dataclass
class World:
    """The office's repository as a server holds it, and a clone in which the units work."""

    folder: Path

    @property
    def server(self) -> Path:
        return self.folder / "served" / "office" / "campaign.git"

    @property
    def work(self) -> Path:
        return self.folder / "work"

    def hand_in(self, forge: StandIn, pull: Pull, files: Mapping[str, str] = {}) -> str:
        """A pull request with these files, kept on the server as the forge keeps it."""
        git(self.work, "checkout", "-q", "--detach", "main")
        for name, content in files.items():
            path = self.work / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())
        git(self.work, "add", "-A")
        git(self.work, "commit", "-q", "--allow-empty", "-m", "补充台账")
        return self.push(forge, pull, git(self.work, "rev-parse", "HEAD"))

    def push(self, forge: StandIn, pull: Pull, sha: str) -> str:
        kept = "merge-requests" if forge.kind == "gitlab" else "pull"
        git(self.work, "push", "-q", "-f", str(self.server), f"{sha}:refs/{kept}/{pull.number}/head")
        pull.sha = sha
        if pull not in forge.pulls:
            forge.pulls.append(pull)
        return sha

    def ledger(self, more: str = ENTRY) -> str:
        return SMALL.read(LEDGER).decode("utf-8") + more

    def run(self, forge: StandIn, api: str, *options: str, **variables: str) -> Ran:
        """The script as a machine of the office would start it, with the real program."""
        wanted = {
            "--api": api,
            "--remote": self.server.as_uri(),
            "--work": str(self.folder / "mirror"),
            "--program": f"{sys.executable} -m integrity_cli",
        }
        words = [word for pair in wanted.items() if pair[0] not in options for word in pair]
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "CI"))},
            "INTEGRITY_TOKEN": forge.token,
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "NO_PROXY": "*",
            **variables,
        }
        done = subprocess.run(
            [sys.executable, str(SCRIPT), forge.kind, "office/campaign", *words, *options],
            cwd=self.folder, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr
        return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = World(tmp_path)
    written_to(made.work)
    git(made.work, "init", "-q", "-b", "main")
    git(made.work, "config", "core.autocrlf", "false")
    git(made.work, "add", "-A")
    git(made.work, "commit", "-q", "-m", "活动")
    made.server.mkdir(parents=True)
    git(made.server, "init", "-q", "--bare", "-b", "main")
    git(made.work, "push", "-q", str(made.server), "main")
    return made


@pytest.fixture
def github() -> Iterator[tuple[StandIn, str]]:
    forge = StandIn("github")
    with forge.serving() as api:
        yield forge, api


def both(text: str) -> bool:
    """Whether a text speaks both languages."""
    return any("\u4e00" <= one <= "\u9fff" for one in text) and " / " in text


@pytest.mark.parametrize("kind", FORGES)
def test_every_pull_request_gets_one_comment_that_follows_it(world: World, kind: str) -> None:
    forge = StandIn(kind)
    good, bad = Pull(3, "sl-shuiwu", "", fork="sl-shuiwu"), Pull(4, "sl-shuiwu", "", fork="SL-Shuiwu")
    world.hand_in(forge, good, {LEDGER: world.ledger()})
    refused = world.hand_in(forge, bad, {"rubric.yaml": "", "records/office/filings.yaml": "filings: []\n"})
    forge.say(3, "sl-tongji", f"{MARKER}\n可以合并")
    forge.say(3, forge.account, "请补原件页数")
    with forge.serving() as api:
        ran = world.run(forge, api, "--status")
        assert ran.code == 0, ran.err
        assert forge.bodies(3)[:2] == [f"{MARKER}\n可以合并", "请补原件页数"], "nobody else's comment is touched"
        fine, mend = forge.bodies(3)[2], forge.bodies(4)[0]
        assert fine.startswith(f"{MARKER}\n## 可以合并")
        assert "E-090" in fine
        assert mend.startswith(f"{MARKER}\n## 还不能合并")
        assert "records/office/filings.yaml" in mend
        assert refused[:12] in mend
        assert both(fine)
        assert both(mend)
        states = {one["sha"]: one["state"] for one in forge.statuses}
        assert states == {good.sha: "success", bad.sha: "failed" if kind == "gitlab" else "failure"}
        written = len(forge.writes)
        assert world.run(forge, api, "--status").code == 0
        assert len(forge.writes) == written, "what has not changed is not written again"
        world.hand_in(forge, bad, {LEDGER: world.ledger()})
        assert world.run(forge, api, "--status").code == 0
        assert len(forge.bodies(4)) == 1, "the comment is changed in its place"
        assert forge.bodies(4)[0].startswith(f"{MARKER}\n## 可以合并")
        assert forge.bodies(3)[2] == fine


def test_what_the_program_says_is_what_the_comment_says(world: World, github: tuple[StandIn, str]) -> None:
    """The same judgement by hand, in a clone: word for word."""
    forge, api = github
    head = world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-shuiwu"), {"records/units/water/x.txt": "x"})
    git(world.work, "update-ref", "refs/remotes/origin/main", "main")
    done = subprocess.run(
        [sys.executable, "-m", "integrity_cli", "validate", "--base", "origin/main", "--actor", "sl-shuiwu",
         "--format", "markdown"],
        cwd=world.work, env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}, capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert git(world.work, "rev-parse", "HEAD") == head
    world.run(forge, api)
    assert done.stdout.strip() in forge.bodies(3)[0]


ANSWERABLE: tuple[tuple[str | None, str | None, bool], ...] = (
    ("sl-shuiwu", "sl-shuiwu", True),
    ("sl-shuiwu", None, True),
    ("sl-shuiwu", "sl-tongji", False),
    ("sl-tongji", "sl-shuiwu", False),
    ("--help", "sl-shuiwu", False),
    ("$(touch pwned)", "sl-shuiwu", False),
    ("a b", "sl-shuiwu", False),
    ("sl-shuiwu\n--actor=sl-fazhiban", "sl-shuiwu", False),
    ("x" * 300, "sl-shuiwu", False),
    (None, "sl-shuiwu", False),
)
"""Authors and owners of forks, and whether a change of the unit's ledger is theirs to make."""


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_both_the_author_and_the_owner_of_the_fork_must_be_allowed(world: World, kind: str) -> None:
    forge = StandIn(kind)
    for number, (author, fork, _) in enumerate(ANSWERABLE, 1):
        pull = Pull(number, author, "", fork=fork, title="$(touch pwned) `id` --help\n::error::")
        world.hand_in(forge, pull, {LEDGER: world.ledger(f"# {number}\n{ENTRY}")})
    with forge.serving() as api:
        world.run(forge, api, "--status")
    states = {one["sha"]: one["state"] == "success" for one in forge.statuses}
    assert [states[pull.sha] for pull in forge.pulls] == [is_fine for _, _, is_fine in ANSWERABLE]
    for pull in forge.pulls:
        assert forge.bodies(pull.number)[0].startswith(f"{MARKER}\n## 可以合并") is states[pull.sha]
    assert not list(world.folder.rglob("pwned"))


@pytest.mark.parametrize("kind", FORGES)
def test_a_fork_that_is_gone_is_no_reason_to_trust(world: World, kind: str) -> None:
    """Where the forge still tells whose it was, that account answers for it; where not, nobody does."""
    forge = StandIn(kind)
    world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-tongji", is_lost=True), {LEDGER: world.ledger()})
    with forge.serving() as api:
        world.run(forge, api, "--status")
    assert forge.statuses[0]["state"] in {"failure", "failed", "error"}


def test_a_fork_hidden_from_the_office_is_told(world: World) -> None:
    forge = StandIn("gitlab")
    world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-shuiwu", is_hidden=True))
    with forge.serving() as api:
        ran = world.run(forge, api)
    assert ran.code == 1
    assert "对主办单位可见" in forge.bodies(3)[0]
    assert "visible to the office" in forge.bodies(3)[0]


def test_one_commit_in_two_pull_requests_has_the_worst_status(world: World, github: tuple[StandIn, str]) -> None:
    forge, api = github
    sha = world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-shuiwu"), {LEDGER: world.ledger()})
    world.push(forge, Pull(4, "sl-tongji", "", fork="sl-tongji"), sha)
    assert world.run(forge, api, "--status").code == 0
    assert [(one["sha"], one["state"]) for one in forge.statuses] == [(sha, "failure")]
    assert [bodies[0].split("\n")[1].startswith("## 可以合并") for bodies in map(forge.bodies, (3, 4))] == [True, False]


def test_only_what_would_land_on_the_protected_branch_is_looked_at(world: World, github: tuple[StandIn, str]) -> None:
    forge, api = github
    world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-shuiwu", base="old"))
    for number in (5, 6, 7):
        world.hand_in(forge, Pull(number, "sl-shuiwu", "", fork="sl-shuiwu"))
    assert world.run(forge, api).code == 0
    assert {number: len(found) for number, found in forge.comments.items()} == {5: 1, 6: 1, 7: 1}
    assert world.run(forge, api, "--number", "3").code == 1


def test_the_program_sees_neither_the_token_nor_anything_of_the_run(world: World, github: tuple[StandIn, str]) -> None:
    forge, api = github
    world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-shuiwu"))
    spy = world.folder / "spy.py"
    spy.write_text("import json, os, sys\nprint(json.dumps([sys.argv[1:], dict(os.environ)]))\n", encoding="utf-8")
    secrets = {"OTHER_SECRET": "x", "MY_API_KEY": "x", "GITHUB_EVENT_PATH": "x", "CI_JOB_ID": "x", "ACTIONS_URL": "x"}
    ran = world.run(forge, api, "--program", f"{sys.executable} {spy}", "--dry-run", **secrets)
    words, seen = json.loads(next(line for line in ran.out.splitlines() if line.startswith("[[")))
    assert words[:3] == ["validate", "--root", words[2]]
    assert words[3:] == ["--base", "refs/remotes/origin/main", "--format", "markdown", "--actor=sl-shuiwu"]
    assert forge.token not in "".join(seen.values())
    assert not {*secrets, "INTEGRITY_TOKEN"} & set(seen)
    assert {"PATH", "PYTHONPATH"} <= set(seen)
    assert forge.writes == [], "a dry run writes nothing"


def test_nothing_that_was_handed_in_is_run_or_checked_out(world: World, github: tuple[StandIn, str]) -> None:
    """A head with its own program, attributes and hooks; what the script keeps has no working tree at all."""
    forge, api = github
    trap = f"#!/bin/sh\ntouch {world.folder}/pwned\n"
    files = {
        "dev.py": "import pathlib; pathlib.Path('pwned').touch()\n",
        "integrity_cli/__init__.py": "1/0\n",
        "hooks/post-checkout": trap,
        ".gitattributes": "* filter=x merge=x diff=x\n",
    }
    world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-shuiwu"), files)
    assert world.run(forge, api).code == 0
    assert "dev.py" in forge.bodies(3)[0]
    assert not list(world.folder.rglob("pwned"))
    assert not list((world.folder / "mirror").rglob("dev.py"))


def test_a_program_that_takes_too_long_is_ended_with_all_it_started(world: World, github: tuple[StandIn, str]) -> None:
    forge, api = github
    world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-shuiwu"))
    program = world.folder / "slow.py"
    program.write_text(
        "import subprocess, sys, time\n"
        "late = 'import pathlib, sys, time; time.sleep(4); pathlib.Path(sys.argv[1]).touch()'\n"
        f"subprocess.Popen([sys.executable, '-c', late, {str(world.folder / 'late')!r}])\n"
        "time.sleep(60)\n",
        encoding="utf-8",
    )
    ran = world.run(forge, api, "--program", f"{sys.executable} {program}", "--seconds", "2", "--status")
    assert ran.code == 1
    assert "程序超过 2 秒" in forge.bodies(3)[0]
    assert "took more than 2 s" in forge.bodies(3)[0]
    assert forge.statuses[0]["state"] == "error"
    subprocess.run([sys.executable, "-c", "import time; time.sleep(4)"], check=True)
    assert not (world.folder / "late").exists()


def test_a_program_that_fails_is_told_in_the_log_and_not_in_the_comment(
    world: World, github: tuple[StandIn, str]
) -> None:
    forge, api = github
    world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-shuiwu"))
    program = world.folder / "broken.py"
    program.write_text(
        "import sys\nprint('half a page')\nsys.stderr.write('why\\x1b[31m')\nsys.exit(2)\n", encoding="utf-8"
    )
    ran = world.run(forge, api, "--program", f"{sys.executable} {program}")
    assert ran.code == 1
    assert "why" in ran.err
    assert "\x1b" not in ran.err
    (body,) = forge.bodies(3)
    assert "程序的退出码是 2" in body
    assert "half a page" not in body
    assert "why" not in body


@pytest.mark.parametrize(
    "line", ["- 记录里的一行字，写得很长很长\n", "x" * 70_000 + "\n", "```\n", "<details><summary>x</summary>\n"]
)
def test_a_comment_stays_below_what_a_forge_takes(world: World, github: tuple[StandIn, str], line: str) -> None:
    forge, api = github
    world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-shuiwu"))
    program = world.folder / "long.py"
    text = f"## 很长\n\n<details open><summary>x</summary>\n\n{line * (1 + 200_000 // len(line))}"
    program.write_text(f"import sys\nsys.stdout.buffer.write({text!r}.encode())\nsys.exit(1)\n", encoding="utf-8")
    assert world.run(forge, api, "--program", f"{sys.executable} {program}").code == 0
    (body,) = forge.bodies(3)
    assert len(body.encode()) < 65_536
    assert body.startswith(f"{MARKER}\n## 很长")
    assert "more lines did not fit" in body
    assert sum(one.startswith("```") for one in body.split("\n")) % 2 == 0
    if "details" not in line:
        assert body.count("<details") == body.count("</details>")


FAULTS = {
    "token": ("GET /user", (401, "{}"), "令牌不对或过期", "the token is wrong or has expired"),
    "permission": ("POST .*/comments", (403, "{}"), "令牌没有这个权限", "the token may not do this"),
    "repository": ("GET .*/pulls", (404, "{}"), "没有这个仓库或地址", "there is no such thing"),
    "server": ("GET .*/issues/3/comments", (500, "oops"), "平台拒绝或出错", "the forge refused or failed"),
    "busy": ("GET .*/pulls", (429, ""), "请求太多", "asked too often"),
    "moved": ("GET .*/pulls", (301, "https://example.org/"), "地址搬走了", "it has moved"),
    "page": ("GET .*/pulls", NOT_JSON, "回答不是 JSON", "no JSON"),
    "shape": ("GET .*/pulls", (200, '{"message": "x"}'), "回答不是列表", "the answer is no list"),
    "items": ("GET .*/pulls", (200, '[{"id": 1, "base": {"ref": "main"}, "number": "../x"}]'), "不是正整数", "is none"),
    "nothing": ("GET .*/pulls", (200, "[null]"), "不是正整数", "is none"),
    "empty": ("GET .*/issues/3/comments", (200, ""), "回答不是列表", "the answer is no list"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_a_forge_answers_wrongly_is_told_in_both_languages(
    world: World, github: tuple[StandIn, str], fault: str
) -> None:
    forge, api = github
    world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-shuiwu"))
    pattern, answer, zh, en = FAULTS[fault]
    forge.faults[pattern] = lambda: answer
    ran = world.run(forge, api)
    assert ran.code == 1
    assert zh in ran.err
    assert en in ran.err
    assert both(ran.err)
    assert forge.token not in ran.out + ran.err


def test_what_is_wrong_with_one_keeps_no_other_from_its_comment(world: World, github: tuple[StandIn, str]) -> None:
    forge, api = github
    for number in (3, 4, 5):
        world.hand_in(forge, Pull(number, "sl-shuiwu", "", fork="sl-shuiwu"))
    git(world.server, "update-ref", "-d", "refs/pull/4/head")
    forge.faults["GET .*/issues/3/comments"] = lambda: (500, "")
    ran = world.run(forge, api)
    assert ran.code == 1
    assert "#3 " in ran.err
    assert "#4 git fetch 没有成功" in ran.err
    assert [len(forge.bodies(number)) for number in (3, 4, 5)] == [0, 0, 1]


def test_a_forge_that_does_not_answer_is_waited_for_so_long_and_no_longer(
    world: World, github: tuple[StandIn, str]
) -> None:
    forge, api = github
    forge.faults["GET .*/pulls"] = slow(3)
    ran = world.run(forge, api, "--patience", "0.5")
    assert ran.code == 1
    assert "0.5 秒没有回答" in ran.err
    assert "no answer in 0.5 s" in ran.err


def test_a_forge_out_of_reach_is_told(world: World) -> None:
    ran = world.run(StandIn("github"), "http://127.0.0.1:9")
    assert ran.code == 1
    assert "连不上" in ran.err
    assert "cannot be reached" in ran.err


@pytest.mark.parametrize(
    ("options", "variables", "told"),
    [
        ((), {"INTEGRITY_TOKEN": ""}, "INTEGRITY_TOKEN"),
        (("--token-variable", "NO_SUCH"), {}, "NO_SUCH"),
        (("--api", "http://git.example.org"), {}, "--plain-http"),
        (("--remote", "http://git.example.org/x.git"), {}, "--plain-http"),
        (("--api", "file:///etc/passwd"), {}, "https://"),
        (("--branch", "--upload-pack=x"), {}, "OWNER/REPOSITORY"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_asked(
    world: World, github: tuple[StandIn, str], options: tuple[str, ...], variables: dict[str, str], told: str
) -> None:
    forge, api = github
    words = tuple(f"{options[0]}={options[1]}" for _ in options[:1])
    ran = world.run(forge, api, *(words if "branch" in str(options) else options), **variables)
    assert ran.code == 2
    assert told in ran.err
    assert both(ran.err)
    assert forge.asked == []


@pytest.mark.parametrize("is_private", [False, True])
def test_heads_are_fetched_over_http_and_with_the_token_only_if_asked(
    world: World, github: tuple[StandIn, str], is_private: bool
) -> None:
    forge, api = github
    world.hand_in(forge, Pull(3, "sl-shuiwu", "", fork="sl-shuiwu"))
    shown = "Basic " + base64.b64encode(f"x-access-token:{forge.token}".encode()).decode()
    with git_over_http(world.folder / "served", shown if is_private else "") as address:
        remote = ("--remote", f"{address}/office/campaign.git")
        ran = world.run(forge, api, *remote, *(["--private"] if is_private else []))
        assert ran.code == 0, ran.err
        assert len(forge.bodies(3)) == 1
        if is_private:
            ran = world.run(forge, api, *remote)
            assert ran.code == 1
            assert "git fetch 没有成功" in ran.err
    assert forge.token not in (world.folder / "mirror" / "config").read_text(encoding="utf-8")


def test_what_is_no_longer_open_is_let_go_of(world: World, github: tuple[StandIn, str]) -> None:
    forge, api = github
    for number in (3, 33):
        world.hand_in(forge, Pull(number, "sl-shuiwu", "", fork="sl-shuiwu"))
    world.run(forge, api)
    del forge.pulls[1]
    world.run(forge, api)
    kept = git(world.folder / "mirror", "for-each-ref", "--format=%(refname)").split()
    assert sorted(kept) == ["refs/integrity/base/3", "refs/integrity/head/3"]


def test_help_speaks_both_languages() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--help"], env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True,
        encoding="utf-8", check=True,
    )  # fmt: skip
    assert "把查验结果写进合并请求" in done.stdout
    assert "One comment a pull request" in done.stdout
