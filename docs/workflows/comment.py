"""把查验结果写进合并请求，一份请求一条评论，有变化就改 / One comment a pull request, kept up to date.

由主办单位的机器定时运行，只用 Python 标准库和 Git；不运行提交上来的任何内容，也不相信别处算出的结果。
Run by the office's own machine, by the clock, with nothing but Python and Git. Nothing that was handed in is ever
run, and nothing that another run has written is believed: the program and the law of the protected branch judge.

令牌只从环境变量里读（默认 INTEGRITY_TOKEN），查验程序看不到它。怎样安排，见 docs/forges.md。
The token is read from a variable (INTEGRITY_TOKEN unless told otherwise), which the judging program does not see.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib import parse

from forge_api import ERROR, FAILURE, FORGES, MOST_READ, SAID, SUCCESS, Forge, Problem, Request
from mirror import Mirror, secret

MARKER = "<!-- integrity -->"
ROOM = 62_000
"""In bytes, for a whole comment: GitHub takes 65,536 characters, and the others are not known to take more."""

BESIDE = Path(__file__).resolve().parents[2] / "dev.py"
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
PRIVATE = re.compile(r"(?i)token|secret|passw|credential|(^|_)(key|pat|auth)(_|$)")
OF_THE_RUN = ("GITHUB_", "GITEA_", "FORGEJO_", "GITLAB_", "CI_", "ACTIONS_", "RUNNER_", "GIT_", "INTEGRITY_")

NOT_CHECKED = """\
## 没有查成 / Could not be checked

