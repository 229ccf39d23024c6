"""Family V, results: of units that were assessed, noticed once, and not accepted against a veto."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.base import Check
from integrity_cli.checks.decisions import NOTICE, path_of
from integrity_cli.domain.decisions import VetoDecision
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import FILED
from integrity_cli.lang import Text, Words
from integrity_cli.reading.campaign import Campaign
from integrity_cli.rubric.model import Rubric


class NoticedTwice(Check):
    """A unit that two supplementary notices name, or one names twice, so that its days of objection are two."""

    kind = Kind(
        "V506",
        "noticed-twice",
        Severity.ERROR,
        Text("补充公示两次列出 `{unit}`", "the supplementary notices name `{unit}` twice"),
        None,
        Text("查明它的结果在哪一次公示", "establish in which of them its result is noticed"),
    )
    needs = ("notice",)

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.notice
        seen: set[str] = set()
        for number, one in enumerate(campaign.notice.supplementary):
            for place, unit in enumerate(one.units):
                if unit in seen:
                    yield self.at(NOTICE, "supplementary", number, "units", place, unit=unit)
                seen.add(unit)


class ResultWithoutAssessment(Check):
    """A result of a unit that did not apply, withdrew, or never handed in what is assessed."""

    kind = Kind(
        "V507",
        "result-without-assessment",
        Severity.ERROR,
        Text("`{unit}` {why}，却有考核结果", "`{unit}` has a result, but {why}"),
        None,
        Text(
            "没有参加考核的单位不作考核结果，如实写明没有考核",
            "a unit that was not assessed has no result; that it was not assessed is what is said of it",
        ),
    )

    _NOT_APPLIED = Text("没有申报", "it did not apply")
    _WITHDREW = Text("已在 {on} 撤回申报", "it withdrew its application on {on}")
    _MISSING = Text("没有{document}", "there is no {document}")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            why = self._why_not_assessed(dossier)
            if dossier.decisions is not None and dossier.decisions.result is not None and why is not None:
                yield self.at(path_of(dossier), "result", unit=dossier.unit.id, why=why)

    def _why_not_assessed(self, dossier: Dossier) -> Words | None:
        application = dossier.unit.application
        if application is None:
            return self._NOT_APPLIED
        if application.withdrawn_on is not None:
            return self._WITHDREW.of(on=application.withdrawn_on)
        for name, document in FILED.values.items():
            if getattr(dossier, name) is None and f"{dossier.folder}/{name}.yaml" not in dossier.unreadable:
                return self._MISSING.of(document=document)
        return None


class AcceptedAgainstVeto(Check):
    """A unit accepted although a veto that took effect fixes a grade too low for it."""

    kind = Kind(
        "V508",
        "accepted-against-veto",
        Severity.ERROR,
        Text(
            "一票否决 {veto} 把等次定为{grade}，低于认定要求的{needed}，结果却是通过验收",
            "the veto {veto} fixes the grade {grade}, below the {needed} of recognition; the result is accepted",
        ),
        None,
        Text(
            "查明否决是否撤销、认定条件是否如此；结果须与决定一致",
            "establish whether the veto stands and what recognition asks for; the result follows from the decision",
        ),
    )
    needs = ("rubric",)
    trusts = ("R611", "R613")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric
        recognition = campaign.rubric.recognition
        if recognition is None:
            return
        for dossier in campaign.dossiers:
            decisions = dossier.decisions
            if decisions is None or decisions.result is None or decisions.result.result != "accepted":
                continue
            for veto in decisions.vetoes:
                if veto.finding not in (None, *(finding.id for finding in decisions.findings)):
                    continue  # that is V503
                grade = _fixed_below(veto, campaign.rubric, recognition.at_least)
                if grade is not None:
                    yield self.at(
                        path_of(dossier), "result", "result", veto=veto.veto, grade=grade, needed=recognition.at_least
                    )
                    break


def _fixed_below(decision: VetoDecision, rubric: Rubric, least: str) -> str | None:
    """The grade that a veto in effect fixes, where it is below the least that recognition asks for."""
    heard_on = decision.heard_on
    in_effect = decision.basis is not None and heard_on is not None and heard_on <= decision.decided_on
    fixed = next((one.effect.fix_grade for one in rubric.vetoes if one.id == decision.veto), None)
    grades = [grade.name.zh for grade in rubric.grades]
    if fixed is None or not in_effect:
        return None
    return fixed if grades.index(fixed) > grades.index(least) else None
