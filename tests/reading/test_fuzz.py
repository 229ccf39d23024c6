"""Twenty seconds of broken records: each is read or refused in its place, and said in both languages.

The seed stands in the head of the test run; `INTEGRITY_FUZZ_SEED=n` takes another, `INTEGRITY_FUZZ_SECONDS=n` longer.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from integrity_cli.domain.diagnostic import Severity
from integrity_cli.lang import Lang
from integrity_cli.reading.layout import Placed, recognise
from integrity_cli.reading.loader import read_record
from integrity_cli.reading.locate import Locator
from integrity_cli.reading.raw_text import raw_text
from integrity_cli.rendering.formats import FINDINGS_FORMATS
from integrity_cli.sources import Overlay
from integrity_cli.tasks.outcome import Manner
from integrity_cli.tasks.validate import validate
from tests.conftest import FUZZ_SECONDS, FUZZ_SEED
from tests.test_examples import SMALL
from tests.tools import InMemory

SLIPS = [
    "：", "　", "\u00a0", ":", " ", "\t", "-", "- ", "#", "'", '"', "[", "]", "{", "}", "，", "、", ",", "|", ">", "?",
    "!", "&a", "*a", "%", "@", "`", "~", "null", "yes", "<<: *a", "---\n", "...\n", "\n", "\r\n", "\r", "\n\n",
    "\ufeff", "\u200b", "⽔", "<<<<<<< 甲\n", "=======\n", "\x00", "\x1b[31m", "\u2028", "𠮷", "e\u0301", "2014-02-30",
    "99999999999999999999",
    "-1", "1e9", "0x1F", "１２", "E-001", "是", "[[[[", "a: b: c", "../..", "::error::", "</script>",
    "{{ 7*7 }}", "{0}",
]  # fmt: skip
"""What slips into a record from a keyboard, a web page, a merge or somebody who means harm."""
BYTES = [b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xd6\xd0", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"]

WHOLE = 40
"""Of so many broken records one is checked within its whole campaign, and printed in one format."""

Mutation = Callable[[random.Random, bytes], bytes]


def insert(chance: random.Random, content: bytes) -> bytes:
    text = content.decode("utf-8", "replace")
    place = chance.randrange(len(text) + 1)
    return (text[:place] + chance.choice(SLIPS) + text[place:]).encode("utf-8")


def insert_bytes(chance: random.Random, content: bytes) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + chance.choice(BYTES) + content[place:]


def cut(chance: random.Random, content: bytes) -> bytes:
    text = content.decode("utf-8", "replace")
    place = chance.randrange(len(text) + 1)
    return (text[:place] + text[place + chance.randint(1, 12) :]).encode("utf-8")


def move_a_line(chance: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), b" " * chance.choice([0, 0, 2, 4]) + line)
    return b"\n".join(lines)


def repeat_a_line(chance: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    place = chance.randrange(len(lines))
    return b"\n".join([*lines[:place], *[lines[place]] * chance.choice([2, 2, 50]), *lines[place + 1 :]])


def indent(chance: random.Random, content: bytes) -> bytes:
    lines = content.split(b"\n")
    place = chance.randrange(len(lines))
    lines[place] = b" " * chance.randint(1, 5) + lines[place]
    return b"\n".join(lines)


MUTATIONS: list[Mutation] = [insert, insert, insert_bytes, cut, move_a_line, repeat_a_line, indent]
RECORDS = [(placed, SMALL.read(placed.path)) for placed in map(recognise, SMALL.paths()) if placed is not None]


def broken(chance: random.Random) -> tuple[Placed, bytes]:
    """A record of the small campaign after one to four slips."""
    placed, content = chance.choice(RECORDS)
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(MUTATIONS)(chance, content)
    return placed, content


def assert_read_or_refused(placed: Placed, content: bytes) -> None:
    """No traceback, an error exactly where there is no record, every finding inside the file and in both languages."""
    record, findings = read_record(placed.path, content, placed.place.model)
    findings = tuple(findings)
    assert (record is None) is any(one.severity is Severity.ERROR for one in findings)
    source = InMemory({placed.path: content})
    lines = raw_text(content).split("\n")
    for located in Locator(lambda _: source).locate(findings):
        position = located.position
        assert 1 <= position.line <= len(lines)
        assert 1 <= position.column <= len(lines[position.line - 1]) + 1
        assert position.column <= position.end
        assert all(located.finding.message.say(lang) for lang in Lang)


def test_a_broken_record_is_read_or_refused_in_its_place() -> None:
    chance = random.Random(FUZZ_SEED)  # noqa: S311 - the same slips each time, so that a failure can be repeated
    until, tried = time.monotonic() + FUZZ_SECONDS, 0
    while time.monotonic() < until:
        placed, content = broken(chance)
        tried += 1
        try:
            assert_read_or_refused(placed, content)
            if tried % WHOLE == 0:
                format_, lang = chance.choice(sorted(FINDINGS_FORMATS)), chance.choice(sorted(Lang))
                outcome = validate(Overlay(SMALL, {placed.path: content}), format_, Manner(lang))
                assert outcome.data or outcome.talk, "even a clean run says what it looked at"
        except Exception as problem:
            problem.add_note(f"seed {FUZZ_SEED}, try {tried}: {placed.path}\n{content!r}")
            raise
    print(f"{tried} broken records in {FUZZ_SECONDS} s, seed {FUZZ_SEED}")  # noqa: T201 - the tally
    assert tried > 100
