"""The row on which one speaks on the open line. Pure."""

from attrs import frozen

from console.harmless import harmless
from console.widgets.field.draw import draw_edit
from console.widgets.field.edit import Edit
from console.widgets.paint.row import Row, Span
from console.widgets.paint.tone import Ground, Tone


@frozen(kw_only=True)
class SpeakView:
    """One moment of the row."""

    edit: Edit
    focused: bool = False
    hint: str = ""
    """Shown while nothing is typed and nobody types."""

    incident: int | None = None
    """Where it will be heard; shown before the words, so that nobody speaks on the wrong line."""


def draw_speak(view: SpeakView, *, width: int) -> list[Row]:
    """One row; a draft that waits stays in view."""
    number = "" if view.incident is None else str(view.incident)
    prompt = f" {number} » " if view.focused or view.edit.text else " » "
    left: list[Span] = [(prompt, Tone.GOOD if view.focused else Tone.DIM)]
    if view.focused or view.edit.text:
        left += draw_edit(
            view.edit,
            width - len(prompt),
            harmless=harmless,
            focused=view.focused,
            tone=Tone.PLAIN if view.focused else Tone.WARN,
        )
    else:
        left.append((view.hint, Tone.DIM))
    return [Row(spans=left, ground=Ground.FIELD)]
