"""Who seems to be on the spot, and the key by which a person says so."""

from console.desk.desk import Desk
from console.dispatch.arrivals import all_seeming
from protocol.commands.units import SetUnitStatus
from protocol.facts.units import UnitAssigned, UnitStatusSet
from protocol.model.unit_status import UnitStatus
from tests.console.rig import Rig, deed, place, point, verb
from tests.console.shown import notice_view


def driving() -> tuple[Rig, Desk]:
    """12.01 is at the spot of 417 and has not said so; 12.02 is a kilometre away."""
    rig = Rig()
    rig.sign_on("12.01", "12.02")
    rig.open(417, where=place("Havenkade 3", 0, 0))
    rig.open(418, where=place("Markt 1", 5_000, 0))
    for unit in (2, 1):
        rig.happen(UnitAssigned(incident=417, unit=unit))
        rig.happen(UnitStatusSet(unit=unit, status=UnitStatus.EN_ROUTE))
    desk = rig.desk()
    rig.welcome()
    rig.move((1, point(30)), (2, point(1_000)))
    desk.select(417)
    return rig, desk


def test_seen_at_the_spot_is_a_question_that_one_key_answers() -> None:
    """It is proposed from the position and confirmed by a person (A55)."""
    rig, desk = driving()
    assert notice_view(desk, 80).text == "12.01 lijkt ter plaatse: Spatie 4 bevestigt"
    assert rig.wishes == []
    deed(desk, 4)
    assert rig.wishes == [SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE)]


def test_a_selected_unit_goes_first() -> None:
    """Whoever selected a unit that is at its spot confirms that one, whatever melding is selected."""
    rig, desk = driving()
    desk.select(418)
    assert "lijkt ter plaatse" not in notice_view(desk, 80).text
    desk.stand.unit = 1
    deed(desk, 4)
    assert rig.wishes == [SetUnitStatus(unit=1, status=UnitStatus.ON_SCENE)]


def test_an_old_position_proposes_nothing() -> None:
    """Whoever was there ten minutes ago may be anywhere."""
    rig, desk = driving()
    rig.later(600)
    assert "lijkt ter plaatse" not in notice_view(desk, 80).text
    assert all_seeming(desk.context()) == frozenset()


def test_everybody_who_seems_there_is_marked() -> None:
    """Also at meldingen that are not selected."""
    _, desk = driving()
    desk.select(418)
    assert all_seeming(desk.context()) == frozenset({1})


def test_without_a_unit_the_deed_says_why_and_the_verb_asks_which() -> None:
    """Nobody is on it, so nobody can have arrived."""
    rig, desk = driving()
    desk.select(418)
    deed(desk, 4)
    assert rig.wishes == []
    assert "nog niemand op" in desk.parts.notices.now.text
    verb(desk, "aangekomen")
    assert (rig.wishes, desk.parts.line.edit.text) == ([], "aangekomen")
