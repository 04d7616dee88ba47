"""A snapshot in frames: small ones on a weak link, large ones on a fast link, what is most urgent alone."""

import pytest

from protocol.wire.frames import decode_down
from protocol.wire.messages import SnapshotPart
from protocol.wire.snapshot_writer import Stretch
from server.hub.pacing import FIRST_WINDOW_BYTES, MOST_PIECE_BYTES, Pace
from server.hub.snapshot_frames import MOST_PART_ROWS_BYTES, Snapshot, SnapshotFrames


def parts(most_bytes: int, *stretches: tuple[int, int]) -> list[SnapshotPart]:
    """All frames of a snapshot whose stretches have these sizes, packed and unpacked."""
    made = tuple(
        Stretch(packed=bytes([place]) * packed, rows_bytes=rows)
        for place, (packed, rows) in enumerate(stretches)
    )
    frames = SnapshotFrames(Snapshot(seq=1, at_ms=0, board_seq=1, stretches=made))
    found = []
    while (frame := frames.next(most_bytes)) is not None:
        part = decode_down(frame, None, now_ms=0)
        assert isinstance(part, SnapshotPart)
        found.append(part)
    assert frames.next(most_bytes) is None
    assert b"".join(part.packed for part in found) == b"".join(each.packed for each in made)
    assert {part.count for part in found} == {len(made)}
    return found


def test_the_first_stretch_travels_alone() -> None:
    """However much the link would take."""
    assert [(each.index, each.stretches) for each in parts(10_000, *[(100, 900)] * 5)] == [(0, 1), (1, 4)]


@pytest.mark.parametrize(("most_bytes", "stretches"), [(0, 1), (199, 1), (200, 2), (399, 3)])
def test_a_frame_holds_what_the_link_likes_and_at_least_one_stretch(most_bytes: int, stretches: int) -> None:
    """Also a stretch that is longer than that."""
    assert parts(most_bytes, *[(100, 900)] * 13)[1].stretches == stretches


def test_a_frame_unpacks_to_no_more_than_a_reader_takes() -> None:
    """However well its rows compress."""
    found = parts(10_000, *[(10, MOST_PART_ROWS_BYTES // 4)] * 9)
    assert [each.stretches for each in found] == [1, 4, 4]


def test_a_weak_link_gets_a_stretch_a_frame_and_a_fast_one_many() -> None:
    """By what its window has become."""
    pace = Pace()
    assert pace.piece_bytes == FIRST_WINDOW_BYTES // 4
    for second in range(40):
        while pace.has_room:
            pace.sent(2_000, second)
        pace.acked(pace.in_flight_bytes, second + 0.01)
    assert pace.piece_bytes == MOST_PIECE_BYTES
