"""docs/dialect.md: every risk names a code that exists and an example that shows it; the limits are the program's."""

from __future__ import annotations

import re

import pytest

from integrity_cli.checks import KINDS
from integrity_cli.domain.scalars import LONGEST_LINE, LONGEST_PROSE
from integrity_cli.reading.dialect import DEEPEST, LARGEST, MOST_EVENTS
from integrity_cli.reading.names import LONGEST_PATH
from integrity_cli.sources.base import LARGEST as LARGEST_OF_ALL
from tests.pages import section, ticked
from tests.test_examples import EXAMPLES
from tests.tools import ROOT

PAGE = "docs/dialect.md"
CODES = {kind.code for kind in KINDS}
RISKS = section(PAGE, "风险和代码").rows


@pytest.mark.parametrize("row", RISKS, ids=lambda row: row[1])
def test_a_risk_names_a_code_and_an_example_that_shows_it(row: list[str]) -> None:
    zh, en, code, example = row
    assert re.search("[\u4e00-\u9fff]", zh)
    assert not re.search("[\u4e00-\u9fff]", en)
    (folder,) = ticked(example)
    assert (EXAMPLES / folder).is_dir()
    if named := ticked(code):
        assert set(named) <= CODES
        assert folder.startswith(f"flagged/{named[0]}-")
    else:
        assert folder.startswith("clean/")


def test_every_code_of_reading_stands_for_a_risk() -> None:
    named = {code for row in RISKS for code in ticked(row[2])}
    assert {code for code in CODES if code.startswith("Y")} <= named


def test_the_limits_are_those_of_the_program() -> None:
    shown = [(ticked(code)[0], int(value.replace(",", ""))) for *_, value, code in section(PAGE, "上限").rows]
    assert shown == [
        ("Y003", LARGEST),
        ("Y011", DEEPEST),
        ("Y012", MOST_EVENTS),
        ("Y025", LARGEST_OF_ALL),
        ("Y029", LONGEST_PATH),
        ("S121", LONGEST_LINE),
        ("S121", LONGEST_PROSE),
    ]


def test_explanations_give_the_same_limits() -> None:
    for lang in ("zh", "en"):
        text = (ROOT / "docs" / "codes" / f"Y.{lang}.md").read_text(encoding="utf-8")
        for limit in (LARGEST, DEEPEST, MOST_EVENTS, LONGEST_PATH):
            assert f"{limit:,}" in text
