"""Family Y, up to Y014: why a text is refused before anything in it is believed."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

READING = {
    "Y001": Explanation(
        why=Text(
            "文件里只有字节，没有写明是哪种编码；按别的编码去读，「示例市」就成了乱码，公布出去的也是乱码。"
            "猜编码有时猜对，有时猜错，猜错了谁也看不出来，所以不猜。",
            "A file holds bytes and does not say which encoding they are in; read in another one, a street becomes "
            "gibberish, and gibberish would be published. A guess is sometimes right, and nobody sees when it is not.",
        ),
        basis=Text(
            "本项目的约定：记录一律存成 UTF-8（docs/records/README.md「YAML 的写法」）；YAML 1.2 第 5.2 节推荐 UTF-8。",
            "A promise of this project: every record is UTF-8 (docs/records/README.md); YAML 1.2, section 5.2, "
            "recommends it.",
        ),
        wrong=Text("另存为时，编码选了 ANSI（即 GBK）或 Unicode", "saved as ANSI (that is GBK) or as Unicode"),
        right=Text("另存为时，编码选 UTF-8；带不带 BOM 都可以", "saved as UTF-8, with or without a byte order mark"),
    ),
    "Y002": Explanation(
        why=Text(
            "看不见的字符让两个看上去一样的名称并不相等：检索不到，核对不上，复制到别处又跟着走。",
            "A character that nobody sees makes two names unequal that look the same: searches miss, comparisons "
            "fail, and it travels along with every copy.",
        ),
        basis=Text(
            "YAML 1.2 第 5.1 节：文本只由可显示的字符组成；本项目连行分隔符和文中的 BOM 也不接受。",
            "YAML 1.2, section 5.1: a text is made of printable characters; this project refuses line separators "
            "and a byte order mark inside the text as well.",
        ),
        wrong="    title: 购置采样箱\x0c一批\n",
        right="    title: 购置采样箱一批\n",
    ),
    "Y003": Explanation(
        why=Text(
            "这么大的文件没有人能从头看到尾，考核和公众监督就落了空；打开它的程序也会变慢，甚至停住。",
            "Nobody can read a file of this size from end to end, neither a reviewer nor the public, and programs "
            "that open it grow slow or stop.",
        ),
        basis=Text(
            "本项目的约定：一个记录文件不超过 2,000,000 字节（docs/dialect.md）。",
            "A promise of this project: a record file holds at most 2,000,000 bytes (docs/dialect.md).",
        ),
        wrong=Text(
            "一个文件写了两万一千条，共 2,016,009 字节",
            "one file with twenty-one thousand entries, 2,016,009 bytes",
        ),
        right=Text(
            "evidence/2014-11.yaml、evidence/2014-12.yaml……一个月一个文件，合起来当一本台账读",
            "evidence/2014-11.yaml, evidence/2014-12.yaml and so on, one a month; together they are read as one ledger",
        ),
    ),
    "Y004": Explanation(
        why=Text(
            "一行写坏，它后面的内容归谁就说不准了；如果读到哪里算哪里，漏掉的事实就不会计分，也没有人知道漏了。",
            "Where one line is broken, nobody can say where the lines after it belong; were the rest left out in "
            "silence, facts would go uncounted and nobody would know.",
        ),
        basis=Text(
            "YAML 1.2 第 6.1 节（缩进）、第 7.3 节（引号）、第 7.4 节（括号）、第 8.2 节（键和值）。",
            "YAML 1.2, sections 6.1 (indentation), 7.3 (quotes), 7.4 (brackets) and 8.2 (keys and values).",
        ),
        wrong="address 示例市清河路8号\n",
        right="address: 示例市清河路8号\n",
    ),
    "Y005": Explanation(
        why=Text(
            "同一个键写两次，有的程序取前一个，有的取后一个，都不作声；一份记录就有了两种读法，分数也会跟着变。",
            "Where a key stands twice, some programs take the first value and some the last, and none of them says so: "
            "one record would have two readings, and the score would depend on the program.",
        ),
        basis=Text(
            "YAML 1.2 第 3.2.1.1 节：同一映射中的键不得相同。",
            "YAML 1.2, section 3.2.1.1: the keys of one mapping are all different.",
        ),
        wrong="doc_no: 示水发〔2014〕31号\ndecided_on: 2014-11-18\ndoc_no: 示水发〔2014〕32号\n",
        right="doc_no: 示水发〔2014〕31号\ndecided_on: 2014-11-18\n",
    ),
    "Y006": Explanation(
        why=Text(
            "别名让一处的内容悄悄出现在另一处，改一处就改了几处，看记录的人却看不出来；"
            "几百个字节的别名还能展开成几千万字节，把程序拖垮。",
            "An alias lets what stands in one place appear in another; a change here changes things there, and whoever "
            "reads the record does not see it. A few hundred bytes of aliases can also unfold into tens of millions.",
        ),
        basis=Text(
            "本项目的约定：记录里写的就是全部（docs/dialect.md）。"
            "锚点和别名见 YAML 1.2 第 6.9.2、7.1 节；合并键不在 YAML 1.2 之内。",
            "A promise of this project: what is written is all there is (docs/dialect.md). Anchors and aliases are "
            "described in YAML 1.2, sections 6.9.2 and 7.1; merge keys are no part of YAML 1.2.",
        ),
        wrong="summary: *重点 评估办法已经施行，尚有一人未持证。\n",
        right="summary: '*重点 评估办法已经施行，尚有一人未持证。'\n",
    ),
    "Y007": Explanation(
        why=Text(
            "标签告诉程序把一个值当成别的东西，有的程序会照着它去运行代码；记录只是事实，不该指挥程序。",
            "A tag tells a program to take a value for something else, and some programs run code because of it; "
            "a record states facts and gives no orders.",
        ),
        basis=Text(
            "本项目的约定：每个值都是文字，由字段决定怎样读（docs/dialect.md）；标签见 YAML 1.2 第 6.9.1 节。",
            "A promise of this project: every value is text and its field decides how it is read (docs/dialect.md); "
            "tags are described in YAML 1.2, section 6.9.1.",
        ),
        wrong="summary: !重要 评估办法已经施行，尚有一人未持证。\n",
        right="summary: '!重要 评估办法已经施行，尚有一人未持证。'\n",
    ),
    "Y008": Explanation(
        why=Text(
            "指令可以改变后面内容的读法，同一份记录换一个程序读就可能不同。",
            "A directive may change how all that follows is read, so that another program may read another record.",
        ),
        basis=Text(
            "本项目的约定：记录只有一种读法，不需要指令（docs/dialect.md）；指令见 YAML 1.2 第 6.8 节。",
            "A promise of this project: a record has one reading and needs no directive (docs/dialect.md); "
            "directives are described in YAML 1.2, section 6.8.",
        ),
        wrong="%YAML 1.2\n---\nsite: http://shuiwu.example.org\n",
        right="site: http://shuiwu.example.org\n",
    ),
    "Y009": Explanation(
        why=Text(
            "多数程序只读第一份，后面的好像没有写；写的人以为报了，看的人却没有看到。",
            "Most programs read the first document only, as if the rest were not there: whoever wrote it thinks it was "
            "handed in, and nobody has seen it.",
        ),
        basis=Text(
            "本项目的约定：一个文件一份记录（docs/dialect.md）；多份文档见 YAML 1.2 第 9.2 节。",
            "A promise of this project: one file, one record (docs/dialect.md); streams of several documents are "
            "described in YAML 1.2, section 9.2.",
        ),
        wrong="address: 示例市清河路8号\n---\naddress: 示例市清河路9号\n",
        right="address: 示例市清河路8号\n",
    ),
    "Y010": Explanation(
        why=Text(
            "制表符在不同的编辑器里宽窄不一，看上去对齐的两行可能并不在同一层，内容就归错了地方。",
            "A tab is as wide as each editor likes; two lines that look aligned may stand on different levels, and "
            "what they say would belong to the wrong thing.",
        ),
        basis=Text(
            "YAML 1.2 第 6.1 节：缩进不得使用制表符。",
            "YAML 1.2, section 6.1: tabs are not used for indentation.",
        ),
        wrong="contact:\n\toffice: 政策法规科\n\tphone: '55870108'\n",
        right="contact:\n  office: 政策法规科\n  phone: '55870108'\n",
    ),
    "Y011": Explanation(
        why=Text(
            "再细的考核细则也只有十几层，三十多层多半是按住了一个键，或者一层一层缩进错下去了；嵌套上万层的文件会让解析程序崩溃。",
            "The most detailed rubric is a dozen levels deep; more than thirty come from a key held down or an "
            "indentation that drifted. A file nested tens of thousands deep can crash a parser.",
        ),
        basis=Text(
            "本项目的约定：嵌套不超过 32 层（docs/dialect.md）。",
            "A promise of this project: at most 32 levels (docs/dialect.md).",
        ),
        wrong="    note: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n",
        right="    note: 分两批到货。\n",
    ),
    "Y012": Explanation(
        why=Text(
            "文件不大，里面的项却可以多到没有人看得完，也拖慢每一次查验；这多半是程序导出的，不是人写的台账。",
            "A file of modest size may still hold more items than anybody can read, and slow down every check; "
            "it was then most likely exported by a program and not written as a ledger.",
        ),
        basis=Text(
            "本项目的约定：一个记录文件不超过 200,000 个节点，每个键、值、列表各算一个或两个（docs/dialect.md）。",
            "A promise of this project: a record file holds at most 200,000 nodes; a key, a value or a list counts as "
            "one or two (docs/dialect.md).",
        ),
        wrong=Text(
            "一个文件写了一万七千条，每条五项，不到 2,000,000 字节",
            "one file with seventeen thousand entries of five fields, below 2,000,000 bytes",
        ),
        right=Text(
            "evidence/2014-11.yaml、evidence/2014-12.yaml……分成几个文件，合起来当一本台账读",
            "several files, evidence/2014-11.yaml, evidence/2014-12.yaml and so on, read together as one ledger",
        ),
    ),
    "Y013": Explanation(
        why=Text(
            "`null` 可以是「没有」「不知道」「还没填」，也可以是一个叫 null 的名称；读的人分不清，程序也各有各的读法。",
            "`null` may mean “none”, “unknown”, “not filled in yet”, or a thing called null; readers cannot tell, "
            "and programs read it each in its own way.",
        ),
        basis=Text(
            "本项目的约定：没有内容就不写这个键（docs/records/README.md「YAML 的写法」）；"
            "在 YAML 1.2 第 10.3.2 节，`null` 和 `~` 不是文字。",
            "A promise of this project: a key with nothing to say is left out (docs/records/README.md); in YAML 1.2, "
            "section 10.3.2, `null` and `~` are not text.",
        ),
        wrong="    form: premises\n    note: ~\n",
        right="    form: premises\n",
    ),
    "Y014": Explanation(
        why=Text(
            "两个人改了同一处，Git 把两个版本都留了下来，等人决定；没有决定之前，哪一个是真的还不知道。",
            "Two people changed the same place, and Git kept both versions for somebody to decide; until then "
            "nobody knows which of them is true.",
        ),
        basis=Text(
            "本项目的约定：一件事只写一次（docs/records/README.md）。",
            "A promise of this project: a fact stands once (docs/records/README.md).",
        ),
        wrong="<<<<<<< HEAD\naddress: 示例市清河路8号\n=======\naddress: 示例市清河路10号\n>>>>>>> water\n",
        right="address: 示例市清河路8号\n",
    ),
}
