"""What has to be asked next of a melding, in words: on its card, and under the line. Pure."""

from console.harmless import harmless
from console.melding.labelled import Setting
from console.paint.row import Row, plain
from console.paint.text import clip
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.model.incident import Incident
from protocol.rules.asking import asked_next


def question(incident: Incident, say: Say) -> str:
    """`2 is nu prio 1: wat is het nu?`, with the verb that answers it; empty for nothing to ask."""
    asked = asked_next(incident)
    if asked is None:
        return ""
    return say(
        f"asked-{asked.value}",
        incident=incident.number,
        priority=int(incident.priority),
        what=harmless(incident.what),
    )


def asked_rows(setting: Setting) -> list[Row]:
    """The question as the first row of the card."""
    text = question(setting.incident, setting.say)
    return [plain(clip(f" ? {text}", setting.width), Tone.WARN, Ground.BAR)] if text else []
