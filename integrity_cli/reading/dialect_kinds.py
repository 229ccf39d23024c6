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
    Text("用记事本打开，另存为时编码选 UTF-8", "open it in Notepad and choose UTF-8 as the encoding when saving"),
)
BROKEN_UTF8 = Kind(
    "Y001",
    "not-utf8",
    Severity.ERROR,
    Text("从这里起不是完整的 UTF-8 文字", "the text is not valid UTF-8 from here on"),
    None,
    NOT_UTF8.help,
)
CONTROL_CHARACTER = Kind(
    "Y002",
    "control-character",
    Severity.ERROR,
    Text("文件中有不可见字符 {character}", "the file holds an invisible character, {character}"),
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
    Text("从这里起结构读不通", "the structure cannot be read from here on"),
    None,
    Text(
        "核对这一行和上一行：缩进对齐，引号、括号成对",
        "check this line and the one above: indentation lines up, quotes and brackets come in pairs",
    ),
)
UNCLOSED_QUOTE = Kind(
    "Y004", "syntax", Severity.ERROR, Text("这个引号没有收尾", "this quote is never closed"), None, SYNTAX.help
)
UNCLOSED_BRACKET = Kind(
    "Y004", "syntax", Severity.ERROR, Text("这个括号没有收尾", "this bracket is never closed"), None, SYNTAX.help
)
NO_COLON = Kind("Y004", "syntax", Severity.ERROR, Text("这一行没有冒号", "the line has no colon"), None, SYNTAX.help)
GLUED_COMMENT = Kind(
    "Y004",
    "syntax",
    Severity.ERROR,
    Text("注释的 # 前面没有空格", "no space stands before the # of a comment"),
    None,
    Text(
        "是注释的，# 前空一格；是正文的，整个值加引号",
        "a comment has a space before its #; where the # belongs to the value, the whole value stands in quotes",
    ),
)
LEFT_EDGE = Kind(
    "Y004",
    "syntax",
    Severity.ERROR,
    Text("引号或括号里的下一行没有缩进", "the next line inside quotes or brackets is not indented"),
    None,
    Text("续行比键多缩进两格", "further lines stand two spaces deeper than their key"),
)
DUPLICATE_KEY = Kind(
    "Y005",
    "duplicate-key",
    Severity.ERROR,
    Text("同一个键写了两次，第一次在第 {first} 行", "the same key is written twice, first on line {first}"),
    Text("重复的键", "the key again"),
    Text("核实哪一个对，只留那一个", "establish which one is right and keep only that"),
)
ANCHOR = Kind(
    "Y006",
    "anchor-or-alias",
    Severity.ERROR,
    Text("不接受锚点（&）、别名（*）和合并键（<<）", "anchors (&), aliases (*) and merge keys (<<) are not accepted"),
    None,
    Text(
        "正文以 & 或 * 开头的，加引号；重复的内容照写一遍",
        "put text that begins with & or * in quotes; write repeated content out again",
    ),
)
TAG = Kind(
    "Y007",
    "tag",
    Severity.ERROR,
    Text("以 ! 开头的值是 YAML 标签，这里不接受", "a value that begins with ! is a YAML tag, which is not accepted"),
    None,
    Text("以 ! 开头的文字要加引号", "text that begins with ! needs quotes"),
)
DIRECTIVE = Kind(
    "Y008",
    "directive",
    Severity.ERROR,
    Text("不接受以 % 开头的指令", "directives that begin with % are not accepted"),
    None,
    Text("删去这一行，记录不需要指令", "delete the line; a record needs no directive"),
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
    None,
    Text("看一看缩进，是不是一层一层错下去了", "look at the indentation, which may have drifted line by line"),
)
TOO_MANY_NODES = Kind(
    "Y012",
    "too-many-nodes",
    Severity.ERROR,
    Text("内容超过 {most} 个节点", "more than {most} nodes"),
    None,
    Text("把台账分成 evidence/ 下的几个文件", "split the ledger into several files under evidence/"),
)
BARE_NULL = Kind(
    "Y013",
    "bare-null",
    Severity.ERROR,
    Text("`null` 和 `~` 不是一个值", "`null` and `~` are not values"),
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
    Text(
        "这里有特殊空格 {character}，不是半角空格",
        "a special space, {character}, stands where an ordinary one belongs",
    ),
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
    Severity.ERROR,
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
    None,
    Text("每行一个键：键名、半角冒号、空格、值", "one key a line: its name, a colon, a space, its value"),
)
EMPTY_FILE = Kind(
    "Y022",
    "empty-file",
    Severity.ERROR,
    Text("文件里没有内容", "the file has no content"),
    None,
    Text("没有内容就删去这个文件", "delete the file if it has nothing to say"),
)
KEY_NOT_TEXT = Kind(
    "Y023",
    "key-not-text",
    Severity.ERROR,
    Text("键应当是一个词", "a key should be a word"),
    None,
    Text("键是冒号前的名称，不能空着，也不能是列表", "a key is the name before the colon, neither empty nor a list"),
)
EMPTY_ITEM = Kind(
    "Y024",
    "empty-item",
    Severity.ERROR,
    Text("列表里有一个空项", "the list holds an empty item"),
    None,
    Text("补上内容，或删去这一行", "fill it in, or delete the line"),
)
UNREADABLE_BECAUSE = {
    "symlink": Text("符号链接", "a symbolic link"),
    "submodule": Text("子模块", "a submodule"),
    "special": Text("管道或设备", "a pipe or a device"),
    "large": Text("超过 64 MB", "over 64 MB"),
    "other": Text("系统不让读", "the system does not let it be read"),
}
UNREADABLE = Kind(
    "Y025",
    "not-an-ordinary-file",
    Severity.ERROR,
    Text("这不是能读的普通文件（{reason}）", "this is not an ordinary file that can be read ({reason})"),
    None,
    Text("符号链接和子模块不能代替文件本身", "symbolic links and submodules cannot stand for the file itself"),
)

