"""The command line, and what waits for an answer at its right. Pure."""

from attrs import frozen

from console.field.draw import draw_edit, first_shown
from console.field.edit import Edit
from console.harmless import harmless
from console.paint.row import Row, Span, between, clip_spans, width_of
from console.paint.text import cells
from console.paint.tone import Ground, Tone
from console.paint.words import Say

PROMPT = " : "
_LEAST = 30
"""Columns that the line itself keeps, whatever waits."""


@frozen(kw_only=True)
class CommandView:
    """One moment of the command line."""

    edit: Edit
    focused: bool = False
    shape: str = ""
    """What could follow a verb that stands alone, shown dim behind it."""

    hint: str = ""
    """Shown while nothing is typed and nobody types."""

    waiting: tuple[str, ...] = ()
    """What has no answer yet, as lines, oldest first."""


def draw_command(view: CommandView, say: Say, *, width: int) -> list[Row]:
    """One row. Typed text keeps its place; what waits takes at most half of the row."""
    ground = Ground.FIELD if view.focused else Ground.NORMAL
    room = field_room(view, say, width)
    left: list[Span] = [(f" {view.hint}", Tone.DIM)]
    if view.focused or view.edit.text:
        left = [(PROMPT, Tone.STRONG if view.focused else Tone.DIM)]
        left += draw_edit(view.edit, room, harmless=harmless, focused=view.focused)
        if view.focused and view.shape and view.edit.caret == len(view.edit.text):
            left.append((harmless(view.shape), Tone.DIM))
    return [Row(spans=between(left, _waiting(view, say, width), width), ground=ground)]


def field_room(view: CommandView, say: Say, width: int) -> int:
    """The columns in which the line is typed."""
    waiting = width_of(_waiting(view, say, width))
    return max(2, width - len(PROMPT) - waiting - 1)


def column_of(view: CommandView, say: Say, place: int, width: int) -> int:
    """The column of the panel under which the character number `place` stands, as far as it is in view."""
    widths = [cells(harmless(char)) for char in view.edit.text]
    start = first_shown(widths, view.edit.caret, field_room(view, say, width))
    return len(PROMPT) + max(0, sum(widths[start:place]))


def _waiting(view: CommandView, say: Say, width: int) -> tuple[Span, ...]:
    most = min(width // 2, width - _LEAST)
    if not view.waiting or most < 8:
        return ()
    head = say("desk-waiting", count=len(view.waiting))
    spans: list[Span] = [(f" {head} ", Tone.WARN)]
    spans.append((harmless(" · ".join(view.waiting)) + " ", Tone.PLAIN))
    return clip_spans(spans, most)
