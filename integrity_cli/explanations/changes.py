"""Family G: why a change is refused, and what a repository that behaves like a ballot box rests on."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

_FOLDERS = Text(
    "docs/changes.md：「不归这个账号改的文件，一律当作没有改」。",
    "docs/changes.md: a file that is not for the account to change is taken as it was.",
)
_SAID = Text(
    "通知 S4.4：「收集整理台账」；docs/changes.md：「说过的只增不减」。",
    "Notice, S4.4: ledgers are to be kept; docs/changes.md: what was said only grows.",
)
_GIT = Text(
    "docs/changes.md：「规矩以基线为准」。",
    "docs/changes.md: the law is the base's.",
)
_SERVER = Text(
    "docs/changes.md：「自己的 Git 服务器」。",
    "docs/changes.md: a Git server of one's own.",
)
_NO_LINES = Text("（看的是整个改动，没有一行可以举例）", "(the change as a whole is looked at; no line can show it)")


def _of_accounts(why: Text, wrong: Text, right: Text) -> Explanation:
    return Explanation(why=why, basis=_FOLDERS, wrong=wrong, right=right)


CHANGES = {
    "G801": Explanation(
        why=Text(
            "谁可以改什么，由基线上的名册和考核组名单说了算。它们读不出来，放行等于谁都可以改，所以一律不收。",
            "The register and the team of the base decide who may change what. If they cannot be read, to let a change "
            "pass would be to let anybody change anything, so nothing is taken.",
        ),
        basis=_GIT,
        wrong=Text("team.yaml 里写成 `office_account`", "`office_account` in team.yaml"),
        right=Text("team.yaml 里写 `office_accounts`", "`office_accounts` in team.yaml"),
    ),
    "G802": _of_accounts(
        Text(
            "一份材料算哪个单位的，看的是平台登录的账号；没有登记的账号谁都可能用，收了就可能替别的单位作了陈述。",
            "Whose statement a record is follows from the account that hands it in. Anybody may hold one that is not "
            "on record, and to take its change could put words into a unit's mouth.",
        ),
        Text("用没有登记的账号 `sl-shuiwuju` 提交", "handed in by `sl-shuiwuju`, which is on no record"),
        Text("用名册上登记的账号 `sl-shuiwu` 提交", "handed in by `sl-shuiwu`, the account in the register"),
    ),
    "G803": _of_accounts(
        Text(
            "单位只能说自己的事。别的单位的台账让人动过一个字，它的得分就不再是它自己的。",
            "A unit speaks for itself alone. A ledger that another unit touched by a single word no longer gives its "
            "own unit's score.",
        ),
        Text("堤防管理处的账号改了 records/units/water/", "the dike unit's account changes records/units/water/"),
        Text("堤防管理处的账号只改 records/units/dike/", "the dike unit's account changes records/units/dike/ only"),
    ),
    "G804": _of_accounts(
        Text(
            "主办单位考核单位，就不能代单位作陈述；代填一条，考核的和被考核的就成了一家。",
            "The office assesses units and so cannot state facts for one: a single entry written for a unit would make "
            "the judge a party.",
        ),
        Text("主办单位的账号在单位的台账里加了一条", "the office's account adds an entry to a unit's ledger"),
        Text(
            "单位自己提交；要删个人信息的，主办单位删，并登记在 redactions.yaml",
            "the unit hands it in; personal data is taken out by the office, which enters it in redactions.yaml",
        ),
    ),
    "G805": _of_accounts(
        Text(
            "评分要由指派的考核人员自己写，回避的、没有指派的都不能写，别人更不能改；否则分数后面没有人。",
            "A mark is written by the reviewer to whom the unit was given, not by one in conflict, and by nobody else; "
            "otherwise nobody stands behind the score.",
        ),
        Text("r02 写了没有分给自己的单位", "r02 writes of a unit that was not given to r02"),
        Text("由 team.yaml 里考核这个单位的人写", "written by the reviewer who has this unit in team.yaml"),
    ),
    "G806": _of_accounts(
        Text(
            "细则、日历、名册、模板、流水线是大家共同的规矩。单位的改动里带上一处，就是自己给自己改规矩。",
            "The rubric, the calendar, the register, templates and workflows are everybody's law. A unit's change that "
            "brings one of them along would be making its own.",
        ),
        Text("单位的改动里有 records/office/calendar.yaml", "a unit's change holds records/office/calendar.yaml"),
        Text("只留自己文件夹里的文件", "only files of its own folder are left in it"),
    ),
    "G807": Explanation(
        why=Text(
            "链接和子模块的内容不在这个仓库里，可以不经提交就变；可执行的文件没有一份记录需要。",
            "What a link or a submodule points to lies elsewhere and can change without a commit; and no record needs "
            "to be run.",
        ),
        basis=_GIT,
        wrong=Text("模式是 100755、120000 或 160000 的文件", "a file with the mode 100755, 120000 or 160000"),
        right=Text("模式是 100644 的普通文件", "an ordinary file, with the mode 100644"),
    ),
    "G808": Explanation(
        why=Text(
            "能悄悄删掉的台账，考核以后就可以没有不利的那几条。撤回要写明何时、为何，人人看得到。",
            "From a ledger that can lose entries in silence, the unfavourable ones will be lost. A withdrawal says "
            "when and why, for everybody to see.",
        ),
        basis=_SAID,
        wrong=Text("删去了已经合并的一条", "an entry that had been merged is deleted"),
        right=Text("留着，加上 withdrawn: {{on: …, reason: …}}", "it stays, and gains withdrawn: {{on: …, reason: …}}"),
    ),
    "G809": Explanation(
        why=Text(
            "考核人员核实过的、公众看过的，是当时的那句话。事后改一个数，核实就落了空。",
            "What reviewers confirmed and the public read are the words of that day. A figure changed afterwards makes "
            "their confirmation void.",
        ),
        basis=_SAID,
        wrong="    cases: 50",
        right="    cases: 5",
    ),
    "G810": Explanation(
        why=Text(
            "备案的意思是：期限到时交的就是这一份。收下以后还能改，期限就没有了意义，对按时交的单位不公平。",
            "Filing means that this is what was handed in by the deadline. If it could change after the receipt, the "
            "deadline would mean nothing, and units that kept it would be the losers.",
        ),
        basis=Text(
            "通知 S2.5：「于11月底前报送市政府法制办行政执法监督处备案」。",
            "Notice, S2.5: plans are filed with the office by the end of November.",
        ),
        wrong="枯水期每季度抽查一次采砂船只。",
        right="枯水期每月抽查一次采砂船只。",
    ),
    "G811": Explanation(
        why=Text(
            "删除个人信息是主办单位唯一可以动别人文件的时候，动的只能是登记的那几处；多动一处，就是借删除改材料。",
            "Taking out personal data is the one time the office touches a file of others, and it touches what it "
            "enters and nothing else; one place more would be rewriting evidence under that name.",
        ),
        basis=Text(
            "docs/changes.md：「主办单位也不能改单位的文件和考核人员的文件」，只有删去个人信息除外。",
            "docs/changes.md: exactly the fields or files that the same change enters.",
        ),
        wrong="    cases: 50",
        right="    cases: 5",
    ),
    "G812": Explanation(
        why=Text(
            "两边改了同一处，机器不知道听谁的；替人选一边，就会丢掉另一边说的话。",
            "Both sides changed the same place and no machine knows whom to believe; choosing one would lose what the "
            "other said.",
        ),
        basis=_GIT,
        wrong=_NO_LINES,
        right=Text(
            "从最新的内容出发，在自己的文件里写，如 evidence/2014-12.yaml",
            "it starts from the latest state and writes in a file of its own, such as evidence/2014-12.yaml",
        ),
    ),
    "G813": Explanation(
        why=Text(
            "没有基线，就看不出改了什么、谁可以改；猜一个来比，可能放过不该放过的。",
            "Without the base nobody can tell what changed and who may change it; to compare with a guess might let "
            "pass what should not.",
        ),
        basis=_GIT,
        wrong=Text("--base no-such-branch", "--base no-such-branch"),
        right=Text("--base origin/main，先 git fetch origin", "--base origin/main, after git fetch origin"),
    ),
    "G814": Explanation(
        why=Text(
            "浅克隆里提交的先后、共同的祖先都可能是假的；拿它判断谁改了什么、是否按时，会冤枉人。",
            "In a shallow clone the order of commits and their common ancestor may not be the true ones; to judge by "
            "them who changed what, and whether in time, would wrong somebody.",
        ),
        basis=_GIT,
        wrong=Text("克隆时用了 --depth=1", "cloned with --depth=1"),
        right=Text("git fetch --unshallow", "git fetch --unshallow"),
    ),
    "G815": Explanation(
        why=Text(
            "没有共同的提交，合并就是把整个仓库换掉；谁原来说过什么，一概比不出来。",
            "Without a common commit a merge would replace the whole repository, and nothing that was said before "
            "could be compared.",
        ),
        basis=_GIT,
        wrong=Text("另起炉灶的仓库或分支（--orphan）", "a repository or branch started afresh (--orphan)"),
        right=Text("从受保护的分支建的分支", "a branch that starts from the protected one"),
    ),
    "G816": Explanation(
        why=Text(
            "几千个提交、几百兆文件的改动没有人看得过来；检查要有上限，否则一次推送就能让它停摆。",
            "Nobody can look through thousands of commits or hundreds of megabytes; and without a limit a single push "
            "could bring the checks to a halt.",
        ),
        basis=_GIT,
        wrong=_NO_LINES,
        right=Text("分几次提交", "handed in by parts"),
    ),
    "G817": Explanation(
        why=Text(
            "受保护的分支是大家看到的那一份。能倒回去重写，备案过的、考核过的、公示过的就都可以不算。",
            "The protected branch is what everybody has seen. If it could be rewritten, nothing that was filed, "
            "assessed or published would be sure to stand.",
        ),
        basis=_SERVER,
        wrong=Text("git push --force origin main", "git push --force origin main"),
        right=Text("git pull --rebase，再 git push origin main", "git pull --rebase, then git push origin main"),
    ),
    "G818": Explanation(
        why=Text(
            "草稿是各人自己的。别人能动，就能替人改了再等他提交；标签和其他引用是公用的名称，由主办单位定。",
            "A draft is its author's. If others could move it, they could change what the author is about to hand in; "
            "tags and other refs are names for everybody, so the office gives them.",
        ),
        basis=_SERVER,
        wrong=Text(
            "账号 sl-shuiwu 推送到 sl-fazhiban/plan", "the account sl-shuiwu pushes to the branch sl-fazhiban/plan"
        ),
        right=Text("账号 sl-shuiwu 推送到 sl-shuiwu/plan", "the account sl-shuiwu pushes to the branch sl-shuiwu/plan"),
    ),
    "G819": Explanation(
        why=Text(
            "几家同时推送，总有一家先到。后到的要在先到的后面重新看过，否则看的就不是合并后的样子。",
            "Where several push at once, one comes first. The next is looked at again on top of it, or else what was "
            "looked at would not be what lands.",
        ),
        basis=_SERVER,
        wrong=_NO_LINES,
        right=Text("git pull --rebase，再推送一次", "git pull --rebase, and push once more"),
    ),
    "G820": Explanation(
        why=Text(
            "空仓库里还没有名册，谁都可以自称主办单位。第一次推送定下以后一切的规矩，所以由它自己写明的主办单位来推。",
            "An empty repository has no register, and anybody could claim to be the office. The first push makes the "
            "law for all that follow, so it comes from an account that it names as the office's.",
        ),
        basis=_SERVER,
        wrong=Text("账号 sl-shuiwu 建立受保护的分支", "the account sl-shuiwu makes the protected branch"),
        right=Text(
            "由 team.yaml 里 `office_accounts: [sl-fazhiban]` 的账号建立",
            "made by an account of `office_accounts: [sl-fazhiban]` in team.yaml",
        ),
    ),
    "G821": Explanation(
        why=Text(
            "每个引用都要看一遍。一次推送几百个，多半是误用了 --mirror，也可能是想让服务器停摆。",
            "Every ref has to be looked through. Hundreds in one push are most often --mirror by mistake, and may be "
            "meant to bring the server to a halt.",
        ),
        basis=_SERVER,
        wrong=Text("git push --mirror", "git push --mirror"),
        right=Text("git push origin main", "git push origin main"),
    ),
    "G822": Explanation(
        why=Text(
            "快照定的是截止时受保护的分支上有什么。别处的提交里有什么，由做它的人说了算：补一个早先日期的提交，"
            "就能把截止以后的材料算进去。",
            "A snapshot says what the protected branch held at the deadline. What any other commit holds was chosen by "
            "whoever made it: one with an earlier date could bring in what came too late.",
        ),
        basis=Text(
            "docs/records/snapshots.md：「回执定时间，快照定内容」。",
            "docs/records/snapshots.md: receipts decide time, snapshots decide content.",
        ),
        wrong=Text("冻结一个没有合并的分支上的提交", "the commit of a branch that was never merged is frozen"),
        right=Text("冻结受保护的分支到过的提交", "a commit that the protected branch stood at is frozen"),
    ),
}
