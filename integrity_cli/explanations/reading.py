"""Family Y: why a text is refused before anything in it is believed."""

from __future__ import annotations

from integrity_cli.explanations.base import Explanation
from integrity_cli.lang import Text

READING = {
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
}
