"""What several checks need of the whole campaign: every record with its file, and what may still be mended."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks import office
from integrity_cli.checks.decisions import path_of
from integrity_cli.domain.diagnostic import Route
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.record import Record
from integrity_cli.reading.campaign import Campaign

Placed = tuple[str, Route, Record]
"""A record with its file and the route to it there."""


def records_of(campaign: Campaign) -> Iterator[Placed]:
    """Every record that was read: the rubric, the office's, and those of each unit; a ledger by its entries."""
    for path, record in (
        ("rubric.yaml", campaign.rubric),
        ("records/office/campaign.yaml", campaign.terms),
        (office.CALENDAR, campaign.calendar),
        (office.REGISTER, campaign.register),
        (office.FILINGS, campaign.filings),
        (office.TEAM, campaign.team),
        (office.SURVEYS, campaign.surveys),
        (office.NOTICE, campaign.notice),
        (office.OBJECTIONS, campaign.objections),
    ):
        if record is not None:
            yield path, (), record
    for dossier in campaign.dossiers:
        yield from records_of_unit(dossier)
        for by in dossier.reviews:
            yield by.path, (), by.review
        if dossier.decisions is not None:
            yield path_of(dossier), (), dossier.decisions


def records_of_unit(dossier: Dossier) -> Iterator[Placed]:
    """The records that a unit wrote itself."""
    for name in ("profile", "plan", "self_report", "powers", "cases"):
        record = getattr(dossier, name)
        if record is not None:
            yield f"{dossier.folder}/{name}.yaml", (), record
    for one in dossier.ledger:
        yield one.path, one.route, one.entry


def not_yet_filed(campaign: Campaign, filing: str) -> Iterator[Dossier]:
    """The units that applied and whose plan or self-report has no receipt yet.

    Advice is for them: once a document was received, it stays as it is, and what it lacks is the score's affair.
    """
    if office.FILINGS in campaign.unreadable:
        return
    for dossier in campaign.dossiers:
        received = any(one.filing == filing for one in dossier.filings)
        if dossier.unit.applied and not received and not dossier.unreadable:
            yield dossier
