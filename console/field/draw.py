"""How a line that is being typed looks: the part around the caret, the caret as a marked cell.

Pure. The part that is shown moves in steps of half the width, so that a typed character changes two cells and
not the whole row.
"""

from collections.abc import Callable

from console.field.edit import Edit
from console.paint.row import Span
from console.paint.text import cells
from console.paint.tone import Tone


def draw_edit(
    edit: Edit, width: int, *, harmless: Callable[[str], str], focused: bool, tone: Tone = Tone.PLAIN
) -> tuple[Span, ...]:
    """The text in `width` columns; the caret only when focused."""
    if width <= 1:
        return ()
    shown = [harmless(char) for char in edit.text]
    start = first_shown([cells(each) for each in shown], edit.caret, width)
    before, under, after = (
        shown[start : edit.caret],
        shown[edit.caret : edit.caret + 1],
        shown[edit.caret + 1 :],
    )
    if not focused:
        return (("".join(shown[start:]), tone),)
    return (("".join(before), tone), (under[0] if under else " ", Tone.CARET), ("".join(after), tone))


def first_shown(widths: list[int], caret: int, width: int) -> int:
    """The index of the first character to show, so that the caret is in view.

    0 while the text up to the caret fits; from there on in steps of about half the width.
    """
    columns = sum(widths[:caret]) + 1
    if columns <= width:
        return 0
    step = max(1, width // 2)
    hidden = -(-(columns - width) // step) * step
    start = used = 0
    while used < hidden and start < caret:
        used += widths[start]
        start += 1
    return start
