"""Every situation that the sample must show, written down by hand, each with the way to find it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from integrity_cli.domain.evidence.assessment import Appraisal, Consequence, DossierSummary
from integrity_cli.domain.evidence.matters import Litigation, Matter, Transfer
from integrity_cli.domain.evidence.papers import Media
from integrity_cli.domain.evidence.people import Activity, Roster
from integrity_cli.lang import Text
from tests.sample import finders as f
from tests.sample import unit_finders as u
from tests.sample.places import (
    Finder,
    bodies,
    bonus,
    cards,
    cases,
    conversions,
    decided,
    entries,
    filings,
    law_changes,
    ledger,
    not_applicable,
    powers,
    settled,
    units,
)

LAW_FOLLOWED_WITHIN = 20
MAJOR_FILED_WITHIN = 15
DECIDED_WITHIN, TRANSFERRED_WITHIN = 3, 1
"""Days, as the rubric has them."""

FAR_ABOVE = 10
"""Points of over-claim that a reader should not overlook."""

PROPOSALS = ("deputies_suggestion", "cppcc_proposal")


@dataclass(frozen=True, slots=True)
class Situation:
    """Something that happens in a campaign, by its names, and the finder of where the sample shows it."""

    name: Text
    find: Finder


def at(zh: str, en: str, find: Finder) -> Situation:
    return Situation(Text(zh, en), find)


def in_time(one: Transfer) -> bool:
    decided_in, transferred_in = one.days_to_decide, one.days_to_transfer
    return (
        one.on_platform
        and decided_in is not None
        and decided_in <= DECIDED_WITHIN
        and transferred_in is not None
        and transferred_in <= TRANSFERRED_WITHIN
    )


def matter(source: str | tuple[str, ...], *, late: bool) -> Finder:
    sources = (source,) if isinstance(source, str) else source
    return entries(Matter, lambda one: one.source in sources and one.answered_in_time is not late)


RESULTS = (
    at("优秀，通过验收", "excellent and accepted", f.result("优秀", accepted=True)),
    at("良好，通过验收", "good and accepted", f.result("良好", accepted=True)),
    at("合格", "pass", f.result("合格", accepted=False)),
    at("分数不够，不合格", "fail by points", f.failed_by_points),
    at("加分使等次上升", "a bonus that lifts the grade", f.lifted_by_the_bonus),
    at("听取意见后否决，分数照列，够更好的等次", "vetoed after a hearing", f.vetoed_with_points_for_better),
    at("分数够优秀，最高只能定为良好", "barred from the top grade", f.barred_from_the_top),
    at("尚未考核，暂计", "not yet reviewed", cards(lambda one: one.state == "provisional")),
    at("没有报送自查报告，不予考核", "self-report never filed", cards(lambda one: one.state == "not_assessed")),
    at("没有申报", "never applied", cards(lambda one: one.state == "not_applied")),
    at("撤回申报", "withdrew its application", cards(lambda one: one.state == "withdrawn")),
    at("自评远高于事实", "self-score far above the facts", cards(lambda one: one.over_claim > FAR_ABOVE)),
    at("自评低于核定", "self-score below the facts", cards(lambda one: one.over_claim < 0)),
    at("通过验收", "result accepted", cards(lambda one: one.outcome.result == "accepted")),
    at("暂缓", "result deferred", cards(lambda one: one.outcome.result == "deferred")),
    at("未通过验收", "result not accepted", cards(lambda one: one.outcome.result == "not_accepted")),
    at("暂缓，另行补充公示", "deferred to a supplementary notice", f.deferred_to_a_supplementary_notice),
    at("征集、比赛、影展加分", "bonus P1, contests", bonus("P1")),
    at("开通微博、微信加分", "bonus P2, accounts", bonus("P2")),
    at("典型事例加分", "bonus P3, typical cases", bonus("P3")),
    at("回应评论加分", "bonus P4, comments answered", bonus("P4")),
)
FILINGS = (
    at("方案星期日到期、不顺延，迟报", "plan late by the Sunday rule", filings("plan", f.late_after_a_rest_day)),
    at("方案星期日当天收到，按时", "plan on the Sunday itself", filings("plan", f.on_the_rest_day_it_was_due)),
    at("自查报告迟报", "report late", filings("self_report", lambda one, _: one.days_late > 0)),
    at(
        "自查报告最后一天送到，按时",
        "report on the last day",
        filings("self_report", lambda one, _: one.received_on == one.due_on),
    ),
    at("事先批准延期，并且用上", "an extension granted in time and used", f.extension_used),
)
UNITS = (
    at(
        "没有行政强制职权",
        "without coercion powers",
        units(lambda one: one.applied and "coercion" not in one.powers and "licence" in one.powers),
    ),
    at(
        "没有行政许可和行政强制职权",
        "without licensing and coercion powers",
        units(lambda one: one.applied and not {"licence", "coercion"} & {*one.powers}),
    ),
    at("下属机构单独参加", "a subordinate body as its own unit", units(lambda one: one.parent is not None)),
    at("授权组织单独参加", "an authorised organisation as a unit", units(lambda one: one.kind == "authorised")),
    at("单位内的授权组织", "an authorised body inside an agency", bodies(lambda one: one.capacity == "authorised")),
    at("单位内的受委托组织", "an entrusted body inside an agency", bodies(lambda one: one.capacity == "entrusted")),
    at("几个机构的人员统计相加", "rosters of several bodies", u.several_rosters),
)
PEOPLE = (
    at("在岗人员全部持证", "every officer certified", entries(Roster, lambda one: one.certified == one.in_post)),
    at("有人没有持证", "an officer without certificate", entries(Roster, lambda one: one.certified < one.in_post)),
    at(
        "个人诚信档案全部建立",
        "a dossier for every officer",
        entries(DossierSummary, lambda one: one.subject == "officers" and one.with_dossier == one.subjects),
    ),
    at(
        "个人诚信档案只建了一部分",
        "dossiers for some officers",
        entries(
            DossierSummary,
            lambda one: one.subject == "officers" and (one.with_dossier or 0) < (one.subjects or 0),
        ),
    ),
    at(
        "对最高等级的精神奖励",
        "honours for the top grade",
        entries(Consequence, lambda one: one.side == "honour" and one.count > 0),
    ),
    at(
        "对最低等级的惩戒",
        "a penalty for the lowest grade",
        entries(Consequence, lambda one: one.side in {"economic", "administrative"} and one.count > 0),
    ),
    at(
        "考核结果差，已追究",
        "an appraisal with accountability",
        entries(Appraisal, lambda one: one.poor == one.held_to_account > 0),
    ),
    at(
        "考核结果差，没有全部追究",
        "an appraisal without full accountability",
        entries(Appraisal, lambda one: one.poor > one.held_to_account),
    ),
)
LEDGER = (
    at("撤回的条目", "entries withdrawn", ledger(lambda _, one: one.withdrawn is not None)),
    at("更正的条目", "entries replaced", ledger(lambda _, one: one.replaces is not None)),
    at("不予采信的条目", "entries refused", ledger(lambda unit, one: one.id in unit.refused)),
    at("不予采信以后撤回、更正", "refused, withdrawn and corrected", ledger(u.refused_and_corrected)),
    at("封存条目开封，核对一致", "a sealed entry opened that matched", u.opened("matches")),
    at("封存条目无法核验，哪里都不计", "a sealed entry not verifiable", u.unverifiable_and_counted_nowhere),
    at("封存条目没有抽中", "a sealed entry not drawn", ledger(u.sealed_and_not_drawn)),
    at("附件", "an attachment", ledger(lambda _, one: one.attachment is not None)),
    at("休息日的活动，说明写明", "an activity on a rest day that says so", u.rest_day_activity),
    at("国家宪法日（法制宣传日）", "legal publicity day", entries(Activity, lambda one: one.named_day == "law_day")),
    at("元旦调休的星期日上班", "make-up Sunday 2015-01-04", u.on_day(date(2015, 1, 4))),
    at("春节调休的星期日上班", "make-up Sunday 2015-02-15", u.on_day(date(2015, 2, 15))),
    at("动员会开在宽展期内", "mobilisation in the days of grace", u.mobilised_in_the_days_of_grace),
    at("活动以前的制度也算", "a rule older than the campaign", u.older_rules),
    at("正好卡在限度上", "a limit met exactly", f.limit_met_to_the_day),
)
MATTERS = (
    at("代表建议按期答复", "deputies' suggestion answered", matter("deputies_suggestion", late=False)),
    at("政协提案按期答复", "CPPCC proposal answered", matter("cppcc_proposal", late=False)),
    at("建议、提案逾期", "a suggestion or proposal answered late", matter(PROPOSALS, late=True)),
    at("登记了批评报道", "a critical report registered", entries(Media, lambda one: one.stance == "critical")),
    at("媒体批评按期回应", "critical media answered", matter("media", late=False)),
    at("投诉按期答复", "complaint answered in time", matter("complaint", late=False)),
    at("投诉逾期答复", "complaint answered late", matter("complaint", late=True)),
    at("答复以后仍不满意", "answered and not satisfied", entries(Matter, lambda one: one.satisfied is False)),
    at(
        "个案监督听取、答复、改正",
        "case supervision heard, answered, corrected",
        entries(
            Matter,
            lambda one: (
                one.source == "case_supervision" and None not in (one.heard_on, one.answered_on, one.corrected_on)
            ),
        ),
    ),
    at(
        "上级审查指出问题，已改正",
        "a superior review, corrected",
        entries(
            Matter,
            lambda one: one.source == "superior_review" and None not in (one.cause, one.corrected_on),
        ),
    ),
    at(
        "决定被责令改正",
        "a decision ordered to be corrected",
        decided(lambda _, made: (f"findings {one.id}" for one in made.findings if one.finding == "decision_corrected")),
    ),
    at("主要负责人出庭", "a lawsuit with the head in court", entries(Litigation, lambda one: one.in_court == "head")),
    at("副职出庭", "a lawsuit with a deputy in court", entries(Litigation, lambda one: one.in_court == "deputy")),
    at("没有负责人出庭", "a lawsuit without head or deputy", entries(Litigation, lambda one: one.in_court == "nobody")),
    at("诉讼没有审结", "a lawsuit pending", entries(Litigation, lambda one: one.outcome == "pending")),
    at("没有诉讼，不适用经确认", "without litigation", f.no_lawsuit_confirmed),
    at("涉嫌犯罪按期移送", "criminal transfer in time", entries(Transfer, in_time)),
    at("涉嫌犯罪移送迟或没有上平台", "criminal transfer late", entries(Transfer, lambda one: not in_time(one))),
)
POWERS_AND_CASES = (
    at(
        "法律变更按期更新",
        "a law change followed in time",
        law_changes(lambda days: days is not None and days <= LAW_FOLLOWED_WITHIN),
    ),
    at(
        "法律变更更新迟",
        "a law change followed late",
        law_changes(lambda days: days is None or days > LAW_FOLLOWED_WITHIN),
    ),
    at("职权没有流程图", "a power without flowchart", powers(lambda one: one.flowchart is None)),
    at(
        "环节没有责任科室",
        "a step without section",
        powers(lambda one: one.flowchart is not None and not one.flowchart.posts_named),
    ),
    at(
        "有裁量，没有档次",
        "discretion without grades",
        powers(lambda one: one.discretionary and (one.discretion is None or not one.discretion.grades)),
    ),
    at(
        "裁量标准没有公开",
        "a discretion standard not published",
        powers(lambda one: one.discretion is not None and one.discretion.url is None),
    ),
    at("行政强制案件", "a coercion case", cases(lambda one: one.kind == "coercion")),
    at("结果没有公开", "a result not published", cases(lambda one: one.public and one.published_on is None)),
    at("结果依法不公开", "a result that is not to be public", cases(lambda one: not one.public)),
    at("没有说理文书", "a decision without reasons", cases(lambda one: not one.reasoned)),
    at(
        "裁量没有说明理由",
        "discretion without reasons",
        cases(lambda one: one.discretionary and not (one.reason_in_minutes and one.reason_in_decision)),
    ),
    at("重大案件集体审理", "a major case deliberated", cases(lambda one: one.major and one.deliberated is True)),
    at("承办人参加表决", "an investigator who voted", cases(lambda one: one.investigator_voted is True)),
    at(
        "重大决定备案迟",
        "a late filing of a major decision",
        cases(lambda one: one.major and (one.days_to_file or 0) > MAJOR_FILED_WITHIN),
    ),
    at("个性化标准", "own standards", u.own_standards),
    at("个性化标准修订见效", "an own standard revised with a result", u.standards_revised),
)
REVIEWS = (
    at(
        "考核人员评分不同，书面裁定",
        "reviewers who differ, settled",
        settled(lambda unit, one: len(f.marks_of(unit, one.requirement, one.part)) > 1),
    ),
    at("取低分等次就变的裁定", "a settlement that the grade depends on", f.grade_settled_by_decision),
    at("没有分值的行也裁定", "a row without points settled", settled(lambda _, one: one.met is not None)),
    at(
        "复核后改计算的行",
        "a computed row moved by decision",
        settled(lambda unit, one: not f.marks_of(unit, one.requirement, one.part)),
    ),
    at("考核人员申报回避", "a reviewer's conflict declared", f.conflicts),
    at("抽查案卷没有亮证记载", "a file without certificate shown", f.file_without_certificate),
    at(
        "主张不适用，确认",
        "not applicable claimed and confirmed",
        not_applicable(lambda unit, one: one.confirmed and f.claims(unit, one.requirement, one.part)),
    ),
    at(
        "主张不适用，不予确认",
        "not applicable claimed and not confirmed",
        not_applicable(lambda unit, one: not one.confirmed and f.claims(unit, one.requirement, one.part)),
    ),
    at(
        "没有主张，由主办单位确认不适用",
        "not applicable without a claim",
        not_applicable(lambda unit, one: one.confirmed and not f.claims(unit, one.requirement, one.part)),
    ),
    at("主张不适用，尚未决定", "not applicable claimed and undecided", f.claimed_and_undecided),
    at("考核项内折算", "conversion inside a requirement", conversions("requirement", lambda one: bool(one.points))),
    at("项目内折算", "conversion inside an item", conversions("item", lambda one: bool(one.points))),
    at("折算为零", "conversion of 0.00", conversions("requirement", lambda one: not one.points)),
    at("测评有效答卷太少", "too few answers to the survey", f.too_few_answers),
)
NOTICE = (
    at("复核采纳", "reconsideration granted", f.reconsidered("granted")),
    at("复核部分采纳", "reconsideration granted in part", f.reconsidered("part")),
    at("复核维持", "reconsideration refused", f.reconsidered("refused")),
    at(
        "没有申请复核",
        "reconsideration not asked for",
        decided(lambda _, made: ("result",) if made.result and made.reconsideration is None else ()),
    ),
    at(
        "查实但不影响分数的情形",
        "a finding without effect on points",
        decided(lambda _, made: (f"findings {one.id}" for one in made.findings if one.finding == "other")),
    ),
    at("告知后正好两个工作日供申请复核", "exactly two working days to ask", f.told_in_time_for_reconsideration),
    at("公示期跨春节", "a notice across Spring Festival", f.notice_across_a_long_holiday),
    at("异议成立", "objection upheld", f.objections("upheld")),
    at("异议不成立", "objection not upheld", f.objections("not_upheld")),
)
SITUATIONS = (*RESULTS, *FILINGS, *UNITS, *PEOPLE, *LEDGER, *MATTERS, *POWERS_AND_CASES, *REVIEWS, *NOTICE)
