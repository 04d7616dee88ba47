"""Asks the terminal database the one thing that the output layer must know of the terminal before it
writes."""

from __future__ import annotations

import curses


def erases_with_colour(fileno: int) -> bool:
    """Whether erasing leaves the background colour in use (``bce``); False when the terminal is not known."""
    try:
        curses.setupterm(fd=fileno)
        return curses.tigetflag("bce") == 1
    except curses.error:
        return False
