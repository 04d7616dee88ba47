"""Feedback owed, from the board."""

from console.melding.owed_feedback import owed
from protocol.facts.incidents import PhaseEntered
from protocol.facts.letting_go import FeedbackGiven
from protocol.facts.units import UnitAssigned
from protocol.model.phase import Phase
from protocol.model.text import Text
from tests.console.rig import Rig, letter


def town() -> Rig:
    """Three meldingen in uitvoegen, the second told."""
    rig = Rig()
    rig.sign_on("12.03")
    for number in (1, 2, 3):
        rig.open(number)
    rig.happen(UnitAssigned(incident=3, unit=1))
    for number in (3, 2, 1):
        rig.later(60)
        rig.happen(PhaseEntered(incident=number, phase=Phase.MERGE_OUT))
    rig.happen(FeedbackGiven(incident=2, text=Text("verteld"), given=True))
    return rig


def test_longest_first_and_not_who_was_told() -> None:
    """What is owed since longest stands on top."""
    assert [each.number for each in owed(town().board)] == [3, 1]


def test_of_one_unit() -> None:
    """A unit sees what it owes itself."""
    assert [each.number for each in owed(town().board, "12.03")] == [3]


def test_the_list_over_the_screen() -> None:
    """One key shows it, or says that there is none."""
    rig = town()
    desk = rig.desk()
    rig.welcome()
    letter(desk, "U")
    assert rig.opened[0] == "Terugmelding nog te geven: 2"
    assert len(rig.opened) == 3
