"""What and where of a melding as they are shown: harmless, and loud where nobody knows them yet. Pure."""

from console.harmless import harmless
from console.paint.tone import Tone
from console.paint.words import Say
from protocol.model.incident import Incident


def what_said(incident: Incident, say: Say) -> str:
    """What it is; "what unknown" before anybody said so."""
    return harmless(incident.what) or say("what-unknown")


def place_said(incident: Incident, say: Say) -> str:
    """Where it is; "place unknown" before anybody said so."""
    return harmless(incident.place.name) or say("place-unknown")


def what_tone(incident: Incident, known: Tone) -> Tone:
    """Loud while it is not known, or became more urgent than what was said of it."""
    return Tone.WARN if incident.is_open and (not incident.what or incident.outgrown) else known


def place_tone(incident: Incident, known: Tone) -> Tone:
    """Loud while it is not known."""
    return Tone.BAD if incident.is_open and not incident.place.name else known
