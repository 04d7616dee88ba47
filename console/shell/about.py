"""What is to be known of this run itself, behind `?`: how somebody joins it, what is wrong with the terminal,
which release it is. Pure.
"""

from collections.abc import Sequence

from attrs import frozen

from console.paint.row import BLANK, Row, plain
from console.paint.text import cells, wrap
from console.paint.tone import Tone
from protocol.release import told

CONTINUED = " \\"
"""Behind a row of a command that goes on: it is pasted as one command all the same."""


@frozen(kw_only=True)
class Note:
    """Something to be known."""

    text: str
    command: str = ""
    """What to type for it in another terminal; empty for nothing."""


def about_rows(notes: Sequence[Note], width: int) -> list[Row]:
    """The notes and the release, in rows of at most `width` columns."""
    rows: list[Row] = []
    for note in notes:
        rows += [plain(f" {part}", Tone.WARN) for part in wrap(note.text, width - 1)]
        rows += [plain(part, Tone.STRONG) for part in pasted(note.command, width)] if note.command else []
        rows.append(BLANK)
    return [*rows, plain(f" {told('openlijn')}", Tone.DIM)]


def pasted(command: str, width: int) -> list[str]:
    """The command in rows that fit where it has blanks, from the first column; all but the last go on."""
    rows = [""]
    for word in command.split(" "):
        longer = f"{rows[-1]} {word}" if rows[-1] else word
        if rows[-1] and cells(longer) + len(CONTINUED) > width:
            rows[-1] += CONTINUED
            rows.append(word)
        else:
            rows[-1] = longer
    return rows
