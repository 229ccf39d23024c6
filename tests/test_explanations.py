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
from tests.test_examples import SMALL, changed_files, stories
from tests.tools import ROOT

SHOWN = [code for code, explanation in EXPLANATIONS.items() if isinstance(explanation.wrong, str)]
"""The codes whose mistake a line of a record can show."""


def examples_of(code: str) -> list[Path]:
    return [folder for folder in stories("flagged") if folder.name.startswith(f"{code}-")]


def codes_found(source: Overlay) -> list[str]:
    return [one["code"] for one in json.loads(validate(source, "json", Manner(Lang.EN)).data)["findings"]]


def test_every_code_is_explained_in_the_order_of_the_codes() -> None:
    assert list(EXPLANATIONS) == [kind.code for kind in KINDS]


@pytest.mark.parametrize("code", SHOWN)
def test_the_right_lines_in_place_of_the_wrong_ones_leave_no_finding(code: str) -> None:
    explanation = EXPLANATIONS[code]
    assert isinstance(explanation.wrong, str)
    assert isinstance(explanation.right, str)
    tried = 0
    for folder in examples_of(code):
        files = dict(changed_files(folder))
        for path, content in files.items():
            text = (content or b"").decode("utf-8", "surrogateescape")
            if text.count(explanation.wrong) == 1:
                tried += 1
                assert codes_found(Overlay(SMALL, files)) == [code]
                mended = text.replace(explanation.wrong, explanation.right).encode("utf-8", "surrogateescape")
                assert codes_found(Overlay(SMALL, files | {path: mended})) == [], folder.name
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
