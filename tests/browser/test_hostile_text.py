"""Hostile text in every published field of the records, rendered: it is text, and nothing but text.

One campaign in which every record shows every field is published twice, once with harmless words and once with
the hostile ones, as many in one field as there are strings. Both must have the same elements and attributes.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from integrity_cli.checks import check
from integrity_cli.domain import scalars
from integrity_cli.domain.diagnostic import Diagnostic
from integrity_cli.publishing import write
from integrity_cli.publishing.typesetting import harmless
from integrity_cli.reading.dialect import read
from integrity_cli.reading.layout import recognise
from integrity_cli.reading.loader import load
from tests.browser.tools import DESK, Window
from tests.publishing.test_hostile_data import HOSTILE
from tests.publishing.tools import Site, site_of
from tests.reading.test_corpora import NAUGHTY, needs_naughty
from tests.test_docs import example_campaign
from tests.tools import ROOT, InMemory

OWN = [
    *HOSTILE,
    "<img src=x onerror=alert(1)>",
    "<base href=//evil.example.org/><meta http-equiv=refresh content='0;url=//evil.example.org'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe><object data=x></object><form action=//evil.example.org>",
    "--><!--><script>alert(1)//--></script>]]>",
    "</svg></desc></table></main><style>*{display:none}</style>",
    "' autofocus onfocus=alert(1) x='",
    '" style="position:fixed;inset:0" x="',
    "&#60;script&#62;alert(1)&#x3c;/script&#x3e;&nbsp;&notit;",
    "\u2028\u2029\u0085 \u0000\u0008\u001b[31m",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u05e2\u05d1\u05e8\u05d9\u05ea",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "W" * 190,
    "http://example.org/?a=1&copy=2&amp;b=onclick=alert(1)#%22%3E%3Cscript%3E",
    "https://example.org/javascript:alert(1)//()*$&lt;b&gt;",
]
"""Always run; one holds controls, which no record may. The list of others is longer, and not ours to copy."""
BETWEEN = " ¦ "
NOTICE = "docs/notice.zh.md"
"""Clauses are quoted from here, so what they become must stand here too."""
TAKEN, OF = {scalars.parse_line: 490, scalars.parse_prose: 493, scalars.parse_url: 2}, 515
"""How many of the list a line, a text of many lines and an address take: nothing empty, invisible or too long."""
ADDRESS = "http://example.org/"
Route = tuple[str | int, ...]
Parser = Callable[[object], str]


@dataclass(frozen=True)
class Leaf:
    """A free text in a record."""

    path: str
    route: Route
    text: str

    @property
    def field(self) -> str:
        """The field it fills, whichever item of a list or of a table it stands in."""
        dotted = re.sub(r"\.[0-9]+", "[]", ".".join(map(str, (self.path, *self.route))))
        return re.sub(r"^(rubric\.yaml\.(?:facts|figures))\.\w+", r"\1[]", dotted)


def leaves(value: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Every text of plain data with its route."""
    if isinstance(value, str):
        yield route, value
    else:
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(one, (*route, key))


def changed(value: Any, change: Callable[[Route, str], str], route: Route = ()) -> Any:
    """Plain data with every text changed."""
    if isinstance(value, dict):
        return {key: changed(one, change, (*route, key)) for key, one in value.items()}
    if isinstance(value, list):
        return [changed(one, change, (*route, place)) for place, one in enumerate(value)]
    return change(route, value)


def unfrozen() -> InMemory:
    """The campaign in which every record shows every field, without snapshots: pages would show what these froze."""
    return InMemory(
        {path: text for path, text in example_campaign().files.items() if not path.endswith("snapshots.yaml")}
    )


@cache
def records() -> dict[str, Any]:
    """The plain data of its records."""
    source = unfrozen()
    return {path: read(path, source.read(path)).data for path in source.paths() if recognise(path)}


def with_texts(free: Iterable[Leaf], texts: Mapping[str, str]) -> InMemory:
    """The campaign with free texts replaced; equal texts stay equal, so that what refers to one still does."""
    files, places = dict(unfrozen().files), {(one.path, one.route) for one in free}
    for path, data in records().items():
        replaced = partial(_replaced, texts, {route for place, route in places if place == path})
        files[path] = written(changed(data, replaced))
    quoted = (texts.get(one.text, "") for one in free if one.path == "rubric.yaml")
    files[NOTICE] += "\n".join(quoted).encode("utf-8")
    return InMemory(files)


def _replaced(texts: Mapping[str, str], routes: set[Route], route: Route, old: str) -> str:
    return texts.get(old, old) if route in routes else old


