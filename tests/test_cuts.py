"""A clerk's slip: one character of a record deleted. Clean or a positioned finding, never a traceback."""

from __future__ import annotations

import pytest

from integrity_cli.checks import check
from integrity_cli.reading.dialect import plain_text
from integrity_cli.reading.loader import load
from integrity_cli.reading.locate import Locator
from integrity_cli.scoring import score
from tests.tools import InMemory, sample_in_memory

CUTS_PER_FILE = 170
SAMPLE = sample_in_memory()
FILES = [path for path in SAMPLE.paths() if path.endswith(".yaml")]


@pytest.mark.parametrize("path", FILES)
def test_deleting_a_character_is_clean_or_a_positioned_finding(path: str) -> None:
    text = SAMPLE.read(path).decode("utf-8")
    step = max(1, len(text) // CUTS_PER_FILE)
    for place in range(0, len(text), step):
        cut = (text[:place] + text[place + 1 :]).encode("utf-8")
        campaign = load(InMemory({**SAMPLE.files, path: cut}))
        findings = check(campaign)
        for located in Locator(campaign.source_of).locate(findings):
            lines = plain_text(campaign.source_of(located.finding.path).read(located.finding.path)).split("\n")
            assert 1 <= located.position.line <= len(lines), (path, place, located.finding)
            assert 1 <= located.position.column <= len(lines[located.position.line - 1]) + 1, (path, place)
        for unit in campaign.by_unit:
            card = score(campaign, unit, findings)
            assert (card.total is None) == (card.state in {"unscored", "not_applied", "not_assessed"})


def test_it_makes_a_few_thousand_cuts() -> None:
    made = sum(len(range(0, len(text), max(1, len(text) // CUTS_PER_FILE))) for text in map(_text, FILES))
    assert made > 3000


def _text(path: str) -> str:
    return SAMPLE.read(path).decode("utf-8")
