"""What goes next: what was asked in its order, then the newest of every tick."""

from hypothesis import given
from hypothesis import strategies as st

from protocol.commands.timeline import JoinLine
from protocol.model.fix import Fix
from protocol.model.floor import Hand
from protocol.model.line_kind import LineKind
from protocol.model.moment import from_ms
from protocol.model.point import Point
from protocol.model.window import Window
from protocol.session.sending import MOST_FIXES, Sending
from protocol.wire.frames import encode
from protocol.wire.limits import MAX_UP_FRAME_BYTES
from protocol.wire.messages import Do, Fetch, LooksAt, OnLine, Positions

WINDOW = Window(south=20_000, west=1_700, rows=9, columns=12)


def _fix(unit: int, lat_deg: float = 51.9) -> Fix:
    return Fix(unit=unit, point=Point(lat_deg=lat_deg, lon_deg=4.4), at=from_ms(0))


@given(st.lists(st.booleans(), max_size=20), st.data())
def test_what_was_asked_goes_in_its_order_whenever_it_is_taken(
    kinds: list[bool], data: st.DataObject
) -> None:
    """Commands and documents in one row; ticks never come before them."""
    sending, asked, taken = Sending(), [], []
    for id, is_wish in enumerate(kinds, start=1):
        ask = Do(id=id, command=JoinLine(incident=1)) if is_wish else Fetch(id=id, document="d")
        sending.ask(ask)
        sending.report((_fix(1),))
        asked.append(ask)
        if data.draw(st.booleans()):
            taken.append(sending.next())
    while (message := sending.next()) is not None:
        taken.append(message)
    assert [message for message in taken if not isinstance(message, Positions)] == asked
    assert taken == asked + [message for message in taken if isinstance(message, Positions)]


def test_of_ticks_only_the_newest_is_left() -> None:
    """Of each unit and of each line, whatever else was said of others meanwhile."""
    sending = Sending()
    sending.report((_fix(1, 51.1), _fix(2, 51.2)))
    sending.report((_fix(1, 51.9),))
    contact = OnLine(incident=3, line=LineKind.CONTACT, hand=Hand.STILL)
    sending.on_line(OnLine(incident=3, line=LineKind.OPEN, read=4))
    sending.on_line(contact)
    sending.on_line(OnLine(incident=3, line=LineKind.OPEN, read=5))
    sending.looks_at(LooksAt())
    sending.looks_at(LooksAt(window=WINDOW))
    assert sending.next() == OnLine(incident=3, line=LineKind.OPEN, read=5)
    assert sending.next() == contact
    assert sending.next() == LooksAt(window=WINDOW)
    assert sending.next() == Positions(fixes=(_fix(1, 51.9), _fix(2, 51.2)))
    assert sending.next() is None


def test_many_positions_go_in_frames_that_the_server_reads() -> None:
    """However far apart the units are; the rest follows."""
    sending = Sending()
    everybody = tuple(
        Fix(
            unit=unit * 1_000,
            point=Point(lat_deg=unit % 60, lon_deg=unit % 170),
            at=from_ms(unit * 10_000),
        )
        for unit in range(1, 2 * MOST_FIXES)
    )
    sending.report(everybody)
    frames = [sending.next(), sending.next()]
    assert sending.next() is None
    assert [len(frame.fixes) for frame in frames if isinstance(frame, Positions)] == [
        MOST_FIXES,
        MOST_FIXES - 1,
    ]
    for frame in frames:
        assert frame is not None
        assert len(encode(frame, now_ms=2**40)) <= MAX_UP_FRAME_BYTES


def test_nothing_is_left_of_a_link_that_is_gone() -> None:
    """The next one begins with nothing to say."""
    sending = Sending()
    sending.ask(Fetch(id=1, document="d"))
    sending.report((_fix(1),))
    sending.on_line(OnLine(incident=3, line=LineKind.OPEN))
    sending.looks_at(LooksAt(window=WINDOW))
    sending.clear()
    assert sending.next() is None
