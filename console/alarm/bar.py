"""The row across the top: a priority 1 melding, a melder who writes to nobody, or colleagues asked for.

It stands until somebody looks. Asking is calm: no approval is needed, and the room may help (A64, A66).
"""

from attrs import frozen

from console.harmless import harmless
from console.paint.row import Row, between
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.model.incident import Incident


@frozen(kw_only=True)
class AlarmView:
    """What nobody here has looked at yet."""

    incidents: tuple[Incident, ...] = ()
    """Oldest first; empty for no alarm."""

    wrote: tuple[Incident, ...] = ()
    """Whose melder writes while no officer talks to them; shown while no melding rings."""

    asked: tuple[Incident, ...] = ()
    """To which colleagues were asked, in the order of asking; shown while nothing else does."""

    key: str = ""
    """The key that goes there, as a person reads it."""


def draw_alarm(view: AlarmView, say: Say, *, width: int) -> list[Row]:
    """One row: the first of them in words, how many more there are, the key. Empty without an alarm."""
    rings = view.incidents or view.wrote
    if not rings:
        return _asked(view, say, width)
    first, more = rings[0], len(rings) - 1
    text = say(
        "desk-alarm" if view.incidents else "lines-alarm-wrote",
        number=first.number,
        what=harmless(first.what),
        place=harmless(first.place.name),
    )
    if more:
        text += " " + say("desk-alarm-more", count=more)
    right = say("desk-alarm-key", press=view.key) if view.key else ""
    spans = between(((f" ▲▲▲ {text}", Tone.STRONG),), ((f" {right} ▲▲▲ ", Tone.STRONG),), width)
    return [Row(spans=spans, ground=Ground.ALARM)]


def _asked(view: AlarmView, say: Say, width: int) -> list[Row]:
    if not view.asked:
        return []
    first = view.asked[0]
    text = say(
        "lines-alarm-asked",
        by=harmless(first.scale.asked_by),
        number=first.number,
        what=harmless(first.what),
        place=harmless(first.place.name),
    )
    if first.scale.asked_text:
        text += f" „{harmless(first.scale.asked_text)}”"
    if len(view.asked) > 1:
        text += " " + say("desk-alarm-more", count=len(view.asked) - 1)
    right = say("desk-alarm-key", press=view.key) if view.key else ""
    spans = between(((f" ✚ {text}", Tone.STRONG),), ((f" {right} ", Tone.PLAIN),), width)
    return [Row(spans=spans, ground=Ground.CALM)]
