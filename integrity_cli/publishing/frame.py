"""What stands around the content of every page: names, statement, navigation, language switch, style."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from integrity_cli import __version__
from integrity_cli.domain.office import CampaignTerms
from integrity_cli.lang import Lang
from integrity_cli.publishing import places, speaking
from integrity_cli.publishing.views.base import Frame, Link
from integrity_cli.publishing.words import WORDS
from integrity_cli.rubric.model import Rubric

NAV = (
    ("index", "results"),
    ("notice", "notice_title"),
    ("progress", "progress"),
    ("method", "method"),
    ("objections", "objections"),
    ("data", "data"),
)
"""The pages that every page links to, with their words."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The style sheet and the script that every page carries in itself."""

    style: str
    script: str


def frame_of(
    terms: CampaignTerms, rubric: Rubric, looks: Looks, name: str, title: str, lang: Lang, *, twin: bool
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
        accessibility=Link(
            places.relative(places.page("accessibility", lang), here), WORDS["accessibility_title"].say(lang)
        ),
        other=Link(places.relative(places.page(name, other), here), LANGUAGES[other]),
        other_lang=places.LANG_TAG[other],
        twin=places.relative(places.page(name, lang, "md"), here) if twin else None,
        style=looks.style,
        style_digest=_digest(looks.style),
        script=looks.script,
        script_digest=_digest(looks.script),
    )


def _digest(text: str) -> str:
    """The digest by which the page's policy admits this text and no other."""
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


LANGUAGES = {Lang.ZH: "中文", Lang.EN: "English"}
"""Each language by its own name, as a switch names it to those who read it."""
