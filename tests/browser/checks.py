"""What is wrong with a page, told from a look at it; `test_checks_can_fail.py` has each of these find something."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from tests.browser.tools import Figure, Look, PublishedPage


def dead_links(pages: Mapping[PublishedPage, Look]) -> list[str]:
    """Addresses within a site that lead to no file, or to no place on its page."""
    ids = {page.url: set(one.ids) for page, one in pages.items()}
    found = []
    for page, one in pages.items():
        for link in one.links:
            target, _, fragment = link.partition("#")
            if not target.startswith(page.served):
                continue
            if not Path(page.folder, unquote(target.removeprefix(page.served))).is_file():
                found.append(f"{page}: no file at {link}")
            elif fragment and unquote(fragment) not in ids[target]:
                found.append(f"{page}: no such place {link}")
    return found


def way_out(page: PublishedPage, one: Look) -> list[str]:
    """Links that leave the folder of the site and yet stay on its server, or lead to the reader's own disk."""
    near = [link for link in one.links if link.startswith(("file:", "http://127.0.0.1"))]
    return [link for link in near if not link.startswith(page.served)]


def without_words(one: Look) -> list[str]:
    """Grades and states that colour or shape alone tells apart."""
    found = [f"no words: {verdict}" for verdict in one.verdicts if not any(map(str.isalpha, verdict.words))]
    values: dict[str, set[str]] = defaultdict(set)
    for verdict in one.verdicts:
        values[verdict.words] |= {verdict.value} - {""}
    return found + [f"the same words for {sorted(of)}: {words}" for words, of in values.items() if len(of) > 1]


def unlike_the_data(figures: list[Figure], known: dict[str, str]) -> list[str]:
    """Figures that the data does not hold, or holds otherwise."""
    return [
        f"{one.key}: {one.value} here, {known.get(one.key, 'nothing')} in scores.json"
        for one in figures
        if known.get(one.key) != one.value
    ]


def unlike_its_value(figures: list[Figure], words: dict[str, str]) -> list[str]:
    """Figures whose text says something else than the value behind it, or cannot be seen.

    `words` has what a value is called, by the key of the figure or by field and value, as in `status open`.
    """
    found = [f"{one.key}: cannot be seen" for one in figures if not one.is_visible]
    for one in figures:
        said, field = one.text.strip(), one.key.rpartition(":")[2]
        expected = words.get(one.key) or words.get(f"{field} {one.value}")
        if expected:
            is_said = said.startswith(expected)
        elif field in {"over_claim", "confirmed_points"}:
            is_said = one.value.lstrip("-") in said
        else:
            is_said = said == one.value if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", said) else bool(said)
        if not is_said:
            found.append(f"{one.key}: {one.value} is told as {said!r}")
    return found
