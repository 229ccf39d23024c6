"""The snapshots: commits by their whole ids, what was frozen in them, and what was admitted afterwards."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

_RECORDED = Text(
    "docs/records/snapshots.md：「快照定内容：截止时受保护的分支到哪个提交，就按那个提交的内容计分」",
    "docs/records/snapshots.md: a snapshot decides content; what counts is what the protected branch held at the "
    "deadline.",
)

SNAPSHOTS = {
    "S127": Explanation(
        why=Text(
            "缩写的编号今天只有一个提交合得上，过些时候可能有两个；谁造一个开头相同的提交，冻结的就成了别的内容。",
            "A shortened id that fits one commit today may fit two later, and somebody could make a commit that begins "
            "alike, so that something else would be frozen.",
        ),
        basis=Text(
            "docs/records/README.md：「Git 提交的完整编号，40 位或 64 位小写十六进制数」",
            "The form “the whole id of a Git commit” in docs/records/README.md.",
        ),
        wrong="    commit: bdf5c73d18\n",
        right="    commit: bdf5c73d18f44e2997e2dd1348b16d350106f6e2\n",
    ),
    "T315": Explanation(
        why=Text(
            "冻结的内容读不到，就不知道按什么计分；改用现在的内容来算，截止以后补的也算进去了，所以一个单位也不计分。"
            "多半是只克隆了最近的历史；也可能历史被改写，冻结的提交没有了。",
            "Where what was frozen cannot be read, nobody knows what counts; with the content of today, what was added "
            "after the deadline would count too, so no unit is scored. Mostly the clone is shallow; or history was "
            "rewritten and the commit is gone.",
        ),
        basis=_RECORDED,
        wrong="  - stage: self_check\n    commit: a6dfdeaa3a44a4c52d44284847d7160892b4017e\n",
        right="  - stage: self_check\n    commit: 2b530e9020283a67f4b2e121b74dacd1dafdabc5\n",
    ),
    "T316": Explanation(
        why=Text(
            "提交编号和清单校验值一起登记，有一个抄错或被换掉，就对不上。对不上时不知道哪一个是真的，所以不计分。",
            "The id of the commit and the digest of its files were recorded together, so that one of them cannot be "
            "mistaken or exchanged unseen. While they disagree nobody knows which is true, and no unit is scored.",
        ),
        basis=Text(
            "docs/records/snapshots.md：「`manifest` 是这个提交里 `records/units/` 之下全部普通文件的清单的 SHA-256」",
            "docs/records/snapshots.md: the manifest lists every ordinary file below records/units/ with its SHA-256.",
        ),
        wrong="    manifest: dd5cd48bbea4a4ba24f93771feabfe438a5a83f1fed3f757e793eba9159eb96f\n"
        "    taken_on: 2015-02-11\n",
        right="    manifest: 72abcfb917920199179a37718623f6ed476fa6b5fcabb68086dd4db67d361270\n"
        "    taken_on: 2015-02-11\n",
    ),
    "T317": Explanation(
        why=Text(
            "主办单位以为准予计入了，其实什么也没有变：写错一个编号，单位该得的分就没有得到，公示时才发现。",
            "The office believes that something was admitted, and nothing changed: with one wrong id a unit does not "
            "get what it was granted, and nobody notices before the public notice.",
        ),
        basis=Text(
            "docs/records/snapshots.md：「准予计入要点名」",
            "docs/records/snapshots.md: what is admitted is admitted by name.",
        ),
        wrong="        entry: E-002\n",
        right="        entry: E-003\n",
    ),
    "T318": Explanation(
        why=Text(
            "没有点名，就成了单位交什么都算；两样都写，不知道决定的是一条还是整份。",
            "Without a name whatever the unit hands in would count; with two nobody knows whether one entry was "
            "admitted or the whole record.",
        ),
        basis=Text(
            "docs/records/snapshots.md：「准予计入要点名」",
            "docs/records/snapshots.md: what is admitted is admitted by name.",
        ),
        wrong="      - unit: water\n        commit: 405906c9d5be6ae5393ca65fb0e7c38e0d585ecb\n",
        right="      - unit: water\n        entry: E-003\n        commit: 405906c9d5be6ae5393ca65fb0e7c38e0d585ecb\n",
    ),
    "T319": Explanation(
        why=Text(
            "同一个阶段有两个快照，就有两个截止：后一个把迟来的也收进去，对按时交的单位不公平。",
            "Two snapshots of one stage are two deadlines: the later one takes in what came late, which is unfair to "
            "those who were in time.",
        ),
        basis=_RECORDED,
        wrong=(
            "  - stage: self_check\n    commit: 405906c9d5be6ae5393ca65fb0e7c38e0d585ecb\n"
            "    manifest: 17161ec38f4a1c72459aec2e219a4c95cde535dc1e2995721682d93e5a0b578e\n    taken_on: 2015-02-12\n"
        ),
        right=(
            "  - stage: planning\n    commit: bdf5c73d18f44e2997e2dd1348b16d350106f6e2\n"
            "    manifest: dd5cd48bbea4a4ba24f93771feabfe438a5a83f1fed3f757e793eba9159eb96f\n    taken_on: 2014-12-01\n"
        ),
    ),
}
