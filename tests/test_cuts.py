"""A clerk's slip: one character of a record deleted. Clean or a positioned finding, never a traceback."""

from __future__ import annotations

import pytest

from integrity_cli.checks import check
from integrity_cli.reading.layout import judged_unit_of, unit_of
from integrity_cli.reading.loader import load
from integrity_cli.reading.locate import Locator
from integrity_cli.reading.raw_text import raw_text
from integrity_cli.scoring import score
from integrity_cli.sources import WorkingTree
from tests.tools import ROOT, InMemory, sample_in_memory

_SMALL = WorkingTree(ROOT / "tests" / "examples" / "clean" / "small")
CAMPAIGNS = {
    "sample": (sample_in_memory(), 3),
    "small": (InMemory({path: _SMALL.read(path) for path in _SMALL.paths()}), 160),
}
"""Campaigns with the number of cuts in each file: the small one has every kind of record and is read faster."""
FILES = [
    (name, path) for name, (campaign, _) in CAMPAIGNS.items() for path in campaign.paths() if path.endswith(".yaml")
]


def around(name: str, path: str) -> dict[str, bytes]:
    """The files that can matter to a cut in this one: those of another unit cannot, and take long to read."""
    files = CAMPAIGNS[name][0].files
    unit = unit_of(path) or judged_unit_of(path)
    return {
        one: content
        for one, content in files.items()
        if unit is None or (unit_of(one) or judged_unit_of(one)) in (None, unit)
    }


def places(name: str, path: str) -> range:
    """Where a file is cut."""
    campaign, cuts = CAMPAIGNS[name]
    length = len(campaign.read(path).decode("utf-8"))
    return range(0, length, max(1, length // cuts))


@pytest.mark.parametrize(("name", "path"), FILES)
def test_deleting_a_character_is_clean_or_a_positioned_finding(name: str, path: str) -> None:
    files = around(name, path)
    text = files[path].decode("utf-8")
    concerned = unit_of(path) or judged_unit_of(path)
    for place in places(name, path):
        campaign = load(InMemory({**files, path: (text[:place] + text[place + 1 :]).encode("utf-8")}))
        findings = check(campaign)
        for located in Locator(campaign.source_of).locate(findings):
            lines = raw_text(campaign.source_of(located.finding.path).read(located.finding.path)).split("\n")
            assert 1 <= located.position.line <= len(lines), (path, place, located.finding)
            assert 1 <= located.position.column <= len(lines[located.position.line - 1]) + 1, (path, place)
        for unit in campaign.by_unit:
            if concerned in (None, unit):
                card = score(campaign, unit, findings)
                without = {"unscored", "not_applied", "withdrawn", "not_assessed"}
                assert (card.total is None) == (card.state in without), (path, place)


def test_it_makes_a_few_thousand_cuts() -> None:
    assert sum(len(places(name, path)) for name, path in FILES) > 3000
