"""The row under the hand: who reads it at its left edge, what is typed, what waits at its right. Pure."""

from enum import Enum, auto

from attrs import frozen

from console.field.draw import draw_edit, first_shown
from console.field.edit import Edit
from console.harmless import harmless
from console.paint.row import Row, Span, between, clip_spans, width_of
from console.paint.text import cells
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from console.part.reader import Reader

_LEAST = 30
"""Columns that the row itself keeps, whatever waits."""

GROUNDS = {Reader.CALLER: Ground.MELDER_TALKS, Reader.WHISPER: Ground.WHISPER}
"""Rows on which everybody must see at once who reads them."""

_TONES = {Reader.LINE: Tone.GOOD, Reader.PAIR: Tone.GOOD, Reader.LOG: Tone.STRONG}


class Typing(Enum):
    """What is typed here now."""

    WORDS = auto()
    VERB = auto()
    FILTER = auto()
    FORM = auto()
    """The form has the keys; the row rests."""


@frozen(kw_only=True)
class RowView:
    """One moment of the row."""

    edit: Edit
    typing: Typing = Typing.WORDS
    reader: Reader = Reader.LOG
    incident: int | None = None
    """Where it will be read; stands before the reader, so that nobody writes to the wrong melding."""

    edge: str = ""
    """Who reads it, in words."""

    lit: str = ""
    """A digit that is about to act, as it was typed; empty for none."""

    hint: str = ""
    """Shown while nothing is typed."""

    shape: str = ""
    """What could follow a verb that stands alone, shown dim behind it."""

    aside: bool = False
    """True when words lie aside with this melding."""

    waiting: tuple[str, ...] = ()
    """What has no answer yet, as lines, oldest first."""


def draw_row(view: RowView, say: Say, *, width: int) -> list[Row]:
    """One row. Typed text keeps its place; what waits takes at most half of the row."""
    ground = GROUNDS.get(view.reader, Ground.FIELD) if view.typing is Typing.WORDS else Ground.FIELD
    left: list[Span] = [(_edge(view), _tone(view, ground))]
    if view.lit:
        left += [
            (harmless(view.edit.text), Tone.PLAIN),
            (harmless(view.lit), Tone.LIT),
            (f" {view.hint}", _quiet(ground)),
        ]
    else:
        focused = view.typing is not Typing.FORM
        left += draw_edit(view.edit, row_room(view, say, width), harmless=harmless, focused=focused)
        if view.shape and view.edit.caret == len(view.edit.text):
            left.append((harmless(view.shape), Tone.DIM))
        if view.hint and not view.edit.text:
            left.append((f" {view.hint}", _quiet(ground)))
    return [Row(spans=between(left, _waiting(view, say, width), width), ground=ground)]


def row_room(view: RowView, say: Say, width: int) -> int:
    """The columns in which one types."""
    return max(2, width - cells(_edge(view)) - width_of(_waiting(view, say, width)) - 1)


def column_of(view: RowView, say: Say, place: int, width: int) -> int:
    """The column of the panel under which the character number `place` stands, as far as it is in view."""
    widths = [cells(harmless(char)) for char in view.edit.text]
    start = first_shown(widths, view.edit.caret, row_room(view, say, width))
    return cells(_edge(view)) + max(0, sum(widths[start:place]))


def _edge(view: RowView) -> str:
    match view.typing:
        case Typing.VERB:
            return " : "
        case Typing.FILTER | Typing.FORM:
            return f" {view.edge} » "
        case Typing.WORDS:
            number = "" if view.incident is None else f"{view.incident} "
            pencil = "✎ " if view.aside else ""
            return f" {pencil}{number}{view.edge} » "


def _tone(view: RowView, ground: Ground) -> Tone:
    if ground is not Ground.FIELD:
        return Tone.STRONG
    return _TONES.get(view.reader, Tone.WARN) if view.typing is Typing.WORDS else Tone.STRONG


def _quiet(ground: Ground) -> Tone:
    return Tone.DIM if ground is Ground.FIELD else Tone.PLAIN


def _waiting(view: RowView, say: Say, width: int) -> tuple[Span, ...]:
    most = min(width // 2, width - _LEAST)
    if not view.waiting or most < 8:
        return ()
    head = say("desk-waiting", count=len(view.waiting))
    spans: list[Span] = [(f" {head} ", Tone.WARN)]
    spans.append((harmless(" · ".join(view.waiting)) + " ", Tone.PLAIN))
    return clip_spans(spans, most)
