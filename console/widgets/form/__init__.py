"""The intake form on the screen, with the meldingen beside it that may be the same."""
