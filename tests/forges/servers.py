"""Servers on loopback for the tests: Git's own over HTTP, and stand-ins for the interfaces of the forges.

A stand-in keeps pull requests, comments and statuses, answers in the shapes that the forge documents, and remembers
what it was asked. It can be told to fail.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

PAGE = 2
"""So few items on a page that every list has several."""


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server for as long as it is wanted; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def git_over_http(root: Path, secret: str = "") -> Iterator[str]:
    """`git http-backend` for the repositories in a folder; with a secret, for those alone who show it."""

    class Backend(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.answer()

        def do_POST(self) -> None:
            self.answer()

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if secret and self.headers.get("Authorization") != secret:
                self.reply(401, [("WWW-Authenticate", "Basic")], b"")
                return
            url = urlsplit(self.path)
            variables = {
                "GIT_PROJECT_ROOT": str(root),
                "GIT_HTTP_EXPORT_ALL": "1",
                "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
                "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
                "REQUEST_METHOD": self.command,
                "PATH_INFO": unquote(url.path),
                "QUERY_STRING": url.query,
                "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                "CONTENT_LENGTH": str(len(body)),
                "REMOTE_ADDR": "127.0.0.1",
            }
            done = subprocess.run(
                ["git", "http-backend"], env={**os.environ, **variables}, input=body, capture_output=True, check=True
            )
            head, _, content = done.stdout.partition(b"\r\n\r\n")
            fields = [tuple(line.split(": ", 1)) for line in head.decode("latin-1").split("\r\n")]
            code = next((int(value.split()[0]) for name, value in fields if name == "Status"), 200)
            self.reply(code, [(name, value) for name, value in fields if name != "Status"], content)

        def reply(self, code: int, fields: list[tuple[str, str]], content: bytes) -> None:
            self.send_response(code)
            for name, value in fields:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with serving(Backend) as address:
        yield address


@dataclass
class Asked:
    """One question that a stand-in was asked."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    data: Any


@dataclass
class Pull:
    """A pull request as a forge knows it. No `fork` is a branch of the repository itself; a lost one is gone."""

    number: int
    author: str | None
    sha: str
    fork: str | None = None
    base: str = "main"
    title: str = "补充台账"
    is_lost: bool = False
    is_hidden: bool = False


