"""A run of changes, written once and read by everybody, whenever they came in."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from protocol.change import Change
from protocol.errors import OutOfStep, WrongShape
from protocol.facts.incidents import PlaceChanged
from protocol.facts.timeline import EntryAdded, LineJoined
from protocol.facts.units import UnitAssigned, UnitReleased
from protocol.model.moment import to_ms
from protocol.model.place import Place
from protocol.model.point import Point
from protocol.model.text import Name, Text
from protocol.wire.deltas import MIN_GENERATION, DeltaReader, DeltaWriter
from protocol.wire.frames import decode_down
from protocol.wire.lexicon import CAPACITY
from protocol.wire.messages import Delta
from protocol.wire.packing import pack, unpack
from tests.histories import histories
from tests.protocol.make import ANNA, BEN, OPENED, START_MS, change, minute
from tests.protocol.wire.readers import Latecomer


def _writer() -> DeltaWriter:
    return DeltaWriter(0, START_MS)


def test_the_first_change_begins_a_generation_and_spells_out_its_names() -> None:
    """Plain and known are alike, but for the tag and the point."""
    written = _writer().write(change(1, OPENED))
    plain = unpack(written.plain, max_bytes=1_000)
    known = unpack(written.known, max_bytes=1_000)
    assert plain == [1, 0, 60_000, "anna", [7, 1, 2, "vechtpartij", ["Blaak 31", [5_192_000, 449_000]]]]
    assert known == [3, 0, 60_000, "anna", [7, 1, 2, "vechtpartij", ["Blaak 31", [5_192_000, 449_000]]]]
    assert (1, 0, to_ms(minute(1)), 0) == (
        written.seq,
        written.after,
        written.at_ms,
        written.generation_after,
    )


def test_what_was_said_before_costs_a_number_and_points_a_step() -> None:
    """In the known form only."""
    writer = _writer()
    writer.write(change(1, OPENED))
    near = Place(name=Name("Blaak 31"), point=Point(lat_deg=51.92003, lon_deg=4.48998))
    written = writer.write(change(2, PlaceChanged(incident=1, place=near)))
    assert unpack(written.known, max_bytes=100) == [2, 1, 60_000, 0, [8, 1, [2, [3, -2]]]]
    assert unpack(written.plain, max_bytes=100) == [
        1,
        1,
        60_000,
        "anna",
        [8, 1, ["Blaak 31", [5_192_003, 448_998]]],
    ]


def test_a_routine_change_is_these_bytes_and_no_others() -> None:
    """An assignment by somebody known: eleven bytes."""
    writer = _writer()
    writer.write(change(1, OPENED))
    written = writer.write(change(2, UnitAssigned(incident=1, unit=12)))
    assert bytes.fromhex("95 02 01 cdea60 00 93 05 01 0c") == written.known
    assert bytes.fromhex("95 01 01 cdea60 a4616e6e61 93 05 01 0c") == written.plain


def test_numbers_that_were_passed_over_are_written_as_a_step() -> None:
    """A console that may not see everything follows all the same."""
    writer = _writer()
    writer.write(change(1, OPENED))
    written = writer.write(change(300, LineJoined(incident=1)))
    assert unpack(written.known, max_bytes=100)[1] == [1, 299]
    reader = DeltaReader(1, to_ms(minute(1)))
    assert decode_down(written.plain, reader, now_ms=0) == Delta(
        change=change(300, LineJoined(incident=1)), after=1
    )
    assert (300, to_ms(minute(300))) == (reader.seq, reader.at_ms)


@given(
    histories(gaps=True, waves=False),
    st.lists(st.integers(0, 40), max_size=5),
    st.lists(st.booleans(), max_size=40),
)
def test_everybody_reads_what_was_written_whenever_they_came_in(
    history: tuple[Change, ...], joins: list[int], flags: list[bool]
) -> None:
    """In the known form from a generation that began where they were, and in the plain form before that."""
    writer = _writer()
    consoles = [Latecomer(0, START_MS)]
    for place, made in enumerate(history):
        consoles += [Latecomer(writer.seq, writer.at_ms) for join in joins if join == place]
        written = writer.write(made, latecomers=place < len(flags) and flags[place])
        for console in consoles:
            console.hear(written)
    deltas = []
    after = 0
    for made in history:
        deltas.append(Delta(change=made, after=after))
        after = made.seq
    for console in consoles:
        assert console.read == [delta for delta in deltas if delta.after >= console.joined_after]


def _talk(writer: DeltaWriter, seqs: range, consoles: list[Latecomer], *, latecomers: bool) -> set[int]:
    """Routine changes to the listeners; the generations they were in."""
    generations = set()
    for seq in seqs:
        by = (ANNA, BEN)[seq % 2]
        fact = UnitReleased(incident=1, unit=1) if seq % 3 else EntryAdded(incident=1, text=Text(str(seq)))
        written = writer.write(change(seq, fact, by=by), latecomers=latecomers)
        generations.add(written.generation_after)
        for console in consoles:
            console.hear(written)
            assert console.read[-1].change == change(seq, fact, by=by)
    return generations


def test_a_new_generation_begins_for_latecomers_when_the_old_one_is_old_enough() -> None:
    """Not sooner: the others pay for it. From then on the latecomer reads the known form as well."""
    writer = _writer()
    console = Latecomer(0, START_MS)
    assert {0} == _talk(writer, range(1, 10), [console], latecomers=False)
    late = Latecomer(writer.seq, writer.at_ms)
    generations = _talk(writer, range(10, MIN_GENERATION + 20), [console, late], latecomers=True)
    assert {0, MIN_GENERATION} == generations
    assert late.can_read_known(writer.write(change(writer.seq + 1, LineJoined(incident=1))))


def test_without_latecomers_a_generation_goes_on() -> None:
    """Until its lexicon is full."""
    writer = _writer()
    assert {0} == _talk(writer, range(1, 2 * MIN_GENERATION), [], latecomers=False)


def test_a_full_lexicon_begins_a_new_generation_with_the_next_change() -> None:
    """Nobody need do anything, and everybody goes on reading."""
    writer = _writer()
    console, late = Latecomer(0, START_MS), None
    begun = set()
    for seq in range(1, CAPACITY // 3 + 40):
        if seq == 100:
            late = Latecomer(writer.seq, writer.at_ms)
        places = [Place(name=Name(f"{seq}-{part}")) for part in range(4)]
        made = change(seq, *(PlaceChanged(incident=1, place=place) for place in places))
        written = writer.write(made)
        begun.add(written.generation_after)
        for each in filter(None, [console, late]):
            each.hear(written)
            assert each.read[-1].change == made
    assert begun == {0, 512}


def test_a_change_that_does_not_follow_is_out_of_step() -> None:
    """One that is missing, and the same one twice."""
    writer = _writer()
    first, second, third = (writer.write(change(seq, LineJoined(incident=1))) for seq in (1, 2, 3))
    reader = DeltaReader(0, START_MS)
    decode_down(first.known, reader, now_ms=0)
    for wrong in (first, third):
        with pytest.raises(OutOfStep, match="does not follow number 1"):
            decode_down(wrong.known, reader, now_ms=0)
    message = decode_down(second.known, reader, now_ms=0)
    assert message == Delta(change=change(2, LineJoined(incident=1)), after=1)


FACT = [16, 1]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ([1], r"\[tag, follows, ms, by, fact ...\] @ \$, got \[1\]"),
        ([1, 1, 0, "a"], r"\[tag, follows, ms, by, fact ...\]"),
        ([1, "1", 0, "a", FACT], r"\[tag, follows, ms, by, fact ...\]"),
        ([1, True, 0, "a", FACT], r"\[tag, follows, ms, by, fact ...\]"),
        ([1, 1, 0.5, "a", FACT], r"\[tag, follows, ms, by, fact ...\]"),
        ([1, 1, False, "a", FACT], r"\[tag, follows, ms, by, fact ...\]"),
        ([1, [1], 0, "a", FACT], r"\[tag, follows, ms, by, fact ...\]"),
        ([1, [1, 0], 0, "a", FACT], r"\[tag, follows, ms, by, fact ...\]"),
        ([1, [1, -2], 0, "a", FACT], r"\[tag, follows, ms, by, fact ...\]"),
        ([1, [1, True], 0, "a", FACT], r"\[tag, follows, ms, by, fact ...\]"),
        ([1, 1, 0, 7, FACT], r"expected text @ \$\[3\], got 7"),
        ([2, 1, 0, 7, FACT], r"a name or an index below 0 @ \$\[3\], got 7"),
        ([1, 1, 0, " ", FACT], r"a valid change \(by must not be empty\) @ \$"),
        ([1, 1, 0, "a", FACT, 7], r"an array that opens with a tag @ \$\[5\], got 7"),
        ([1, 1, 0, "a", FACT, [999]], r"a tag of this version @ \$\[5\]\[0\], got 999"),
        ([2, 1, 0, "a", [9, 1, 5]], r"a name or an index below 1 @ \$\[4\].what, got 5"),
        ([1, 1, -(2**63), "a", FACT], r"a valid change \(a time must be from 0"),
        ([1, 1, 2**64 - 1, "a", FACT], r"a valid change \(a time must be from 0"),
        ([3, 1, 0, "a", [8, 1, ["b", [2**63, 0]]]], r"a point on earth .* @ \$\[4\].place.point"),
    ],
)
def test_what_is_no_change_is_refused_at_its_place(raw: list[Any], words: str) -> None:
    """The reader stays where it was."""
    reader = DeltaReader(1, START_MS)
    with pytest.raises(WrongShape, match=words):
        decode_down(pack(raw), reader, now_ms=0)
    assert (reader.seq, reader.at_ms) == (1, START_MS)


def test_a_clock_that_was_set_back_is_written_all_the_same() -> None:
    """The milliseconds since the change before are then negative."""
    writer = DeltaWriter(1, to_ms(minute(5)))
    made = evolve(change(2, LineJoined(incident=1)), at=minute(4))
    message = decode_down(writer.write(made).plain, DeltaReader(1, to_ms(minute(5))), now_ms=0)
    assert message == Delta(change=made, after=1)
