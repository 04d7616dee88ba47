"""The melding itself: what is known, promised, done and still missing (`view`), one file for each part."""
