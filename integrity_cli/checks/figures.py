"""Family L, figures: declared by the rubric, stated by whom it says, in the form it says."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from integrity_cli.checks.base import Check
from integrity_cli.checks.decisions import path_of
from integrity_cli.domain.decisions import Figure
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.dossier import Dossier
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.answers import FIGURE_FORMS
from integrity_cli.rubric.result_clauses import FIGURE_FORM, FigureForm


def _stated(dossier: Dossier) -> Iterator[tuple[str, int, str, Figure]]:
    """Every figure stated of a unit: its file, its place, who states it."""
    for number, figure in enumerate(dossier.self_report.figures if dossier.self_report else ()):
        yield f"{dossier.folder}/self_report.yaml", number, "unit", figure
    for number, figure in enumerate(dossier.decisions.figures if dossier.decisions else ()):
        yield path_of(dossier), number, "office", figure


class FigureNotAsked(Check):
    """A figure that the rubric does not declare, or asks of somebody else."""

    kind = Kind(
        "L233",
        "figure-not-asked",
        Severity.ERROR,
        Text("考核细则没有要这里填写指标 `{figure}`", "the rubric asks for no figure `{figure}` here"),
        None,
        Text(
            "指标的名称和由谁填写，见 rubric.yaml 的 figures",
            "`figures` in rubric.yaml says which there are and who states them",
        ),
    )
    needs = ("rubric",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        for dossier in campaign.dossiers:
            for path, number, stated_by, figure in _stated(dossier):
                form = campaign.rubric.figures.get(figure.figure)
                if form is None or form.stated_by != stated_by:
                    yield self.at(path, "figures", number, "figure", figure=figure.figure)


class FigureInWrongForm(Check):
    """A figure that is not in the form that the rubric declares."""

    kind = Kind(
        "L234",
        "figure-in-wrong-form",
        Severity.ERROR,
        Text(
            "指标 `{figure}` 的形式是「{form}」，这个值不是",
            "the figure `{figure}` is declared as “{form}”; this value is not",
        ),
        None,
        Text(
            "对照 rubric.yaml 中这个指标的形式和可选值",
            "see the form of the figure in rubric.yaml, and its choices",
        ),
    )
    needs = ("rubric",)

    _CHOICE = Text("选一：{choices}", "one of {choices}")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        for dossier in campaign.dossiers:
            for path, number, _, figure in _stated(dossier):
                form = campaign.rubric.figures.get(figure.figure)
                if form is not None and not _fits(figure, form):
                    words = self._CHOICE.of(choices=form.choices) if form.choices else FIGURE_FORM.values[form.form]
                    yield self.at(path, "figures", number, "value", figure=figure.figure, form=words)


def _fits(figure: Figure, form: FigureForm) -> bool:
    if form.form == "choice":
        return figure.value in form.choices
    try:
        FIGURE_FORMS[form.form](figure.value)
    except PydanticCustomError:
        return False
    return True
