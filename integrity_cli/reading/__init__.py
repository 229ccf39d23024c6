"""From a source to a campaign and what is wrong with it: the only place that knows YAML, file names and pydantic."""


class ParserMissing(Exception):
    """PyYAML came without libyaml; two parsers might judge one file differently, so none is used."""
