"""Scorecards: one file a format, and the parts of the sheet for people."""
