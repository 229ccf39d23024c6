"""The exported schemas against the product: what one takes the other takes, as far as an editor can see it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic_core import PydanticCustomError

from integrity_cli.domain import scalars
from integrity_cli.domain.evidence import KINDS
from integrity_cli.domain.record import label_of
from integrity_cli.domain.scalars import Scalar
from integrity_cli.lang import Lang
from integrity_cli.reading.dialect import decode
from integrity_cli.reading.layout import recognise
from integrity_cli.rendering.schema import NAMES, editor_settings, file_name, record_schema, render
from integrity_cli.rendering.schema.values import is_flat, scalar_schema
from integrity_cli.sources import Source, WorkingTree
from tests.editors.core_schema import load, typed
from tests.test_examples import UPDATING, campaign_of, changed_files, stories
from tests.tools import ROOT, integrity

COMMITTED = ROOT / "docs" / "schemas"
SETTINGS = ROOT / "docs" / "editors" / "settings.json"

BEYOND_A_SCHEMA = {
    "S125": "which record a file is follows from its path, and no schema is asked about a path without a place",
    "S109-points-form--three-decimals": "an editor sees a binary number; a test of its decimals would refuse 0.29 too",
}
"""Mistakes of family S that no schema can see, by code or by example."""


@cache
def validator(name: str, lang: Lang = Lang.ZH) -> Draft202012Validator:
    return Draft202012Validator(record_schema(name, lang))


def refusals(path: str, content: bytes) -> list[str]:
    """Why the schema of the record at a path refuses a file; nothing where no record has its place."""
    placed = recognise(path)
    if placed is None:
        return []
    found = validator(placed.place.name).iter_errors(load(decode(path, content)))
    return [f"{path}: {list(one.absolute_path)}: {one.message[:200]}" for one in found]


# -- what is committed


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_schema_is_the_one_exported(name: str) -> None:
    """`INTEGRITY_UPDATE_GOLDEN=1` writes it anew."""
    if UPDATING:
        (COMMITTED / file_name(name)).write_bytes(render(name, Lang.ZH).encode("utf-8"))
    assert (COMMITTED / file_name(name)).read_text(encoding="utf-8") == render(name, Lang.ZH)


def test_no_schema_is_left_of_a_record_that_has_gone() -> None:
    assert {path.name for path in COMMITTED.iterdir()} == OF_OUTPUT | {*(file_name(name) for name in NAMES)}


def test_the_settings_to_copy_name_every_schema() -> None:
    if UPDATING:
        SETTINGS.write_bytes(editor_settings("docs/schemas").encode("utf-8"))
    assert SETTINGS.read_text(encoding="utf-8") == editor_settings("docs/schemas")
    named = json.loads(SETTINGS.read_text(encoding="utf-8"))["yaml.schemas"]
    assert all((ROOT / schema).is_file() for schema in named)
    for schema, patterns in named.items():
        for pattern in patterns:
            placed = recognise(pattern.replace("*", "any"))
            assert placed is not None
            assert file_name(placed.place.name) == Path(schema).name


def test_the_command_prints_what_is_committed_and_writes_all_of_it(tmp_path: Path) -> None:
    printed = integrity("schema", "plan")
    assert (printed.code, printed.out) == (0, (COMMITTED / "plan.schema.json").read_text(encoding="utf-8"))
    written = integrity("schema", "--all", "--output", str(tmp_path / "new"))
    assert (written.code, written.out) == (0, "")
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == {
        path.name: path.read_bytes() for path in COMMITTED.iterdir() if path.name not in OF_OUTPUT
    }


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = integrity("schema", "--all", "--output", str(tmp_path / "file"), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "cannot write" in ran.err


@pytest.mark.parametrize("lang", Lang)
def test_the_list_names_every_record_and_its_files(lang: Lang) -> None:
    listed = integrity("schema", "--list", "--lang", lang)
    assert [line.split()[0] for line in listed.out.splitlines()] == list(NAMES)
    for line in listed.out.splitlines():
        for pattern in re.findall(r"\S+\.yaml", line):
            assert recognise(pattern.replace("*", "any")) is not None


@pytest.mark.parametrize(
    "arguments", [(), ("plan", "--list"), ("--all",), ("plan", "--all", "--output", "x"), ("plann",)]
)
def test_anything_but_one_record_a_list_or_all_is_wrong_usage(arguments: tuple[str, ...]) -> None:
    ran = integrity("schema", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


# -- the schemas themselves


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_by_its_own_standard_and_names_no_place_on_the_network(name: str, lang: Lang) -> None:
    schema = record_schema(name, lang)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:integrity:{name}:{lang}"
    hosts = set(re.findall(r"https?://[a-z][\w.-]+", json.dumps(schema)))
    assert hosts <= {"https://json-schema.org"}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_differ_in_words_only(name: str) -> None:
    assert bare(record_schema(name, Lang.ZH)) == bare(record_schema(name, Lang.EN))


WORDS = {"title", "description", "errorMessage", "patternErrorMessage", "markdownEnumDescriptions", "label", "$id"}


def bare(schema: Any) -> Any:
    """A schema without its words; a field may be called as a word is, so what holds fields is left whole."""
    if isinstance(schema, list):
        return [bare(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: bare(one) for key, one in schema.items() if key not in WORDS or isinstance(one, dict)}


def parts(schema: Any, inside: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside a schema, with the keyword that it stands under."""
    if isinstance(schema, list):
        for one in schema:
            yield from parts(one, inside)
    elif isinstance(schema, dict):
        yield inside, schema
        for key, one in schema.items():
            if key not in {"body", "defaultSnippets"}:
                yield from parts(one, key)