{zh}。这不一定是提交的内容有问题；主办单位会看日志，不必重新提交。
{en}. That need not be the fault of what was handed in: the office looks at its log, and nothing need be sent again."""
NO_OWNER = (
    "看不到这份请求是谁的：分叉仓库要在，而且对主办单位可见",
    "Whose pull request this is cannot be told: its fork must exist and be visible to the office",
)
FOOT = "\n\n---\n提交 `{sha}`。程序写的，有新提交就更新。 / Of this commit; written by a program and kept up to date.\n"
CUT = "\n\n…… 太长，后面还有 {lines} 行没有放下。 / Too long: {lines} more lines did not fit."


# -- judging


@dataclass(frozen=True)
class Judge:
    """The trusted program, bounded in time and in what it may print, without anything that opens a door."""

    program: Sequence[str]
    seconds: float

    def look(self, root: Path, branch: str, actors: Sequence[str]) -> tuple[str, str]:
        """The verdict and the text for the comment."""
        if not actors:
            return ERROR, NOT_CHECKED.format(zh=NO_OWNER[0], en=NO_OWNER[1])
        asked = ["--root", str(root), "--base", f"refs/remotes/origin/{branch}", "--format", "markdown"]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            code = self.run(["validate", *asked, *(f"--actor={one}" for one in actors)], out.fileno(), err.fileno())
            for stream in (out, err):
                stream.seek(0)
            text, talk = (one.read(MOST_READ).decode("utf-8", "replace").strip() for one in (out, err))
        if code is None:
            return ERROR, NOT_CHECKED.format(
                zh=f"程序超过 {self.seconds:g} 秒", en=f"The program took more than {self.seconds:g} s"
            )
        if code not in {0, 1} or not text:
            say(f"程序的退出码是 {code} / the program ended with {code}\n{talk[-ROOM:]}")
            return ERROR, NOT_CHECKED.format(zh=f"程序的退出码是 {code}", en=f"The program ended with {code}")
        return (FAILURE if code else SUCCESS), text

    def run(self, words: Sequence[str], out: int, err: int) -> int | None:
        """The exit code, or None where time was up; then everything that the program started has ended too."""
        environment = {
            name: value
            for name, value in os.environ.items()
            if not PRIVATE.search(name) and not name.startswith(OF_THE_RUN)
        }
        running = subprocess.Popen(
            [*self.program, *words],
            env={**environment, "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
        )
        try:
            return running.wait(self.seconds)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):
                os.killpg(running.pid, signal.SIGKILL)
            running.kill()
            running.wait()
            return None


# -- the comment


def comment_of(text: str, sha: str) -> str:
    """The whole comment, no larger than any forge takes."""
    foot = FOOT.format(sha=sha[:12])
    return f"{MARKER}\n{fitted(text, ROOM - len(MARKER) - 1 - len(foot.encode()))}{foot}"


def fitted(text: str, room: int) -> str:
    """As many whole lines as there is room for; what is open in them is closed, and the rest is counted."""
    if len(text.encode()) <= room:
        return text
    lines, kept, left = text.split("\n"), 0, room - len(CUT.encode()) - 200
    for line in lines:
        left -= len(line.encode()) + 1
        if left < 0:
            break
        kept += 1
    shown = "\n".join(lines[:kept])
    if sum(line.lstrip().startswith("```") for line in lines[:kept]) % 2:
        shown += "\n```"
    shown += "\n\n</details>" * min(10, max(0, shown.count("<details") - shown.count("</details>")))
    return shown + CUT.format(lines=len(lines) - kept)


def place(forge: Forge, number: int, account: str, body: str) -> str:
    """Writes the one comment of ours, where it says something else now; gives what was done."""
    ours = (one for one in forge.comments(number) if one.author.casefold() == account.casefold())
    standing = next((one for one in ours if one.body.lstrip().startswith(MARKER)), None)
    if standing and standing.body.replace("\r\n", "\n").strip() == body.strip():
        return "评论没有变化 / the comment stands"
    forge.write(number, body, standing.id if standing else None)
    return "评论已更新 / comment updated" if standing else "评论已写 / comment written"


# -- the command


def say(text: str) -> None:
    """Talk on standard error, where nothing may play with the terminal."""
    print(re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", " ", text), file=sys.stderr, flush=True)


def options(words: Sequence[str]) -> argparse.Namespace:
    """What was asked for; each option is explained in both languages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("forge", choices=sorted(FORGES), help="平台 / the forge")
    add("repository", help="OWNER/REPOSITORY")
    add("--api", metavar="URL", help="接口地址，自建平台要写 / address of the API, for a server of one's own")
    add("--remote", metavar="URL", help="取提交的地址 / where commits are fetched from")
    add("--private", action="store_true", help="仓库不公开，取提交也用令牌 / fetch with the token too")
    add("--plain-http", action="store_true", help="允许不加密的 http / let the token travel unencrypted")
    add("--branch", default="main", help="受保护的分支，默认 main / the protected branch")
    add("--number", type=int, help="只看这一份 / this pull request alone")
    add("--account", help="令牌的账号，不写就问平台 / the account of the token; by default the forge is asked")
    add("--token-variable", default="INTEGRITY_TOKEN", metavar="NAME", help="放令牌的环境变量 / where the token is")
    add("--status", action="store_true", help="同时写提交状态 integrity / set the status of the commit too")
    add("--work", type=Path, default=Path("integrity-mirror"), metavar="DIR", help="放提交的文件夹 / where commits go")
    add(
        "--program",
        type=shlex.split,
        help="查验程序，默认是仓库的 dev.py / what judges, by default dev.py of this repository",
    )
    add("--seconds", type=float, default=300, help="程序和 Git 各限多少秒 / limit for the program and for Git")
    add("--patience", type=float, default=30, help="平台每次回答限多少秒 / limit for each answer of the forge")
    add("--dry-run", action="store_true", help="只打印评论 / print the comments, write nothing")
    return parser.parse_args(words)


