"""The page of results 结果: who got what in each peer group, in pictures and tables; who has no score, and why."""

from __future__ import annotations

from decimal import Decimal

from integrity_cli.lang import Lang, verbatim
from integrity_cli.publishing import depth, speaking
from integrity_cli.publishing.data import tally
from integrity_cli.publishing.drawing.chart import Chart, Quantity, chart
from integrity_cli.publishing.places import unit_page
from integrity_cli.publishing.views.base import (
    Figure,
    Group,
    HeatCell,
    HeatColumn,
    HeatRow,
    IndexView,
    Tile,
    UnitLine,
    UnscoredLine,
)
from integrity_cli.publishing.words import WORDS
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.model import Rubric
from integrity_cli.scoring.ranking import Standing, standings
from integrity_cli.scoring.scorecard import ZERO, ItemScore, Scorecard

_TILES = ("units", "scored", "accepted", "deferred", "not_accepted")
_COLUMNS = 16
"""With more items than this their figures would run into one another; the tables of the units have them all."""
_SHADES = (Decimal("0.2"), Decimal("0.4"), Decimal("0.6"), Decimal("0.8"), Decimal("0.95"))
"""From which share of its points on an item takes the next darker shade."""


def index_view(campaign: Campaign, cards: tuple[Scorecard, ...], rubric: Rubric, deep: str, lang: Lang) -> IndexView:
    """The units by peer group: ranked ones first, then those not complete; below, those without a score.

    Where no scores are published the units stand in the order of their ids, since any other would tell them.
    """
    shows_scores = depth.reaches(deep, depth.SCORES)
    numbers, notice = tally.counts(campaign, cards), campaign.notice
    groups = []
    for name, standing in standings(cards).items():
        scored = [one for one in standing if one.card.systems]
        if not shows_scores:
            scored.sort(key=lambda one: one.card.unit)
        lines = tuple(_line(one, standing, rubric, deep, lang) for one in scored)
        if lines:
            drawn = [one.card for one in scored]
            groups.append(Group(name, _chart(name, drawn, rubric, lang) if shows_scores else None, lines))
    heated = [card for card in cards if card.systems] if shows_scores else []
    if heated and len(_items(heated[0])) > _COLUMNS:
        heated = []
    return IndexView(
        tiles=tuple(Tile(WORDS[f"tile_{name}"].say(lang), speaking.count(name, numbers[name])) for name in _TILES),
        notice=speaking.period(notice, lang) if notice and notice.withdrawn_on is None else None,
        shows_grades=depth.reaches(deep, depth.GRADES),
        shows_scores=shows_scores,
        grades=speaking.grade_lines(rubric, lang),
        groups=tuple(groups),
        heat_columns=_columns(heated[0], lang) if heated else (),
        heat=tuple(_heat(card, lang) for card in heated),
        unscored=tuple(_unscored(card, lang) for card in cards if not card.systems),
    )


def _line(standing: Standing, peers: tuple[Standing, ...], rubric: Rubric, deep: str, lang: Lang) -> UnitLine:
    card = standing.card
    grade = speaking.grade(card, lang) if depth.reaches(deep, depth.GRADES) else None
    among = sum(one.rank is not None for one in peers)
    scores = _scores(card) if depth.reaches(deep, depth.SCORES) else {}
    return UnitLine(
        page=unit_page(card.unit),
        name=speaking.unit_name(card, lang),
        rank=_rank(standing, among, lang) if scores else None,
        state=speaking.state(card, lang),
        grade=grade,
        grade_mark=speaking.grade_mark(grade.value, rubric) if grade else "",
        result=speaking.result(card, lang),
        total=scores.get("total"),
        base=scores.get("base"),
        bonus=scores.get("bonus"),
        open_points=scores.get("open_points"),
        over_claim=speaking.difference(f"{card.unit}:over_claim", card.over_claim) if scores else None,
    )


def _scores(card: Scorecard) -> dict[str, Figure]:
    bonus = card.outcome.bonus
    points = {"total": card.total or ZERO, "base": card.base or ZERO, "open_points": card.open_points}
    if bonus is not None:
        points["bonus"] = bonus.points
    return {name: speaking.figure(f"{card.unit}:{name}", one) for name, one in points.items()}


def _chart(group: str, cards: list[Scorecard], rubric: Rubric, lang: Lang) -> Chart:
    """The totals of one group, with a line where each grade begins."""
    quantities, described = [], []
    longest = max(max(card.maximum, card.total or ZERO) for card in cards)
    for card in cards:
        unit = speaking.unit_name(card, lang)
        name = unit.text
        total, base = card.total or ZERO, card.base or ZERO
        grade = card.grade.say(lang) if card.grade else WORDS["no_grade"].say(lang)
        bonus = max(ZERO, total - base)
        quantities.append(
            Quantity(
                name, min(base, total), card.open_points, longest,
                on_top=bonus, said=str(total), lang=unit.lang,
            )
        )  # fmt: skip
        words = {"name": verbatim(name), "points": total, "open": card.open_points, "grade": grade}
        described.append(WORDS["total_words"].of(**words).say(lang))
    lines = [(f"{one.from_points.normalize():f}", one.from_points) for one in rubric.grades if one.from_points]
    title = WORDS["chart_of_group"].of(group=verbatim(group)).say(lang)
    return chart(title, WORDS["list_separator"].say(lang).join(described), quantities, lines)


def _columns(card: Scorecard, lang: Lang) -> tuple[HeatColumn, ...]:
    return tuple(HeatColumn(item.id, item.name.say(lang), str(item.maximum)) for item in _items(card))


def _heat(card: Scorecard, lang: Lang) -> HeatRow:
    cells = tuple(_cell(card.unit, item, lang) for item in _items(card))
    return HeatRow(unit_page(card.unit), speaking.unit_name(card, lang), cells)


def _items(card: Scorecard) -> list[ItemScore]:
    return [item for system in card.systems for item in system.items if item.maximum]


def _cell(unit: str, item: ItemScore, lang: Lang) -> HeatCell:
    share = item.points / item.maximum
    return HeatCell(
        item.id,
        item.name.say(lang),
        speaking.figure(f"{unit}/{item.id}:points", item.points) if item.applies else None,
        sum(share >= step for step in _SHADES),
        waits=bool(item.open_points),
    )


def _rank(standing: Standing, among: int, lang: Lang) -> Figure | None:
    if standing.rank is None:
        return None
    words = WORDS["rank_tied" if standing.tied else "rank_of"].of(rank=standing.rank, among=among)
    return Figure(f"{standing.card.unit}:rank", str(standing.rank), words.say(lang))


def _unscored(card: Scorecard, lang: Lang) -> UnscoredLine:
    return UnscoredLine(
        page=unit_page(card.unit),
        name=speaking.unit_name(card, lang),
        peer_group=card.peer_group,
        state=speaking.state(card, lang),
        reason=card.reason.say(lang) if card.reason else "",
    )
