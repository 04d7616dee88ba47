"""A hub that fails in the middle of telling a change: nobody is left with a hole, wherever it failed."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from protocol.commands.incidents import ChangeWhat
from protocol.commands.timeline import InvitePartner
from protocol.model.moment import to_ms
from protocol.model.role import Role
from protocol.model.text import Name
from protocol.session.close_codes import CloseCode
from protocol.wire.deltas import DeltaWriter
from server.faults.faults import Part
from server.gateway import arrival
from server.hub import run
from server.hub.sender import Sender
from server.hub.word_frames import WordFrames
from server.sight.visibility import seen
from tests.server.consoles import NOW, Console, Town
from tests.server.hub_steps import fix, full, live, peer_of, say, town
from tests.server.make import opening

PARTNER = "brandweer"


class _Breaks:
    """A function that fails at its n-th call, before or after it did its work."""

    def __init__(self, real: Callable[..., Any], *, at: int, after: bool) -> None:
        self.real = real
        self.left = at
        self.after = after

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.left -= 1
        if self.left == 0 and not self.after:
            raise KeyError("vergeten")
        answer = self.real(*args, **options)
        if self.left == 0:
            raise KeyError("vergeten")
        return answer


PLACES = [
    (run, "seen", 1, False),
    (run, "seen", 2, False),
    (run, "seen", 3, True),
    (DeltaWriter, "write", 1, False),
    (DeltaWriter, "write", 1, True),
    (DeltaWriter, "write", 2, True),
    (Sender, "give_all", 1, False),
    (Sender, "give_all", 1, True),
    (Sender, "give_all", 2, True),
    (WordFrames, "show", 1, False),
    (WordFrames, "show", 1, True),
]


def _what(words: str) -> ChangeWhat:
    """A change that every audience sees."""
    return ChangeWhat(incident=1, what=Name(words))


async def _until_they_have_all(made: Town, *consoles: Console) -> None:
    """What is under way arrives; whose link was closed dials again, as it would by itself."""
    for _ in range(20):
        for console in consoles:
            if console.peer is None:
                await console.dial()
            await console.flow()
            await console.beat()
    for console in consoles:
        console.has_all()


@pytest.mark.parametrize(("owner", "name", "at", "after"), PLACES)
async def test_a_change_at_which_the_hub_fails_reaches_everybody(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, at: int, after: bool
) -> None:
    """Wherever in its work it fails: the room, the street, a partner, one who lags and one who is away."""
    made = await town(lines=1)
    made.may_fail = True
    await made.do(InvitePartner(incident=1, partner=Name(PARTNER)))
    room, street, partner, slow, away = (
        await live(made, "anna"),
        await live(made, "12.03", Role.UNIT),
        await live(made, PARTNER, Role.PARTNER),
        await live(made, "slow"),
        await live(made, "away"),
    )
    full(peer_of(slow), made)
    await made.do(_what("een"))
    away.hang_up()
    before = made.room.board.seq
    breaking = _Breaks(getattr(owner, name), at=at, after=after)
    with monkeypatch.context() as patched:
        # A function in a class binds; this object does not, so it is given what it would be bound to.
        patched.setattr(owner, name, lambda *args, **options: breaking(*args, **options))
        with contextlib.suppress(KeyError):
            await made.do(_what("die vergeten werd"))
    assert breaking.left <= 0
    assert made.room.board.seq == before + 1
    await made.do(_what("drie"))
    await _until_they_have_all(made, room, street, partner, slow, away)
    await made.do(_what("vier"))
    await _until_they_have_all(made, room, street, partner, slow, away)
    assert made.faulted == [(Part.HUB, "KeyError")]
    assert not room.pipe.closed
    await made.do(opening())
    await _until_they_have_all(made, room, street, partner, slow, away)


async def test_no_answer_overtakes_a_change_that_was_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asked hears "done" on its next link, behind the facts."""
    made = await town()
    made.may_fail = True
    anna = await live(made)
    with monkeypatch.context() as patched:
        patched.setattr(run, "seen", _Breaks(seen, at=1, after=False))
        wish = await anna.wish(say("die vergeten werd"))
    await anna.flow()
    assert (anna.peer, anna.answered) == (None, [])
    await anna.dial()
    await anna.flow()
    await anna.speak()
    await anna.flow()
    assert anna.answered == [wish]
    anna.has_all()


