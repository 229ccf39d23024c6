"""Family L, powers and cases: powers the unit may hold, discretion inside the law, cases that fit both."""

from __future__ import annotations

from collections.abc import Iterator

from integrity_cli.checks.base import Check
from integrity_cli.domain.diagnostic import Diagnostic, Kind, Severity
from integrity_cli.domain.dossier import Dossier
from integrity_cli.domain.office import POWER_KIND
from integrity_cli.domain.powers import Power
from integrity_cli.lang import Text
from integrity_cli.reading.campaign import Campaign

_STILL = Text("今", "now")


def _powers(dossier: Dossier) -> tuple[Power, ...]:
    return dossier.powers.powers if dossier.powers else ()


class PowerNotHeld(Check):
    """A power of a kind that the register does not give the unit."""

    kind = Kind(
        "L223",
        "power-not-held",
        Severity.ERROR,
        Text(
            "名册没有把{kind}职权列给 `{unit}`",
            "the register gives `{unit}` no power of the kind {kind}",
        ),
        None,
        Text(
            "单位持有哪些职权由主办单位核定；核对法律依据",
            "the office decides which powers a unit holds; establish the legal basis",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            for number, power in enumerate(_powers(dossier)):
                if power.kind not in dossier.unit.powers:
                    yield self.at(
                        f"{dossier.folder}/powers.yaml", "powers", number, "kind",
                        kind=POWER_KIND.values[power.kind], unit=dossier.unit.id,
                    )  # fmt: skip


class PowerWrittenTwice(Check):
    """Two powers of one unit with one id."""

    kind = Kind(
        "L224",
        "power-written-twice",
        Severity.ERROR,
        Text("职权编号 `{power}` 用了两次", "the id `{power}` stands for two powers"),
        None,
        Text("查明是不是同一项职权；不是的，另取编号", "establish whether it is one power; two need two ids"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            seen: set[str] = set()
            for number, power in enumerate(_powers(dossier)):
                if power.id in seen:
                    yield self.at(f"{dossier.folder}/powers.yaml", "powers", number, "id", power=power.id)
                seen.add(power.id)


class GradeOutsideLegalRange(Check):
    """A grade of discretion that allows less or more than the law does."""

    kind = Kind(
        "L225",
        "grade-outside-legal-range",
        Severity.ERROR,
        Text(
            "裁量档次「{grade}」为 {low} 至 {high}，法定幅度为 {legal_low} 至 {legal_high}",
            "the grade “{grade}” runs from {low} to {high}; the law allows {legal_low} to {legal_high}",
        ),
        None,
        Text("对照法律条款核实幅度", "establish the range from the article of the law"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            for number, power in enumerate(_powers(dossier)):
                standard = power.discretion
                for place, grade in enumerate(standard.grades if standard else ()):
                    if standard and not standard.legal_low <= grade.low <= grade.high <= standard.legal_high:
                        end = "low" if grade.low < standard.legal_low else "high"
                        yield self.at(
                            f"{dossier.folder}/powers.yaml", "powers", number, "discretion", "grades", place, end,
                            grade=grade.name, low=grade.low, high=grade.high,
                            legal_low=standard.legal_low, legal_high=standard.legal_high,
                        )  # fmt: skip


class UnknownPower(Check):
    """A case of a power that the power list does not hold."""

    kind = Kind(
        "L226",
        "unknown-power",
        Severity.ERROR,
        Text("权力清单中没有职权 `{power}`", "the power list holds no power `{power}`"),
        None,
        Text(
            "核对职权编号；漏写的职权先补进权力清单",
            "establish the id; a power left out is first entered in the power list",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            known = {power.id for power in _powers(dossier)}
            if f"{dossier.folder}/powers.yaml" in dossier.unreadable:
                continue
            for number, case in enumerate(dossier.cases.cases if dossier.cases else ()):
                if case.power not in known:
                    yield self.at(f"{dossier.folder}/cases.yaml", "cases", number, "power", power=case.power)


class CaseOutsideItsGrade(Check):
    """A case decided outside the grade that it names, or in a grade that its power does not have."""

    kind = Kind(
        "L227",
        "case-outside-its-grade",
        Severity.ERROR,
        Text("案件 {case} {what}", "case {case} {what}"),
        None,
        Text("核对裁量标准和决定书", "establish the grade from the standard and the decision"),
    )

    _NO_GRADE = Text(
        "所用职权的裁量标准中没有档次「{grade}」", "names the grade “{grade}”, which its power does not have"
    )
    _OUTSIDE = Text(
        "的裁量结果 {amount} 不在档次「{grade}」的 {low} 至 {high} 之内",
        "came to {amount}, and its grade “{grade}” runs from {low} to {high}",
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            grades = {
                (power.id, grade.name): grade
                for power in _powers(dossier)
                for grade in (power.discretion.grades if power.discretion else ())
            }
            for number, case in enumerate(dossier.cases.cases if dossier.cases else ()):
                if case.grade is None or case.power not in {power.id for power in _powers(dossier)}:
                    continue
                path, grade = f"{dossier.folder}/cases.yaml", grades.get((case.power, case.grade))
                if grade is None:
                    what = self._NO_GRADE.of(grade=case.grade)
                    yield self.at(path, "cases", number, "grade", case=case.case_no, what=what)
                elif case.amount is not None and not grade.low <= case.amount <= grade.high:
                    what = self._OUTSIDE.of(amount=case.amount, grade=grade.name, low=grade.low, high=grade.high)
                    yield self.at(path, "cases", number, "amount", case=case.case_no, what=what)


class CaseWrittenTwice(Check):
    """Two cases of one unit with one number."""

    kind = Kind(
        "L228",
        "case-written-twice",
        Severity.ERROR,
        Text("案号 {case} 登记了两次", "the case number {case} is registered twice"),
        None,
        Text(
            "查明是重复登记还是案号写错，只留一条",
            "establish whether the case was entered twice or a number is wrong, and keep one",
        ),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            seen: set[str] = set()
            for number, case in enumerate(dossier.cases.cases if dossier.cases else ()):
                if case.case_no in seen:
                    yield self.at(f"{dossier.folder}/cases.yaml", "cases", number, "case_no", case=case.case_no)
                seen.add(case.case_no)


class UnknownCase(Check):
    """A reviewer's sheet of a case that the register does not hold."""

    kind = Kind(
        "L229",
        "unknown-case",
        Severity.ERROR,
        Text("案件登记中没有案号 {case}", "the case register holds no case {case}"),
        None,
        Text("核对案号；漏登的案件由单位补登", "establish the number; a case left out is registered by the unit"),
    )

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        for dossier in campaign.dossiers:
            late = campaign.late.get(dossier.unit.id)
            if f"{dossier.folder}/cases.yaml" in dossier.unreadable or (late and late.has("record", "cases")):
                continue
            known = {case.case_no for case in dossier.cases.cases} if dossier.cases else set()
            for by in dossier.reviews:
                for number, sheet in enumerate(by.review.sheets):
                    if sheet.case_no not in known:
                        yield self.at(by.path, "sheets", number, "case_no", case=sheet.case_no)


class LawNotInForce(Check):
    """A power that rests on a law outside the time in which it is in force."""

    kind = Kind(
        "T303",
        "law-not-in-force",
        Severity.ERROR,
        Text(
            "《{law}》的施行期间是 {from_day} 至 {to_day}，不在本次活动期间",
            "{law} is in force from {from_day} to {to_day}, not during this campaign",
        ),
        None,
        Text("查明活动期间有效的法律和条款", "establish the law and article in force during the campaign"),
    )
    needs = ("rubric", "terms")

    def look(self, campaign: Campaign) -> Iterator[Diagnostic]:
        assert campaign.rubric and campaign.terms
        if not campaign.terms.stages:
            return
        last = max(stage.ends_on for stage in campaign.terms.stages)
        first = min(stage.starts_on for stage in campaign.terms.stages)
        laws = {law.name: law for law in campaign.rubric.laws}
        for dossier in campaign.dossiers:
            for number, power in enumerate(_powers(dossier)):
                for place, basis in enumerate(power.basis):
                    law = laws.get(basis.law)
                    if law and (law.from_day > last or (law.to_day is not None and law.to_day < first)):
                        yield self.at(
                            f"{dossier.folder}/powers.yaml", "powers", number, "basis", place, "law",
                            law=law.name, from_day=law.from_day, to_day=law.to_day or _STILL,
                        )  # fmt: skip
