"""The selected melding whose place has no point on the map: said aloud, the likeliest one key away.

The words of its place are asked about as if somebody typed them, once in a session; the key takes the first
of the answer (`console.grammar.guess`). Pure.
"""

from console.actions.key_names import key_name
from console.command.notice_bar import NoticeView
from console.grammar.places import KnownPlaces, plain_words
from console.harmless import harmless
from console.paint.tone import Tone
from console.part.context import Context
from protocol.model.incident import Incident


def unplaced(context: Context) -> Incident | None:
    """The selected melding, where it has no point though there is a map; None while a field has the keys."""
    incident = context.chosen()
    lost = incident is not None and incident.is_open and incident.place.point is None
    return incident if lost and context.has_map and context.field is None else None


def unplaced_words(context: Context) -> str | None:
    """The words to ask the server about; None for none."""
    incident = unplaced(context)
    return None if incident is None else plain_words(incident.place.name)


def guess_line(known: KnownPlaces, context: Context) -> NoticeView:
    """What one key would take, or that nobody knows; nothing for a melding with a point."""
    incident, action = unplaced(context), context.catalog.by_id["pin-place"]
    if incident is None or not context.permitted(action):
        return NoticeView()
    best = known.best(incident.place.name)
    if best is None:
        return NoticeView(
            text=context.say("place-no-guess", name=harmless(incident.place.name)), tone=Tone.WARN
        )
    kind = (
        context.say(f"place-kind-{best.kind}") if context.texts.has(f"place-kind-{best.kind}") else best.kind
    )
    press = key_name(action.key)
    return NoticeView(
        text=context.say("place-guess", press=press, name=harmless(best.name), kind=harmless(kind)),
        tone=Tone.WARN,
    )