def unusable(asked: argparse.Namespace, api: str, token: str) -> str:
    """Why nothing can be begun; empty where it can."""
    addresses = [parse.urlsplit(one) for one in (api, asked.remote or api)]
    plain = (str(url.hostname) for url in addresses if url.scheme == "http" and url.hostname not in LOOPBACK)
    open_one = next(plain, "")
    names_are_good = re.fullmatch(r"[\w.-]+(/[\w.-]+)+", asked.repository) and re.fullmatch(r"\w[\w./-]*", asked.branch)
    reasons = (
        (not token, f"环境变量 {asked.token_variable} 里没有令牌 / the variable {asked.token_variable} holds no token"),
        (not api, "自建平台要写 --api / say --api for a server of one's own"),
        (addresses[0].scheme not in {"http", "https"}, "接口地址以 https:// 开头 / an API begins with https://"),
        (not names_are_good, "仓库写成 OWNER/REPOSITORY，分支写名称 / say OWNER/REPOSITORY, and the name of a branch"),
        (not asked.program and not BESIDE.is_file(), f"没有 {BESIDE}，写明 --program / no {BESIDE}: say --program"),
        (
            open_one and not asked.plain_http,
            f"{open_one} 没有加密，令牌会被看到；用 https，或写 --plain-http / not encrypted: say --plain-http",
        ),
    )
    return next((words for is_so, words in reasons if is_so), "")


def main(words: Sequence[str]) -> int:
    """0: everything was judged and written; 1: something was not; 2: wrong usage."""
    asked = options(words)
    kind = FORGES[asked.forge]
    api, token = asked.api or kind.home, os.environ.get(asked.token_variable, "")
    if problem := unusable(asked, api, token):
        say(problem)
        return 2
    site = re.sub(r"/api/v\d+/?$", "", api).replace("//api.github.com", "//github.com")
    remote = asked.remote or f"{site}/{asked.repository}.git"
    forge = kind(api, asked.repository, token, asked.patience)
    mirror = Mirror(asked.work, remote, secret(remote, f"{kind.user}:{token}") if asked.private else {}, asked.seconds)
    try:
        account = asked.account or forge.account()
        found = list(forge.requests(asked.branch))
        mirror.make()
        mirror.forget([one.number for one in found])
        return each(forge, mirror, found, account, asked)
    except Problem as problem:
        say(str(problem))
        return 1


def each(forge: Forge, mirror: Mirror, found: Sequence[Request], account: str, asked: argparse.Namespace) -> int:
    """Every pull request by itself: what is wrong with one keeps no other from its comment."""
    judge = Judge(asked.program or (sys.executable, str(BESIDE)), asked.seconds)
    wanted = [one for one in found if asked.number in (None, one.number)]
    failed, verdicts = not wanted and asked.number is not None, dict[str, list[str]]()
    if failed:
        say(f"#{asked.number} 没有打开，或不是提到 {asked.branch} 的 / is not open, or not for {asked.branch}")
    for one in wanted:
        try:
            base, head = mirror.take(asked.branch, one.number, forge.ref.format(one.number))
            with mirror.apart(base, head, asked.branch) as root:
                verdict, text = judge.look(root, asked.branch, one.actors)
            verdicts.setdefault(head, []).append(verdict)
            failed |= verdict == ERROR
            body = comment_of(text, head)
            if asked.dry_run:
                print(body)
            else:
                say(f"#{one.number} {SAID[verdict]}；{place(forge, one.number, account, body)}")
        except Problem as problem:
            failed = True
            say(f"#{one.number} {problem}")
            if problem.is_final:
                return 1
    if asked.status and not asked.dry_run:
        for sha, said in verdicts.items():
            failed |= not told(forge, sha, said)
    return int(failed)


def told(forge: Forge, sha: str, verdicts: Sequence[str]) -> bool:
    """Sets the one status of a commit, the worst where it stands in several pull requests; whether that went well."""
    verdict = next(one for one in (ERROR, FAILURE, SUCCESS) if one in verdicts)
    try:
        if forge.status(sha) != forge.words[verdict]:
            forge.tell(sha, verdict)
    except Problem as problem:
        say(f"{sha[:12]} {problem}")
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
