"""What is counted over a whole campaign for its site: results, objections, days, and the organiser's own duties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from integrity_cli.domain.decisions import OBJECTION_OUTCOME, RESULT, Notice, SupplementaryNotice
from integrity_cli.domain.dossier import Dossier
from integrity_cli.lang import Words
from integrity_cli.reading.campaign import Campaign
from integrity_cli.scoring.ranking import standings
from integrity_cli.scoring.scorecard import ZERO, RequirementScore, Scorecard


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of the organiser, and towards how many of the scored units it is met."""

    id: str
    gloss: Words
    clause: str
    met: int
    of: int


def counts(campaign: Campaign, cards: tuple[Scorecard, ...]) -> Mapping[str, int]:
    """How many units, results and objections there are, and how long the notice runs."""
    objections = campaign.objections.objections if campaign.objections else ()
    results = [card.outcome.result for card in cards]
    numbers = {
        "units": len(cards),
        "scored": sum(bool(card.systems) for card in cards),
        "final": sum(card.state == "final" for card in cards),
        **{result: results.count(result) for result in RESULT.values},
        "objections": len(objections),
        **{outcome: sum(one.outcome == outcome for one in objections) for outcome in OBJECTION_OUTCOME.values},
    }
    if campaign.notice:
        noticed = [card for card in cards if card.unit not in supplemented(campaign.notice)]
        numbers["notice_accepted"] = sum(card.outcome.result == "accepted" for card in noticed)
        numbers["notice_days"] = (campaign.notice.ends_on - campaign.notice.starts_on).days + 1
        numbers["notice_working_days"] = campaign.notice.working_days
    return numbers


def supplemented(notice: Notice) -> frozenset[str]:
    """The units that stand in a supplementary notice, and so not in this one."""
    return frozenset(unit for one in notice.supplementary for unit in one.units)


def notice_of(notice: Notice | None, card: Scorecard) -> Notice | SupplementaryNotice | None:
    """The notice in which a unit's result is shown; None before it has one, and where the notice was withdrawn."""
    if notice is None or notice.withdrawn_on is not None:
        return None
    for one in notice.supplementary:
        if card.unit in one.units:
            return one
    return notice if card.outcome.result is not None else None


def duties(cards: tuple[Scorecard, ...]) -> tuple[Duty, ...]:
    """The organiser's own duties, counted over every unit that was scored."""
    found: dict[str, list[RequirementScore]] = {}
    for card in cards:
        for one in card.requirements:
            if one.duty == "organiser" and one.applies:
                found.setdefault(one.id, []).append(one)
    return tuple(
        Duty(id_, ones[0].gloss, ones[0].clause, sum(one.status in {"met", "full"} for one in ones), len(ones))
        for id_, ones in found.items()
    )


def ranks(cards: tuple[Scorecard, ...]) -> Mapping[str, int | None]:
    """Every unit's rank within its peer group, None while it has none."""
    return {one.card.unit: one.rank for group in standings(cards).values() for one in group}


def frees(card: Scorecard) -> bool:
    """Whether a row does not apply, so that its points went to others."""
    return any(not row.applies for row in card.rows)


def zero_total(card: Scorecard) -> Decimal | None:
    """The total if what does not apply earned nothing; None where nothing is set aside, or a veto took points too."""
    if card.total is None or not frees(card) or card.outcome.lost_to_vetoes:
        return None
    return max(ZERO, card.total - card.converted)


def case_files(dossier: Dossier) -> tuple[str, ...]:
    """The numbers of the case files that reviewers read."""
    return tuple(sorted({sheet.case_no for by in dossier.reviews for sheet in by.review.sheets}))