LOOK_ALIKE = Kind(
    "Y026",
    "look-alike-character",
    Severity.WARNING,
    Text(
        "{character} 是部首符号，不是看起来的那个汉字，共 {count} 处",
        "{character} is a radical, not the character that it looks like ({count:place|places})",
    ),
    Text("看起来像一个汉字", "looks like a character"),
    Text(
        "多由 PDF 或 WPS 复制带入，对照原件重新输入这个字",
        "it usually comes with text copied from a PDF; type the character again from the original",
    ),
)
LOOK_ALIKE_KNOWN = Kind(
    "Y026",
    "look-alike-character",
    Severity.WARNING,
    LOOK_ALIKE.message,
    Text("看起来像「{ordinary}」", "looks like “{ordinary}”"),
    LOOK_ALIKE.help,
)
JOINER = Kind(
    "Y026",
    "look-alike-character",
    Severity.WARNING,
    Text(
        "文字中有不占位的连接符 {character}，共 {count} 处",
        "a joiner of no width, {character}, stands in the text ({count:place|places})",
    ),
    None,
    Text(
        "多由网页复制带入，不是文字的一部分就删去",
        "it usually comes from a web page; delete it if the text does not need it",
    ),
)
NAME_BECAUSE = {
    "not_utf8": Text("不是 UTF-8", "it is not UTF-8"),
    "hidden": Text("有不可见字符", "it holds an invisible character"),
    "forbidden": Text('有 < > : " \\ | ? * 之一', 'it holds one of < > : " \\ | ? *'),
    "edge": Text("以空格开头，或以空格、句点结尾", "it begins with a blank, or ends with a blank or a dot"),
    "reserved": Text("Windows 留给设备用", "Windows keeps it for a device"),
}
NAME_NOT_PORTABLE = Kind(
    "Y027",
    "name-not-portable",
    Severity.ERROR,
    Text("这个名称不是每台计算机都能用（{reason}）", "not every computer can hold this name ({reason})"),
    None,
    Text("改名；提到它的条目一并改", "rename it, and whatever names it"),
)
TWIN_NAMES = Kind(
    "Y028",
    "twin-names",
    Severity.ERROR,
    Text(
        "与 {other} 只差大小写或字符的组合方式，有的计算机上是同一个文件",
        "differs from {other} by letter case or composition alone; on some computers they are one file",
    ),
    None,
    Text("查明两个文件是不是同一份，只留一个或改名", "establish whether they are one paper; keep one or rename it"),
)
PATH_TOO_LONG = Kind(
    "Y029",
    "path-too-long",
    Severity.ERROR,
    Text("路径 {length} 字节，超过 {longest}", "the path has {length} bytes, over {longest}"),
    None,
    Text("用短一些的文件名；说明写在条目的标题里", "take a shorter name; the title of the entry can say the rest"),
)
LOST_CHARACTER = Kind(
    "Y030",
    "lost-character",
    Severity.ERROR,
    Text("有的字已经丢失，只剩 �", "characters were lost here; � stands in their place"),
    None,
    Text(
        "多因编码转换出错，对照原件重新输入",
        "it comes from a conversion that went wrong; type the words again from the original",
    ),
)

WORDINGS = tuple(value for value in globals().values() if isinstance(value, Kind))
"""Every kind as it may be worded: kinds for different causes may share a code."""

KINDS = tuple({kind.code: kind for kind in reversed(WORDINGS)}.values())[::-1]
"""Every kind of family Y, in the order of their codes; of those that share one, the first."""
