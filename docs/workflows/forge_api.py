"""How each forge is asked for its pull requests, and told what was found; comment.py beside it does the rest.

Addresses and shapes are those that the forges document. Nothing is taken from an answer without being looked at:
numbers become parts of addresses, accounts become words of a command.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, ClassVar
from urllib import error, parse, request

CONTEXT = "integrity"
MOST_READ = 20_000_000
MOST_PAGES = 100

SUCCESS, FAILURE, ERROR = "success", "failure", "error"
SAID = {
    SUCCESS: "可以合并 / ready to merge",
    FAILURE: "还不能合并，见评论 / not ready, see the comment",
    ERROR: "没有查成，见评论 / could not be checked, see the comment",
}
UNAUTHORIZED = 401
MOVED = ("地址搬走了，核对仓库名称和接口地址", "it has moved: look at the repository's name and the address")
WHY_NOT = {
    UNAUTHORIZED: ("令牌不对或过期", "the token is wrong or has expired"),
    403: ("令牌没有这个权限，或请求太多", "the token may not do this, or asked too often"),
    404: ("没有这个仓库或地址，或令牌看不到它", "there is no such thing, or the token cannot see it"),
    429: ("请求太多，过一会儿再运行", "asked too often; run it again later"),
    **dict.fromkeys((301, 302, 303, 307, 308), MOVED),
}


class Problem(Exception):
    """What went wrong, in both languages; after a final one nothing else can be done either."""

    def __init__(self, zh: str, en: str, *, is_final: bool = False) -> None:
        super().__init__(f"{zh} / {en}")
        self.is_final = is_final


@dataclass(frozen=True)
class Request:
    """An open pull request: its number, and the accounts that answer for it, none where one cannot be told."""

    number: int
    actors: tuple[str, ...]


@dataclass(frozen=True)
class Comment:
    """A comment that stands under a pull request."""

    id: int
    author: str
    body: str


def at(data: object, *keys: str) -> Any:
    """What stands in an answer under keys inside keys, or None: an account that was deleted is null, and so on."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def numbered(value: object) -> int:
    """A number that the forge gave."""
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        raise Problem("平台给的编号不是正整数", "the forge gave a number that is none")
    return value


def accounts(*named: object) -> tuple[str, ...]:
    """The accounts that must all be allowed, each once; none at all where one of them is no name."""
    if all(isinstance(one, str) and re.fullmatch(r"[^\s\x00-\x1f\x7f]{1,255}", one) for one in named):
        return tuple(dict.fromkeys(str(one) for one in named))
    return ()


class NoRedirects(request.HTTPRedirectHandler):
    """A redirection would carry the token to another host, so none is followed."""

    def redirect_request(self, *_: object) -> None:
        """No request at all."""


class Api:
    """The interface of one forge at one address."""

    def __init__(self, base: str, headers: Mapping[str, str], seconds: float) -> None:
        self.base = base.rstrip("/")
        self.headers = {"Accept": "application/json", "User-Agent": "integrity", **headers}
        self.seconds = seconds
        self.opener = request.build_opener(NoRedirects)

    def ask(self, method: str, path: str, data: object = None, **query: object) -> Any:
        """One question, one answer of JSON. Raises `Problem`."""
        url = f"{self.base}/{path}" + (f"?{parse.urlencode(query)}" if query else "")
        where = f"{method} {url.partition('?')[0]}"
        body = None if data is None else json.dumps(data).encode()
        headers = {**self.headers, **({"Content-Type": "application/json"} if body else {})}
        try:
            asked = request.Request(url, body, headers, method=method)  # noqa: S310 - comment.py lets http(s) in alone
            with self.opener.open(asked, timeout=self.seconds) as answer:
                text = answer.read(MOST_READ + 1)
        except error.HTTPError as problem:
            zh, en = WHY_NOT.get(problem.code, ("平台拒绝或出错", "the forge refused or failed"))
            is_final = problem.code == UNAUTHORIZED
            raise Problem(f"{where}：{problem.code} {zh}", f"{problem.code} {en}", is_final=is_final) from None
        except (HTTPException, OSError) as problem:
            reason = getattr(problem, "reason", problem)
            if isinstance(reason, TimeoutError):
                raise Problem(f"{where}：{self.seconds:g} 秒没有回答", f"no answer in {self.seconds:g} s") from None
            raise Problem(f"{where}：连不上（{reason!r}）", f"cannot be reached ({reason!r})") from None
        try:
            return json.loads(text) if text.strip() and len(text) <= MOST_READ else None
        except ValueError:
            raise Problem(f"{where}：回答不是 JSON，核对接口地址", "no JSON: look at the address") from None

    def all(self, path: str, **query: object) -> Iterator[Any]:
        """Every item of a list that comes in pages; a forge that knows no pages gives the same one again."""
        seen: set[int] = set()
        for page in range(1, MOST_PAGES + 1):
            items = self.ask("GET", path, page=page, **query)
            if not isinstance(items, list):
                raise Problem(f"{path}：回答不是列表", "the answer is no list")
            new = [one for one in items if numbered(at(one, "id")) not in seen]
            seen |= {one["id"] for one in new}
            if not new:
                return
            yield from new
        raise Problem(f"{path}：超过 {MOST_PAGES} 页", f"more than {MOST_PAGES} pages")