@dataclass
class StandIn:
    """A forge with one repository, `office/campaign`."""

    kind: str
    token: str = "s3cr3t-of-the-office"  # noqa: S105 - no password of anybody
    account: str = "sl-fazhiban"
    pulls: list[Pull] = field(default_factory=list)
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    statuses: list[dict[str, Any]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    faults: dict[str, Callable[[], tuple[int, str]]] = field(default_factory=dict)
    """By a pattern over `METHOD path`: what is answered instead, with code and body."""

    @property
    def writes(self) -> list[Asked]:
        """What was to change something."""
        return [one for one in self.asked if one.method != "GET"]

    def bodies(self, number: int) -> list[str]:
        """The comments under one pull request."""
        return [one["body"] for one in self.comments.get(number, [])]

    def say(self, number: int, author: str, body: str) -> None:
        """A comment by anybody."""
        self.comments.setdefault(number, []).append({"id": self.next_id(), "author": author, "body": body})

    def next_id(self) -> int:
        return 100 + sum(map(len, self.comments.values()))

    @contextmanager
    def serving(self) -> Iterator[str]:
        """The address of its interface, for as long as it is wanted."""
        forge = self

        class Interface(BaseHTTPRequestHandler):
            def answer(self) -> None:
                url = urlsplit(self.path)
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                headers = {name.lower(): value for name, value in self.headers.items()}
                data = json.loads(body) if body else None
                one = Asked(self.command, url.path, parse_qs(url.query), headers, data)
                forge.asked.append(one)
                code, text = forge.reply(one)
                self.send_response(code)
                if code in {301, 302, 307}:
                    self.send_header("Location", text)
                self.end_headers()
                self.wfile.write(text.encode())

            do_GET = do_POST = do_PATCH = do_PUT = answer  # noqa: N815 - http.server calls them so

            def log_message(self, *_: object) -> None:
                pass

        with serving(Interface) as address:
            prefix = {"github": "", "gitlab": "/api/v4", "gitea": "/api/v1", "gitee": "/api/v5"}[self.kind]
            yield address + prefix

    def reply(self, one: Asked) -> tuple[int, str]:
        """Code and text: a fault, a refusal, or what one of the routes gives."""
        for pattern, fault in self.faults.items():
            if re.search(pattern, f"{one.method} {one.path}"):
                return fault()
        if self.shown(one.headers) != self.token:
            return 401, '{"message": "Bad credentials"}'
        for pattern, route in ROUTES[self.kind]:
            if found := re.fullmatch(pattern, f"{one.method} {one.path}"):
                answer = route(self, one, *map(unquote, found.groups()))
                return (404, '{"message": "Not Found"}') if answer is None else (200, json.dumps(answer))
        return 404, '{"message": "no such route in the stand-in"}'

    def shown(self, headers: dict[str, str]) -> str:
        """The token, where it is shown as this forge wants it."""
        if self.kind == "gitlab":
            return headers.get("private-token", "")
        return headers.get("authorization", "").removeprefix("token " if self.kind == "gitea" else "Bearer ")


def slow(seconds: float) -> Callable[[], tuple[int, str]]:
    """A fault: an answer that comes late."""

    def wait() -> tuple[int, str]:
        time.sleep(seconds)
        return 200, "[]"

    return wait


def paged(one: Asked, items: list[Any], *, has_pages: bool = True) -> list[Any]:
    """The page that was asked for; a list without pages is always given whole."""
    if not has_pages:
        return items
    start = (int(one.query.get("page", ["1"])[0]) - 1) * PAGE
    return items[start : start + PAGE]


def like_github(forge: StandIn, pull: Pull) -> dict[str, Any]:
    """A pull request in the shape that GitHub, Gitea and Gitee share."""
    owner = pull.fork or "office"
    repo = None if pull.is_lost else {"full_name": f"{owner}/campaign", "owner": {"login": owner}}
    return {
        "id": 9000 + pull.number,
        "number": pull.number,
        "title": pull.title,
        "user": pull.author and {"login": pull.author},
        "head": {"ref": "work", "sha": pull.sha, "repo": repo, "user": {"login": owner}},
        "base": {"ref": pull.base, "repo": {"full_name": "office/campaign", "owner": {"login": "office"}}},
    }


def pulls(forge: StandIn, one: Asked) -> list[Any]:
    assert one.query["state"] == ["open"]
    return paged(one, [like_github(forge, pull) for pull in forge.pulls])


def threads(forge: StandIn, one: Asked, number: str) -> Any:
    """The comments of a pull request; Gitea gives all of them at once."""
    if one.method == "POST":
        forge.say(int(number), forge.account, one.data["body"])
    found = [
        {"id": each["id"], "user": {"login": each["author"]}, "body": each["body"]}
        for each in forge.comments.get(int(number), [])
    ]
    return found[-1] if one.method == "POST" else paged(one, found, has_pages=forge.kind != "gitea")


def patched(forge: StandIn, one: Asked, id_: str) -> Any:
    for each in (each for under in forge.comments.values() for each in under):
        if each["id"] == int(id_):
            each["body"] = one.data["body"]
            return {"id": each["id"]}
    return None


def combined(forge: StandIn, one: Asked, sha: str) -> Any:
    """GitHub says `state` of each, Gitea `status`; the newest comes first."""
    key = "status" if forge.kind == "gitea" else "state"
    mine = [each for each in reversed(forge.statuses) if each["sha"] == sha]
    return {"statuses": [{"context": each["context"], key: each["state"]} for each in mine]}


def stated(forge: StandIn, one: Asked, sha: str) -> Any:
    assert set(one.data) == {"context", "state", "description"}
    assert len(one.data["description"]) <= 140
    assert one.data["state"] in {"pending", "success", "error", "failure"}
    forge.statuses.append({**one.data, "sha": sha})
    return {}


def checks(forge: StandIn, one: Asked, sha: str = "") -> Any:
    """Gitee's checks, whose conclusion is never changed."""
    if one.method == "POST":
        assert set(one.data) == {"name", "head_sha", "status", "conclusion", "output"}
        forge.statuses.append({"sha": one.data["head_sha"], "state": one.data["conclusion"]})
        return {}
    mine = [each for each in forge.statuses if each["sha"] == sha]
    runs = [{"id": n + 1, "name": "integrity", "conclusion": each["state"]} for n, each in enumerate(mine)]
    return {"total_count": len(runs), "check_runs": runs}


def merge_requests(forge: StandIn, one: Asked) -> list[Any]:
    assert one.query["state"] == ["opened"]
    found = [
        {
            "id": 9000 + pull.number,
            "iid": pull.number,
            "title": pull.title,
            "author": pull.author and {"username": pull.author},
            "sha": pull.sha,
            "target_branch": pull.base,
            "source_project_id": None if pull.is_lost else 1 if pull.fork is None else 1000 + pull.number,
            "target_project_id": 1,
        }
        for pull in forge.pulls
        if pull.base == one.query["target_branch"][0]
    ]
    return paged(one, found)


def project(forge: StandIn, one: Asked, id_: str) -> Any:
    pull = next((pull for pull in forge.pulls if 1000 + pull.number == int(id_)), None)
    return None if pull is None or pull.is_hidden else {"id": int(id_), "namespace": {"full_path": pull.fork}}


def notes(forge: StandIn, one: Asked, number: str) -> Any:
    if one.method == "POST":
        forge.say(int(number), forge.account, one.data["body"])
    found = [
        {"id": each["id"], "author": {"username": each["author"]}, "body": each["body"], "system": False}
        for each in forge.comments.get(int(number), [])
    ]
    return found[-1] if one.method == "POST" else paged(one, found)


def of_gitlab(forge: StandIn, one: Asked, sha: str) -> Any:
    if one.method == "POST":
        assert set(one.data) == {"name", "state", "description"}
        assert one.data["state"] in {"pending", "running", "success", "failed", "canceled"}
        forge.statuses.append({**one.data, "sha": sha})
        return {}
    mine = [each for each in reversed(forge.statuses) if each["sha"] == sha]
    return [{"name": each["name"], "status": each["state"]} for each in mine]


Route = Callable[..., Any]
_O, _SHA, _N = "/repos/office/campaign", "([0-9a-f]{40})", r"(\d+)"
_LIKE_GITHUB: tuple[tuple[str, Route], ...] = (
    (r"GET .*/user", lambda forge, _: {"login": forge.account}),
    (rf"GET .*{_O}/pulls", pulls),
    (rf"(?:GET|POST) .*{_O}/issues/{_N}/comments", threads),
    (rf"PATCH .*{_O}/issues/comments/{_N}", patched),
    (rf"GET .*{_O}/commits/{_SHA}/status", combined),
    (rf"POST .*{_O}/statuses/{_SHA}", stated),
)
_P = "/projects/office%2Fcampaign"
ROUTES: dict[str, tuple[tuple[str, Route], ...]] = {
    "github": _LIKE_GITHUB,
    "gitea": _LIKE_GITHUB,
    "gitee": (
        *_LIKE_GITHUB[:2],
        (rf"(?:GET|POST) .*{_O}/pulls/{_N}/comments", threads),
        (rf"PATCH .*{_O}/pulls/comments/{_N}", patched),
        (rf"GET .*{_O}/commits/{_SHA}/check-runs", checks),
        (rf"POST .*{_O}/check-runs", checks),
    ),
    "gitlab": (
        (r"GET .*/user", lambda forge, _: {"username": forge.account}),
        (rf"GET .*{_P}/merge_requests", merge_requests),
        (rf"GET .*/projects/{_N}", project),
        (rf"(?:GET|POST) .*{_P}/merge_requests/{_N}/notes", notes),
        (rf"PUT .*{_P}/merge_requests/\d+/notes/{_N}", patched),
        (rf"GET .*{_P}/repository/commits/{_SHA}/statuses", of_gitlab),
        (rf"POST .*{_P}/statuses/{_SHA}", of_gitlab),
    ),
}
