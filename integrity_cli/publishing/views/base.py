"""What the templates may see: frozen views that hold text already said in one language, and nothing else.

A record never reaches a template. What is not a field here is not published: forge accounts, notes,
where originals are kept, who reviewed. A sealed entry has neither date nor web address to show.
"""

from __future__ import annotations

from dataclasses import dataclass

from integrity_cli.publishing.drawing.chart import Chart


@dataclass(frozen=True, slots=True)
class Figure:
    """A score, count, grade or status as it is shown, with the key and value by which data and pages are compared.

    The key is `unit:field` or `unit/row:field`, such as `agriculture:total` or `agriculture/A1.3/2:points`.
    """

    key: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A name and the language it is written in, since many names exist in Chinese only."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site; `current` on the page that it leads to."""

    href: str
    text: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page shows around its content."""

    lang: str
    title: str
    campaign: Named
    statement: Named | None
    organiser: Named
    edition: str
    proposal: str
    version: str
    nav: tuple[Link, ...]
    accessibility: Link
    other: Link
    other_lang: str
    twin: str | None
    style: str
    style_digest: str
    script: str
    script_digest: str


@dataclass(frozen=True, slots=True)
class FilingLine:
    """A document to be filed: its receipt and whether it came in time; without a receipt only its name."""

    name: str
    standing: Figure | None
    received_on: str | None
    due_on: str | None
    receipt_no: str | None
    extended: bool


@dataclass(frozen=True, slots=True)
class Tile:
    """A count over the whole campaign, large, with what it counts."""

    words: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class GradeLine:
    """A grade, its mark, and the points from which it is reached."""

    name: str
    mark: str
    from_points: str


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A scored unit in the table of its peer group; only a complete score has a rank and a grade.

    What is not published is None: the figures where the campaign shows no scores, the grade where it shows none.
    """

    page: str
    name: Named
    rank: Figure | None
    state: Figure
    grade: Figure | None
    grade_mark: str
    result: Figure | None
    total: Figure | None
    base: Figure | None
    bonus: Figure | None
    open_points: Figure | None
    over_claim: Figure | None


@dataclass(frozen=True, slots=True)
class HeatColumn:
    """An item at the head of the map, with the most it can bring."""

    id: str
    name: str
    maximum: str


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What a unit earned in one item: the figure, a shade from 0 to 5, and whether something is still open."""

    id: str
    name: str
    points: Figure | None
    shade: int
    waits: bool


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A unit's row of the map."""

    page: str
    name: Named
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class UnscoredLine:
    """A unit without a score, and why."""

    page: str
    name: Named
    peer_group: str
    state: Figure
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """A peer group: units that are compared with one another, drawn where scores are published."""

    name: str
    chart: Chart | None
    units: tuple[UnitLine, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The page of results."""

    tiles: tuple[Tile, ...]
    notice: str | None
    shows_grades: bool
    shows_scores: bool
    grades: tuple[GradeLine, ...]
    groups: tuple[Group, ...]
    heat_columns: tuple[HeatColumn, ...]
    heat: tuple[HeatRow, ...]
    unscored: tuple[UnscoredLine, ...]


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file to download and its digest."""

    href: str
    path: str
    words: str
    sha256: str


@dataclass(frozen=True, slots=True)
class DataView:
    """The page of the data: what to download, and what to recompute it with."""

    files: tuple[FileLine, ...]
    rubric_sha256: str
    units: tuple[str, ...]
