"""What an escape sequence that is not a frame does to what we know of the terminal. Pure.

Such sequences come from Textual's driver (modes, bell, clipboard, title) and from code that writes to the
driver itself.
"""

from __future__ import annotations

import re
from enum import Enum


class Effect(Enum):
    """What must be forgotten once the sequence is written."""

    NONE = "cells, cursor and colours stay as they are"
    PEN = "the cursor or its colours may have changed"
    SCREEN = "the cells may have changed"


_SCREEN = re.compile(r"\x1b(?:\[\?(?:47|1047|1049|3)[hl]|\[[\d;]*[JKXLMPST@]|c)")
_HARMLESS = re.compile(
    r"(?:\x07"  # bell
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # title, clipboard, pointer shape
    r"|\x1b\[\?(?!6[hl])\d+(?:[hl]|\$p)"  # modes, and questions about them; origin mode moves the cursor
    r"|\x1b\[[<>=][\d;]*u"  # keyboard protocol
    r"|\x1b\[\d*n)"  # status questions
)
_CSI = re.compile(r"\x1b\[[\d;?]*[A-Za-z]")


def effect(sequence: str) -> Effect:
    """The effect of one or more sequences written together; anything not known moves the pen.

    Text in an unknown sequence may have drawn cells, so printable text outside of one counts as SCREEN.
    """
    if _SCREEN.search(sequence):
        return Effect.SCREEN
    rest = _HARMLESS.sub("", sequence)
    if not rest:
        return Effect.NONE
    return Effect.SCREEN if _CSI.sub("", rest) else Effect.PEN
