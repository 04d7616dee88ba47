"""Promises to callers: the shift settles its own, in time, and leaves the visitor's alone."""

from datetime import timedelta

from attrs import evolve

from protocol.commands.command import Command
from protocol.commands.promises import BreakPromise, MakePromise
from protocol.facts.promises import PromiseMade
from protocol.model.text import Name, Text
from server.exercise.call.word import BROKEN_AFTER_S, DUE_S, NOBODY, word
from server.exercise.setting.now import Now
from server.exercise.setting.setting import DESK, INTAKE
from server.exercise.shift import make_setting
from tests.protocol.make import OPENED, minute, told
from tests.server.exercise.rig import VISITOR

SETTING = make_setting(1, 12)
OWN = told(OPENED, by=INTAKE).incidents[1]
NOW = Now(s=60.0, at=minute(2))
DUE = minute(12)


def _promised(from_whom: Name, now: Now) -> list[Command]:
    """What is wanted of a promise of theirs, at twenty meldingen."""
    made = PromiseMade(incident=1, what=Text("bellen"), due=DUE, from_whom=from_whom, to_whom=NOBODY)
    incident = told(OPENED, made, by=INTAKE).incidents[1]
    many = (evolve(incident, number=number) for number in range(1, 21))
    return [want.command for one in many for want in word(one, now, SETTING)]


def test_the_intake_promises_while_its_caller_waits() -> None:
    """In the desk's name, within a quarter of an hour or so; never at the visitor's own."""
    many = [evolve(OWN, number=number) for number in range(1, 100)]
    made = [want.command for one in many for want in word(one, NOW, SETTING)]
    assert 20 < len(made) < 60
    for promise in made:
        assert isinstance(promise, MakePromise)
        assert (promise.from_whom, promise.to_whom) == (DESK, NOBODY)
        assert DUE_S[0] - 1 <= NOW.until_s(promise.due) <= DUE_S[1]
    assert not [want for one in many for want in word(evolve(one, opened_by=VISITOR), NOW, SETTING)]


def test_what_is_long_overdue_is_said_to_be_broken() -> None:
    """At every melding, once it is a minute late; not in between."""
    late = Now(s=0.0, at=DUE + timedelta(seconds=BROKEN_AFTER_S))
    broken = _promised(DESK, late)
    assert len(broken) == 20
    assert {type(command) for command in broken} == {BreakPromise}
    assert _promised(DESK, Now(s=0.0, at=DUE + timedelta(seconds=BROKEN_AFTER_S / 2))) == []


def test_what_the_visitor_promised_is_the_visitor_s_to_keep() -> None:
    """Also when it is late."""
    assert _promised(VISITOR, Now(s=0.0, at=DUE + timedelta(hours=1))) == []
