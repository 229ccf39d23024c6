"""Where the world comes in and goes out: arguments, environment, streams, files. Nothing below reads any of these."""

from __future__ import annotations

import importlib.util
import os
import platform
import re
import shutil
import sys
import traceback
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, NoReturn, TextIO

from integrity_cli.cli import words
from integrity_cli.cli.progress import ERASED, Watched
from integrity_cli.lang import Lang, Words
from integrity_cli.privacy import CERTAIN, masked
from integrity_cli.sources import Source, WorkingTree
from integrity_cli.tasks.outcome import CLEAN, USAGE, Manner, Outcome

if TYPE_CHECKING:
    from integrity_cli.tasks.doctor import Surroundings  # heavy, and wanted by one command only

NEEDED = ("click", "jinja2", "pydantic", "pyyaml", "rich", "typer")
"""The packages that the program needs at run time; a test holds them to pyproject.toml."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LATEST_SECOND = 11
"""Digits of a time in seconds, up to the year 5138; calendars end at 9999."""


class Color(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def prepare_streams() -> None:
    """A console that cannot show a character gets a question mark for it, never a traceback.

    A mistake of ours does show one, since nothing catches it, but with nothing personal in it.
    """
    sys.excepthook = masked_traceback
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace", newline="\n")


def warn_of_unreadable(lang: Lang) -> None:
    """Says in English that the console has no Chinese, where Chinese is about to be printed as question marks."""
    if lang is Lang.ZH and not _shows_chinese():
        print(words.UNREADABLE_CONSOLE.format(encoding=sys.stdout.encoding), file=sys.stderr)


def _shows_chinese() -> bool:
    try:
        "中".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def surroundings() -> Surroundings:
    """What the machine has of what the program needs."""
    from importlib.metadata import PackageNotFoundError, version

    from integrity_cli import __version__
    from integrity_cli.tasks.doctor import Surroundings

    packages: dict[str, str | None] = {}
    for name in NEEDED:
        try:
            packages[name] = version(name)
        except PackageNotFoundError:
            packages[name] = None
    return Surroundings(
        program=__version__,
        python=f"{platform.python_version()} {platform.system()} {platform.machine()}",
        packages=packages,
        has_libyaml=importlib.util.find_spec("yaml._yaml") is not None,
        encoding=sys.stdout.encoding or "ascii",
        shows_chinese=_shows_chinese(),
    )


def asked_language(arguments: list[str]) -> Lang | None:
    """The language of `--lang`, else of INTEGRITY_LANG; known before the app is built, for its help."""
    asked = os.environ.get("INTEGRITY_LANG")
    for place, argument in enumerate(arguments):
        if argument == "--lang" and place + 1 < len(arguments):
            asked = arguments[place + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return Lang(asked) if asked in set(Lang) else None


def today() -> date:
    """The day it is where campaigns are held, in UTC+8; SOURCE_DATE_EPOCH stands for the clock where it is set."""
    shanghai = timezone(timedelta(hours=8))
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return datetime.now(shanghai).date()
    if not fixed.isdecimal() or len(fixed) > _LATEST_SECOND:
        stop(words.NO_SECONDS.of(value=fixed))
    return datetime.fromtimestamp(int(fixed), shanghai).date()


def day_named(text: str) -> date | None:
    """The day that is written in the form of records, or None where there is none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def folder_at(root: Path) -> Path:
    """A folder that is there; one that is not is wrong usage."""
    if not root.is_dir():
        stop(words.NO_ROOT.of(root=root))
    return root


def source_at(root: Path) -> Source:
    """The working tree of a folder; one that does not exist is wrong usage."""
    source = WorkingTree(folder_at(root))
    return Watched(source, sys.stderr, asked_language(sys.argv[1:]) or Lang.ZH) if _is_watched() else source


def _is_watched() -> bool:
    """Whether a person looks at standard error."""
    return sys.stderr.isatty() and not os.environ.get("CI")


def manner(lang: Lang | None, color: Color) -> Manner:
    """How the command is to speak, from its options and the console."""
    width = shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80
    return Manner(lang or asked_language(sys.argv[1:]), max(40, min(width, 120)), _uses_color(color))


def emit(outcome: Outcome, output: Path | None, summary: Path | None = None) -> NoReturn:
    """Prints what a task came to, adds to the summary of a forge's step, and ends with the exit code."""
    if _is_watched():
        sys.stderr.write(ERASED)
    warn_of_unreadable(outcome.lang)
    for line in outcome.talk:
        print(printable(line.say(outcome.lang)), file=sys.stderr)
    data = printable(outcome.data)
    if output is None:
        write(sys.stdout, data)
    elif data:
        _write_file(output, "wb", data)
    if summary is not None and outcome.summary:
        _write_file(summary, "ab", printable(outcome.summary))
    raise SystemExit(outcome.exit_code)


def _write_file(path: Path, mode: Literal["wb", "ab"], text: str) -> None:
    try:
        with path.open(mode) as file:
            file.write(text.encode("utf-8", "replace"))
    except OSError as problem:
        stop(words.NOT_WRITTEN.of(path=path, reason=problem.strerror or problem))


def replace_file(path: Path, content: bytes) -> None:
    """Puts a file in the place of another, whole or not at all."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_bytes(content)
        new.replace(path)
    except OSError as problem:
        with suppress(OSError):
            new.unlink()
        stop(words.NOT_WRITTEN.of(path=path, reason=problem.strerror or problem))


def emit_all(files: Mapping[str, str], folder: Path, lang: Lang) -> NoReturn:
    """Writes texts under their names into a folder, which is made if need be, and ends clean."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_bytes(text.encode("utf-8"))
    except OSError as problem:
        stop(words.NOT_WRITTEN.of(path=folder, reason=problem.strerror or problem))
    print(words.WRITTEN.of(count=len(files), path=folder).say(lang), file=sys.stderr)
    raise SystemExit(CLEAN)


def printable(text: str) -> str:
    """What leaves the program, with blocks for what is certainly personal: the last wall, if another has a gap."""
    return masked(text, CERTAIN)


def masked_traceback(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
    """Prints where the program failed, with blocks for whatever is personal in it."""
    print(masked("".join(traceback.format_exception(kind, problem, trace))), file=sys.stderr, end="")


def write(stream: TextIO, text: str) -> None:
    """Prints a text; a reader that has gone away is no failure."""
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # The reader went away, as `head` does; what is left has nobody to go to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _uses_color(color: Color) -> bool:
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def stop(problem: Words) -> NoReturn:
    """Ends as wrong usage does, with one sentence on standard error."""
    print(printable(problem.say(asked_language(sys.argv[1:]) or Lang.ZH)), file=sys.stderr)
    raise SystemExit(USAGE)
