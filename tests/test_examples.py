"""The gallery of findings: every folder under `examples/` is a case; adding one needs no Python.

`clean/small` is a whole campaign. Any other folder holds only the files that differ from it and names the files it
takes away in `removed.txt`. A clean folder has no finding; a flagged one is called `<code>-<kind's name>`, with
`--` and a variant where one code has several causes, and holds the exact output in both languages.

What no folder can hold is made from `made.json`: a file too large to keep, a name that some systems cannot write, a
symbolic link (which Git on Windows turns into an ordinary file). It maps a path to a list of pieces, each a text and
how often it is repeated, or to one text, the target of the link.

A commit that a record names is a folder of `history/`, by its id, with all that had been handed in by then.

`INTEGRITY_UPDATE_GOLDEN=1 pytest tests/test_examples.py` writes that output anew; read its diff before you keep it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from integrity_cli.checks import CHECKS, KINDS
from integrity_cli.domain.diagnostic import Severity
from integrity_cli.lang import Lang
from integrity_cli.sources import GitProblem, Overlay, Source, Unreadable, WorkingTree
from integrity_cli.tasks.outcome import CLEAN, FINDINGS, Manner, Outcome
from integrity_cli.tasks.validate import validate
from tests.changes.tools import files_below

EXAMPLES = Path(__file__).parent / "examples"
UPDATING = os.environ.get("INTEGRITY_UPDATE_GOLDEN") == "1"


class Small(WorkingTree):
    """The small campaign. A folder has no history, so beside it lies what units had handed in at some commits."""

    def at(self, commit: str) -> Source:
        there = EXAMPLES / "history" / commit
        if not there.is_dir():
            raise GitProblem("")  # what Git says of a commit that is not there
        handed_in: dict[str, bytes | None] = dict.fromkeys(self.paths_of_units())
        handed_in |= {file.relative_to(there).as_posix(): file.read_bytes() for file in files_in(there)}
        return Overlay(self, handed_in)

    def paths_of_units(self) -> list[str]:
        return [path for path in self.paths() if path.startswith("records/units/")]


def files_in(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


SMALL = Small(EXAMPLES / "clean" / "small")


class WithLinks(Overlay):
    """Files laid over another source, some of them symbolic links; like every source, it does not follow them."""

    def __init__(self, base: Source, changed: Mapping[str, bytes | None], links: Mapping[str, str]) -> None:
        super().__init__(base, {**changed, **{path: target.encode("utf-8") for path, target in links.items()}})
        self.links = links

    def read(self, path: str) -> bytes:
        if path in self.links:
            raise Unreadable("symlink")
        return super().read(path)


def stories(group: str) -> list[Path]:
    return sorted(folder for folder in (EXAMPLES / group).iterdir() if folder.is_dir())


def examples_of(code: str) -> list[Path]:
    """The examples of one code, of a campaign or of a change."""
    return [one for group in ("flagged", "changes") for one in stories(group) if one.name.startswith(f"{code}-")]


def is_about_the_example(path: str) -> bool:
    return path in {"made.json", "removed.txt", "expected.zh.txt", "expected.en.txt"}


def recipe(folder: Path) -> dict[str, Any]:
    """What is to be made for an example: paths to pieces of text, or to the target of a link."""
    file = folder / "made.json"
    made: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return made


def links(folder: Path) -> dict[str, str]:
    """The symbolic links of an example, each with its target."""
    return {path: made for path, made in recipe(folder).items() if isinstance(made, str)}


def changed_files(folder: Path) -> Iterator[tuple[str, bytes | None]]:
    """The files of an example, those it makes, and those it takes away."""
    if (folder / "change.json").is_file():
        yield from files_below(folder, "work")
        return
    for file in files_in(folder):
        path = file.relative_to(folder).as_posix()
        if not is_about_the_example(path):
            yield path, file.read_bytes()
    for path, made in recipe(folder).items():
        if not isinstance(made, str):
            yield path, "".join(text * times for text, times in made).encode("utf-8")
    removed = folder / "removed.txt"
    if removed.is_file():
        yield from ((path, None) for path in removed.read_text(encoding="utf-8").splitlines())


def campaign_of(folder: Path) -> Source:
    """The campaign of an example: `clean/small` with the example's own files laid over it."""
    return SMALL if folder == SMALL.root else WithLinks(SMALL, dict(changed_files(folder)), links(folder))


@cache
def validated(folder: Path, lang: Lang, format_: str = "text") -> Outcome:
    """What `validate` says of an example; several tests look at the same answer."""
    return validate(campaign_of(folder), format_, Manner(lang, width=80, color=False))


def expected(folder: Path, lang: Lang, output: str) -> str:
    """The golden output of an example; while updating, what was just printed is written down first."""
    golden = folder / f"expected.{lang}.txt"
    if UPDATING:
        golden.write_bytes(output.encode("utf-8"))
    return golden.read_bytes().decode("utf-8")


