"""Integrity enforcement units: plans, ledgers and self-reports as records, scored and published."""

__version__ = "0.1.0"
