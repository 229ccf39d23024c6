"""The page of a code, for `integrity explain` and the gallery in docs/codes/."""