class Forge:
    """What the forges that are made after GitHub have in common."""

    home = ""
    size = "per_page"
    user = "x-access-token"
    ref = "refs/pull/{}/head"
    words: ClassVar[Mapping[str, str]] = {SUCCESS: "success", FAILURE: "failure", ERROR: "error"}

    def __init__(self, base: str, project: str, token: str, seconds: float) -> None:
        self.api = Api(base, self.headers(token), seconds)
        self.repo = f"repos/{parse.quote(project)}"

    def headers(self, token: str) -> dict[str, str]:
        """How the token is shown."""
        return {"Authorization": f"Bearer {token}"}

    def account(self) -> str:
        """The account that the token belongs to."""
        return str(at(self.api.ask("GET", "user"), "login") or "")

    def requests(self, branch: str) -> Iterator[Request]:
        """The open pull requests that would land on a branch."""
        for one in self.api.all(f"{self.repo}/pulls", state="open", **{self.size: 50}):
            if at(one, "base", "ref") == branch:
                yield Request(numbered(at(one, "number")), accounts(at(one, "user", "login"), *self.owner(one)))

    def owner(self, one: object) -> list[object]:
        """Whose fork a pull request comes from: they can push to it after it was opened."""
        head, base = at(one, "head", "repo", "full_name"), at(one, "base", "repo", "full_name")
        if isinstance(head, str):
            return [] if head == base else [head.rpartition("/")[0]]
        return [at(one, "head", "user", "login")]  # the fork is gone

    def thread(self, number: int) -> str:
        """Where the comments of a pull request are kept."""
        return f"issues/{number}"

    def comments(self, number: int) -> Iterator[Comment]:
        """The comments under one pull request."""
        for one in self.api.all(f"{self.repo}/{self.thread(number)}/comments", **{self.size: 50}):
            yield Comment(one["id"], str(at(one, "user", "login")), str(at(one, "body") or ""))

    def write(self, number: int, body: str, id_: int | None) -> None:
        """Writes a comment, or another text into one that stands."""
        if id_ is None:
            self.api.ask("POST", f"{self.repo}/{self.thread(number)}/comments", {"body": body})
        else:
            kept = self.thread(number).partition("/")[0]
            self.api.ask("PATCH", f"{self.repo}/{kept}/comments/{id_}", {"body": body})

    def status(self, sha: str) -> object:
        """What was last said of a commit in our name; Gitea calls the state a status."""
        told = at(self.api.ask("GET", f"{self.repo}/commits/{sha}/status"), "statuses") or ()
        ours = next((one for one in told if at(one, "context") == CONTEXT), None)
        return at(ours, "state") or at(ours, "status")

    def tell(self, sha: str, verdict: str) -> None:
        """Says of a commit what the verdict is."""
        data = {"context": CONTEXT, "state": self.words[verdict], "description": SAID[verdict]}
        self.api.ask("POST", f"{self.repo}/statuses/{sha}", data)


