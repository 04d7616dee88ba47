"""Speaking on the selected line."""

from console.line.speaking import begin_to_speak, speak
from console.part.field import Field
from protocol.commands.timeline import Speak
from protocol.facts.incidents import IncidentClosed
from protocol.model.text import Text
from tests.console.rig import Rig


def test_one_speaks_where_one_can() -> None:
    """Not without a melding, and not on a closed line."""
    rig = Rig()
    desk = rig.desk()
    rig.welcome()
    desk.apply(begin_to_speak(desk.parts.lines, desk.context()))
    assert desk.stand.field is None
    rig.open(417)
    desk.apply(begin_to_speak(desk.parts.lines, desk.context()))
    assert desk.stand.field is Field.SPEAK
    desk.apply(speak(desk.parts.lines, desk.context(), " wij zijn er "))
    assert rig.wishes == [Speak(incident=417, text=Text("wij zijn er"))]
    desk.stand.field = None
    rig.happen(IncidentClosed(incident=417, reason=Text("klaar")))
    desk.apply(begin_to_speak(desk.parts.lines, desk.context()))
    assert desk.stand.field is None