def findings_of(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(validated(folder, Lang.EN, "json").data)["findings"]
    return found


def headings_of(text: str) -> list[tuple[str, str]]:
    """Code and place of every finding in the English text output: `error[Y004]: …` and `--> path:line:column`."""
    heads = re.findall(r"^(?:error|warning)\[(\w+)\]: ", text, re.MULTILINE)
    places = re.findall(r"^ *--> (.+)$", text, re.MULTILINE)
    return list(zip(heads, places, strict=True))


def named(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("folder", stories("clean"), ids=named)
@pytest.mark.parametrize("lang", Lang)
def test_a_clean_example_has_no_finding(folder: Path, lang: Lang) -> None:
    outcome = validated(folder, lang)
    assert json.loads(validated(folder, lang, "json").data)["findings"] == []
    assert (outcome.exit_code, outcome.data.count("\n"), outcome.talk) == (CLEAN, 1, ())


@pytest.mark.parametrize("folder", stories("flagged"), ids=named)
@pytest.mark.parametrize("lang", Lang)
def test_a_flagged_example_prints_exactly_what_is_expected(folder: Path, lang: Lang) -> None:
    output = validated(folder, lang).data
    assert output == expected(folder, lang, output)


@pytest.mark.parametrize("folder", stories("flagged"), ids=named)
def test_a_flagged_example_shows_one_finding_of_the_kind_it_is_named_after(folder: Path) -> None:
    code, _, name = folder.name.partition("--")[0].partition("-")
    kind = next(kind for kind in KINDS if kind.code == code)
    assert kind.name == name
    assert [one["code"] for one in findings_of(folder)] == [code], "one cause, one finding"


@pytest.mark.parametrize("folder", stories("flagged"), ids=named)
def test_an_error_fails_the_run_and_a_warning_alone_does_not(folder: Path) -> None:
    severities = {one["severity"] for one in findings_of(folder)}
    assert validated(folder, Lang.EN).exit_code == (FINDINGS if Severity.ERROR in severities else CLEAN)


@pytest.mark.parametrize("folder", stories("flagged"), ids=named)
def test_text_and_json_tell_the_same_findings_at_the_same_places(folder: Path) -> None:
    as_json = [(one["code"], f"{one['path']}:{one['line']}:{one['column']}") for one in findings_of(folder)]
    assert headings_of(validated(folder, Lang.EN).data) == as_json


@pytest.mark.parametrize("folder", stories("flagged"), ids=named)
def test_both_languages_show_the_same_places_and_lines(folder: Path) -> None:
    """What a tool or a grep looks for does not depend on the language."""

    def bare(lang: Lang) -> list[str]:
        """Places, quoted lines and carets; a label below its carets is words."""
        lines = validated(folder, lang).data.splitlines()
        return [line for line in lines if re.match(r" *--> |\d+ \| | *\| *\^", line)]

    places = [[line.split("^")[0] for line in bare(lang)] for lang in Lang]
    assert places[0] == places[1]


@pytest.mark.parametrize("folder", stories("flagged"), ids=named)
def test_a_file_of_an_example_differs_from_the_small_campaign(folder: Path) -> None:
    there = SMALL.paths()
    for path, content in changed_files(folder):
        assert content != (SMALL.read(path) if path in there else None), f"{path} need not be here"


def test_every_code_has_an_example() -> None:
    shown = {folder.name.partition("-")[0] for group in ("flagged", "changes") for folder in stories(group)}
    assert shown == {kind.code for kind in KINDS}


def test_no_code_is_used_for_two_kinds() -> None:
    assert len({kind.code for kind in KINDS}) == len({kind.name for kind in KINDS}) == len(KINDS)


def test_a_check_comes_after_those_that_it_requires() -> None:
    for place, check in enumerate(CHECKS):
        assert all(CHECKS.index(cause) < place for cause in check.requires), check.__name__


def written_to(folder: Path) -> None:
    """The small campaign as files of its own."""
    for path in SMALL.paths():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(SMALL.read(path))


@pytest.mark.parametrize("path", ["records/units/water/profile.yaml", "records/units/water"], ids=["file", "folder"])
def test_a_link_in_the_place_of_a_record_or_of_a_units_folder_is_refused(tmp_path: Path, path: str) -> None:
    """Y025: what stands elsewhere can change without a commit, so a link is never followed and never passed over."""
    written_to(tmp_path / "campaign")
    place, elsewhere = tmp_path / "campaign" / path, tmp_path / "elsewhere"
    place.rename(elsewhere)
    try:
        place.symlink_to(elsewhere, target_is_directory=elsewhere.is_dir())
    except OSError:
        pytest.skip("this system lets only an administrator make symbolic links")
    said = {lang: validate(WorkingTree(tmp_path / "campaign"), "text", Manner(lang)) for lang in Lang}
    assert ("Y025", f"{path}:1:1") in headings_of(said[Lang.EN].data)
    assert {outcome.exit_code for outcome in said.values()} == {FINDINGS}
    assert "symbolic" not in said[Lang.ZH].data, "the reason is told in Chinese as well"
