"""Family Y: what the dialect refuses, each kind with its words."""

from __future__ import annotations

from integrity_cli.domain.diagnostic import Kind, Severity
from integrity_cli.lang import Text

NOT_UTF8 = Kind(
    "Y001",
    "not-utf8",
    Severity.ERROR,
    Text("文件不是 UTF-8 编码（像是 {encoding}）", "the file is not UTF-8 (it looks like {encoding})"),
    Text("从这里起读不成 UTF-8", "not UTF-8 from here on"),
    Text("用记事本或 WPS 打开，另存为 UTF-8 编码", "open it in an editor and save it as UTF-8"),
)
CONTROL_CHARACTER = Kind(
    "Y002",
    "control-character",
    Severity.ERROR,
    Text("文件中有不可见的控制字符 {character}", "the file holds the invisible control character {character}"),
    None,
    Text("多由网页或 PDF 复制带入，删去即可", "it usually comes with text copied from a page or PDF; delete it"),
)
TOO_LARGE = Kind(
    "Y003",
    "file-too-large",
    Severity.ERROR,
    Text("文件 {size} 字节，超过上限 {largest} 字节", "the file has {size} bytes, over the limit of {largest}"),
    None,
    Text("台账可以分成 evidence/ 下的几个文件", "a ledger may be split into several files under evidence/"),
)
SYNTAX = Kind(
    "Y004",
    "syntax",
    Severity.ERROR,
    Text("从这里起读不出 YAML 的结构", "the structure of the YAML breaks here"),
    None,
    Text("核对缩进、引号和括号是否成对", "check that indentation, quotes and brackets pair up"),
)
DUPLICATE_KEY = Kind(
    "Y005",
    "duplicate-key",
    Severity.ERROR,
    Text("同一处两次写了同一个键，第一次在第 {first} 行", "the same key stands twice here, first on line {first}"),
    Text("重复的键", "the key again"),
    Text("确认哪一个是对的，只留一个", "establish which one is right and keep only that"),
)
ANCHOR = Kind(
    "Y006",
    "anchor-or-alias",
    Severity.ERROR,
    Text("不接受锚点、别名和合并键", "anchors, aliases and merge keys are not accepted"),
    None,
    Text(
        "以 & 或 * 开头的文字要加引号；重复的内容照写一遍",
        "text that begins with & or * needs quotes; repeat what is repeated",
    ),
)
TAG = Kind(
    "Y007",
    "tag",
    Severity.ERROR,
    Text("不接受标签", "tags are not accepted"),
    None,
    Text("以 ! 开头的文字要加引号", "text that begins with ! needs quotes"),
)
DIRECTIVE = Kind(
    "Y008",
    "directive",
    Severity.ERROR,
    Text("不接受以 % 开头的指令", "directives that begin with % are not accepted"),
)
SECOND_DOCUMENT = Kind(
    "Y009",
    "second-document",
    Severity.ERROR,
    Text("一个文件里有第二份文档", "the file holds a second document"),
    None,
    Text("--- 之后另起的内容放到它自己的文件里", "what follows the --- belongs in a file of its own"),
)
TAB_INDENT = Kind(
    "Y010",
    "tab-indentation",
    Severity.ERROR,
    Text("行首用了制表符缩进", "the line is indented with a tab"),
    None,
    Text("缩进用空格，每层两个", "indentation is spaces, two for each level"),
)
TOO_DEEP = Kind(
    "Y011",
    "too-deep",
    Severity.ERROR,
    Text("嵌套超过 {deepest} 层", "nested deeper than {deepest} levels"),
)
TOO_MANY_NODES = Kind(
    "Y012",
    "too-many-nodes",
    Severity.ERROR,
    Text("内容超过 {most} 个节点", "more than {most} nodes"),
)
BARE_NULL = Kind(
    "Y013",
    "bare-null",
    Severity.ERROR,
    Text("`null` 和 `~` 不是一个值", "`null` and `~` are not a value"),
    None,
    Text(
        "没有内容就把整行删去；确要写这几个字符就加引号",
        "delete the line if there is nothing to say; quote it if the word itself is meant",
    ),
)
MERGE_CONFLICT = Kind(
    "Y014",
    "merge-conflict",
    Severity.ERROR,
    Text("合并冲突没有解决", "a merge conflict was left unresolved"),
    None,
    Text(
        "在两个版本中确定一个，删去 <<<<<<<、=======、>>>>>>> 三行",
        "decide between the two versions and delete the three marker lines",
    ),
)
WIDE_COLON = Kind(
    "Y015",
    "full-width-colon",
    Severity.ERROR,
    Text("键后面用了全角冒号", "a full-width colon follows the key"),
    Text("全角冒号", "full-width colon"),
    Text("冒号用英文半角，后面空一格", "a half-width colon and a space belong here"),
)
NO_SPACE_AFTER_COLON = Kind(
    "Y016",
    "no-space-after-colon",
    Severity.ERROR,
    Text("冒号后面没有空格", "no space follows the colon"),
    None,
    Text("冒号和值之间空一格", "a space belongs between the colon and the value"),
)
WIDE_SPACE = Kind(
    "Y017",
    "full-width-space",
    Severity.ERROR,
    Text("缩进或键里有全角空格 {character}", "a full-width space {character} stands in the indentation or in a key"),
    None,
    Text("换成半角空格", "use ordinary spaces"),
)
RESERVED_START = Kind(
    "Y018",
    "reserved-character",
    Severity.ERROR,
    Text("值以 YAML 保留的字符开头", "the value begins with a character that YAML reserves"),
    None,
    Text("给这个值加引号", "put the value in quotes"),
)
COLON_IN_VALUE = Kind(
    "Y019",
    "colon-in-value",
    Severity.ERROR,
    Text("值里有冒号加空格，读成了又一个键", "a colon and a space inside the value read as another key"),
    None,
    Text("给这个值加引号，或改用全角冒号", "put the value in quotes, or use a full-width colon in it"),
)
WIDE_COMMA = Kind(
    "Y020",
    "full-width-comma",
    Severity.WARNING,
    Text(
        "列表里的全角逗号或顿号不分隔，整段读成了一项", "a full-width comma does not separate; all of this is one item"
    ),
    None,
    Text("几项之间用半角逗号；确是一项就加引号", "separate items with half-width commas; quote it if it is one item"),
)
NOT_A_MAP = Kind(
    "Y021",
    "not-a-map",
    Severity.ERROR,
    Text("文件应当由「键: 值」组成", "the file should be made of `key: value`"),
)
EMPTY_FILE = Kind(
    "Y022",
    "empty-file",
    Severity.ERROR,
    Text("文件是空的", "the file is empty"),
    None,
    Text("没有内容就不要这个文件", "a file with nothing to say should not exist"),
)
KEY_NOT_TEXT = Kind(
    "Y023",
    "key-not-text",
    Severity.ERROR,
    Text("键应当是一个词", "a key should be a word"),
)
EMPTY_ITEM = Kind(
    "Y024",
    "empty-item",
    Severity.ERROR,
    Text("列表里有一个空项", "the list holds an empty item"),
)
UNREADABLE = Kind(
    "Y025",
    "not-an-ordinary-file",
    Severity.ERROR,
    Text("这不是能读的普通文件（{reason}）", "this is not an ordinary file that can be read ({reason})"),
    None,
    Text("符号链接和子模块不能代替文件本身", "symbolic links and submodules cannot stand for the file itself"),
)

KINDS = tuple(value for value in list(globals().values()) if isinstance(value, Kind))
"""Every kind of family Y, in the order of their codes."""
