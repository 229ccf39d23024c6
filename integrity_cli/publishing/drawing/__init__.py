"""Charts as numbers: where every piece stands, before a template draws it."""
