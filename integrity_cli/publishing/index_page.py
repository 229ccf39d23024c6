"""The page of results 结果: units ranked within their peer groups, and those without a score with the reason."""

from __future__ import annotations

from decimal import Decimal

from integrity_cli.lang import Lang, verbatim
from integrity_cli.publishing import speaking
from integrity_cli.publishing.chart import Chart, Quantity, chart
from integrity_cli.publishing.places import unit_page
from integrity_cli.publishing.view import Figure, Group, IndexView, UnitLine, UnscoredLine
from integrity_cli.publishing.words import WORDS
from integrity_cli.rubric.model import Rubric
from integrity_cli.scoring.ranking import Standing, standings
from integrity_cli.scoring.scorecard import ZERO, Scorecard


def index_view(cards: tuple[Scorecard, ...], rubric: Rubric, lang: Lang) -> IndexView:
    """The units by peer group: ranked ones first, then those not complete; below, those without a score."""
    groups = []
    for name, standing in standings(cards).items():
        among = sum(one.rank is not None for one in standing)
        lines = tuple(_line(one, among, rubric, lang) for one in standing if one.card.systems)
        if lines:
            groups.append(Group(name, lines))
    return IndexView(
        summary=WORDS["summary"]
        .of(
            units=len(cards),
            scored=sum(bool(card.systems) for card in cards),
            final=sum(card.state == "final" for card in cards),
        )
        .say(lang),
        groups=tuple(groups),
        unscored=tuple(_unscored(card, lang) for card in cards if not card.systems),
    )


def _line(standing: Standing, among: int, rubric: Rubric, lang: Lang) -> UnitLine:
    card = standing.card
    grade, bonus = speaking.grade(card, lang), card.outcome.bonus
    base = card.base or ZERO
    return UnitLine(
        page=unit_page(card.unit),
        name=speaking.unit_name(card, lang),
        rank=_rank(standing, among, lang),
        state=speaking.state(card, lang),
        grade=grade,
        grade_mark=speaking.grade_mark(grade.value, rubric) if grade else "",
        result=speaking.result(card, lang),
        total=speaking.figure(f"{card.unit}:total", card.total or ZERO),
        base=speaking.figure(f"{card.unit}:base", base),
        settled_maximum=speaking.figure(f"{card.unit}:settled_maximum", card.settled_maximum),
        bonus=speaking.figure(f"{card.unit}:bonus", bonus.points) if bonus else None,
        open_points=speaking.figure(f"{card.unit}:open_points", card.open_points),
        over_claim=speaking.difference(f"{card.unit}:over_claim", card.over_claim),
        filings=speaking.filings(card, lang),
        bar=_bar(card, base, lang),
    )


def _bar(card: Scorecard, base: Decimal, lang: Lang) -> Chart:
    name = verbatim(speaking.unit_name(card, lang).text)
    words = {"name": name, "points": base, "open": card.open_points, "maximum": card.maximum}
    return chart(
        WORDS["bar_title"].of(name=name).say(lang),
        WORDS["bar_words"].of(**words).say(lang),
        [Quantity("", base, card.open_points, card.maximum)],
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
