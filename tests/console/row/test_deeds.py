"""What is likely next: by what is on the board, and by what this desk has sent."""

from console.desk.desk import Desk
from console.row.deed import Deed
from console.row.deeds import deeds_of, going, likely
from protocol.commands.contact import OpenContact
from protocol.commands.units import AssignUnit
from protocol.facts.contact import ContactOpened
from protocol.facts.incidents import IncidentClosed
from protocol.facts.units import UnitAssigned
from protocol.model.role import Role
from protocol.model.text import Name, Text
from tests.console.ranked import ranked
from tests.console.rig import Rig, place
from tests.console.street import sent


def _room(*, ready: bool = True) -> tuple[Rig, Desk]:
    rig = Rig()
    rig.sign_on("12.03", "12.04")
    rig.open(417, where=place("Markt 1", 0, 0))
    desk = rig.desk()
    rig.welcome()
    if ready:
        desk.parts.dispatch.recommending.asking(desk.context(), 417)
        desk.parts.dispatch.recommending.came(desk.context(), 417, ranked(417, rig.board.units))
    return rig, desk


def _deeds(desk: Desk) -> dict[int, Deed]:
    return {each.number: each for each in deeds_of(desk.context(), desk.parts.dispatch)}


def test_all_ten_in_the_order_of_the_keyboard() -> None:
    """1 to 9, and 0 last."""
    _, desk = _room()
    assert [each.number for each in deeds_of(desk.context(), desk.parts.dispatch)] == [*range(1, 10), 0]


def test_a_melding_without_anybody_wants_the_nearest() -> None:
    """By name and travel time; before the ranking came one looks who."""
    _, desk = _room()
    first = _deeds(desk)[1]
    assert (first.likely, first.target, "12.03" in first.words) == (True, 1, True)
    _, desk = _room(ready=False)
    first = _deeds(desk)[1]
    assert (first.likely, first.target) == (True, None)


def test_what_was_just_sent_counts_before_it_is_answered() -> None:
    """Put through is bright at once, with the unit that was sent."""
    rig, desk = _room()
    assert _deeds(desk)[3].why_not
    desk.send(AssignUnit(incident=417, unit=2))
    assert going(desk.context(), rig.board.incidents[417]) == (2,)
    deeds = _deeds(desk)
    assert (deeds[1].likely, deeds[3].likely, deeds[3].target) == (False, True, 2)
    desk.send(OpenContact(incident=417, unit=2))
    assert not _deeds(desk)[3].likely


def test_an_open_contact_is_listened_to_by_the_same_number() -> None:
    """Its name for ever, and what it does now behind it."""
    rig, desk = _room()
    rig.happen(UnitAssigned(unit=1, incident=417))
    rig.happen(ContactOpened(incident=417, unit=Name("12.03")), by="bert")
    assert "(luister)" in _deeds(desk)[3].words
    assert _deeds(desk)[3].why_not == ""


def test_nothing_is_done_to_a_closed_melding_or_to_none() -> None:
    """Each says why; the rest is always there."""
    rig, desk = _room()
    rig.happen(IncidentClosed(incident=417, reason=Text("klaar")))
    assert [number for number, each in _deeds(desk).items() if not each.why_not] == [0]
    empty = Rig()
    desk = empty.desk()
    empty.welcome()
    assert [number for number, each in _deeds(desk).items() if not each.why_not] == [0]
    assert likely(deeds_of(desk.context(), desk.parts.dispatch)) == ()


def test_what_a_role_may_not_do_says_so() -> None:
    """An observer sends nobody."""
    rig = Rig(role=Role.OBSERVER)
    rig.open(1)
    desk = rig.desk()
    rig.welcome()
    assert _deeds(desk)[1].why_not == desk.say("deed-not-yours")


def test_a_unit_has_deeds_of_its_own() -> None:
    """It comes along, takes cards, helps its mate; the others are those of the room."""
    _, desk = sent()
    assert [_deeds(desk)[number].action for number in (1, 8, 9, 3)] == [
        "come-along",
        "take-card",
        "strengthen",
        "open-contact",
    ]
    assert _deeds(desk)[9].why_not == desk.say("deed-no-pair")
