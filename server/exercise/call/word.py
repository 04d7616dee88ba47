"""Promises to callers: made while they wait, mostly kept, sometimes moved in time, rarely broken and late.

Pure: reads a melding and says what its promises want now. It settles the shift's own promises; what the
visitor promised in the visitor's own name stays the visitor's to keep.
"""

from collections.abc import Iterator

from protocol.commands.promises import BreakPromise, KeepPromise, MakePromise, MovePromise
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.promise import Promise
from protocol.model.text import Name, Text
from protocol.rules.promises import open_promises
from server.exercise.setting.diary import Want
from server.exercise.setting.now import Now
from server.exercise.setting.setting import DESK, INTAKE, Setting

PROMISES, COMING = 0.4, 0.6
KEPT, MOVED = 0.76, 0.2
"""How often; the rest breaks."""

DUE_S = (300.0, 1_200.0)
LATER_S = (300.0, 600.0)
BROKEN_AFTER_S = 60.0
NOBODY = Name("melder")
"""To whom it is promised while the caller has no name."""

AT_ONCE_S = (4.0, 15.0)


def word(incident: Incident, now: Now, setting: Setting) -> Iterator[Want]:
    """What is still to be promised, kept, moved or broken."""
    number, manners = incident.number, setting.manners
    waits = incident.opened_by == INTAKE and incident.phase is Phase.MERGE_IN and not incident.promises
    if waits and setting.part("promises", number) < PROMISES:
        lines = manners.coming if setting.part("coming", number) < COMING else manners.calling
        melder = incident.intake.melder
        command = MakePromise(
            incident=number,
            what=Text(setting.pick(lines, "promised", number)),
            due=now.after(setting.between(*DUE_S, "due", number)),
            from_whom=DESK,
            to_whom=melder.name if melder is not None and melder.name else NOBODY,
        )
        yield Want(key=("promise", number, 0), by=INTAKE, command=command, wait_s=(15, 60))
    for promise in open_promises(incident):
        if setting.is_simulated(promise.from_whom):
            yield from _settle(incident, promise, now, setting)


def _settle(incident: Incident, promise: Promise, now: Now, setting: Setting) -> Iterator[Want]:
    number, key = incident.number, ("settle", incident.number, promise.id)
    left_s = now.until_s(promise.due)
    whole_s = left_s - now.until_s(promise.made_at)
    # What was moved once is kept.
    fate = setting.part("fate", number, promise.id) if promise.follows is None else 0.0
    moves, breaks = KEPT <= fate < KEPT + MOVED, fate >= KEPT + MOVED
    there = promise.what in setting.manners.coming and incident.arrived_at is not None
    ends = incident.phase is Phase.MERGE_OUT and not incident.units
    least, most = (0.5, 0.9) if moves else (0.1, 0.6)  # who cannot keep it says so early
    presses = left_s <= whole_s * setting.between(least, most, "presses", number, promise.id)
    if left_s <= -BROKEN_AFTER_S:
        why = Text(setting.pick(setting.manners.broken, "broken", number, promise.id))
        command = BreakPromise(incident=number, promise=promise.id, why=why)
        yield Want(key=key, by=DESK, command=command, wait_s=AT_ONCE_S)
    elif left_s > 0 and (there or (ends and not breaks) or (presses and not moves and not breaks)):
        keep = KeepPromise(incident=number, promise=promise.id)
        yield Want(key=key, by=DESK, command=keep, wait_s=AT_ONCE_S)
    elif left_s > 0 and presses and moves:
        later = now.after(left_s + setting.between(*LATER_S, "later", number, promise.id))
        why = Text(setting.pick(setting.manners.moved, "moved", number, promise.id))
        move = MovePromise(incident=number, promise=promise.id, due=later, why=why)
        yield Want(key=("move", number, promise.id), by=DESK, command=move, wait_s=AT_ONCE_S)
