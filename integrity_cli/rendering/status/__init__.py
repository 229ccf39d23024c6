"""The campaign at a glance: one file a format, and what they share."""
