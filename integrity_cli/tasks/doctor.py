"""`doctor`: what this machine has of what the program needs, and how to get the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from integrity_cli.lang import Text, Words, verbatim
from integrity_cli.reading.layout import recognise
from integrity_cli.rendering.doctor_text import Line, State, render
from integrity_cli.rendering.page import Page
from integrity_cli.sources import Source
from integrity_cli.sources.repository import Repository
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, Manner, Outcome

_PROGRAM = Text("本程序", "this program")
_PYTHON = Text("Python", "Python")
_PACKAGES = Text("依赖", "packages")
_LIBYAML = Text("libyaml", "libyaml")
_CONSOLE = Text("控制台编码", "console encoding")
_GIT = Text("Git", "Git")
_HISTORY = Text("仓库历史", "history")
_RECORDS = Text("记录", "records")

_THERE = Text("有", "there")
_ABSENT = Text("没有", "not there")
_CHINESE = Text("{encoding}，能显示中文", "{encoding}, shows Chinese")
_NO_CHINESE = Text("{encoding}，不能显示中文", "{encoding}, cannot show Chinese")
_WITHOUT = Text("缺少 {names}", "{names} missing")
_COMPLETE = Text("{commits} 次提交，完整", "{commits:commit|commits}, complete")
_SHALLOW = Text("{commits} 次提交，只取了最近的一段", "{commits:commit|commits}, only the latest part was fetched")
_NO_REPOSITORY = Text("这个文件夹不在 Git 仓库里", "this folder is in no Git repository")
_COUNTED = Text("{count} 个记录文件", "{count:record file|record files}")

_GET_PACKAGES = Text(
    "pip install --require-hashes --only-binary=:all: -r requirements/run.txt",
    "pip install --require-hashes --only-binary=:all: -r requirements/run.txt",
)
_GET_LIBYAML = Text(
    "换用官方发布的安装包：pip install --force-reinstall --only-binary=:all: pyyaml",
    "take the official wheel: pip install --force-reinstall --only-binary=:all: pyyaml",
)
_GET_CONSOLE = Text(
    "加 --lang en；Windows 上先运行 chcp 65001 和 set PYTHONUTF8=1",
    "add --lang en; on Windows first run chcp 65001 and set PYTHONUTF8=1",
)
_GET_GIT = Text(
    "Windows：winget install Git.Git；Debian、统信、麒麟：apt-get install git",
    "Windows: winget install Git.Git; Debian and its kin: apt-get install git; macOS: brew install git",
)
_GET_REPOSITORY = Text(
    "查验和计分不需要仓库；期限和修改要看仓库历史，用 git clone 取得",
    "checking and scoring need none; deadlines and changes need the history: get it by git clone",
)
_GET_HISTORY = Text("git fetch --unshallow", "git fetch --unshallow")
_GET_RECORDS = Text(
    "到活动仓库的文件夹里运行，或用 --root 指明",
    "run it in the folder of the campaign, or name that folder with --root",
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the edge knows of the machine; a package that is missing has no version."""

    program: str
    python: str
    packages: Mapping[str, str | None]
    has_libyaml: bool
    encoding: str
    shows_chinese: bool


def doctor(source: Source, around: Surroundings, repository: Repository, manner: Manner) -> Outcome:
    """One line for each thing; what is missing and needed is exit 1."""
    lang = manner.language(None)
    lines = (*_of_machine(around), *_of_repository(repository), _of_records(source))
    code = FINDINGS if any(line.state is State.MISSING for line in lines) else CLEAN
    return Outcome(code, lang, render(lines, Page(lang, manner.width, manner.color)))


def _of_machine(around: Surroundings) -> Iterator[Line]:
    yield Line(State.GOOD, _PROGRAM, verbatim(around.program))
    yield Line(State.GOOD, _PYTHON, verbatim(around.python))
    missing = tuple(name for name, version in around.packages.items() if version is None)
    there = verbatim(", ".join(f"{name} {version}" for name, version in around.packages.items()))
    yield _line(_PACKAGES, there, _WITHOUT.of(names=missing) if missing else None, _GET_PACKAGES)
    yield _line(_LIBYAML, _THERE, None if around.has_libyaml else _ABSENT, _GET_LIBYAML)
    seen = (_CHINESE if around.shows_chinese else _NO_CHINESE).of(encoding=around.encoding)
    yield Line(State.GOOD, _CONSOLE, seen) if around.shows_chinese else Line(State.NOTE, _CONSOLE, seen, _GET_CONSOLE)


def _of_repository(repository: Repository) -> Iterator[Line]:
    if repository.git is None:
        yield Line(State.NOTE, _GIT, _ABSENT, _GET_GIT)
        return
    yield Line(State.GOOD, _GIT, verbatim(repository.git))
    if repository.commits is None:
        yield Line(State.NOTE, _HISTORY, _NO_REPOSITORY, _GET_REPOSITORY)
    elif repository.is_shallow:
        yield Line(State.NOTE, _HISTORY, _SHALLOW.of(commits=repository.commits), _GET_HISTORY)
    else:
        yield Line(State.GOOD, _HISTORY, _COMPLETE.of(commits=repository.commits))


def _of_records(source: Source) -> Line:
    count = sum(1 for path in source.paths() if path.startswith("records/") and recognise(path))
    found = _COUNTED.of(count=count)
    return Line(State.GOOD, _RECORDS, found) if count else Line(State.NOTE, _RECORDS, found, _GET_RECORDS)


def _line(what: Text, there: Words, missing: Words | None, get: Text) -> Line:
    return Line(State.GOOD, what, there) if missing is None else Line(State.MISSING, what, missing, get)
