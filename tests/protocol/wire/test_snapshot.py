"""A board in small pieces, most urgent first, and the pieces back into a board."""

import zlib
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.errors import BadMessage, WrongShape
from protocol.facts.dispatch import ArrivalExpected, ChoiceExplained, ChoiceWeighed, SkillsAsked
from protocol.facts.incidents import IncidentClosed
from protocol.facts.order import OrderSwitched
from protocol.facts.timeline import EntryAdded
from protocol.facts.units import TaskSet, UnitAssigned
from protocol.model.autonomy import Autonomy
from protocol.model.board import Board
from protocol.model.choice import Choice, ChoiceReason
from protocol.model.order import Order
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from protocol.wire.frames import decode_down, encode
from protocol.wire.limits import MAX_DOWN_FRAME_BYTES
from protocol.wire.messages import SnapshotPart
from protocol.wire.packing import pack, unpack_all
from protocol.wire.snapshot import SnapshotReader
from protocol.wire.snapshot_writer import FIRST_SHOWN, STRETCH_ROWS_BYTES, write_snapshot
from tests.protocol.make import ANNA, OPENED, SIGNED_ON, minute, then, told
from tests.strategies import boards


def _large() -> Board:
    board = told(*(evolve(SIGNED_ON, unit=unit) for unit in range(1, 41)))
    for number in range(1, 61):
        urgency = Priority.P1 if number % 6 == 0 else Priority.P3
        board = then(board, evolve(OPENED, incident=number, priority=urgency))
        board = then(board, *(EntryAdded(incident=number, text=Text(f"regel {k}")) for k in range(9)))
    return then(board, *(IncidentClosed(incident=n, reason=Text("klaar")) for n in range(1, 61, 4)))


@given(boards())
def test_every_board_survives_the_trip_as_frames(board: Board) -> None:
    """Each part fits a frame, and the last one makes it complete."""
    reader = SnapshotReader(board.seq, board.at)
    for part in write_snapshot(board):
        assert not reader.complete
        frame = encode(part)
        assert len(frame) <= MAX_DOWN_FRAME_BYTES
        message = decode_down(frame, None, now_ms=0)
        assert isinstance(message, SnapshotPart)
        reader.read(message)
    assert reader.complete
    assert board == reader.board


def test_who_goes_and_why_arrives_with_the_board() -> None:
    """Crew, work, when it was disturbed and is expected; skills asked for, and choices with their reasons."""
    choice = Choice(unit=Name("12.03"), travel_s=90, nearest=Name("M7"), nearest_s=30, by_road=False)
    board = told(
        OPENED,
        evolve(SIGNED_ON, crew=1, team=Name("noord"), skills=(Name("dog"),), autonomy=Autonomy.GUIDED),
        TaskSet(unit=1, what=Name("school"), interruptible=True),
        SkillsAsked(incident=1, skills=(Name("dog"), Name("frisian"))),
        UnitAssigned(incident=1, unit=1),
        ChoiceWeighed(incident=1, choice=choice),
        ChoiceExplained(incident=1, reason=ChoiceReason.KNOWS_THEM),
        ArrivalExpected(unit=1, incident=1, at=minute(20)),
    )
    reader = SnapshotReader(board.seq, board.at)
    for part in write_snapshot(board):
        reader.read(part)
    unit, incident = reader.board.units[1], reader.board.incidents[1]
    assert unit == board.units[1]
    assert unit.task is not None
    assert (unit.task.interrupted, unit.disturbed_at, unit.expected_at) == (1, minute(5), minute(20))
    assert incident.choices == (evolve(choice, reason=ChoiceReason.KNOWS_THEM),)
    assert incident.skills == ("dog", "frisian")


def test_how_the_board_is_ordered_arrives_in_the_first_part() -> None:
    """With who switched it, when and why, so that the first rows are shown in their order."""
    switched = OrderSwitched(order=Order.PRIORITY, why=Text("vier wachten"))
    board = then(_large(), switched)
    reader = SnapshotReader(board.seq, board.at)
    reader.read(write_snapshot(board)[0])
    here = reader.board
    assert (here.order, here.order_since, here.order_by, here.order_why) == (
        *(Order.PRIORITY, board.at),
        *(ANNA, "vier wachten"),
    )


def test_an_empty_board_is_one_part() -> None:
    """So that it can be complete."""
    (part,) = write_snapshot(Board())
    reader = SnapshotReader(0, Board().at)
    reader.read(part)
    assert (True, Board()) == (reader.complete, reader.board)


def test_the_most_urgent_come_first_then_units_then_the_rest_and_timelines_last() -> None:
    """What has arrived can be shown while the rest is under way."""
    board = _large()
    urgent = {incident.number for incident in board.open_incidents()[:FIRST_SHOWN]}
    reader = SnapshotReader(board.seq, board.at)
    first, *rest = write_snapshot(board)
    reader.read(first)
    assert urgent == set(reader.board.incidents)
    assert (reader.board.last_incident, reader.board.last_unit, reader.board.closed) == (60, 40, ())
    seen = []
    for part in rest:
        reader.read(part)
        here = reader.board
        lines = sum(len(incident.entries) for incident in here.incidents.values())
        seen.append((len(here.units), len(here.incidents), lines))
        assert len(here.units) == 40 or set(here.incidents) == urgent
        assert len(here.incidents) == 60 or lines == 0
    assert seen == sorted(seen)
    assert board == reader.board


def test_open_incidents_come_by_urgency_and_closed_ones_newest_first() -> None:
    """In the rows of incidents as in the rows of their timelines."""
    board = _large()
    inflate = zlib.decompressobj(-15)
    rows = [row for part in write_snapshot(board) for row in unpack_all(inflate.decompress(part.packed))]
    wanted = [*(incident.number for incident in board.open_incidents()), *reversed(board.closed)]
    assert wanted == [row[1][0] for row in rows if row[0] == 2]
    assert wanted == list(dict.fromkeys(row[1] for row in rows if row[0] == 3))


