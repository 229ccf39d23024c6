"""The whole site as paths and bytes: the same for the same campaign on every machine. Nothing is written here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from integrity_cli.domain.office import CampaignTerms
from integrity_cli.lang import Lang
from integrity_cli.publishing import places, speaking
from integrity_cli.publishing.frame import frame_of
from integrity_cli.publishing.index_page import index_view
from integrity_cli.publishing.method_page import method_view
from integrity_cli.publishing.scores import SiteData, site_data
from integrity_cli.publishing.typesetting import Typesetter
from integrity_cli.publishing.unit_page import unit_view
from integrity_cli.publishing.view import DataView, FileLine
from integrity_cli.publishing.words import WORDS, vocabulary
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.model import Rubric
from integrity_cli.scoring.scorecard import Scorecard

_HAVE_TWINS = frozenset({"index", "unit", "method"})


def publish(campaign: Campaign, cards: tuple[Scorecard, ...]) -> dict[str, bytes]:
    """Every file of the site by its path. The campaign needs its terms and its rubric (ValueError without them)."""
    if campaign.terms is None or campaign.rubric is None:
        raise ValueError("a site needs the campaign's terms and its rubric")
    press = _Press(campaign, campaign.terms, campaign.rubric, cards)
    files = {places.SCORES: press.data.scores, places.MANIFEST: press.data.manifest}
    for lang in Lang:
        for name, template, title, context in press.pages(lang):
            files.update(press.printed(name, template, title, lang, context))
    return dict(sorted(files.items()))


class _Press:
    """A campaign ready to be set, page by page."""

    def __init__(self, campaign: Campaign, terms: CampaignTerms, rubric: Rubric, cards: tuple[Scorecard, ...]) -> None:
        self._campaign, self._terms, self._rubric, self._cards = campaign, terms, rubric, cards
        self._typesetter = Typesetter(campaign.source)
        self.data: SiteData = site_data(campaign, rubric, cards)

    def pages(self, lang: Lang) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Each page of one language: its name, its template, its title, its view."""
        yield "index", "index", WORDS["results_title"].say(lang), {"view": index_view(self._cards, self._rubric, lang)}
        for card in self._cards:
            view = unit_view(self._campaign.by_unit[card.unit], card, self._rubric, lang)
            yield places.unit_page(card.unit), "unit", speaking.unit_name(card, lang).text, {"view": view}
        method = method_view(self._campaign, self._rubric, self._cards, lang)
        yield "method", "method", WORDS["method_title"].say(lang), {"view": method}
        yield "data", "data", WORDS["data_title"].say(lang), {"view": self._data_view(lang)}
        yield "404", "404", WORDS["missing"].say(lang), {}

    def printed(
        self, name: str, template: str, title: str, lang: Lang, context: dict[str, Any]
    ) -> Iterator[tuple[str, bytes]]:
        """A page and its twin by their paths."""
        twin = template in _HAVE_TWINS
        frame = frame_of(self._terms, self._rubric, self._typesetter.style, name, title, lang, twin=twin)
        for suffix in ("html", "md") if twin else ("html",):
            page = self._typesetter.page(f"{template}.{suffix}.j2", frame=frame, t=vocabulary(lang), **context)
            yield places.page(name, lang, suffix), page

    def _data_view(self, lang: Lang) -> DataView:
        here = places.page("data", lang)
        files = (
            (places.SCORES, "scores_file", self.data.scores),
            (places.MANIFEST, "manifest_file", self.data.manifest),
        )
        return DataView(
            files=tuple(
                FileLine(places.relative(path, here), path, WORDS[words].say(lang), hashlib.sha256(content).hexdigest())
                for path, words, content in files
            ),
            rubric_sha256=self.data.rubric_sha256,
            units=tuple(sorted(card.unit for card in self._cards)),
        )
