"""The data beside the pages: every scorecard in one file that any machine writes alike, and what was read for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from integrity_cli.domain.canonical import canonical_json
from integrity_cli.publishing import depth
from integrity_cli.publishing.data import tally
from integrity_cli.publishing.data.table import as_csv
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.model import Rubric
from integrity_cli.scoring.data import as_data
from integrity_cli.scoring.scorecard import Scorecard
from integrity_cli.sources import Source, Unreadable, manifest

FORMAT = "integrity-scores/1"
"""The format of `data/scores.json`, by which a site of this tool is recognised too."""


@dataclass(frozen=True, slots=True)
class SiteData:
    """The files of data, and the digest of the rubric."""

    scores: bytes
    table: bytes
    manifest: bytes
    rubric_sha256: str


def site_data(campaign: Campaign, rubric: Rubric, cards: tuple[Scorecard, ...]) -> SiteData:
    """The scores of a preview: they name the rubric and the records by digest, and no commit."""
    deep = campaign.terms.depth if campaign.terms else depth.FULL
    # Who reviewed whom is told with the marks only.
    read = (path for path in campaign.read if deep == depth.FULL or not path.startswith("records/office/reviews/"))
    listed = manifest(campaign.source, _readable(campaign.source, tuple(read))).encode("utf-8", "surrogateescape")
    rubric_sha256 = hashlib.sha256(campaign.rubric_source.read("rubric.yaml")).hexdigest()
    units = units_data(campaign, cards, deep)
    scores = canonical_json(
        {
            "format": FORMAT,
            "campaign": campaign.terms.name if campaign.terms else "",
            "rubric_edition": rubric.edition,
            "rubric_sha256": rubric_sha256,
            "manifest_sha256": hashlib.sha256(listed).hexdigest(),
            "preview": "yes",
            "depth": deep,
            "counts": {name: str(number) for name, number in tally.counts(campaign, cards).items()},
            "duties": [{"id": one.id, "met": str(one.met), "of": str(one.of)} for one in tally.duties(cards)],
            "units": units,
        }
    )
    return SiteData(scores, as_csv(units, deep), listed, rubric_sha256)


def units_data(campaign: Campaign, cards: tuple[Scorecard, ...], deep: str) -> list[dict[str, Any]]:
    """Every unit as far as the campaign publishes it, in the order of their ids."""
    ranks = tally.ranks(cards)
    found = []
    for card in sorted(cards, key=lambda card: card.unit):
        data = as_data(card)
        dossier = campaign.by_unit[card.unit]
        data["entries"] = str(len(dossier.ledger))
        data["case_files"] = str(len(tally.case_files(dossier)))
        if (rank := ranks[card.unit]) is not None:
            data["rank"] = str(rank)
        if (zero := tally.zero_total(card)) is not None:
            data["zero_total"] = str(zero)
        found.append(depth.cut(data, deep))
    return found


def _readable(source: Source, read: tuple[str, ...]) -> Iterator[str]:
    """The paths whose bytes can be had; the rubric of the program is none of the campaign's files."""
    listed = frozenset(source.paths())
    for path in read:
        if path not in listed:
            continue
        try:
            source.read(path)
        except Unreadable:
            continue
        yield path
