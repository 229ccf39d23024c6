"""What stands around the content of every page: names, statement, navigation, language switch, style."""

from __future__ import annotations

import base64
import hashlib

from integrity_cli import __version__
from integrity_cli.domain.office import CampaignTerms
from integrity_cli.lang import Lang
from integrity_cli.publishing import places, speaking
from integrity_cli.publishing.view import Frame, Link
from integrity_cli.publishing.words import WORDS
from integrity_cli.rubric.model import Rubric

NAV = (("index", "results"), ("method", "method"), ("data", "data"))
"""The pages that every page links to, with their words."""


def frame_of(
    terms: CampaignTerms, rubric: Rubric, style: str, name: str, title: str, lang: Lang, *, twin: bool
) -> Frame:
    """The frame of one page; `twin` says whether it exists as Markdown too."""
    here, other = places.page(name, lang), places.other(lang)
    return Frame(
        lang=places.LANG_TAG[lang],
        title=f"{title} · {WORDS['preview'].say(lang)}",
        campaign=speaking.named(terms.name, terms.name_en, lang),
        statement=speaking.named(terms.statement, terms.statement_en, lang) if terms.statement else None,
        organiser=speaking.named(terms.organiser, terms.organiser_en, lang),
        edition=rubric.edition,
        proposal=rubric.proposal.text.say(lang),
        version=f"integrity {__version__}",
        nav=tuple(
            Link(places.relative(places.page(page, lang), here), WORDS[words].say(lang), page == name)
            for page, words in NAV
        ),
        other=Link(places.relative(places.page(name, other), here), LANGUAGES[other]),
        other_lang=places.LANG_TAG[other],
        twin=places.relative(places.page(name, lang, "md"), here) if twin else None,
        style=style,
        style_digest=base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii"),
    )


LANGUAGES = {Lang.ZH: "中文", Lang.EN: "English"}
"""Each language by its own name, as a switch names it to those who read it."""
