"""Whether there is a terminal that can show the screen, asked before anything is painted on it.

Reads the descriptors, TERM and the terminal database; writes nothing.
"""

import os

from console.output.terminfo import moves_the_cursor
from console.texts.trouble import Trouble

KEYS, PICTURE = 0, 2
"""Where keys are read and the screen is painted: standard input, and the error output."""


def terminal_trouble() -> Trouble | None:
    """Why the screen cannot be shown here; None when it can."""
    if not (os.isatty(KEYS) and os.isatty(PICTURE)):
        return Trouble(key="terminal-none")
    if not moves_the_cursor(PICTURE):
        return Trouble(key="terminal-dumb", args={"term": os.environ.get("TERM", "")})
    return None
