"""The ladder of rooms: a room may use the rooms below it; rooms on one line do not know each other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools import ROOT

PACKAGE = ROOT / "integrity_cli"
LADDER = (
    ("cli",),
    ("tasks",),
    ("rendering", "publishing"),
    ("checks", "scoring"),
    ("reading",),
    ("rubric", "sources", "privacy", "explanations"),
    ("domain",),
    ("lang",),
)
PUBLISHING = (
    ("site",),
    ("pages",),
    ("frame", "write"),
    ("speaking",),
    ("data", "views"),
    ("depth", "drawing", "places", "typesetting", "words"),
)
"""The rooms inside the largest room, in the same way: pages know views and words, never the other way round."""
HEIGHT = {room: -level for level, rooms in enumerate(LADDER) for room in rooms}
OUTSIDE_WORLD = {"os", "pathlib", "subprocess", "sys", "shutil", "time", "socket", "tempfile", "random", "locale"}
MAY_TOUCH_THE_WORLD = {"cli", "sources"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} uses a relative import"
            yield node.lineno, node.module or ""
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name


def test_every_room_stands_on_the_ladder_and_is_lived_in() -> None:
    rooms = {room_of(path) for path in modules()} - {"__init__", "__main__"}
    assert rooms == set(HEIGHT)
    for room in rooms - {"lang"}:
        assert any(path.name != "__init__.py" for path in (PACKAGE / room).glob("*.py")), f"{room} is empty"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_uses_only_rooms_below_it(path: Path) -> None:
    room = room_of(path)
    if room in {"__init__", "__main__"}:
        return
    for line, name in imported(path):
        if name.startswith("integrity_cli."):
            used = name.split(".")[1]
            allowed = used == room or HEIGHT[used] < HEIGHT[room]
            assert allowed, f"{path.relative_to(ROOT)}:{line}: {room} uses {used}"


def test_inside_publishing_a_page_knows_views_and_words_and_nothing_knows_a_page() -> None:
    height = {room: -level for level, rooms in enumerate(PUBLISHING) for room in rooms}
    inside = PACKAGE / "publishing"
    for path in sorted(inside.rglob("*.py")):
        room = path.relative_to(inside).parts[0].removesuffix(".py")
        if room == "__init__":
            continue
        for line, name in imported(path):
            used = name.removeprefix("integrity_cli.publishing").removeprefix(".").split(".")[0]
            if name.startswith("integrity_cli.publishing.") and used != room:
                assert height[used] < height[room], f"{path.relative_to(ROOT)}:{line}: {room} uses {used}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_world_comes_in_at_the_edge_only(path: Path) -> None:
    room = room_of(path)
    if room in MAY_TOUCH_THE_WORLD or path.name == "write.py":
        return
    for line, name in imported(path):
        touched = name.split(".")[0]
        harmless = room == "tasks" and name == "pathlib"  # a path is passed through, nothing is opened
        assert touched not in OUTSIDE_WORLD or harmless, f"{path.relative_to(ROOT)}:{line}: {room} imports {name}"


def test_only_the_edge_reads_the_clock() -> None:
    for path in modules():
        if path.relative_to(PACKAGE).as_posix() == "cli/edge.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"today", "now", "utcnow"}, f"{path}:{node.lineno} reads the clock"


def test_only_reading_knows_yaml() -> None:
    for path in modules():
        if any(name.split(".")[0] == "yaml" for _, name in imported(path)):
            assert room_of(path) == "reading", path


def test_every_commands_heavy_imports_wait_for_the_command() -> None:
    """`--help` and `--version` must not pay for pydantic, YAML or Jinja."""
    heavy = {"pydantic", "yaml", "jinja2", "integrity_cli.tasks.validate"}
    for path in (PACKAGE / "cli").glob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not heavy & set(names), f"{path.name}:{node.lineno}"