def test_parts_are_small_and_share_what_was_said_before() -> None:
    """A part of about 900 bytes of rows, packed to well under half on the whole."""
    parts = write_snapshot(_large())
    inflate = zlib.decompressobj(-15)
    sizes = [len(inflate.decompress(part.packed)) for part in parts]
    assert all(size <= STRETCH_ROWS_BYTES for size in sizes[1:])
    assert sum(len(part.packed) for part in parts) < sum(sizes) / 2
    assert [(index, len(parts)) for index in range(len(parts))] == [
        (part.index, part.count) for part in parts
    ]


def test_a_row_longer_than_a_part_travels_alone() -> None:
    """A timeline of the longest lines."""
    long = [EntryAdded(incident=1, text=Text(chr(0x1F600 + k) * 2_000)) for k in range(8)]
    board = then(told(OPENED), *long)
    parts = write_snapshot(board)
    reader = SnapshotReader(board.seq, board.at)
    for part in parts:
        reader.read(part)
    assert board == reader.board


@pytest.mark.parametrize("index", [1, 2, 7])
def test_a_part_out_of_turn_is_refused(index: int) -> None:
    """The stream can only be read in order."""
    board = _large()
    reader = SnapshotReader(board.seq, board.at)
    with pytest.raises(WrongShape, match=rf"expected 0 @ \$.index, got {index}"):
        reader.read(write_snapshot(board)[index])


def test_nothing_follows_the_last_part() -> None:
    """Nor the first one twice."""
    (part,) = write_snapshot(told(OPENED))
    reader = SnapshotReader(1, minute(1))
    reader.read(part)
    for again in (part, evolve(part, index=1, count=2)):
        with pytest.raises(WrongShape, match=r"\$.index"):
            reader.read(again)


def _part(*rows: Any, cut: int = 0, more: bytes = b"") -> SnapshotPart:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    written = b"".join(map(pack, rows)) + more
    packed = deflate.compress(written[: len(written) - cut]) + deflate.flush(zlib.Z_SYNC_FLUSH)
    return SnapshotPart(index=0, count=1, packed=packed)


UNIT = [7, "12.03", 1, 1, 0]
INCIDENT = [1, 0, "anna", 2, "x", ["y"], 1, 0]


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (SnapshotPart(index=0, count=1, packed=b"\xff\xff"), r"rows \(.* @ \$.packed"),
        (_part(7), r"a row of a snapshot @ \$.packed\[0\], got 7"),
        (_part([9, 1]), r"a row of this version @ \$.packed\[0\]\[0\], got 9"),
        (_part([0, 0]), r"a row of a snapshot @ \$.packed"),
        (_part([0, 0, "0"]), r"a row of a snapshot @ \$.packed"),
        (_part([4, ["1"]]), r"a row of a snapshot @ \$.packed"),
        (_part([4, [[1]]]), r"a row of a snapshot @ \$.packed"),
        (_part([0, -1, 0]), r"a row of a snapshot @ \$.packed"),
        (_part([1, [0]]), r"a valid Unit .* @ \$.packed\[0\]"),
        (_part([1, [7, 5]]), r"expected text @ \$.packed\[0\].call_sign, got 5"),
        (_part([2, 5]), r"an array \(Incident\) @ \$.packed\[0\], got 5"),
        (_part([2, [1, 0.5]]), r"milliseconds @ \$.packed\[0\].opened_at, got 0.5"),
        (_part([3, 1, []]), r"a row of a snapshot @ \$.packed"),
        (_part([5, [1, 0, "anna"]]), r"4 elements @ \$.packed\[0\]"),
        (_part([5, [9, 0, "anna", "x"]]), r"a Order @ \$.packed\[0\]\[0\], got 9"),
        (
            _part([2, INCIDENT], [3, 1, [[1, 0, "anna", 7]]]),
            r"expected text @ \$.packed\[1\]\[0\].text, got 7",
        ),
        (_part([2, INCIDENT], [3, True, []]), r"a row of a snapshot @ \$.packed"),
        (_part([1, UNIT], cut=1), r"cut short.* @ \$.packed"),
        (_part([1, UNIT], more=b"\xc1"), r"rows \(.* @ \$.packed"),
        (_part([1, UNIT], more=b"\x91" * 3_000), r"@ \$.packed"),
        (_part([1, UNIT], more=b"\x81\x01\x02"), r"max_map_len.* @ \$.packed"),
        (_part([1, UNIT], more=b"\x91" * 900 + b"\x05"), r"deeper than 8.* @ \$.packed"),
        (_part(more=b"\xc4\x00" * 2_400_000), r"at most 4000000 bytes of rows @ \$.packed"),
    ],
)
def test_what_is_no_row_is_refused_at_its_place(part: SnapshotPart, words: str) -> None:
    """Nothing is passed over in silence: a board with a hole in it is worse than none."""
    with pytest.raises(WrongShape, match=words):
        SnapshotReader(1, minute(1)).read(part)


@given(boards(), st.data())
def test_a_damaged_part_is_refused_or_read(board: Board, data: st.DataObject) -> None:
    """Never another error, wherever the damage is."""
    (part, *_) = write_snapshot(board)
    packed = bytearray(part.packed)
    packed[data.draw(st.integers(0, len(packed) - 1))] ^= data.draw(st.integers(1, 255))
    reader = SnapshotReader(board.seq, board.at)
    try:
        reader.read(evolve(part, packed=bytes(packed)))
    except BadMessage:
        assert not reader.complete
