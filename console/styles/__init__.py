"""Colours: `palette` for rows, `theme` for Textual's own parts, `desk.tcss` for what is left."""
