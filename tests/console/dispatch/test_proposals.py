"""The calm line at the bottom."""

from console.desk.desk import Desk
from console.paint.text import cells
from protocol.facts.incidents import IncidentClosed, PhaseEntered
from protocol.facts.units import UnitAssigned
from protocol.model.phase import Phase
from protocol.model.text import Text
from tests.console.ranked import FREE, ranked
from tests.console.rig import Rig, letter, place
from tests.console.shown import notice_view, proposal_line


def ready() -> tuple[Rig, Desk]:
    """Who could go to 417 is known, with many reasons."""
    rig = Rig()
    rig.sign_on("12.01", "12.02")
    rig.open(417, where=place("Havenkade 3", 0, 0))
    desk = rig.desk()
    rig.welcome()
    desk.parts.dispatch.recommending.asking(desk.context(), 417)
    why = [FREE, {"key": "own-area"}, {"key": "recently-disturbed", "minutes": 4}, {"key": "solo-misfits"}]
    desk.parts.dispatch.recommending.came(desk.context(), 417, ranked(417, rig.board.units, reasons={1: why}))
    return rig, desk


def test_reasons_as_many_as_fit_beside_the_keys() -> None:
    """The keys are never cut off."""
    _, desk = ready()
    for width in (60, 80, 120):
        text = proposal_line(desk, width).text
        assert text.endswith("Spatie 1 stuurt, F10 toont allen")
        assert cells(text) < width
    assert "solo past niet" in proposal_line(desk, 160).text


def test_nothing_is_proposed_where_somebody_goes_already() -> None:
    """Nor while the list itself is shown, nor while a wish for it is under way."""
    rig, desk = ready()
    desk.parts.dispatch.recommending.show()
    assert proposal_line(desk, 80).text == ""
    desk.parts.dispatch.recommending.hide()
    letter(desk, "J")
    assert proposal_line(desk, 80).text == ""
    rig.done()
    rig.happen(UnitAssigned(incident=417, unit=1))
    assert proposal_line(desk, 80).text == ""


def test_nothing_is_proposed_for_what_is_over() -> None:
    """Nobody is sent to a melding that was let go, or that merges out."""
    rig, desk = ready()
    assert proposal_line(desk, 80).text != ""
    rig.happen(PhaseEntered(incident=417, phase=Phase.MERGE_OUT))
    assert proposal_line(desk, 80).text == ""
    rig.happen(IncidentClosed(incident=417, reason=Text("opgelost")))
    assert proposal_line(desk, 80).text == ""


def test_a_melding_just_opened_is_answered_with_who_would_go() -> None:
    """Good news gives way to what could be done next; other good news does not."""
    _, desk = ready()
    desk.parts.notices.tell("geopend", yields=True)
    assert "Spatie 1 stuurt" in notice_view(desk, 80).text
    desk.parts.notices.tell("gedaan")
    assert notice_view(desk, 80).text == "gedaan"
