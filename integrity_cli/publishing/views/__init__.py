"""What templates may see: frozen views of text, one file for each page."""
