"""The program, imported once and forked for each run.

A hook starts Python for every push, and most of its time goes into imports. Tests with hundreds of pushes have the
hook start a small program instead that hands its arguments, environment, folder and streams to this one, which runs
`integrity` with them in a process of its own. Nothing else is different; test_hook.py starts the real one.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from tests.tools import ROOT

_LENGTH = struct.Struct("!I")

_FORWARD = """\
import json, os, socket, struct, sys

there = socket.socket(socket.AF_UNIX)
there.connect(sys.argv[1])
asked = json.dumps([sys.argv[2:], os.getcwd(), dict(os.environ)]).encode()
socket.send_fds(there, [struct.pack("!I", len(asked))], [0, 1, 2])
there.sendall(asked)
sys.exit((there.recv(1) or b"\\x46")[0])
"""


@contextmanager
def forked_program(folder: Path) -> Iterator[Path]:
    """A program to start in place of `integrity`, for as long as the one that is forked is there."""
    there, script, program = folder / "s", folder / "forward.py", folder / "integrity"
    script.write_text(_FORWARD, encoding="utf-8")
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' -I -S '{script}' '{there}' \"$@\"\n", encoding="utf-8")
    program.chmod(0o755)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    listening = [sys.executable, "-P", "-m", "tests.server.prefork", str(there)]
    with subprocess.Popen(listening, env=environment, cwd=ROOT, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            yield program
        finally:
            process.terminate()


def _listen(there: str) -> NoReturn:
    import integrity_cli.cli.app
    import integrity_cli.tasks.receive  # noqa: F401 - what the command imports when it is called

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(there)
        listener.listen(64)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            asking, _ = listener.accept()
            with asking:
                if os.fork() == 0:
                    listener.close()
                    _run(asking)


def _run(asking: socket.socket) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    head, streams, _, _ = socket.recv_fds(asking, _LENGTH.size, 3)
    (length,) = _LENGTH.unpack(head)
    asked = b""
    while len(asked) < length:
        asked += asking.recv(length - len(asked))
    arguments, folder, environment = json.loads(asked)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    # As Python opens them at its start; those of the process that was forked belong to other pipes.
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding="utf-8", closefd=False) for number, mode in enumerate("rww")
    )
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["integrity", *arguments]
    code = _ended()
    asking.send(bytes([code]))
    os._exit(code)


def _ended() -> int:
    from integrity_cli.cli import main

    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - as Python itself ends
        sys.excepthook(*sys.exc_info())
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


if __name__ == "__main__":
    _listen(sys.argv[1])
