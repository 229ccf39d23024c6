"""Choices between models in schemas: an entry by its kind, a rule by its key; then only that one is looked at."""

from __future__ import annotations

from collections.abc import Mapping

from integrity_cli.domain.evidence import KINDS, Entry
from integrity_cli.domain.record import label_of
from integrity_cli.lang import Lang
from integrity_cli.reading import shape_kinds as kinds
from integrity_cli.rendering.schema import words
from integrity_cli.rendering.schema.snippets import entry_snippets
from integrity_cli.rendering.schema.values import APART, Schema, choice_schema, map_expected, required
from integrity_cli.rubric.model import Parts
from integrity_cli.rubric.rules import RULES


def entry_schema(branches: Mapping[str, Schema], lang: Lang) -> Schema:
    """A ledger entry: its kind first, which says what the rest is held to."""
    label = label_of(Entry, "kind")
    labels = {kind: KINDS[kind].kind_label for kind in branches}
    kind = {
        "title": label.say(lang),
        "description": words.about_field(label, required=True, default=None, form="", lang=lang),
        **choice_schema(labels, lang, kinds.UNKNOWN_KIND),
    }
    return {
        "properties": {"kind": kind},
        "allOf": [
            required("kind", label, lang),
            # Snippets for an entry that has no kind yet; beside one that has, they would only be in the way.
            {
                "if": {"type": "object", "required": ["kind"]},
                "else": {**map_expected(lang), "defaultSnippets": entry_snippets(lang)},
            },
            *(
                {
                    "if": {"type": "object", "properties": {"kind": {"const": name}}, "required": ["kind"]},
                    "then": branch,
                }
                for name, branch in branches.items()
            ),
        ],
    }


def rule_schema(branches: Mapping[str, Schema], lang: Lang) -> Schema:
    """A rule: the key that it holds says which; one that holds none of them is told so, and offered them."""
    labels = {key: RULES[key].label if key in RULES else label_of(Parts, key) for key in branches}
    offered = {
        key: {"title": label.say(lang), "description": label.say(lang), "anyOf": [APART]}
        for key, label in labels.items()
    }
    none = {"type": "null", "errorMessage": words.trouble("unknown_rule", lang), "properties": offered}
    return APART | {
        "allOf": [
            map_expected(lang),
            {"if": {"type": "object", "not": {"anyOf": [{"required": [key]} for key in branches]}}, "then": none},
            *({"if": {"type": "object", "required": [key]}, "then": branch} for key, branch in branches.items()),
        ]
    }
