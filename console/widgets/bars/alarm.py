"""The row across the top that says that a priority 1 melding came in, until somebody looks at it. Pure."""

from attrs import frozen

from console.harmless import harmless
from console.widgets.paint.row import Row, between
from console.widgets.paint.tone import Ground, Tone
from console.widgets.paint.words import Say
from protocol.model.incident import Incident


@frozen(kw_only=True)
class AlarmView:
    """What nobody here has looked at yet."""

    incidents: tuple[Incident, ...] = ()
    """Oldest first; empty for no alarm."""

    key: str = ""
    """The key that goes there, as a person reads it."""


def draw_alarm(view: AlarmView, say: Say, *, width: int) -> list[Row]:
    """One row: the first of them in words, how many more there are, the key. Empty without an alarm."""
    if not view.incidents:
        return []
    first = view.incidents[0]
    more = len(view.incidents) - 1
    text = say(
        "desk-alarm",
        number=first.number,
        what=harmless(first.what),
        place=harmless(first.place.name),
    )
    if more:
        text += " " + say("desk-alarm-more", count=more)
    right = say("desk-alarm-key", press=view.key) if view.key else ""
    spans = between(((f" ▲▲▲ {text}", Tone.STRONG),), ((f" {right} ▲▲▲ ", Tone.STRONG),), width)
    return [Row(spans=spans, ground=Ground.ALARM)]
