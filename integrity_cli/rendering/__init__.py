"""Findings, scorecards, codes and schemas as text: one function a format. `page` alone is light enough for help."""
