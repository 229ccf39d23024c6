"""The data beside the pages, and what is counted for them."""
