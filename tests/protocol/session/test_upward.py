"""What goes up: signs of life first, wishes in their order, and behind a suspect nothing."""

from protocol.commands.timeline import JoinLine
from protocol.model.text import Name
from protocol.session import timing
from protocol.session.origin import Origin
from protocol.session.outbox import Outbox
from protocol.session.upward import Upward
from protocol.wire.messages import Alive, Do, Fetch, LooksAt
from tests.protocol.make import minute

HERE = Origin(world=Name("Waterdam"), exercise=True, history="a")


def _linked() -> Upward:
    upward = Upward(Outbox(1))
    upward.opened(0.0)
    upward.welcomed(HERE)
    return upward


def _said(upward: Upward, now_s: float = 0.0) -> list[object]:
    said: list[object] = []
    while (message := upward.next(now_s)) is not None:
        said.append(message)
    return said


def _do(id: int) -> Do:
    return Do(id=id, command=JoinLine(incident=id))


def _wish(upward: Upward, *ids: int) -> None:
    for id in ids:
        assert upward.wish(JoinLine(incident=id), minute(0)) == id


def test_a_sign_of_life_goes_before_everything_and_says_what_was_received() -> None:
    """When it is time, and at once after so many bytes; it counts how long the answer takes."""
    upward = _linked()
    _wish(upward, 1)
    upward.received(timing.ACK_EVERY_BYTES)
    assert _said(upward) == [Alive(received_bytes=timing.ACK_EVERY_BYTES), _do(1)]
    upward.tick(timing.HEARTBEAT_S / 2)
    assert _said(upward) == []
    upward.tick(timing.HEARTBEAT_S)
    assert _said(upward, 7.0) == [Alive()]
    assert [upward.heard_back(now_s) for now_s in (0.5, 7.25, 8.0)] == [0.5, 0.25, None]


def test_before_the_welcome_nothing_but_signs_of_life_goes() -> None:
    """Wishes wait, questions are refused, and of the map the newest is said on every link."""
    upward = Upward(Outbox(1, attended=False))
    upward.opened(0.0)
    _wish(upward, 1)
    upward.looks_at(None)
    assert not upward.fetch(Fetch(id=1, document="x"))
    upward.tick(timing.HEARTBEAT_S)
    assert _said(upward) == [Alive()]
    upward.welcomed(HERE)
    assert _said(upward) == [_do(1)]


def test_what_was_cut_off_goes_again_but_questions() -> None:
    """In the order in which it was wished, until it is answered."""
    upward = _linked()
    _wish(upward, 1, 2)
    assert upward.fetch(Fetch(id=1, document="x"))
    assert upward.next(0.0) == _do(1)
    assert upward.answered(1) is not None
    upward.closed()
    upward.opened(9.0)
    upward.welcomed(HERE)
    assert _said(upward) == [_do(2)]


def test_behind_a_suspect_nothing_goes_until_it_is_answered() -> None:
    """Neither what was wished before the cut nor what is wished meanwhile; then all of it, in order."""
    upward = _linked()
    _wish(upward, 1, 2)
    _said(upward)
    assert upward.hung_up_on() is None
    upward.closed()
    upward.opened(9.0)
    upward.welcomed(HERE)
    _wish(upward, 3)
    assert _said(upward) == [_do(1)]
    upward.answered(1)
    assert _said(upward) == [_do(2), _do(3)]


def test_a_wish_behind_a_tick_is_not_blamed_for_it() -> None:
    """That may have been the bad frame; the wish goes first the next time, and then it is certain."""
    upward = _linked()
    upward.looks_at(None)
    assert _said(upward) == [LooksAt(window=None)]
    for times in range(3):
        _wish(upward, *([1] if times == 0 else []))
        assert _said(upward)[:1] == [_do(1)]
        aside = upward.hung_up_on()
        upward.closed()
        upward.opened(9.0)
        upward.welcomed(HERE)
        assert (aside is not None) is (times == 1)
        if aside is not None:
            break
    assert _said(upward) == []


def test_a_wish_that_no_link_was_given_can_be_forgotten_and_never_was() -> None:
    """From the moment that a link has it nobody knows, until its answer; a cut changes nothing in that."""
    upward = _linked()
    _wish(upward, 1, 2)
    assert upward.next(0.0) == _do(1)
    assert upward.outbox.unsent == {2}
    upward.forget(2)
    assert _said(upward) == []
    assert [wish.id for wish in upward.outbox.wishes] == [1]
    upward.closed()
    assert upward.outbox.unsent == frozenset()
    _wish(upward, 3)
    assert upward.outbox.unsent == {3}
