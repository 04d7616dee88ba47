"""Documents: the history of an incident from the journal, in pieces, from any byte on."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.commands import AddEntry, CloseIncident, SetUnitStatus, SignOnUnit
from protocol.errors import Reason, Refused
from protocol.model.means import Means
from protocol.model.point import Point
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.wire.deltas import DeltaReader
from protocol.wire.frames import decode_down
from protocol.wire.messages import Piece
from server.documents import PAGE, PIECE_BYTES, as_plain, document, pieces
from server.journal.memory import MemoryJournal
from tests.server.make import World, opening


async def test_a_history_is_one_fact_a_line_oldest_first() -> None:
    """Of this incident alone, also when it is closed; what was typed stands as typed."""
    world = World()
    await world.wish(opening())
    await world.wish(opening("iets anders"))
    await world.wish(SignOnUnit(call_sign=Name("12.03"), means=Means.BICYCLE))
    await world.wish(AddEntry(incident=1, text=Text("\x1b[2J twee\n‮regels")))
    await world.wish(SetUnitStatus(unit=1, status=UnitStatus.UNAVAILABLE))
    await world.wish(CloseIncident(incident=1, reason=Text("klaar")))
    lines = (await document("history/1", world.journal)).decode().splitlines()
    told = [json.loads(line) for line in lines]
    assert [(each["seq"], each["fact"]) for each in told] == [
        (1, "IncidentOpened"),
        (4, "EntryAdded"),
        (6, "IncidentClosed"),
    ]
    assert told[0]["by"] == "anna"
    assert told[0]["place"] == {"name": "Blaak 31", "point": None}
    assert told[1]["text"] == "\x1b[2J twee\n‮regels"
    assert not any(ord(char) < 32 for line in lines for char in line)


async def test_a_long_history_is_whole() -> None:
    """Longer than the pages in which it is read."""
    world = World()
    await world.wish(opening())
    for number in range(PAGE):
        await world.wish(AddEntry(incident=1, text=Text(f"regel {number}")))
    assert (await document("history/1", world.journal)).count(b"\n") == PAGE + 1


@pytest.mark.parametrize(
    "name",
    ["", "history", "history/", "history/x", "history/-1", "history/0", f"history/{'9' * 5_000}", "map/1"],
)
async def test_a_name_that_means_nothing_is_refused(name: str) -> None:
    """With what it must look like."""
    with pytest.raises(Refused) as caught:
        await document(name, MemoryJournal())
    assert caught.value.reason == Reason.INVALID
    assert caught.value.args_by_name["expected"] == "history/NUMBER"


async def test_an_incident_that_never_was_has_no_history() -> None:
    """It is said which."""
    with pytest.raises(Refused) as caught:
        await document("history/417", MemoryJournal())
    assert (caught.value.reason, caught.value.args_by_name["incident"]) == (Reason.NO_SUCH_INCIDENT, 417)


@given(st.binary(max_size=3 * PIECE_BYTES), st.integers(0, 4 * PIECE_BYTES) | st.integers(0, 2**63 - 1))
def test_pieces_carry_the_rest_of_a_document(content: bytes, offset: int) -> None:
    """From any byte on, in small pieces; from the end on it is one that is empty, and then no more."""
    frames = list(pieces(7, content, offset))
    came = [decode_down(frame, DeltaReader(0, 0), now_ms=0) for frame in frames]
    rest = content[offset:]
    assert len(came) == max(1, -(-len(rest) // PIECE_BYTES))
    assert b"".join(piece.data for piece in came if isinstance(piece, Piece)) == rest
    at = min(offset, len(content))
    for piece in came:
        assert isinstance(piece, Piece)
        assert (piece.id, piece.offset, piece.total) == (7, at, len(content))
        at += len(piece.data)


def test_values_are_plain() -> None:
    """Enums by their key, times in ISO, points in degrees."""
    assert as_plain(
        (UnitStatus.ON_SCENE, datetime(2026, 1, 2, tzinfo=UTC), Point(lat_deg=51, lon_deg=4))
    ) == [
        "on-scene",
        "2026-01-02T00:00:00+00:00",
        {"lat_deg": 51.0, "lon_deg": 4.0},
    ]
