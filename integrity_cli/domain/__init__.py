"""What the campaign is made of: frozen values, no files, no clock, no console."""
