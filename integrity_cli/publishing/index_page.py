"""The page of results 结果: units by peer group, and those without a score with the reason."""

from __future__ import annotations

from integrity_cli.lang import Lang, verbatim
from integrity_cli.publishing import speaking
from integrity_cli.publishing.chart import Quantity, chart
from integrity_cli.publishing.places import unit_page
from integrity_cli.publishing.view import Group, IndexView, UnitLine, UnscoredLine
from integrity_cli.publishing.words import WORDS
from integrity_cli.scoring.scorecard import ZERO, Scorecard


def index_view(cards: tuple[Scorecard, ...], lang: Lang) -> IndexView:
    """The units in the order of the register; groups in the order in which they first appear there."""
    scored = [card for card in cards if card.systems]
    groups = dict.fromkeys(card.peer_group for card in scored)
    return IndexView(
        summary=WORDS["summary"]
        .of(units=len(cards), scored=len(scored), final=sum(card.state == "final" for card in cards))
        .say(lang),
        groups=tuple(
            Group(name, tuple(_line(card, lang) for card in scored if card.peer_group == name)) for name in groups
        ),
        unscored=tuple(_unscored(card, lang) for card in cards if not card.systems),
    )


def _line(card: Scorecard, lang: Lang) -> UnitLine:
    name = speaking.unit_name(card, lang)
    points = card.total or ZERO
    words = {"name": verbatim(name.text), "points": points, "open": card.open_points, "maximum": card.maximum}
    return UnitLine(
        page=unit_page(card.unit),
        name=name,
        state=speaking.state(card, lang),
        grade=speaking.grade(card, lang),
        total=speaking.figure(f"{card.unit}:total", points),
        settled_maximum=speaking.figure(f"{card.unit}:settled_maximum", card.settled_maximum),
        open_points=speaking.figure(f"{card.unit}:open_points", card.open_points),
        over_claim=speaking.maybe(f"{card.unit}:over_claim", speaking.over_claim(card)),
        filings=speaking.filings(card, lang),
        bar=chart(
            WORDS["bar_title"].of(name=verbatim(name.text)).say(lang),
            WORDS["bar_words"].of(**words).say(lang),
            [Quantity("", points, card.open_points, card.maximum)],
        ),
    )


def _unscored(card: Scorecard, lang: Lang) -> UnscoredLine:
    return UnscoredLine(
        page=unit_page(card.unit),
        name=speaking.unit_name(card, lang),
        peer_group=card.peer_group,
        state=speaking.state(card, lang),
        reason=card.reason.say(lang) if card.reason else "",
    )