@pytest.mark.parametrize("name", NAMES)
def test_chinese_words_are_chinese_and_every_field_has_its_label(name: str) -> None:
    schema = record_schema(name, Lang.ZH)
    said = [
        one[key]
        for _, one in parts(schema)
        for key in ("title", "description", "errorMessage", "patternErrorMessage")
        if isinstance(one.get(key), str)
    ]
    assert len(said) > 10
    assert [words for words in said if not re.search("[\u4e00-\u9fff]", words)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_editor_is_told_to_offer_null(name: str) -> None:
    """A bare null is a finding; nothing after a key is how absence is written."""
    for _, one in parts(record_schema(name, Lang.ZH)):
        if "enum" in one:
            assert None not in one["enum"]
    offered = [one for _, one in parts(record_schema(name, Lang.ZH)) if one.get("type") == "null"]
    assert all(set(one) - {"type"} == set() or "errorMessage" in one for one in offered)


@pytest.mark.parametrize("name", NAMES)
def test_a_definition_that_stands_under_several_labels_has_a_title_of_its_own(name: str) -> None:
    """Else yaml-language-server shows it under the label of whichever field it looked at last."""
    schema = record_schema(name, Lang.ZH)
    labels: dict[str, set[str]] = {}
    for _, one in parts(schema):
        inner = [option for option in one.get("anyOf", []) if isinstance(option, dict)]
        for option in inner:
            for reference in {option.get("$ref"), option.get("then", {}).get("$ref")} - {None}:
                labels.setdefault(str(reference).removeprefix("#/$defs/"), set()).add(one.get("title", ""))
    shared = {one: schema["$defs"][one] for one, used in labels.items() if len(used) > 1}
    assert [one for one, written in shared.items() if not is_flat(written) and "title" not in written] == []
    assert name != "rubric" or {"Fact", "Both"} <= shared.keys()


# -- whole files


OF_OUTPUT = {"findings.schema.json", "status.schema.json"}
"""The schemas of what the program prints: of `validate --format json` and of `status --format json`."""
REDACTED = "redacted-field-and-file"
"""A field that the office removed may be missing; a schema sees one file and knows nothing of redactions.yaml."""
SOURCES: dict[str, Callable[[], Source]] = {"sample": partial(WorkingTree, ROOT)}
SOURCES |= {folder.name: partial(campaign_of, folder) for folder in stories("clean") if folder.name != REDACTED}
SOURCES |= {folder.parent.name: partial(WorkingTree, folder.parent) for folder in ROOT.glob("tests/rubrics/*/records")}


@pytest.mark.parametrize("name", SOURCES)
def test_every_file_without_a_finding_is_taken_by_its_schema(name: str) -> None:
    source = SOURCES[name]()
    paths = [path for path in source.paths() if recognise(path)]
    assert paths
    assert [why for path in paths for why in refusals(path, source.read(path))] == []


def is_seen(folder: Path) -> bool:
    return not {folder.name, folder.name[:4]} & BEYOND_A_SCHEMA.keys()


OUT_OF_SHAPE = [folder for folder in stories("flagged") if folder.name.startswith("S")]


@pytest.mark.parametrize("folder", OUT_OF_SHAPE, ids=lambda folder: folder.name)
def test_a_file_out_of_shape_is_refused_unless_no_schema_can_see_it(folder: Path) -> None:
    found = [why for path, content in changed_files(folder) if content for why in refusals(path, content)]
    assert bool(found) is is_seen(folder), found


def test_what_no_schema_can_see_is_among_the_examples() -> None:
    known = {name for folder in OUT_OF_SHAPE for name in (folder.name, folder.name[:4])}
    assert BEYOND_A_SCHEMA.keys() <= known


# -- scalars


SCALARS = {
    name: mark for name, annotated in vars(scalars).items() for mark in get_args(annotated) if isinstance(mark, Scalar)
}
TEXTS = st.one_of(
    st.from_regex(r"-?[0-9]{0,13}(\.[0-9]{0,7})?", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True),
    st.dates().map(str),
    st.from_regex(r"https?://[a-z.]{1,9}(:[0-9]{1,6})?(/[a-z \"é]{0,5})?", fullmatch=True),
    st.from_regex(r"[a-zA-Z]{1,5}-[0-9a-z]{0,7}", fullmatch=True),
    st.from_regex(r"attachments(/[a-z.\\]{0,3}){0,3}", fullmatch=True),
    st.from_regex(r"[0-9a-f]{63,65}", fullmatch=True),
    st.sampled_from(
        ["yes", "no", "是", "否", "true", "True", "false", "on", "1e3", "0x1f", "+5", ".5", "5.", "a" * 41]
    ),
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
    st.text(alphabet=" \n甲", max_size=6),
    st.integers(198, 202).map(lambda length: "𠮷" * length),
    st.integers(3998, 4002).map(lambda length: f"{'字' * length}\n"),
)


@cache
def reader(name: str) -> Draft202012Validator:
    return Draft202012Validator(scalar_schema(SCALARS[name], Lang.ZH))


def takes(scalar: Scalar, text: str) -> bool:
    try:
        scalar.parse(text)
    except PydanticCustomError:
        return False
    return True


@pytest.mark.parametrize("name", SCALARS)
@settings(max_examples=50)
@given(text=TEXTS)
@example("2000-02-29")
@example("1900-02-29")
@example("0000-01-01")
@example("attachments/../x")
@example("attachments/...")
def test_a_schema_takes_exactly_the_texts_that_the_parser_takes(name: str, text: str) -> None:
    assert reader(name).is_valid(text) is takes(SCALARS[name], text)


@pytest.mark.parametrize("name", SCALARS)
@settings(max_examples=50)
@given(text=TEXTS)
@example("012")
@example("4.0")
@example("true")
@example("-0.5")
def test_a_schema_takes_what_an_editor_sees_in_each_text_that_the_parser_takes(name: str, text: str) -> None:
    """Without quotes `012` is a number to an editor, and yet may be text to us."""
    seen = typed(text)
    if takes(SCALARS[name], text) and seen is not None:
        assert reader(name).is_valid(seen)


@pytest.mark.parametrize("name", SCALARS)
def test_no_scalar_takes_a_group_or_nothing(name: str) -> None:
    assert [value for value in ({}, [], {"a": "b"}, ["a"], None) if reader(name).is_valid(value)] == []


# -- snippets


def snippets(schema: Mapping[str, Any]) -> Iterator[Any]:
    for _, one in parts(dict(schema)):
        yield from (snippet["body"] for snippet in one.get("defaultSnippets", []))


def left(body: Any) -> Iterator[str]:
    """Every value that stays when a snippet is put in and no stop is filled."""
    if isinstance(body, dict):
        for one in body.values():
            yield from left(one)
    elif isinstance(body, list):
        for one in body:
            yield from left(one)
    else:
        yield re.sub(r"\$[0-9]+", "", str(body))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_left_of_a_snippet_passes_as_content(name: str) -> None:
    """Its stops are empty; what is left is the kind of an entry, or a choice between yes and no that was made."""
    bodies = list(snippets(record_schema(name, Lang.ZH)))
    assert bodies
    assert {word for body in bodies for word in left(body)} <= {"", "yes", "no", *KINDS}


def test_every_kind_of_entry_has_a_snippet_with_all_that_it_must_say() -> None:
    bodies = [one for one in snippets(record_schema("evidence", Lang.ZH)) if isinstance(one, dict) and "kind" in one]
    assert {one["kind"] for one in bodies} == set(KINDS)
    for body in bodies:
        needed = {name for name, info in KINDS[body["kind"]].model_fields.items() if info.is_required()}
        assert needed <= body.keys()


def test_the_title_of_a_field_is_its_label() -> None:
    for kind, model in KINDS.items():
        schema = record_schema("evidence", Lang.EN)
        properties = schema["$defs"][model.__name__]["properties"]
        for key, one in properties.items():
            if key != "kind":
                named = schema["$defs"][one["$ref"].removeprefix("#/$defs/")] if "$ref" in one else one
                assert named["title"] == label_of(model, key).say(Lang.EN), f"{kind}.{key}"
