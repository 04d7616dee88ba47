"""Messages to bytes and back: golden bytes and round trips. What is refused stands in test_frames_refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import AddEntry
from protocol.commands.units import AssignUnit, SetUnitStatus
from protocol.errors import Reason
from protocol.facts.fact import Fact
from protocol.facts.timeline import EntryAdded
from protocol.facts.units import UnitAssigned
from protocol.model.moment import from_ms
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.priority import Priority
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.wire.frames import decode_down, decode_facts, decode_up, encode, encode_facts
from protocol.wire.limits import MAX_UP_FRAME_BYTES
from protocol.wire.messages import (
    Alive,
    Delta,
    Do,
    Done,
    Fetch,
    Piece,
    Positions,
    Refusal,
    SnapshotPart,
    Welcome,
)
from tests.protocol.make import OPENED as OPENED_FACT
from tests.protocol.make import change
from tests.strategies import COMMAND_KINDS, DOWN_MESSAGES, UP_MESSAGES, facts, ids, values_of

NOW_MS = 1_790_000_000_000

WELCOME = Welcome(
    world=Name("oefening"),
    exercise=True,
    name=Name("anna"),
    role=Role.OPCO,
    now=from_ms(NOW_MS),
    history="h",
    seq=3,
    at=from_ms(5),
    snapshot=False,
    newest=4,
    ticket="t",
    status_numbers=((1, UnitStatus.AVAILABLE),),
)

GOLDEN_UP = {
    "9308079305cd01a10c": Do(id=7, command=AssignUnit(incident=417, unit=12)),
    "9308079405cd01a10cc3": Do(id=7, command=AssignUnit(incident=417, unit=12, divert=True)),
    "93080193070c03": Do(id=1, command=SetUnitStatus(unit=12, status=UnitStatus.EN_ROUTE)),
    "930801930ace000186a0a161": Do(id=1, command=AddEntry(incident=100_000, text=Text("a"))),
    "930801 93 01 a178 92 a179 92 ce004f3940 ce0006d9e8": Do(
        id=1,
        command=OpenIncident(
            what=Name("x"), place=Place(name=Name("y"), point=Point(lat_deg=51.92, lon_deg=4.49))
        ),
    ),
    "930801 94 01 a178 91a179 01": Do(
        id=1, command=OpenIncident(what=Name("x"), place=Place(name=Name("y")), priority=Priority.P1)
    ),
    "9105": Alive(),
    "9205cd012c": Alive(received_bytes=300),
    "930701a9686973746f72792f31": Fetch(id=1, document="history/1"),
    "940701a9686973746f72792f3107": Fetch(id=1, document="history/1", offset=7),
}
GOLDEN_DOWN = {
    "9105": Alive(),
    "930a0705": Done(id=7, seq=5),
    "940a0705cd01a1": Done(id=7, seq=5, number=417),
    "930b07a9756e69742d62757379": Refusal(id=7, reason=Reason.UNIT_BUSY),
    "950b07a9756e69742d62757379 91 92a175a178 91 92a16907": Refusal(
        id=7, reason=Reason.UNIT_BUSY, texts=(("u", "x"),), numbers=(("i", 7),)
    ),
    "94060002c40178": SnapshotPart(index=0, count=2, packed=b"x"),
    "950c010003c403616263": Piece(id=1, offset=0, total=3, data=b"abc"),
}
GOLDEN_WELCOME = "9d04 a86f6566656e696e67 c3 a4616e6e61 02 cf000001a0c4506c00 a168 03 05 c2 04 a174 91 920101"


@pytest.mark.parametrize(("written", "message"), GOLDEN_UP.items(), ids=str)
def test_a_frame_upward_is_these_bytes_and_no_others(written: str, message: Any) -> None:
    """Both ways: a frame of today can be read by a console of last year."""
    assert bytes.fromhex(written) == encode(message)
    assert message == decode_up(bytes.fromhex(written), now_ms=0)


@pytest.mark.parametrize(("written", "message"), GOLDEN_DOWN.items(), ids=str)
def test_a_frame_downward_is_these_bytes_and_no_others(written: str, message: Any) -> None:
    """Both ways."""
    assert bytes.fromhex(written) == encode(message)
    assert message == decode_down(bytes.fromhex(written), None, now_ms=0)


def test_a_welcome_is_these_bytes_and_no_others() -> None:
    """Thirteen elements in the order of the class."""
    assert bytes.fromhex(GOLDEN_WELCOME) == encode(WELCOME)
    assert decode_down(encode(WELCOME), None, now_ms=0) == WELCOME


@pytest.mark.parametrize("kind", UP_MESSAGES, ids=lambda kind: kind.__name__)
@given(st.data())
def test_every_message_upward_survives_the_trip(kind: type, data: st.DataObject) -> None:
    """Whatever is in it."""
    message = data.draw(UP_MESSAGES[kind])
    assert message == decode_up(encode(message), now_ms=0)


@pytest.mark.parametrize("kind", DOWN_MESSAGES, ids=lambda kind: kind.__name__)
@given(st.data())
def test_every_message_downward_survives_the_trip(kind: type, data: st.DataObject) -> None:
    """Whatever is in it."""
    message = data.draw(DOWN_MESSAGES[kind])
    assert message == decode_down(encode(message), None, now_ms=0)


@pytest.mark.parametrize("kind", COMMAND_KINDS, ids=lambda kind: kind.__name__)
@given(st.data())
def test_every_command_survives_the_trip_within_the_limit(kind: type[Any], data: st.DataObject) -> None:
    """Also the longest that a person can type."""
    message = Do(id=data.draw(ids()), command=data.draw(values_of(kind)))
    frame = encode(message)
    assert len(frame) <= MAX_UP_FRAME_BYTES
    assert message == decode_up(frame, now_ms=0)


@given(st.lists(facts(), max_size=4).map(tuple))
def test_facts_survive_the_journal(some: tuple[Fact, ...]) -> None:
    """With every name spelled out: a body can be read on its own."""
    assert some == decode_facts(encode_facts(some))


def test_the_body_of_facts_is_these_bytes_and_no_others() -> None:
    """Journals live for years."""
    body = encode_facts((UnitAssigned(incident=417, unit=12), EntryAdded(incident=1, text=Text("a"))))
    assert bytes.fromhex("92 9305cd01a10c 930e01a161") == body


def test_a_delta_is_not_written_alone() -> None:
    """It leans on the one before it."""
    with pytest.raises(TypeError, match="DeltaWriter"):
        encode(Delta(change=change(1, OPENED_FACT), after=0))


def test_positions_travel_as_a_message() -> None:
    """In both directions, dated by the clock of the frame."""
    message = Positions(fixes=())
    assert message == decode_up(encode(message, now_ms=NOW_MS), now_ms=NOW_MS)
    assert message == decode_down(encode(message, now_ms=NOW_MS), None, now_ms=NOW_MS)
