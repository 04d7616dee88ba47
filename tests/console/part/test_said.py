"""What and where of a melding: loud where nobody knows them."""

from attrs import evolve

from console.paint.tone import Tone
from console.part.said import place_said, place_tone, what_said, what_tone
from console.texts.texts import Texts
from protocol.facts.incidents import IncidentClosed
from protocol.model.place import Place
from protocol.model.text import Name, Text
from tests.protocol.make import OPENED, told

SAY = Texts("nl", strict=True).say
KNOWN = told(OPENED).incidents[1]
UNKNOWN = evolve(KNOWN, what=Name(""), place=Place(name=Name("")))


def test_what_is_known_is_said_as_it_was() -> None:
    """In the tone of the panel, and harmless."""
    assert (what_said(KNOWN, SAY), place_said(KNOWN, SAY)) == ("vechtpartij", "Blaak 31")
    assert what_tone(KNOWN, Tone.STRONG) is Tone.STRONG
    assert place_tone(KNOWN, Tone.PLAIN) is Tone.PLAIN
    assert "\x1b" not in what_said(evolve(KNOWN, what=Name("\x1b[2J")), SAY)


def test_what_is_not_known_is_loud() -> None:
    """In words of its own; not in what is let go."""
    assert (what_said(UNKNOWN, SAY), place_said(UNKNOWN, SAY)) == ("wat onbekend", "plaats onbekend")
    assert what_tone(UNKNOWN, Tone.STRONG) is Tone.WARN
    assert place_tone(UNKNOWN, Tone.PLAIN) is Tone.BAD
    closed = told(OPENED, IncidentClosed(incident=1, reason=Text("klaar"))).incidents[1]
    assert place_tone(evolve(closed, place=UNKNOWN.place), Tone.DIM) is Tone.DIM


def test_what_was_outgrown_is_loud_too() -> None:
    """It became more urgent, and is called as before."""
    assert what_tone(evolve(KNOWN, outgrown=True), Tone.STRONG) is Tone.WARN
