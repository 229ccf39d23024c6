"""What a change does to a unit, told in the formats of findings."""
