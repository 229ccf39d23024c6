"""The whole site as paths and bytes: the same for the same campaign on every machine. Nothing is written here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from integrity_cli.domain.office import CampaignTerms
from integrity_cli.lang import Lang
from integrity_cli.publishing import places
from integrity_cli.publishing.data.scores import SiteData, site_data
from integrity_cli.publishing.frame import Looks, frame_of
from integrity_cli.publishing.pages.campaign import notice_view, objections_view, progress_view
from integrity_cli.publishing.pages.index import index_view
from integrity_cli.publishing.pages.method import method_view
from integrity_cli.publishing.pages.unit import unit_view
from integrity_cli.publishing.typesetting import Typesetter
from integrity_cli.publishing.views.base import DataView, FileLine
from integrity_cli.publishing.words import WORDS, vocabulary
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.model import Rubric
from integrity_cli.scoring.scorecard import Scorecard

_HAVE_TWINS = frozenset({"index", "unit", "method", "notice", "progress", "objections"})


def publish(campaign: Campaign, cards: tuple[Scorecard, ...]) -> dict[str, bytes]:
    """Every file of the site by its path. The campaign needs its terms and its rubric (ValueError without them)."""
    if campaign.terms is None or campaign.rubric is None:
        raise ValueError("a site needs the campaign's terms and its rubric")
    press = _Press(campaign, campaign.terms, campaign.rubric, cards)
    files = {path: content for path, _, content in press.data_files()}
    for lang in Lang:
        for name, template, title, context in press.pages(lang):
            files.update(press.printed(name, template, title, lang, context))
    return dict(sorted(files.items()))


class _Press:
    """A campaign ready to be set, page by page."""

    def __init__(self, campaign: Campaign, terms: CampaignTerms, rubric: Rubric, cards: tuple[Scorecard, ...]) -> None:
        self._campaign, self._terms, self._rubric, self._cards = campaign, terms, rubric, cards
        self._typesetter = Typesetter(campaign.source)
        self._looks = Looks(self._typesetter.carried("style.css"), self._typesetter.carried("script.js"))
        self.data: SiteData = site_data(campaign, rubric, cards)

    def pages(self, lang: Lang) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Each page of one language: its name, its template, its title, its view."""
        campaign, terms, rubric, cards, deep = (
            self._campaign, self._terms, self._rubric, self._cards, self._terms.depth,
        )  # fmt: skip
        views = {
            "index": ("results_title", index_view(campaign, cards, rubric, deep, lang)),
            "notice": ("notice_title", notice_view(campaign, terms, rubric, cards, lang)),
            "progress": ("progress_title", progress_view(campaign, terms, cards, lang)),
            "objections": ("objections_title", objections_view(campaign, cards, lang)),
            "method": ("method_title", method_view(campaign, rubric, cards, deep, lang)),
            "data": ("data_title", self._data_view(lang)),
            "accessibility": ("accessibility_title", campaign.notice.contact if campaign.notice else None),
            "404": ("missing", None),
        }
        for name, (title, view) in views.items():
            yield name, name, WORDS[title].say(lang), {"view": view}
        for card in cards:
            unit = unit_view(campaign.by_unit[card.unit], card, rubric, deep, lang)
            yield places.unit_page(card.unit), "unit", unit.name.text, {"view": unit}

    def printed(
        self, name: str, template: str, title: str, lang: Lang, context: dict[str, Any]
    ) -> Iterator[tuple[str, bytes]]:
        """A page and its twin by their paths."""
        twin = template in _HAVE_TWINS
        frame = frame_of(self._terms, self._rubric, self._looks, name, title, lang, twin=twin)
        for suffix in ("html", "md") if twin else ("html",):
            page = self._typesetter.page(f"{template}.{suffix}.j2", frame=frame, t=vocabulary(lang), **context)
            yield places.page(name, lang, suffix), page

    def data_files(self) -> tuple[tuple[str, str, bytes], ...]:
        """Each file of data: its path, the name of the words that say what it holds, its bytes."""
        return (
            (places.SCORES, "scores_file", self.data.scores),
            (places.TABLE, "table_file", self.data.table),
            (places.MANIFEST, "manifest_file", self.data.manifest),
        )

    def _data_view(self, lang: Lang) -> DataView:
        here = places.page("data", lang)
        return DataView(
            files=tuple(
                FileLine(places.relative(path, here), path, WORDS[words].say(lang), hashlib.sha256(content).hexdigest())
                for path, words, content in self.data_files()
            ),
            rubric_sha256=self.data.rubric_sha256,
            units=tuple(sorted(card.unit for card in self._cards)),
        )
