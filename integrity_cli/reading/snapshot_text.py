"""A snapshot written down: after all that stands in snapshots.yaml, of which not a byte is changed."""

from __future__ import annotations

import re

from integrity_cli.domain.snapshots import Snapshot, Snapshots
from integrity_cli.reading.loader import read_record

PATH = "records/office/snapshots.yaml"
_HEAD = """\
# 快照登记：各阶段截止时冻结的提交，由 integrity freeze 接着写；之后准予计入的由主办单位手写。
# Snapshots: the commit frozen at each deadline, added by `integrity freeze`; what is admitted later the office writes.
"""
_KEY = re.compile(rb"^(?:\xef\xbb\xbf)?snapshots:", re.MULTILINE)
_DASH = re.compile(rb"^( *)- ", re.MULTILINE)


def written(snapshot: Snapshot, indent: int = 2) -> str:
    """The lines of one snapshot."""
    blanks = " " * indent
    fields = {"stage": snapshot.stage, "commit": snapshot.commit, "manifest": snapshot.manifest}
    lines = [f"{name}: {value}" for name, value in {**fields, "taken_on": snapshot.taken_on}.items()]
    return "".join(f"{blanks}{'  ' if number else '- '}{line}\n" for number, line in enumerate(lines))


def appended(content: bytes | None, snapshot: Snapshot) -> bytes | None:
    """The file with a snapshot more at its end; None where it is written in a way that cannot be continued so."""
    if content is None:
        return f"{_HEAD}snapshots:\n{written(snapshot)}".encode()
    before, _ = read_record(PATH, content, Snapshots)
    dash = _DASH.search(content, key.end()) if (key := _KEY.search(content)) else None
    text = written(snapshot, len(dash[1]) if dash else 2)
    text = text if key else f"snapshots:\n{text}"
    text = text if content.endswith((b"\n", b"\r")) or not content else f"\n{text}"
    new = content + (text.replace("\n", "\r\n") if b"\r\n" in content else text).encode()
    after, _ = read_record(PATH, new, Snapshots)
    known = before.snapshots if before else ()
    return new if after is not None and after.snapshots == (*known, snapshot) else None
