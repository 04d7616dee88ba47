"""The row on which one speaks: on the open line to colleagues, or on the contact line to the melder. Pure."""

from enum import Enum, auto

from attrs import frozen

from console.field.draw import draw_edit
from console.field.edit import Edit
from console.harmless import harmless
from console.paint.row import Row, Span
from console.paint.text import cells
from console.paint.tone import Ground, Tone


class Hearers(Enum):
    """Who hears what is typed here."""

    LINE = auto()
    """The only line there is."""

    COLLEAGUES = auto()
    """The open line, while a contact line is open too."""

    MELDER = auto()
    NOBODY = auto()
    """One only listens on the contact line."""


_GROUNDS = {Hearers.MELDER: Ground.MELDER_TALKS, Hearers.NOBODY: Ground.MELDER}


@frozen(kw_only=True)
class SpeakView:
    """One moment of the row."""

    edit: Edit
    focused: bool = False
    hint: str = ""
    """Shown while nothing is typed and nobody types."""

    incident: int | None = None
    """Where it will be heard; shown before the words, so that nobody speaks on the wrong line."""

    hearers: Hearers = Hearers.LINE
    prompt: str = ""
    """Who will hear it, in words."""


def draw_speak(view: SpeakView, *, width: int) -> list[Row]:
    """One row; a draft that waits stays in view."""
    typed = view.focused or bool(view.edit.text)
    ground = _GROUNDS.get(view.hearers, Ground.FIELD)
    quiet = Tone.DIM if ground is Ground.FIELD else Tone.PLAIN
    prompt = _prompt(view) if typed or view.hearers in _GROUNDS else " » "
    lit = Tone.GOOD if ground is Ground.FIELD else Tone.STRONG
    left: list[Span] = [(prompt, lit if view.focused else quiet)]
    if typed:
        waits = Tone.WARN if ground is Ground.FIELD else Tone.STRONG
        left += draw_edit(
            view.edit,
            max(1, width - cells(prompt)),
            harmless=harmless,
            focused=view.focused,
            tone=Tone.PLAIN if view.focused else waits,
        )
    else:
        left.append((view.hint, quiet))
    return [Row(spans=left, ground=ground)]


def _prompt(view: SpeakView) -> str:
    """The number of the incident and who hears it."""
    number = "" if view.incident is None else str(view.incident)
    match view.hearers:
        case Hearers.MELDER:
            return f" ☎ {number} {view.prompt} » "
        case Hearers.NOBODY:
            return f" ☎ {number} {view.prompt} · "
        case Hearers.COLLEAGUES:
            return f" {number} {view.prompt} » "
        case Hearers.LINE:
            return f" {number} » "
