"""How a call is handled in a rehearsal: what the file cannot tell is drawn by dice of the call's own id.

Pure: the same call is handled in the same way in every rehearsal. What is drawn here happens in time with the
stages of the call; `follow_ups` says when, `ending` how it is let go.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import IntEnum

from attrs import field, frozen
from attrs.validators import instance_of

from protocol.model.letting_go import CitizenView
from server.rehearse.calls import Call

PROMISES = 0.45
"""How often a caller is promised something."""

MOVES = 0.7
"""How often a promise that cannot be kept is moved in time; the others break."""

SPEAKS = 0.8
ALONE = 0.6
"""How often the citizen goes on alone; otherwise a named taker has it."""

REACHED = 0.85
"""How often the caller can be told how it ended."""

VIEWS = {CitizenView.AGREES: 0.8, CitizenView.NOT_REACHED: 0.14, CitizenView.DISAGREES: 0.06}

MOVED_BEFORE = timedelta(minutes=1)
"""Before its time a promise that cannot be kept is moved."""

BROKEN_AFTER = timedelta(minutes=1)


class Doing(IntEnum):
    """What follows a call between the stages of the file."""

    PROMISE = 1
    SPEAK = 2
    MOVE = 3
    """The promise, if it is still open, to another time."""

    BREAK = 4
    """The promise, if it is still open after its time."""


@frozen(kw_only=True)
class FollowUp:
    """Something to do about a call, if it still makes sense then."""

    call: Call
    doing: Doing = field(validator=instance_of(Doing))
    due: datetime | None = None
    """When what is promised or moved is due, on the clock of the calls."""


@frozen(kw_only=True)
class Handling:
    """What the dice say of one call."""

    promised_min: int | None
    """In how many minutes something is promised; None for no promise."""

    made_after_s: float
    moves_by_min: int | None
    """By how much the promise is moved when it cannot be kept; None when it breaks instead."""

    speaks_after_s: float | None
    """When the caller is spoken to, after the call; None for not before the end."""

    goes_on_alone: bool
    reached: bool
    view: CitizenView


def handling_of(call: Call) -> Handling:
    """Nobody called when a unit saw it itself: nothing is promised then, and there is nobody to tell."""
    dice = random.Random(call.source_id)
    promised_min, made_after_s = dice.randrange(5, 21), dice.uniform(15, 60)
    moves_by_min, speaks_after_s = dice.randrange(5, 16), dice.uniform(60, 600)
    promises, moves, speaks, alone, reached = (dice.random() for _ in range(5))
    called = not call.on_view
    return Handling(
        promised_min=promised_min if called and promises < PROMISES else None,
        made_after_s=made_after_s,
        moves_by_min=moves_by_min if moves < MOVES else None,
        speaks_after_s=speaks_after_s if called and speaks < SPEAKS else None,
        goes_on_alone=alone < ALONE,
        reached=called and reached < REACHED,
        view=dice.choices(list(VIEWS), list(VIEWS.values()))[0],
    )


def follow_ups(call: Call, start: datetime) -> Iterator[tuple[datetime, FollowUp]]:
    """What is to be done between the stages, each with its moment, all before the call is closed.

    A call that was open at `start` is taken up there, with its promise still to be made.
    """
    for at, doing, due in _all_follow_ups(handling_of(call), max(call.received, start)):
        if call.closed is None or at < call.closed:
            yield at, FollowUp(call=call, doing=doing, due=due)


def _all_follow_ups(handling: Handling, begun: datetime) -> Iterator[tuple[datetime, Doing, datetime | None]]:
    if handling.speaks_after_s is not None:
        yield begun + timedelta(seconds=handling.speaks_after_s), Doing.SPEAK, None
    if handling.promised_min is None:
        return
    due = begun + timedelta(minutes=handling.promised_min)
    yield begun + timedelta(seconds=handling.made_after_s), Doing.PROMISE, due
    if handling.moves_by_min is not None:
        later = due + timedelta(minutes=handling.moves_by_min)
        yield due - MOVED_BEFORE, Doing.MOVE, later
        due = later
    yield due + BROKEN_AFTER, Doing.BREAK, None
