"""Records out of shape: every error has words of ours in both languages, and points at what is wrong."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.domain.evidence import KINDS, EvidenceLedger
from integrity_cli.domain.record import Record
from integrity_cli.domain.unit_records import Plan
from integrity_cli.lang import Lang
from integrity_cli.reading import dialect, layout, shape_kinds, shapes
from integrity_cli.reading.loader import read_record
from integrity_cli.reading.locate import Locator
from integrity_cli.sources import WorkingTree
from tests.tools import ROOT, InMemory

SMALL = WorkingTree(ROOT / "tests" / "examples" / "clean" / "small")

# Every error type has words.

RAISED_BY_PYDANTIC = {
    "model": {"model_type"},
    "model-fields": {"missing", "extra_forbidden"},
    "tuple": {"tuple_type"},
    "dict": {"dict_type"},
}
"""What pydantic itself can say of the parts of our models; all else is told by parsers of ours."""
SILENT = {
    "model-field", "nullable", "default", "definitions", "definition-ref", "tagged-union", "to-string", "no-info",
    "function-plain", "function-before",
    "str",  # the key of a mapping, which the reader has made a text
}  # fmt: skip


def parts_of_models(schema: object) -> Iterator[str]:
    """The types of every part of a pydantic core schema."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema["type"]
        for inner in schema.values():
            yield from parts_of_models(inner)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from parts_of_models(inner)


def parts_in_use() -> set[str]:
    return {part for place in layout.PLACES for part in parts_of_models(place.model.__pydantic_core_schema__)}


def called(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def types_raised_by_our_parsers() -> set[str]:
    """The first argument of every `PydanticCustomError`, the third of `_matching`, and the unions' own."""
    found: set[str] = set()
    for path in (ROOT / "integrity_cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            named = [keyword.value for keyword in node.keywords if keyword.arg == "custom_error_type"]
            if called(node) == "PydanticCustomError":
                named.append(node.args[0])
            if called(node) == "_matching":
                named.append(node.args[2])
            found |= {str(one.value) for one in named if isinstance(one, ast.Constant)}
    return found


def test_our_models_have_no_part_whose_errors_have_no_words() -> None:
    assert parts_in_use() <= RAISED_BY_PYDANTIC.keys() | SILENT


OURS = types_raised_by_our_parsers()
TYPES = sorted(OURS | set().union(*RAISED_BY_PYDANTIC.values()))
CONTEXT = {"choices": ("a", "b"), "longest": 200, "length": 201, "measure": "latest"}


def told(kind: str) -> list[Diagnostic]:
    """What is said of one error of a type at the title of a plan."""
    error = InitErrorDetails(
        type=PydanticCustomError(kind, "not for people", CONTEXT) if kind in OURS else kind,
        loc=("title",),
        input="secret",
        ctx={"class_name": "Plan"},
    )
    problem = ValidationError.from_exception_data("Plan", [error])
    written: object = {"kind": "secret"} if kind == "unknown_kind" else "secret"
    return list(shapes.findings("plan.yaml", Plan, {"title": written}, problem))


@pytest.mark.parametrize("kind", TYPES)
def test_every_error_our_models_can_raise_is_told_in_both_languages(kind: str) -> None:
    (finding,) = told(kind)
    assert finding.family == "S"
    for lang in Lang:
        said = words_of(finding, lang)
        assert said.strip()
        assert "not for people" not in said
        assert "secret" not in said


def test_every_kind_of_the_family_is_told_of_some_error() -> None:
    codes = {finding.code for kind in TYPES for finding in told(kind)}
    assert codes == {kind.code for kind in shape_kinds.KINDS}


def words_of(finding: Diagnostic, lang: Lang) -> str:
    parts = (finding.message, finding.label, finding.note, finding.help)
    return "\n".join(part.say(lang) for part in parts if part is not None)


# Nothing a file holds stops the reading.

WRONG: tuple[Any, ...] = ("", "？", "x" * 5000, "a\nb", [], ["x"], [[]], [{}], {}, {"x": "y"}, {"kind": ["x"]})


def changed(data: Any) -> Iterator[Any]:
    """Plain data with one of its parts, at any depth, replaced by something wrong or left out."""
    yield from WRONG
    if isinstance(data, dict):
        for key, value in data.items():
            yield {one: data[one] for one in data if one != key}
            yield data | {f"{key}s": value}
            yield from (data | {key: other} for other in changed(value))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from ([*data[:number], other, *data[number + 1 :]] for other in changed(value))


def plain(path: str) -> Any:
    return dialect.read(path, SMALL.read(path)).data


RECORDS = [placed for path in SMALL.paths() if (placed := layout.recognise(path)) is not None]


@pytest.mark.parametrize("placed", RECORDS, ids=lambda placed: placed.path)
def test_whatever_a_record_holds_is_told_in_our_words(placed: layout.Placed) -> None:
    model, said = placed.place.model, ""
    for data in changed(plain(placed.path)):
        try:
            model.model_validate(data)
        except ValidationError as problem:
            found = list(shapes.findings(placed.path, model, data, problem))
            assert len(found) >= 1
            assert all(leads_somewhere(data, finding) for finding in found)
            said += "\n".join(words_of(finding, lang) for finding in found for lang in Lang)
    assert said
    for theirs in ("Input should", "Field required", "Extra inputs", "validation error", "pydantic", "xxxxxxxx"):
        assert theirs not in said


def leads_somewhere(data: Any, finding: Diagnostic) -> bool:
    """Whether the route of a finding exists, but for a last key that is missing."""
    for number, step in enumerate(finding.route):
        inside = step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))
        if not inside:
            return number == len(finding.route) - 1 and finding.code == "S101"
        data = data[step]
    return True


