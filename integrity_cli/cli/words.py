"""The words of the command line, and the names of its formats."""

from __future__ import annotations

from enum import StrEnum

from integrity_cli.lang import Text

__all__ = ["CodeFormat", "FindingsFormat", "OwnersFormat", "ScoreFormat", "StatusFormat", "Text"]


class FindingsFormat(StrEnum):
    """Formats of `validate`."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"
    MARKDOWN = "markdown"


class ScoreFormat(StrEnum):
    """Formats of `score`."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class StatusFormat(StrEnum):
    """Formats of `status`."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    ICS = "ics"


class CodeFormat(StrEnum):
    """Formats of `explain`."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class OwnersFormat(StrEnum):
    """Forges that `codeowners` writes for."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


PROGRAM = Text(
    "诚信行政执法单位创建活动：记录查验、计分和结果公布。",
    "The integrity enforcement unit programme: check records, score them, publish the results.",
)
VERSION = Text("显示版本。", "Show the version.")
VALIDATE = Text(
    "查验全部记录，逐处指出问题的文件、行、列。有错误时退出码为 1。",
    "Check every record and show where each problem stands. Errors exit with 1.",
)
SCORE = Text(
    "给一个单位计分，每一行写明规则、事实、算式和依据。",
    "Score one unit; every row shows its rule, facts, arithmetic and clause.",
)
STATUS = Text(
    "活动到了哪一步：阶段、剩余天数、谁已报送、谁迟了、依据够不够、还有什么待评待决。",
    "Where the campaign stands: stages, days left, who filed, who is late, coverage, what is open.",
)
ON = Text("看哪一天的进度，如 2014-11-28；不写就是今天。", "The day to look at, such as 2014-11-28; by default today.")
NO_DAY = Text("{value} 不是日历上的一天，写法如 2014-11-28", "{value} is no day of the calendar, written as 2014-11-28")
REPORT = Text(
    "生成公布结果的网站（中英文网页和 Markdown）。",
    "Write the site that publishes the results (HTML and Markdown, Chinese and English).",
)
SHOW = Text(
    "显示一条台账条目，以及它计入哪些考核项。",
    "Show one ledger entry and what it counts for.",
)
DOCTOR = Text(
    "查看这台计算机缺什么、怎样补上：版本、编码、Git、仓库历史。",
    "Look at what this machine lacks and how to get it: versions, encoding, Git, history.",
)
SCHEMA = Text(
    "给出记录的 JSON Schema，供编辑器边写边提示、边查。",
    "Give the JSON Schema of a record, with which editors help and check while one writes.",
)
CODEOWNERS = Text(
    "给出 CODEOWNERS 文件：每处文件请哪些平台账号审批。",
    "Give the CODEOWNERS file: which forge accounts are asked to approve a change of which file.",
)
OWNERS_FORMAT = Text("哪个平台的写法。", "The forge whose form it has.")
FREEZE = Text(
    "（主办单位）一个阶段截止时，登记此后按哪个提交的内容计分。",
    "(office) At a stage's deadline, write down the commit whose content counts from then on.",
)
STAGE = Text("阶段：planning（创建方案）或 self_check（其余材料）。", "planning (the plan) or self_check (all else).")
BRANCH = Text("受保护的分支，不写就是 HEAD。", "The protected branch; by default HEAD.")
COMMIT = Text(
    "冻结这个分支到过的哪个提交，不写就是最新的。", "Which commit of that branch to freeze; by default the newest."
)
FROZEN_ON = Text(
    "冻结日期，如 2014-12-01，不写就是今天。", "The day that is written down, such as 2014-12-01; by default today."
)
RECEIVE = Text(
    "由 Git 服务器的 pre-receive 钩子调用：从标准输入读推送的引用，逐个判断；退出码为 0 才收下整个推送。",
    "For the pre-receive hook of a Git server: read the refs of a push from standard input and judge each. "
    "Only exit code 0 takes the push.",
)
BARE_ROOT = Text(
    "服务器上的裸仓库，不写就是当前文件夹。", "The bare repository on the server; by default the current folder."
)
PROTECTED = Text("受保护的分支的名称。", "The name of the protected branch.")
PUSHER = Text(
    "推送的账号，由服务器给出，绝不能取自推送本身。",
    "The account that pushes, as the server knows it; nothing in a push may be taken for it.",
)
SECONDS = Text("最多看多少秒；超过的不收。", "How many seconds a push is looked at; one that takes longer is refused.")
NO_PUSHER = Text(
    "没有说是谁推送的：用 --actor 写服务器所知的账号，推送没有收下",
    "nobody has told who pushes: --actor names the account as the server knows it, and the push is refused",
)
NO_UPDATES = Text(
    "标准输入不是 Git 给 pre-receive 钩子的样子（每行是旧提交、新提交、引用），推送没有收下",
    "standard input is not what Git gives to a pre-receive hook (lines of old commit, new commit, ref); "
    "the push is refused",
)
TOOK_TOO_LONG = Text(
    "{seconds} 秒没有看完，推送没有收下：分几次推送；总是这样的，请告诉服务器的管理员",
    "not looked through after {seconds} s, so the push is refused: push it by parts, and tell the administrator "
    "of the server if that does not help",
)
NOT_JUDGED = Text(
    "程序自己出了毛病，没有看完，推送没有收下；请把以上内容交给服务器的管理员",
    "the program itself has failed before it had looked at everything, so the push is refused; "
    "please give the above to the administrator of the server",
)
RECORD = Text("记录名称，见 --list。", "The name of the record; see --list.")
ALL_RECORDS = Text(
    "全部记录，写进 --output 所指的文件夹。", "Every record, written into the folder that --output names."
)
LIST_RECORDS = Text("列出全部记录和各自的文件。", "List every record and its files.")
OUTPUT_SCHEMA = Text("写入文件；与 --all 同用时是文件夹。", "Write to a file; with --all, to a folder.")
ONE_SCHEMA = Text(
    "写一个记录名称，或用 --list，或用 --all 加 --output", "name a record, or use --list, or --all with --output"
)
ENTRY = Text("条目编号，如 E-014。", "The id of the entry, such as E-014.")
OF_UNIT = Text("只看这个单位。", "Look at this unit only.")
ALL_UNITS = Text("列出全部单位。", "List every unit.")
FULL = Text("逐行写明规则、事实和算式。", "Show every row with its rule, facts and arithmetic.")
EXPLAIN = Text(
    "说明一个考核项的分数从何而来，如 A2.6。", "Explain where one requirement's points come from, such as A2.6."
)
NEITHER = Text("写一个单位编号，或用 --all", "name a unit, or use --all")
EXPLAIN_CODE = Text(
    "说明一个代码：说的是什么、为什么要紧、依据、怎样写才对。",
    "Explain a code: what it says, why it matters, what it rests on, wrong and right.",
)
CODE = Text("代码（如 Y005）、它的名称，或类别字母。", "A code such as Y005, its name, or the letter of a family.")
LIST = Text("列出全部代码。", "List every code.")
NO_CODE = Text("写一个代码，或用 --list", "name a code, or use --list")
UNIT = Text("单位编号，见 records/office/register.yaml。", "The unit's id, from records/office/register.yaml.")
ROOT = Text(
    "活动仓库所在文件夹，不写就是当前文件夹。", "The folder that holds the campaign; by default the current one."
)
FORMAT = Text("输出格式。", "Format of the output.")
SELECT = Text(
    "只列出这些代码的问题，可写全或只写开头，如 L206、L2、L；几个之间用逗号隔开，也可写几次。",
    "Only findings with these codes, whole or their beginning, such as L206, L2 or L; several with commas, "
    "or the option several times.",
)
IGNORE = Text(
    "不列出这些代码的问题，写法同 --select；两者都合的，写得长的算数。",
    "Leave these codes out, written as for --select; where both fit, the longer one counts.",
)
STRICT = Text("有警告也算不通过，同 --fail-level warning。", "Warnings fail too, the same as --fail-level warning.")
FAIL_LEVEL = Text(
    "从哪一级起算不通过（退出码 1）：error（默认）、warning、never。",
    "From which severity on the run fails (exit code 1): error (the default), warning, never.",
)
QUIET = Text("只输出问题，不说看过多少。", "Findings only, without what was looked at.")
CI = Text(
    "在代码平台上运行时用：读平台的变量，选它读的格式，有改动的行在前，并写步骤摘要。",
    "For a run on a forge: reads its variables, chooses the format it shows, puts changed lines first "
    "and writes the summary of the step.",
)
BASE = Text(
    "查从这个分支或提交出发的改动：合并以后会怎样，谁可以改什么。与 --actor 同用。",
    "Check the change that starts from this branch or commit: what it would come to, and who may change what. "
    "Goes with --actor.",
)
ACTOR = Text(
    "提交改动的平台账号，由平台给出；可写几次，每个都要有权。",
    "The forge account that hands the change in, as the forge tells it; several, if each of them must be allowed.",
)
NO_ACTOR = Text(
    "有 --base 就要有 --actor：提交改动的平台账号（这个平台没有说是谁的改动）",
    "--base goes with --actor, the forge account that hands the change in (nobody has told whose change it is)",
)
NO_BASE = Text("有 --actor 就要有 --base：改动从哪里出发", "--actor goes with --base: what the change starts from")
TWO_LEVELS = Text(
    "--strict 就是 --fail-level warning，不能再写 --fail-level {level}",
    "--strict is --fail-level warning, so --fail-level {level} cannot stand beside it",
)
OUTPUT_FILE = Text("写入文件，不写到屏幕。", "Write to a file instead of the screen.")
OUTPUT_FOLDER = Text("网站所在文件夹，整个替换。", "The folder of the site; it is replaced as a whole.")
LANG = Text("语言：zh 或 en。", "Language: zh or en.")
COLOR = Text("是否用颜色：auto、always、never。", "Colour: auto, always, never.")
HELP = Text("显示本页。", "Show this page.")
USAGE_LINE = Text("用法：{line}", "Usage: {line}")
OPTIONS = Text("选项", "options")
A_COMMAND = Text("命令 ...", "COMMAND ...")
COMMANDS = Text("命令：", "Commands:")
ARGUMENTS = Text("参数：", "Arguments:")
OPTIONS_HEAD = Text("选项：", "Options:")
DEFAULT = Text("不写时为 {value}。", " Default: {value}.")

USAGE_ERROR = Text("用法不对：{problem}", "wrong usage: {problem}")
NO_OPTION = Text("没有选项 {name}", "there is no option {name}")
NO_COMMAND = Text("没有命令 {name}", "there is no command {name}")
NEAREST = Text("{problem}，拼写最接近的是 {nearest}", "{problem}; the nearest spelling is {nearest}")
FLAG = Text("选项 {name} 后面不带值", "the option {name} takes no value")
NEEDS_VALUE = Text("选项 {name} 后面缺一个值", "the option {name} needs a value")
MISSING = Text("缺少 {name}", "{name} is missing")
TOO_MUCH = Text("多写了 {rest}", "{rest} is more than this command takes")
BAD_VALUE = Text("{name} 的值不对：{problem}", "the value of {name} is not right: {problem}")
NOT_A_CHOICE = Text("{name} 的值是这几个之一：{choices}", "the value of {name} is one of {choices}")
NO_COMMAND_NAMED = Text("没有写命令", "no command is named")
HELP_HINT = Text("用法见 {command} --help", "see {command} --help")
NO_ROOT = Text("没有这个文件夹：{root}", "no such folder: {root}")
NO_SECONDS = Text(
    "SOURCE_DATE_EPOCH 是从 1970 年起的秒数，不是 {value}", "SOURCE_DATE_EPOCH is a number of seconds, not {value}"
)
NO_LIBYAML = Text(
    "PyYAML 没有带 libyaml，不能读取记录：换用官方发布的 PyYAML 安装包（pip install --only-binary=:all: pyyaml）",
    "PyYAML came without libyaml, so no record can be read: install an official wheel of it "
    "(pip install --only-binary=:all: pyyaml)",
)
READING = Text("正在读取 {done}/{total} 个文件", "reading, {done} of {total} files")
NOT_WRITTEN = Text("写不了 {path}：{reason}", "cannot write {path}: {reason}")
UNREADABLE_CONSOLE = "this console ({encoding}) cannot show Chinese: say --lang en, or set PYTHONUTF8=1"
"""In English alone: whoever sees it cannot see the other half."""
WRITTEN = Text("{count} 个文件写入 {path}", "{count:file|files} written to {path}")
