"""A plain Git server on loopback: bare repositories behind `git http-backend`, accounts with passwords, and clones."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

from tests.changes.tools import Repository, git
from tests.server.campaign import ACCOUNTS, Content
from tests.tools import ROOT

HOOK = ROOT / "docs" / "hooks" / "pre-receive"


@dataclass(frozen=True)
class Pushed:
    """What a client saw of its push: Git's exit code, and what came from the server."""

    code: int
    printed: bytes

    @property
    def is_taken(self) -> bool:
        """Whether the push went through."""
        return self.code == 0

    @property
    def remote(self) -> str:
        """The lines that the server sent; a client shows them behind `remote: `."""
        lines = self.printed.decode("utf-8").split("\n")
        return "\n".join(line.removeprefix("remote:").strip(" ") for line in lines if line.startswith("remote:"))

    @property
    def codes(self) -> list[str]:
        """The codes of the errors that the server told."""
        return re.findall(r"(?:错误|error)\[(\w+)\]", self.remote)


@dataclass(frozen=True)
class Clone:
    """The clone of one account."""

    repository: Repository
    account: str

    @property
    def root(self) -> Path:
        """Its folder."""
        return self.repository.root

    def commit(
        self, files: Mapping[str, Content], message: str = "改动", otherwise: Mapping[str, str] | None = None
    ) -> str:
        """Changes files and commits; the id of the commit."""
        written = {
            path: content((self.root / path).read_text(encoding="utf-8")) if callable(content) else content
            for path, content in files.items()
        }
        self.repository.write(written)
        return self.repository.commit(message, otherwise)

    def push(self, *refspecs: str, environment: Mapping[str, str] | None = None) -> Pushed:
        """Pushes to where the clone came from."""
        outside = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GIT_", "REMOTE_USER", "GL_USER")) and not name.lower().endswith("_proxy")
        }
        done = subprocess.run(
            ["git", "push", "origin", *refspecs],
            cwd=self.root,
            env={**outside, **QUIET, "LC_ALL": "C", **(environment or {})},
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Pushed(done.returncode, done.stderr)


def script(place: Path, lines: str) -> Path:
    """A shell script."""
    place.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    place.chmod(0o755)
    return place


QUIET = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_TERMINAL_PROMPT": "0"}
"""Git without settings or questions from outside the test."""


@dataclass(frozen=True)
class Bare:
    """A bare repository on the server."""

    root: Path
    url: str

    def clone(self, account: str, folder: Path, url: str | None = None) -> Clone:
        """A clone that pushes as an account."""
        there = url or self.url.replace("://", f"://{account}:{password_of(account)}@")
        git(folder.parent, "clone", "-q", there, str(folder))
        git(folder, "config", "core.autocrlf", "false")
        return Clone(Repository(folder), account)

    def refs(self) -> dict[str, str]:
        """Where every ref stands."""
        lines = git(self.root, "for-each-ref", "--format=%(refname) %(objectname)").splitlines()
        return dict(line.split(" ", 1) for line in lines)

    def files(self) -> dict[str, bytes]:
        """Every file of the repository itself, to see that nothing has been written."""
        return {str(path.relative_to(self.root)): path.read_bytes() for path in self.root.rglob("*") if path.is_file()}

    def holds(self, object_: str) -> bool:
        """Whether the repository has an object."""
        done = subprocess.run(["git", "cat-file", "-e", object_], cwd=self.root, capture_output=True, check=False)
        return done.returncode == 0


def password_of(account: str) -> str:
    """The password that the server asks an account for, however the account is typed."""
    return f"pw-{account.lower()}"


@dataclass(frozen=True)
class Host:
    """The folder of the server's repositories, and where it answers."""

    root: Path
    url: str
    program: Path

    def bare(self, name: str, *options: str) -> Bare:
        """An empty bare repository with the hook in place."""
        root = self.root / f"{name}.git"
        git(self.root, "init", "-q", "--bare", "-b", "main", *options, str(root))
        shutil.copy(HOOK, root / "hooks" / "pre-receive")
        (root / "hooks" / "pre-receive").chmod(0o755)
        git(root, "config", "integrity.program", str(self.program))
        git(root, "config", "receive.fsckObjects", "true")
        return Bare(root, f"{self.url}/{name}.git")

    def copy(self, of: Bare, name: str) -> Bare:
        """Another repository with all that one holds."""
        root = self.root / f"{name}.git"
        shutil.copytree(of.root, root)
        return Bare(root, f"{self.url}/{name}.git")


@contextmanager
def serving(root: Path, program: Path) -> Iterator[Host]:
    """A server for the repositories in a folder, on a port of its own, for as long as it is wanted."""
    handler = type("Handler", (_Backend,), {"root": root})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield Host(root, f"http://127.0.0.1:{server.server_port}", program)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Backend(BaseHTTPRequestHandler):
    """`git http-backend` as a web server runs it: whoever pushes says who it is, and REMOTE_USER is what was proved."""

    root: ClassVar[Path]
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def do_GET(self) -> None:
        self._answer(b"")

    def do_POST(self) -> None:
        self._answer(self._body())

    def log_message(self, *_: Any) -> None:
        """Nobody reads the log of a test."""

    def _answer(self, body: bytes) -> None:
        path, _, query = self.path.partition("?")
        account = self._proved()
        if account is None and "git-receive-pack" in self.path:
            self._send(401, [("WWW-Authenticate", 'Basic realm="git"')], b"")
            return
        done = subprocess.run(
            ["git", "http-backend"],
            input=body,
            capture_output=True,
            env=self._cgi(path, query, body, account),
            check=False,
        )
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        headers = [tuple(line.split(": ", 1)) for line in head.decode("ascii").split("\r\n")]
        status = next((int(value.split()[0]) for name, value in headers if name == "Status"), 200)
        self._send(status, [one for one in headers if one[0] != "Status"], content)

    def _send(self, status: int, headers: list[Any], content: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _proved(self) -> str | None:
        """The account whose password was given."""
        scheme, _, given = self.headers.get("Authorization", "").partition(" ")
        account, _, password = (
            base64.b64decode(given).decode("utf-8").partition(":") if scheme == "Basic" else ("",) * 3
        )
        return account if account.lower() in ACCOUNTS and password == password_of(account) else None

    def _cgi(self, path: str, query: str, body: bytes, account: str | None) -> dict[str, str]:
        # As CGI asks, every header reaches the program, under a name that begins with HTTP_.
        headers = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in self.headers.items()}
        return {
            **headers,
            **QUIET,
            **({"REMOTE_USER": account} if account else {}),
            "PATH": os.environ["PATH"],
            "GIT_PROJECT_ROOT": str(self.root),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "REMOTE_ADDR": self.client_address[0],
        }

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", "0")))
        pieces = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            pieces.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(pieces)
