"""A small client of the language server protocol: one server, spoken to over its standard input and output."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

LONGEST_WAIT = 15.0
"""Seconds after which a server that says nothing has failed."""


class LanguageServer:
    """The real yaml-language-server, with schemas for the files of one folder and no network."""

    def __init__(self, command: list[str], root: Path, schemas: Mapping[str, str | list[str]], locale: str) -> None:
        self.root = root
        self._schemas = dict(schemas)
        self._sent = 0
        self._inbox: queue.Queue[dict[str, Any]] = queue.Queue()
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._process = subprocess.Popen(
            [*command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        threading.Thread(target=self._read, daemon=True).start()
        capabilities = {
            "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
            "textDocument": {
                "hover": {"contentFormat": ["markdown"]},
                "completion": {
                    "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}
                },
            },
        }
        folder = {"uri": root.as_uri(), "name": root.name}
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "workspaceFolders": [folder],
                "locale": locale,
                "capabilities": capabilities,
            },
        )
        self._tell("initialized", {})

    def close(self) -> None:
        """Say goodbye; the process that this client started is ended if it will not go."""
        try:
            self.ask("shutdown", None)
            self._tell("exit", None)
            self._process.wait(timeout=5)
        finally:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    stream.close()

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its answer."""
        self._sent += 1
        number = self._sent
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next(method)
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message.get("result")

    def show(self, path: str, text: str) -> None:
        """Show a text to the server as the file at a path. It keeps what it read, so each path is shown once."""
        document = {"uri": (self.root / path).as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

    def wrong(self, path: str) -> list[dict[str, Any]]:
        """Wait for what the server finds wrong with a file that was shown; it takes a moment before it looks."""
        uri = (self.root / path).as_uri()
        while uri not in self._diagnostics:
            self._next(f"diagnostics of {path}")
        return self._diagnostics[uri]

    def at(self, what: str, path: str, line: int, character: int) -> Any:
        """`hover` or `completion` at a place counted from 0."""
        position = {"line": line, "character": character}
        document = {"uri": (self.root / path).as_uri()}
        return self.ask(f"textDocument/{what}", {"textDocument": document, "position": position})

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = _there(self._process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.flush()

    def _next(self, wanted: str) -> dict[str, Any]:
        """The next message; what the server asks for or tells on the way is seen to first."""
        try:
            message = self._inbox.get(timeout=LONGEST_WAIT)
        except queue.Empty:
            raise TimeoutError(f"no answer from the language server: {wanted}") from None
        if not message:
            raise RuntimeError(f"the language server has gone: {wanted}")
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        ours = {"yaml": {"schemas": self._schemas, "schemaStore": {"enable": False}}}
        return [ours.get(item.get("section")) for item in message["params"]["items"]]

    def _read(self) -> None:
        """Messages as they come; an empty one when the server has gone."""
        stream = _there(self._process.stdout)
        while True:
            length = 0
            while (line := stream.readline()) not in {b"\r\n", b""}:
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not line:
                self._inbox.put({})
                return
            self._inbox.put(json.loads(stream.read(length)))


def _there(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise RuntimeError("the language server has no pipe")
    return stream
