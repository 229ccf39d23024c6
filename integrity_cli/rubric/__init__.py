"""The standard as data: what is asked, which facts it rests on, and how facts become points."""