# The nearest spelling, and no guess where none is near.

SPELLINGS = [
    ("kind: meting", "S103", "meeting"),
    ("kind: dossier-summary", "S103", "dossier_summary"),
    ("kind: 会议", "S103", None),
    ("kind: x", "S103", None),
    ("kind: meeting\n    topic: program", "S104", "programme"),
    ("kind: meeting\n    topic: 研究", "S104", None),
    ("kind: meeting\n    topic: programme\n    chared_by: head", "S102", "chaired_by"),
    ("kind: meeting\n    topic: programme\n    主持人: head", "S102", None),
]


def found_in_ledger(entry: str) -> list[Diagnostic]:
    text = f"entries:\n  - id: E-001\n    title: 会议\n    happened_on: 2014-12-01\n    people: 3\n    {entry}\n"
    _, findings = read_record("evidence.yaml", text.encode(), EvidenceLedger)
    return list(findings)


@pytest.mark.parametrize(("entry", "code", "nearest"), SPELLINGS)
def test_the_nearest_spelling_is_named_where_one_is_near(entry: str, code: str, nearest: str | None) -> None:
    finding = next(one for one in found_in_ledger(entry) if one.code == code)
    for lang in Lang:
        said = finding.help.say(lang) if finding.help else ""
        assert (f"`{nearest}`" in said) if nearest else (said == "")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_entry_without_its_fields_names_each_by_its_label(kind: str) -> None:
    text = f"entries:\n  - {{id: E-001, kind: {kind}, title: 材料, happened_on: 2014-12-01}}\n"
    _, findings = read_record("evidence.yaml", text.encode(), EvidenceLedger)
    required = [name for name, field in KINDS[kind].model_fields.items() if field.is_required()]
    said = [finding.message.say(Lang.ZH) for finding in findings]
    missing = [name for name in required if name not in {"id", "kind", "title", "happened_on"}]
    assert len(said) == len(missing)
    for name, words in zip(missing, said, strict=True):
        assert f"`{name}`" in words
        assert any("\u4e00" <= character <= "\u9fff" for character in words.split(name)[1])


# The line of the entry that is wrong.


def ledger_with(number: int, old: str, new: str) -> str:
    entry = (
        "  - id: E-{0:03}\n    kind: meeting\n    title: 会议 {0}\n    happened_on: 2014-12-01\n"
        "    topic: programme\n    chaired_by: head\n    people: 3\n"
    )
    entries = [entry.format(one) for one in range(1, 6)]
    assert old in entries[number]
    entries[number] = entries[number].replace(old, new)
    return "entries:\n" + "".join(entries)


MISTAKES = [
    ("chaired_by: head", "chaired_by: boss", "S104", 6, 17),
    ("2014-12-01", "2014-12-32", "S106", 4, 18),
    ("people: 3", "people: 三", "S107", 7, 13),
    ("people: 3", "persons: 3", "S102", 7, 5),
    ("kind: meeting", "kind: meting", "S103", 2, 11),
    ("topic: programme", "topic: [programme]", "S116", 5, 12),
    ("title: 会议", "title: ''  # 会议", "S119", 3, 12),
]


@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize(("old", "new", "code", "line", "column"), MISTAKES)
def test_a_mistake_is_shown_on_its_own_line_whichever_entry_it_is_in(
    number: int, old: str, new: str, code: str, line: int, column: int
) -> None:
    text = ledger_with(number, old, new)
    _, findings = read_record("evidence.yaml", text.encode(), EvidenceLedger)
    source = InMemory({"evidence.yaml": text.encode()})
    located = Locator(lambda _: source).locate(findings)
    (position,) = {one.position for one in located if one.finding.code == code}
    assert (position.line, position.column) == (1 + 7 * number + line, column)


def test_every_model_of_a_place_is_a_record() -> None:
    assert all(issubclass(place.model, Record) for place in layout.PLACES)