class GitHub(Forge):
    """GitHub, and its enterprise server."""

    home = "https://api.github.com"

    def headers(self, token: str) -> dict[str, str]:
        """With the version of the interface, as GitHub asks."""
        return {**super().headers(token), "Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}


class Gitea(Forge):
    """Gitea and Forgejo."""

    size = "limit"
    user = "token"

    def headers(self, token: str) -> dict[str, str]:
        """In Gitea's own form, which its oldest versions know as well."""
        return {"Authorization": f"token {token}"}


class Gitee(Forge):
    """Gitee: comments of its own kind, and checks instead of statuses, whose conclusion is never changed."""

    home = "https://gitee.com/api/v5"
    user = "oauth2"
    words: ClassVar[Mapping[str, str]] = {SUCCESS: "success", FAILURE: "failure", ERROR: "failure"}

    def thread(self, number: int) -> str:
        """Under the pull request itself."""
        return f"pulls/{number}"

    def status(self, sha: str) -> object:
        """The conclusion of our newest check."""
        told = at(self.api.ask("GET", f"{self.repo}/commits/{sha}/check-runs", check_name=CONTEXT), "check_runs") or ()
        ours = [one for one in told if at(one, "name") == CONTEXT]
        return at(max(ours, key=lambda one: numbered(at(one, "id")), default=None), "conclusion")

    def tell(self, sha: str, verdict: str) -> None:
        """By a new check, done as soon as it is made."""
        data = {"name": CONTEXT, "head_sha": sha, "status": "completed", "conclusion": self.words[verdict]}
        output = {"title": CONTEXT, "summary": SAID[verdict]}
        self.api.ask("POST", f"{self.repo}/check-runs", {**data, "output": output})


class GitLab(Forge):
    """GitLab and 极狐, where a pull request is called a merge request and a comment a note."""

    home = "https://gitlab.com/api/v4"
    user = "oauth2"
    ref = "refs/merge-requests/{}/head"
    words: ClassVar[Mapping[str, str]] = {SUCCESS: "success", FAILURE: "failed", ERROR: "failed"}

    def __init__(self, base: str, project: str, token: str, seconds: float) -> None:
        super().__init__(base, project, token, seconds)
        self.repo = f"projects/{parse.quote(project, safe='')}"

    def headers(self, token: str) -> dict[str, str]:
        """In the header for personal and project tokens."""
        return {"PRIVATE-TOKEN": token}

    def account(self) -> str:
        """A project's token has an account of its own too."""
        return str(at(self.api.ask("GET", "user"), "username") or "")

    def requests(self, branch: str) -> Iterator[Request]:
        """The open merge requests."""
        path = f"{self.repo}/merge_requests"
        for one in self.api.all(path, state="opened", scope="all", target_branch=branch, per_page=50):
            if at(one, "target_branch") == branch:
                yield Request(numbered(at(one, "iid")), accounts(at(one, "author", "username"), *self.owner(one)))

    def owner(self, one: object) -> list[object]:
        """The source project is known by its number alone; it may be gone, or hidden from the office."""
        source = at(one, "source_project_id")
        if source is None or source == at(one, "target_project_id"):
            return [] if source is not None else [None]
        try:
            return [at(self.api.ask("GET", f"projects/{numbered(source)}"), "namespace", "full_path")]
        except Problem as problem:
            if problem.is_final:
                raise
            return [None]

    def comments(self, number: int) -> Iterator[Comment]:
        """The notes, those of the system among them."""
        for one in self.api.all(f"{self.repo}/merge_requests/{number}/notes", per_page=50):
            yield Comment(one["id"], str(at(one, "author", "username")), str(at(one, "body") or ""))

    def write(self, number: int, body: str, id_: int | None) -> None:
        """A note is replaced, not patched."""
        notes = f"{self.repo}/merge_requests/{number}/notes"
        self.api.ask(*(("POST", notes) if id_ is None else ("PUT", f"{notes}/{id_}")), {"body": body})

    def status(self, sha: str) -> object:
        """The newest of our name; the list holds the newest of each."""
        told = self.api.ask("GET", f"{self.repo}/repository/commits/{sha}/statuses", name=CONTEXT) or ()
        return next((at(one, "status") for one in told if at(one, "name") == CONTEXT), None)

    def tell(self, sha: str, verdict: str) -> None:
        """Under a name, which is what the others call a context."""
        data = {"name": CONTEXT, "state": self.words[verdict], "description": SAID[verdict]}
        self.api.ask("POST", f"{self.repo}/statuses/{sha}", data)


FORGES = {"github": GitHub, "gitlab": GitLab, "gitea": Gitea, "forgejo": Gitea, "gitee": Gitee}
