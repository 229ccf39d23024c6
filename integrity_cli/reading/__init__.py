"""From a source to a campaign and what is wrong with it: the only place that knows YAML, file names and pydantic."""