def written(data: Any) -> bytes:
    """Plain data as JSON, which is YAML too."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8")


def takes(one: Leaf, text: str) -> bool:
    """Whether the model of a record takes another text in the place of one."""
    place = recognise(one.path)
    assert place
    data = changed(records()[one.path], lambda route, old: text if route == one.route else old)
    try:
        place.place.model.model_validate(data)
    except ValidationError:
        return False
    return True


def is_free(one: Leaf) -> bool:
    """Whether a text is free by its model; in a rubric, whose keys are texts too, what is prose in one language."""
    if one.path == "rubric.yaml":
        return one.route[-1] in {"en", "edition"} or bool(re.search("[\u4e00-\u9fff]", one.text))
    return takes(one, "平常的 <文字>") or takes(one, ADDRESS)


def calm(texts: Iterable[str]) -> dict[str, str]:
    """A harmless text for each, all different; an address for an address."""
    numbered = enumerate(dict.fromkeys(texts))
    return {text: f"{ADDRESS if text.startswith('http') else '平常的文字'}{number:04}" for number, text in numbered}


def freely_chosen() -> list[Leaf]:
    """Every text of the campaign that can be any other without a finding; what fails is a name of something else."""
    found = (Leaf(path, route, text) for path, data in records().items() for route, text in leaves(data))
    free = [one for one in found if is_free(one)]
    while findings := [
        one for one in check(load(with_texts(free, calm(one.text for one in free)))) if is_of_a_field(one)
    ]:
        troubled = {Leaf(one.path, tuple(one.route), "").field for one in findings}
        fewer = [one for one in free if one.field not in troubled]
        assert len(fewer) < len(free), troubled
        free = fewer
    return free


def is_of_a_field(one: Diagnostic) -> bool:
    """Not what follows from any change: a waived datum or a published mailbox that is gone, a digest that differs."""
    return one.family != "P" and bool(one.route or one.severity == "error")


@cache
def published_texts() -> tuple[tuple[Leaf, ...], Site]:
    """The free texts that stand on some page, and the site with harmless texts in their place."""
    free = freely_chosen()
    texts = calm(one.text for one in free)
    site = site_of(with_texts(free, texts))
    pages = "".join(site.html.values())
    shown = tuple(one for one in free if texts[one.text] in pages)
    return shown, site


@dataclass(frozen=True)
class Dealt:
    """Strings dealt out to the published texts: what each becomes, and how many each parser takes."""

    texts: dict[str, str]
    taken: dict[Parser, int]


def deal(strings: list[str]) -> Dealt:
    """Every string to every field whose parser takes it, joined where a field has fewer texts than strings."""
    shown, _ = published_texts()
    by_field: dict[str, list[Leaf]] = defaultdict(list)
    for one in shown:  # addresses cannot be joined, so all their fields share them
        by_field["web addresses" if one.text.startswith("http") else one.field].append(one)
    parsers = {field: parser_of(leaves) for field, leaves in by_field.items()}
    lines = {one.text for field, leaves in by_field.items() if parsers[field] is scalars.parse_line for one in leaves}
    dealt: dict[str, list[str]] = defaultdict(list)
    taken: dict[Parser, int] = {}
    for field, leaves in by_field.items():
        texts, parse = list(dict.fromkeys(one.text for one in leaves)), parsers[field]
        parse = scalars.parse_line if lines & set(texts) else parse
        fitting = [string for string in strings if is_taken(parse, string)]
        taken[parse] = len(fitting)
        for number in range(max(len(fitting), len(texts)) if fitting else 0):
            dealt[texts[number % len(texts)]].append(fitting[number % len(fitting)])
    return Dealt({text: BETWEEN.join(parts) for text, parts in dealt.items()}, taken)


def parser_of(leaves: list[Leaf]) -> Parser:
    """What reads a field: an address, one line, or text of many lines."""
    if not takes(leaves[0], "平常的 <文字>"):
        return scalars.parse_url
    return scalars.parse_prose if takes(leaves[0], "两\n行") else scalars.parse_line


def is_taken(parse: Parser, string: str) -> bool:
    """Whether a record can hold a string as it is, length included."""
    data = read("any.yaml", written([string])).data
    try:
        return isinstance(data, list) and bool(parse(data[0]))
    except PydanticCustomError:
        return False


def squeezed(text: str) -> str:
    """A text as a browser shows it: without what the site leaves out, and with single blanks."""
    return " ".join(harmless(text).split())


def site_with(texts: Mapping[str, str], templates: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Site:
    """The site with other texts; the limit of length is for each string, and lifted for many joined."""
    shown, calm_site = published_texts()
    monkeypatch.setattr(scalars, "LONGEST_LINE", 10**6)
    monkeypatch.setattr(scalars, "LONGEST_PROSE", 10**6)
    site = site_of(InMemory({**with_texts(shown, texts).files, **templates}))
    assert [one for one in check(site.campaign) if one.severity == "error"] == []
    assert [card.state for card in site.cards] == [card.state for card in calm_site.cards]
    return site


@dataclass(frozen=True)
class Rendered:
    """A page as the browser has it."""

    skeleton: list[str]
    text: str
    heard: list[str]


def rendered(window: Window, site: Site, folder: Path) -> dict[str, Rendered]:
    """Every page in the browser, from a folder."""
    write(site.files, folder)
    window.wear(DESK)
    seen = {}
    for path in site.html:
        page = window.go((folder / path).as_uri(), folder.as_uri() + "/")
        text = squeezed(page.evaluate("document.documentElement.textContent"))
        seen[path] = Rendered(window.ask("skeleton"), text, list(window.heard))
    return seen


@pytest.fixture(scope="module")
def calm_pages(window: Window, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rendered]:
    """The pages with harmless texts."""
    return rendered(window, published_texts()[1], tmp_path_factory.mktemp("calm"))


def more_than_text(calm_pages: Mapping[str, Rendered], pages: Mapping[str, Rendered]) -> list[str]:
    """Pages on which texts made elements or attributes, or made themselves heard."""
    assert pages.keys() == calm_pages.keys()
    found = [f"{path}: {one}" for path, page in pages.items() for one in page.heard]
    return found + [
        f"{path}: other elements" for path, page in pages.items() if page.skeleton != calm_pages[path].skeleton
    ]


def not_shown(texts: Mapping[str, str], pages: Mapping[str, Rendered]) -> list[str]:
    """Texts that no page shows in full."""
    whole = " ".join(page.text for page in pages.values())
    return [text for text in texts.values() if squeezed(text) not in whole]


def test_every_published_field_is_found() -> None:
    fields = {one.field for one in published_texts()[0]}
    assert {
        "records/office/campaign.yaml.name_en",
        "records/office/decisions/transport.yaml.result.reason",
        "records/office/register.yaml.units[].name",
        "records/units/transport/evidence.yaml.entries[].title",
        "records/units/transport/profile.yaml.contact.phone",
        "records/units/transport/self_report.yaml.self_scores[].statement",
        "rubric.yaml.facts[].label.en",
        "rubric.yaml.systems[].items[].requirements[].clause",
    } <= fields
    assert len(fields) > 50


def test_our_own_hostile_strings_are_text(
    window: Window, calm_pages: dict[str, Rendered], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dealt = deal(OWN)
    pages = rendered(window, site_with(dealt.texts, {}, monkeypatch), tmp_path)
    assert more_than_text(calm_pages, pages) == []
    assert not_shown(dealt.texts, pages) == []
    assert dealt.taken == {scalars.parse_prose: len(OWN) - 3, scalars.parse_line: len(OWN) - 4, scalars.parse_url: 2}


@needs_naughty
def test_every_naughty_string_is_text(
    window: Window, calm_pages: dict[str, Rendered], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strings: list[str] = json.loads(NAUGHTY.read_text(encoding="utf-8"))
    dealt = deal(strings)
    pages = rendered(window, site_with(dealt.texts, {}, monkeypatch), tmp_path)
    assert more_than_text(calm_pages, pages) == []
    assert not_shown(dealt.texts, pages) == []
    assert (dealt.taken, len(strings)) == (TAKEN, OF)


def test_a_template_that_lets_text_through_is_found(
    window: Window, calm_pages: dict[str, Rendered], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = (ROOT / "templates" / "base.html.j2").read_text(encoding="utf-8")
    loose = base.replace("{{ frame.proposal }}", "{{ frame.proposal | safe }}")
    assert loose != base
    proposal = "<b onclick=alert(1)>文</b><script>alert(1)</script>"
    texts = {one.text: proposal for one in published_texts()[0] if one.field.startswith("rubric.yaml.proposal")}
    site = site_with(texts, {"templates/base.html.j2": loose.encode("utf-8")}, monkeypatch)
    found = more_than_text(calm_pages, rendered(window, site, tmp_path))
    assert "index.html: other elements" in found
    assert any("Executing inline script violates" in one for one in found)
