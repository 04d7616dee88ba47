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
    begin_to_speak(desk)
    assert desk.field is None
    rig.open(417)
    begin_to_speak(desk)
    assert desk.field is Field.SPEAK
    speak(desk, " wij zijn er ")
    assert rig.wishes == [Speak(incident=417, text=Text("wij zijn er"))]
    desk.field = None
    rig.happen(IncidentClosed(incident=417, reason=Text("klaar")))
    begin_to_speak(desk)
    assert desk.field is None