async def test_every_link_is_closed_for_resume_and_told_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Old links that are still closing get nothing of the new run."""
    made = await town()
    made.may_fail = True
    anna = await live(made)
    peer, count = peer_of(anna), len(anna.pipe.frames)
    with monkeypatch.context() as patched:
        patched.setattr(run, "seen", _Breaks(seen, at=1, after=False))
        await made.do(say("die vergeten werd"))
    assert anna.pipe.closed == (CloseCode.RESUME, "something went wrong here: resume")
    anna.pipe.closed = None
    await made.do(say("drie"))
    made.hub.acknowledged(peer, 0)
    made.hub.reply(peer, b"x")
    made.hub.tick(0)
    made.hub.leave(peer)
    assert len(anna.pipe.frames) == count


async def test_who_came_in_by_a_run_that_is_no_more_dials_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was reading the journal while the hub began anew; in the old run it would hear nothing for ever."""
    made = await town()
    anna = await live(made)
    anna.hang_up()
    await made.do(say("een"))
    await made.restart()
    real = arrival._from_journal

    async def meanwhile(*args: Any) -> Any:
        found = await real(*args)
        made.hub.begin_anew(made.room.board)
        return found

    with monkeypatch.context() as patched:
        patched.setattr(arrival, "_from_journal", meanwhile)
        await anna.dial()
    assert anna.pipe.closed == (CloseCode.RESUME, "something went wrong here: resume")
    assert not made.hub.peers
    await anna.flow()
    await anna.dial()
    await anna.flow()
    anna.has_all()


async def test_a_partner_that_returns_is_not_forgotten_with_its_old_link() -> None:
    """The end of the old link takes away the old run, not the one that the new link hears."""
    made = await town()
    await made.do(InvitePartner(incident=1, partner=Name(PARTNER)))
    old = await live(made, PARTNER, Role.PARTNER)
    gone = peer_of(old)
    made.hub.begin_anew(made.room.board)
    new = await live(made, PARTNER, Role.PARTNER)
    made.hub.leave(gone)
    await made.do(say("hallo"))
    await new.flow()
    new.has_all()
    again = await live(made, PARTNER, Role.PARTNER)
    assert peer_of(again).run is peer_of(new).run


async def test_a_change_that_can_never_be_told_keeps_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who resumes across it begins with a snapshot, which holds what it did."""
    made = await town()
    made.may_fail = True
    anna = await live(made)

    def never(*_args: object, **_options: object) -> None:
        raise KeyError("nooit")

    with monkeypatch.context() as patched:
        patched.setattr(run, "seen", never)
        patched.setattr(arrival, "seen", never)
        await made.do(say("een"))
        await anna.flow()
        assert anna.peer is None
        await anna.dial()
        await anna.flow()
        anna.has_all()
        assert peer_of(anna).snapshot is None
    assert (made.faulted, anna.snapshots) == ([(Part.HUB, "KeyError"), (Part.RESUME, "KeyError")], 2)
    await made.do(say("twee"))
    await anna.flow()
    anna.has_all()


async def test_a_link_at_which_the_beat_fails_is_let_go_alone() -> None:
    """It dials again; the others are told where units are, at the same beat."""
    made = await town(units=1)
    made.may_fail = True
    anna, ben, carla = await live(made, "anna"), await live(made, "ben"), await live(made, "carla")

    def broken() -> Iterator[bytes]:
        raise KeyError("vergeten")
        yield b""

    failing = peer_of(ben)
    failing.bulk.append(broken())
    made.hub.moved([fix(1)])
    made.hub.tick(to_ms(NOW))
    assert (failing in made.hub.peers, ben.pipe.closed) == (
        False,
        (CloseCode.RESUME, "something went wrong here: resume"),
    )
    await made.do(_what("een"))
    await _until_they_have_all(made, anna, ben, carla)
    assert [set(each.fix_by_unit) for each in (anna, carla)] == [{1}, {1}]
    assert made.faulted == [(Part.LINKS, "KeyError")]
    assert peer_of(ben) is not failing
