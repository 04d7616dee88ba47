"""The row under the command line: an error with its place, what could be typed next, or the last answer.

Pure.
"""

from attrs import frozen

from console.harmless import harmless
from console.paint.row import Row, Span, clip_spans
from console.paint.text import cells, clip
from console.paint.tone import Tone


@frozen(kw_only=True)
class NoticeView:
    """One moment of the row."""

    text: str = ""
    tone: Tone = Tone.PLAIN
    mark_column: int | None = None
    """Where in the line above the error is; None for no mark."""

    choices: tuple[str, ...] = ()
    """What could be typed next, shown instead of the text."""

    chosen: int | None = None
    """Which of the choices stands in the line now."""


def draw_notice(view: NoticeView, *, width: int) -> list[Row]:
    """One row; an error's mark stands under its place, the words beside it."""
    if view.choices:
        return [Row(spans=_choices(view, width))]
    text = harmless(view.text)
    if view.mark_column is None:
        return [Row(spans=clip_spans(((" ", view.tone), (text, view.tone)), width))]
    column = min(max(0, view.mark_column), width - 1)
    if column + 2 + cells(text) <= width or column < cells(text) + 2:
        room = width - column - 2
        if cells(text) > room and column > room:
            return [_before(text, column, view.tone)]
        return [Row(spans=((" " * column, Tone.PLAIN), ("^ ", Tone.BAD), (clip(text, room), view.tone)))]
    return [_before(text, column, view.tone)]


def _before(text: str, column: int, tone: Tone) -> Row:
    shown = clip(text, column - 1)
    return Row(spans=((" " * (column - 1 - cells(shown)), Tone.PLAIN), (shown, tone), (" ^", Tone.BAD)))


def _choices(view: NoticeView, width: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    for place, choice in enumerate(view.choices):
        spans.append(("  ", Tone.PLAIN))
        spans.append((harmless(choice), Tone.PICKED if place == view.chosen else Tone.STRONG))
    return clip_spans(spans, width)
