"""Whoever rehearses handles calls as a centralist would: what makes no sense any more is not done."""

from datetime import UTC, datetime, timedelta

import pytest
from attrs import evolve

from protocol.change import Change
from protocol.commands.command import Command
from protocol.commands.incidents import CloseIncident, OpenIncident
from protocol.commands.promises import (
    BreakPromise,
    KeepPromise,
    MakePromise,
    MovePromise,
    React,
    SpeakToMelder,
)
from protocol.commands.units import AssignUnit, SetUnitStatus, SignOnUnit
from protocol.fold import fold
from protocol.model.board import Board
from protocol.model.place import Place
from protocol.model.reaction import ReactionKind
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.rules.letting_go import missing_to_let_go
from protocol.wire.messages import Done
from server.decide import decide
from server.decide.actor import Actor
from server.rehearse.calls import Call
from server.rehearse.handler import LATER_MIN, LEAST_S, Handler
from server.rehearse.handling import Doing, FollowUp
from server.rehearse.wishes import Wishes
from server.texts.texts import Texts
from tests.server.rehearse.test_handling import a_call

ANNA, BEN = Name("anna"), Name("ben")
AT = datetime(2026, 1, 16, 12, 0, tzinfo=UTC)


def now() -> datetime:
    """This second."""
    return datetime.now(UTC).replace(microsecond=0)


class Decided(Wishes):
    """Wishes that are decided at once on a board of their own; nothing is refused here."""

    def __init__(self) -> None:
        self._board = Board()
        self.wished: list[Command] = []

    @property
    def board(self) -> Board:
        """With everything in it that was wished."""
        return self._board

    async def wish(self, command: Command) -> Done | None:
        """Anna's."""
        self.wished.append(command)
        return self.done(command, by=ANNA)

    def done(self, *commands: Command, by: Name) -> Done:
        """Somebody's, without being counted."""
        for command in commands:
            facts = decide(self._board, command, Actor(name=by, role=Role.CENTRALIST))
            seq = self._board.seq + 1
            self._board = fold(self._board, Change(seq=seq, at=now(), by=by, facts=facts))
        return Done(id=1, seq=self._board.seq)


class Scene:
    """Melding 1 is open, unit 1 on duty; who rehearses is Anna, a centralist."""

    def __init__(self, speed: float = 1.0) -> None:
        self.wishes = Decided()
        self.handler = Handler(self.wishes, ANNA, Role.CENTRALIST, Texts("en"), speed=speed)
        place = Place(name=Name("Boterplein"))
        self.wishes.done(OpenIncident(what=Name("brand"), place=place), by=ANNA)
        self.wishes.done(SignOnUnit(call_sign=Name("12.01")), by=ANNA)

    @property
    def wished(self) -> list[type[Command]]:
        """What was wished by the handler, by class."""
        return [type(each) for each in self.wishes.wished]

    async def follow(self, doing: Doing, due_min: int | None = None) -> None:
        """Something is due between the stages."""
        due = None if due_min is None else AT + timedelta(minutes=due_min)
        await self.handler.follow_up(FollowUp(call=a_call("a"), doing=doing, due=due), 1, AT)

    def on_scene(self) -> None:
        """The unit is there."""
        stages = (SetUnitStatus(unit=1, status=each) for each in (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE))
        self.wishes.done(AssignUnit(incident=1, unit=1), *stages, by=ANNA)

    def promised(self, by: Name) -> None:
        """Somebody promised the caller something."""
        due = now() + timedelta(minutes=9)
        what = Text("Bellen")
        self.wishes.done(MakePromise(incident=1, what=what, due=due, from_whom=by, to_whom=Name("x")), by=by)


def dispatched(call: Call) -> Call:
    """The same, and the file sends somebody."""
    return evolve(call, dispatched=AT)


async def test_a_call_that_nobody_is_sent_to_is_dealt_with_by_telephone() -> None:
    """So that somebody reacted; a call that somebody is sent to gets its reaction with the unit."""
    scene = Scene()
    await scene.handler.opened(dispatched(a_call("a")), 1)
    assert scene.wished == []
    await scene.handler.opened(a_call("a"), 1)
    assert [each.kind for each in scene.wishes.board.incidents[1].reactions] == [ReactionKind.BY_TELEPHONE]


