"""What is taken back: the fields that a fact names have what it holds, and no others change."""

from attrs import evolve

from protocol.facts.back import (
    ChoicesRestored,
    DeedTakenBack,
    EmergencyRestored,
    EntryRestored,
    IncidentRestored,
    UnitRestored,
    WordStruck,
)
from protocol.facts.contact import ContactOpened, LinkMade, MelderTold
from protocol.facts.incidents import IncidentClosed, IncidentReopened, PriorityChanged
from protocol.facts.pairs import EmergencyEnded, EmergencyRaised
from protocol.facts.timeline import CardPushed, CardTaken, EntryAdded, EntryStruck
from protocol.facts.units import UnitAssigned, UnitSignedOff
from protocol.model.board import Board
from protocol.model.entry import CardKind
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from tests.protocol.make import ANNA, BEN, OPENED, SIGNED_ON, besides, minute, then, told

BOARD = told(OPENED, SIGNED_ON)


def _was(fields: tuple[str, ...], before: Board) -> IncidentRestored:
    return IncidentRestored(incident=1, fields=tuple(map(Name, fields)), incident_was=before.incidents[1])


def test_the_deed_alone_changes_nothing() -> None:
    """The facts beside it do."""
    fact = DeedTakenBack(deed=2, what=Name("AddEntry"), incidents=(1,))
    assert besides(then(BOARD, fact)) == besides(BOARD)


def test_a_field_that_is_named_has_what_it_had_and_the_others_what_they_have() -> None:
    """A place that was said since stays."""
    later = then(
        BOARD, PriorityChanged(incident=1, priority=Priority.P1), EntryAdded(incident=1, text=Text("x"))
    )
    back = then(later, _was(("priority", "entries", "number"), BOARD))
    assert back.incidents[1] == evolve(later.incidents[1], priority=Priority.P2)


def test_a_closed_melding_that_is_open_again_stands_among_the_open() -> None:
    """And a reopened one among the closed."""
    closed = then(BOARD, IncidentClosed(incident=1, reason=Text("klaar")))
    fields = ("phase", "phase_since", "closed_because", "members")
    assert besides(then(closed, _was(fields, BOARD))) == besides(BOARD)
    again = then(closed, IncidentReopened(incident=1, reason=Text("toch niet")))
    assert besides(then(again, _was((*fields, "letting_go"), closed))) == besides(closed)


def test_of_a_contact_line_only_who_is_on_it_goes_back() -> None:
    """Words and the way in are nobody's to undo."""
    linked = then(BOARD, LinkMade(incident=1, number=1, expires_at=minute(90)))
    opened = then(
        linked, ContactOpened(incident=1, unit=Name("12.03")), MelderTold(incident=1, text=Text("ja"))
    )
    line = then(opened, _was(("contact_line",), BOARD)).incidents[1].contact_line
    assert (line.is_open, line.members, line.unit) == (False, (), "")
    assert line.link == opened.incidents[1].contact_line.link
    assert line.words == opened.incidents[1].contact_line.words


def test_a_word_to_the_melder_is_struck_where_it_may_be_seen() -> None:
    """By whoever took it back; who never had it has nothing to strike."""
    said = then(BOARD, MelderTold(incident=1, text=Text("politie komt")))
    struck = then(said, WordStruck(incident=1, word=1), by=BEN).incidents[1].contact_line
    assert [word.struck_by for word in struck.words] == [BEN]
    assert struck.said == 1
    assert then(BOARD, WordStruck(incident=1, word=1)).incidents == BOARD.incidents


def test_a_line_is_struck_and_held_as_it_was() -> None:
    """Of the one entry that is named."""
    card = then(BOARD, CardPushed(incident=1, card=CardKind.WARNING, text=Text("mes")))
    taken = then(card, CardTaken(incident=1, entry=1), EntryStruck(incident=1, entry=1), by=BEN)
    back = then(taken, EntryRestored(incident=1, entry=1))
    assert back.incidents[1].entries == card.incidents[1].entries


def test_choices_are_those_that_are_told() -> None:
    """None, here."""
    assert then(BOARD, ChoicesRestored(incident=1)).incidents[1].choices == ()


def test_a_unit_has_what_it_had_or_is_on_duty_again() -> None:
    """Whole where no field is named."""
    sent = then(BOARD, UnitAssigned(incident=1, unit=1))
    fields = tuple(map(Name, ("status", "since", "incident", "disturbed_at")))
    back = then(sent, UnitRestored(unit=1, unit_was=BOARD.units[1], fields=fields))
    assert back.units[1] == BOARD.units[1]
    assert back.units[1].status is UnitStatus.AVAILABLE
    off = then(BOARD, UnitSignedOff(unit=1))
    assert then(off, UnitRestored(unit=1, unit_was=BOARD.units[1])).units == BOARD.units


def test_an_emergency_stands_as_it_did() -> None:
    """Also at whoever did not know it."""
    raised = then(BOARD, EmergencyRaised(unit=1, incident=1))
    ended = then(raised, EmergencyEnded(unit=1, why=Text("loos")))
    back = then(ended, EmergencyRestored(emergency=raised.emergencies[1]), by=ANNA)
    assert back.emergencies == raised.emergencies


def test_what_is_about_nothing_on_this_board_leaves_it_as_it_is() -> None:
    """A half-received snapshot lacks some."""
    whole = told(OPENED)
    for fact in (
        _was(("priority",), BOARD),
        EntryRestored(incident=1, entry=1),
        WordStruck(incident=1, word=1),
        ChoicesRestored(incident=1),
        UnitRestored(unit=1, unit_was=BOARD.units[1], fields=(Name("status"),)),
    ):
        assert besides(then(Board(), fact)) == besides(Board())
    assert whole.incidents[1].entries == ()
