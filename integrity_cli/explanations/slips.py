"""Family Y, from Y015 on: slips of the keyboard and of copying, and files that not every computer can hold."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text, verbatim

SLIPS = {
    "Y015": Explanation(
        why=Text(
            "中文输入法打出的冒号，人看着是冒号，在 YAML 里只是一个字；键和值连成一个词，这一项等于没有写。",
            "A colon typed with a Chinese input method looks like one and is only a letter to YAML; key and value run "
            "together into one word, as if nothing had been stated.",
        ),
        basis=Text(
            "YAML 1.2 第 5.3 节：表示「值从这里开始」的只有半角冒号 U+003A。",
            "YAML 1.2, section 5.3: only the colon U+003A says that a value begins.",
        ),
        wrong="decided_on：2014-11-18\n",
        right="decided_on: 2014-11-18\n",
    ),
    "Y016": Explanation(
        why=Text(
            "冒号后面紧跟着字，YAML 把整段读成一个词，如 `12:30`；键和值没有分开，这一项等于没有写。",
            "Where a letter follows the colon at once, YAML reads all of it as one word, as in `12:30`; key and value "
            "are not told apart, as if nothing had been stated.",
        ),
        basis=Text(
            "YAML 1.2 第 7.3.3 节：不加引号的文字里可以有后面不带空格的冒号。",
            "YAML 1.2, section 7.3.3: text without quotes may hold a colon that no space follows.",
        ),
        wrong="decided_on:2014-11-18\n",
        right="decided_on: 2014-11-18\n",
    ),
    "Y017": Explanation(
        why=Text(
            "全角空格和不换行空格看上去是空白，YAML 却当作文字：缩进不算缩进，键名后面多出一个看不见的字。",
            "A full-width or no-break space looks blank and is a letter to YAML: indentation is none, and a name ends "
            "in a letter that nobody sees.",
        ),
        basis=Text(
            "YAML 1.2 第 5.5、6.1 节：空白只有空格 U+0020 和制表符，缩进只用空格。",
            "YAML 1.2, sections 5.5 and 6.1: white space is the space U+0020 and the tab, and only spaces indent.",
        ),
        wrong="address:　示例市清河路8号\n",
        right="address: 示例市清河路8号\n",
    ),
    "Y018": Explanation(
        why=Text(
            "这几个字符 YAML 留给自己用，以它们开头的值读不出来，后面的内容也跟着读不出来。",
            "YAML keeps these characters for itself; a value that begins with one cannot be read, nor what follows.",
        ),
        basis=Text(
            "YAML 1.2 第 5.3 节：`@` 和反引号 U+0060 留作将来使用；第 7.3.3 节：不加引号的文字不以标记字符开头。",
            "YAML 1.2, section 5.3: `@` and the grave accent U+0060 are kept for later use; section 7.3.3: text "
            "without quotes does not begin with an indicator.",
        ),
        wrong="office: {name: 创建办, seat: @政策法规科, staff: 2}\n",
        right="office: {name: 创建办, seat: '@政策法规科', staff: 2}\n",
    ),
    "Y019": Explanation(
        why=Text(
            "值里的半角冒号加空格，YAML 当作又一个键的开始；标题从中间断开，后半截归到别处。",
            "A colon and a space inside a value begin another key for YAML; a title would break in the middle and its "
            "second half would belong elsewhere.",
        ),
        basis=Text(
            "YAML 1.2 第 7.3.3 节：不加引号的文字里不得有冒号加空格。",
            "YAML 1.2, section 7.3.3: text without quotes never holds a colon and a space.",
        ),
        wrong="title: 自查报告: 市水务局\n",
        right="title: 自查报告：市水务局\n",
    ),
    "Y020": Explanation(
        why=Text(
            "写的人列了两项，YAML 读成一项，名称里带一个逗号：两个账号变成一个不存在的账号，谁也不能提交。",
            "The writer lists two things and YAML reads one with a comma in its name: two accounts become one that "
            "does not exist, and nobody may submit.",
        ),
        basis=Text(
            "YAML 1.2 第 7.4 节：括号里的各项只用半角逗号 U+002C 分开。",
            "YAML 1.2, section 7.4: inside brackets only the comma U+002C separates.",
        ),
        wrong="    accounts: [sl-shuiwu，sl-hedao]\n",
        right="    accounts: [sl-shuiwu, sl-hedao]\n",
    ),
    "Y021": Explanation(
        why=Text(
            "一段话人看得懂，程序却不知道哪一句是摘要、哪一句是日期，没有一项能计分。",
            "People understand a paragraph, but the program cannot tell which of its words are the summary and which "
            "the day, and nothing in it counts.",
        ),
        basis=Text(
            "本项目的约定：每种记录都由字段组成，字段表见 docs/records/README.md 所列各页。",
            "A promise of this project: every record is made of fields, listed on the pages that "
            "docs/records/README.md names.",
        ),
        wrong="评估办法已经施行，尚有一人未持证。\n",
        right="title: 市水务局自查报告\nreported_on: 2015-02-09\nsummary: 评估办法已经施行，尚有一人未持证。\n",
    ),
    "Y022": Explanation(
        why=Text(
            "空文件分不清是「没有这件事」还是「还没来得及写」，而自查报告交了没有，关系到能不能考核。",
            "An empty file leaves open whether there is nothing to say or it was never written; and whether a "
            "self-report was handed in decides whether a unit is assessed.",
        ),
        basis=Text(
            "本项目的约定：没有就不写，写了就有内容（docs/dialect.md）。",
            "A promise of this project: nothing is said by writing nothing, and what is written says something "
            "(docs/dialect.md).",
        ),
        wrong="# 二月十日前填报\n",
        right="# 二月十日前填报\n"
        "title: 市水务局自查报告\nreported_on: 2015-02-09\nsummary: 评估办法已经施行，尚有一人未持证。\n",
    ),
    "Y023": Explanation(
        why=Text(
            "没有名称的值不知道说的是什么，只能丢掉；丢掉的可能正是要计分的事实。",
            "A value without a name says nothing of anything and could only be dropped; and what is dropped may be "
            "the very fact that counts.",
        ),
        basis=Text(
            "本项目的约定：键是字段表里的名称（docs/records/README.md）；YAML 1.2 第 3.2.1.1 节容许更多，这里不用。",
            "A promise of this project: a key is a name from the field tables (docs/records/README.md); YAML 1.2, "
            "section 3.2.1.1, allows more, which is not used here.",
        ),
        wrong="'': 示例市清河路8号\n",
        right="address: 示例市清河路8号\n",
    ),
    "Y024": Explanation(
        why=Text(
            "空项可能是忘了写完，也可能是多打的一横；当作没有，忘写的就永远漏了，当作一项，数目就多了。",
            "An empty item is either unfinished or a dash too many; passed over, the unfinished one is lost for good, "
            "and counted, it makes the number too high.",
        ),
        basis=Text(
            "本项目的约定：没有就不写，写了就有内容（docs/dialect.md）；YAML 1.2 第 7.2 节把空项读作空值。",
            "A promise of this project: what is written says something (docs/dialect.md); YAML 1.2, section 7.2, reads "
            "an empty item as a null.",
        ),
        wrong="  - 采砂抽查当场摇号。\n  -\n",
        right="  - 采砂抽查当场摇号。\n",
    ),
    "Y025": Explanation(
        why=Text(
            "符号链接和子模块指向别处的内容，那里改了，这里不留痕迹，结果就没有人能重算；"
            "链接还可能指到仓库以外，把不该公布的文件带进来。",
            "A link or a submodule points at what stands elsewhere; a change there leaves no trace here, and nobody "
            "could recompute the result. A link may also lead out of the repository, to files that are not to be "
            "published.",
        ),
        basis=Text(
            "本项目的约定：符号链接列出而不跟随（SECURITY.md）；同一个提交，谁来读都是同一份记录。",
            "A promise of this project: symbolic links are listed and not followed (SECURITY.md); whoever reads a "
            "commit reads the same records.",
        ),
        wrong=Text(
            "records/units/water/profile.yaml -> ../../../elsewhere/profile.yaml",
            "records/units/water/profile.yaml -> ../../../elsewhere/profile.yaml",
        ),
        right=Text(
            "records/units/water/profile.yaml 是一个普通文件，内容写在里面",
            "records/units/water/profile.yaml is an ordinary file that holds its content itself",
        ),
    ),
    "Y026": Explanation(
        why=Text(
            "部首符号和汉字长得一样，却是两个字符：按名称检索查不到，两处写的同一个单位对不上，读屏软件也念不出来。",
            "A radical looks like a character and is another one: a search for the name finds nothing, the same body "
            "written twice does not match, and a screen reader cannot say it.",
        ),
        basis=Text(
            "Unicode 标准：U+2E80 至 U+2FDF 是字典用的部首符号，不用来书写文字。",
            "The Unicode Standard: U+2E80 to U+2FDF are the radicals of dictionaries; no word is written with them.",
        ),
        wrong="title: 市\u2f54务局诚信执法创建方案\n",
        right="title: 市水务局诚信执法创建方案\n",
    ),
    "Y027": Explanation(
        why=Text(
            "在 Linux 上存得好好的文件，到了办公室的 Windows 上可能取不出来，整个仓库都更新不了；"
            "名称里的控制字符还能搅乱屏幕上的输出。",
            "A file that one system stores without complaint may not come out on the office's Windows machine, which "
            "then cannot update the repository at all; control characters in a name also garble what is printed.",
        ),
        basis=Text(
            'Windows 的文件命名规则：CON、PRN、AUX、NUL 等名称和 < > : " / \\ | ? * 不能用，不以空格、句点结尾。',
            'The naming rules of Windows: CON, PRN, AUX, NUL and their like and < > : " / \\ | ? * are not used, and '
            "no name ends in a blank or a dot.",
        ),
        wrong=verbatim("records/units/water/evidence/aux.yaml"),
        right=verbatim("records/units/water/evidence/other.yaml"),
    ),
    "Y028": Explanation(
        why=Text(
            "Windows 和 macOS 不分文件名的大小写，两个文件只留下一个，另一个里的事实就丢了，而且谁先谁后不一定。",
            "Windows and macOS do not tell names apart by letter case: one of the two files is all that is left, the "
            "facts in the other are lost, and which one it is depends on chance.",
        ),
        basis=Text(
            "本项目的约定：同一个提交，在每台计算机上都是同一份记录（docs/dialect.md）。",
            "A promise of this project: a commit holds the same records on every computer (docs/dialect.md).",
        ),
        wrong=Text(
            "records/units/water/evidence/January.yaml 和 january.yaml",
            "records/units/water/evidence/January.yaml and january.yaml",
        ),
        right=Text(
            "records/units/water/evidence/2014-01.yaml 和 2015-01.yaml",
            "records/units/water/evidence/2014-01.yaml and 2015-01.yaml",
        ),
    ),
    "Y029": Explanation(
        why=Text(
            "Windows 的完整路径一般不超过 260 个字符，放在桌面的文件夹里还要用去一截；再长就打不开，也解不了压缩包。",
            "A whole path on Windows has at most 260 characters as a rule, and a folder on the desktop takes its "
            "share; beyond that a file cannot be opened nor an archive unpacked.",
        ),
        basis=Text(
            "本项目的约定：从仓库最上层算起，路径不超过 200 字节，一个汉字 3 字节（docs/dialect.md）。",
            "A promise of this project: a path has at most 200 bytes from the top of the repository; a Chinese "
            "character takes three (docs/dialect.md).",
        ),
        wrong=Text(
            "把公文的整个标题当作文件名，路径共 217 字节",
            "the whole title of an official paper as the name of a file, 217 bytes in all",
        ),
        right=verbatim("records/units/water/evidence/2015-01.yaml"),
    ),
    "Y030": Explanation(
        why=Text(
            "这个字在转换编码时已经丢了，文件里再也找不回来；公布出去，就是一个没有人认得的单位或文号。",
            "The character was lost in a conversion and cannot be had back from the file; published, it would be a "
            "body or a document number that nobody recognises.",
        ),
        basis=Text(
            "Unicode 标准：U+FFFD 用来代替认不出的字符。",
            "The Unicode Standard: U+FFFD stands for a character that could not be read.",
        ),
        wrong="title: 市水务局诚\ufffd\ufffd法创建方案\n",
        right="title: 市水务局诚信执法创建方案\n",
    ),
}
