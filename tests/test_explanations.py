"""Every code has its explanation, and its lines are true: the wrong ones are found, the right ones are not."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from integrity_cli.checks import KINDS
from integrity_cli.explanations import EXPLANATIONS
from integrity_cli.lang import Lang
from integrity_cli.reading.loader import load
from integrity_cli.sources import Overlay, WorkingTree
from integrity_cli.tasks.outcome import Manner
from integrity_cli.tasks.validate import validate
from tests.changes.tools import handed_in, judged
from tests.test_examples import SMALL, changed_files, examples_of
from tests.tools import ROOT

SHOWN = [code for code, explanation in EXPLANATIONS.items() if isinstance(explanation.wrong, str)]
"""The codes whose mistake a line of a record can show."""


def codes_found(folder: Path, otherwise: dict[str, bytes]) -> list[str]:
    """The codes that an example shows, with some of its files otherwise."""
    if (folder / "change.json").is_file():
        outcome = judged(handed_in(folder, otherwise), Lang.EN, "json")
    else:
        files = dict(changed_files(folder)) | otherwise
        outcome = validate(Overlay(SMALL, files), "json", Manner(Lang.EN))
    return [one["code"] for one in json.loads(outcome.data)["findings"]]


def test_every_code_is_explained_in_the_order_of_the_codes() -> None:
    assert list(EXPLANATIONS) == [kind.code for kind in KINDS]


@pytest.mark.parametrize("code", SHOWN)
def test_the_right_lines_in_place_of_the_wrong_ones_leave_no_finding(code: str) -> None:
    explanation = EXPLANATIONS[code]
    assert isinstance(explanation.wrong, str)
    assert isinstance(explanation.right, str)
    tried = 0
    for folder in examples_of(code):
        for path, content in changed_files(folder):
            text = (content or b"").decode("utf-8", "surrogateescape")
            if text.count(explanation.wrong) == 1:
                tried += 1
                assert codes_found(folder, {}) == [code]
                mended = text.replace(explanation.wrong, explanation.right).encode("utf-8", "surrogateescape")
                assert codes_found(folder, {path: mended}) == [], folder.name
    assert tried, f"no flagged example of {code} holds its wrong lines exactly once"


QUOTED = re.compile(
    r"(?:通知 (?P<id>[A-DS]\d\.\w+)|docs/(?P<page>[\w./]+\.md))：「(?P<words>(?:[^「」]|「[^」]*」)+)」"
)


@cache
def clauses() -> dict[str, str]:
    rubric = load(WorkingTree(ROOT)).rubric
    assert rubric
    return {requirement.id: requirement.clause for _, requirement in rubric.placed()}


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_what_a_basis_quotes_stands_where_it_says(code: str) -> None:
    notice = (ROOT / "docs/notice.zh.md").read_text(encoding="utf-8")
    for quoted in QUOTED.finditer(EXPLANATIONS[code].basis.zh):
        if quoted["id"]:
            assert quoted["words"] in notice
            assert quoted["words"].rstrip("。") in clauses()[quoted["id"]]
        else:
            assert quoted["words"] in (ROOT / "docs" / quoted["page"]).read_text(encoding="utf-8")