async def test_who_waits_for_a_unit_agrees_to_a_moment() -> None:
    """Once; and a unit that goes after all is a reaction of its own."""
    scene = Scene()
    await scene.handler.no_unit_free(1)
    await scene.handler.no_unit_free(1)
    (reaction,) = scene.wishes.board.incidents[1].reactions
    assert (reaction.kind, reaction.due is not None) == (ReactionKind.AGREED_LATER, True)
    await scene.handler.sent_after_all(1)
    assert scene.wished == [React, React]
    assert scene.wishes.board.incidents[1].reactions[-1].kind is ReactionKind.UNIT_NOW
    await scene.handler.sent_after_all(1)
    assert scene.wished == [React, React]


async def test_a_promise_of_somebody_coming_is_pointless_once_somebody_is_there() -> None:
    """Made before, not after."""
    scene = Scene()
    await scene.follow(Doing.PROMISE, 5)
    assert scene.wished == [MakePromise]
    there = Scene()
    there.on_scene()
    await there.follow(Doing.PROMISE, 5)
    assert there.wished == []


@pytest.mark.parametrize(("doing", "becomes"), [(Doing.MOVE, MovePromise), (Doing.BREAK, BreakPromise)])
async def test_only_own_promises_are_moved_kept_or_broken(doing: Doing, becomes: type[Command]) -> None:
    """What a colleague promised stays his."""
    others = Scene()
    others.promised(BEN)
    await others.follow(doing, 20)
    others.on_scene()
    await others.handler.arrived(1)
    assert others.wished == []
    own = Scene()
    own.promised(ANNA)
    await own.follow(doing, 20)
    assert own.wished == [becomes]


async def test_who_arrives_keeps_what_was_promised() -> None:
    """And nothing is left to keep afterwards."""
    scene = Scene()
    scene.promised(ANNA)
    scene.on_scene()
    await scene.handler.arrived(1)
    await scene.handler.arrived(1)
    assert scene.wished == [KeepPromise]


async def test_nothing_is_done_to_what_is_closed() -> None:
    """Nor to what never was."""
    scene = Scene()
    scene.wishes.done(CloseIncident(incident=1, reason=Text("klaar"), emergency=True), by=ANNA)
    for doing in Doing:
        await scene.follow(doing, 20)
    for number in (1, 99):
        await scene.handler.no_unit_free(number)
        await scene.handler.sent_after_all(number)
        await scene.handler.arrived(number)
        await scene.handler.let_go(a_call("a"), number)
    assert scene.wished == []


async def test_what_is_missing_is_supplied_before_it_is_closed() -> None:
    """Then the guard has nothing to say."""
    scene = Scene()
    await scene.handler.opened(a_call("a"), 1)
    await scene.follow(Doing.SPEAK)
    await scene.follow(Doing.PROMISE, 5)
    await scene.handler.let_go(a_call("a"), 1)
    assert SpeakToMelder in scene.wished
    assert missing_to_let_go(scene.wishes.board.incidents[1]) == ()


@pytest.mark.parametrize(("speed", "ahead_s"), [(1.0, 60.0 * LATER_MIN), (10.0, 6.0 * LATER_MIN)])
async def test_what_is_due_is_due_sooner_when_time_runs_faster(speed: float, ahead_s: float) -> None:
    """A quarter of an hour of the file is a minute and a half at ten times its speed."""
    scene = Scene(speed)
    before = datetime.now(UTC)
    await scene.handler.no_unit_free(1)
    (reaction,) = scene.wishes.board.incidents[1].reactions
    assert reaction.due is not None
    assert ahead_s - 1 < (reaction.due - before).total_seconds() < ahead_s + 60


async def test_however_fast_it_is_played_nothing_is_due_already() -> None:
    """The server refuses a moment that has passed."""
    scene = Scene(speed=1e9)
    before = datetime.now(UTC)
    await scene.handler.no_unit_free(1)
    (reaction,) = scene.wishes.board.incidents[1].reactions
    assert reaction.due is not None
    assert reaction.due - before > timedelta(seconds=LEAST_S / 2)
