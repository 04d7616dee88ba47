"""Asks the terminal database what must be known of the terminal before anything is written to it."""

from __future__ import annotations

import curses
import os

_NO_SCREEN = frozenset({"dumb", "unknown"})
"""Names that say that nothing is known; Rich and Textual take them so as well."""


def erases_with_colour(fileno: int) -> bool:
    """Whether erasing leaves the background colour in use (``bce``); False when the terminal is not known."""
    try:
        curses.setupterm(fd=fileno)
        return curses.tigetflag("bce") == 1
    except curses.error:
        return False


def moves_the_cursor(fileno: int) -> bool:
    """Whether a screen can be painted on it; also True when the database does not know the terminal at all,
    for what is newer than the database can do it.
    """
    if os.environ.get("TERM", "") in _NO_SCREEN:
        return False
    try:
        curses.setupterm(fd=fileno)
    except curses.error:
        return True
    return curses.tigetstr("cup") is not None
