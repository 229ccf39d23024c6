"""The gallery of changes: every folder under `examples/changes/` is one; tests/changes/tools.py makes it real.

A folder is called `<code>-<kind's name>` and holds the exact output in both languages.
`INTEGRITY_UPDATE_GOLDEN=1 pytest tests/changes/test_examples_of_changes.py` writes that output anew; read its diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from integrity_cli.checks import KINDS
from integrity_cli.checks.change import CHANGE_KINDS
from integrity_cli.domain.diagnostic import Severity
from integrity_cli.lang import Lang
from integrity_cli.tasks.outcome import CLEAN, FINDINGS
from tests.changes.tools import findings, judged_example
from tests.test_examples import expected, headings_of, named, stories


@pytest.mark.parametrize("folder", stories("changes"), ids=named)
@pytest.mark.parametrize("lang", Lang)
def test_a_change_prints_exactly_what_is_expected(folder: Path, lang: Lang) -> None:
    output = judged_example(folder, lang).data
    assert output == expected(folder, lang, output)


@pytest.mark.parametrize("folder", stories("changes"), ids=named)
def test_a_change_shows_one_finding_of_the_kind_it_is_named_after(folder: Path) -> None:
    code, _, name = folder.name.partition("--")[0].partition("-")
    kind = next(kind for kind in KINDS if kind.code == code)
    assert kind.name == name
    outcome = judged_example(folder, Lang.EN, "json")
    assert [one["code"] for one in findings(outcome)] == [code], "one cause, one finding"
    assert outcome.exit_code == (FINDINGS if kind.severity is Severity.ERROR else CLEAN)


@pytest.mark.parametrize("folder", stories("changes"), ids=named)
def test_text_and_json_tell_the_same_findings_at_the_same_places(folder: Path) -> None:
    found = findings(judged_example(folder, Lang.EN, "json"))
    as_json = [(one["code"], f"{one['path']}:{one['line']}:{one['column']}") for one in found]
    assert headings_of(judged_example(folder, Lang.EN).data) == as_json


def test_every_kind_of_change_has_its_example() -> None:
    shown = {folder.name.partition("-")[0] for folder in stories("changes")}
    assert shown == {kind.code for kind in CHANGE_KINDS}
