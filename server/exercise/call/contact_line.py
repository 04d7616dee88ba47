"""The contact line in the shift: some callers get a link, come in, and talk with the officer on the way.

Pure: reads a melding and says who wants to do what on its contact line. It counts what was said and never
reads it: the words are for those on the line. A line that the visitor opened is left to the visitor.
"""

from collections.abc import Iterator

from protocol.commands.command import Command
from protocol.commands.contact import (
    CloseContact,
    ComeIn,
    MakeLink,
    OpenContact,
    SayAsMelder,
    SaySafe,
    TellMelder,
)
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from server.exercise.setting.diary import Want
from server.exercise.setting.setting import DESK, INTAKE, Setting, melder_of

LINKED, SAFE = 0.4, 0.6
"""How often a caller gets a link, and says to be safe once somebody is there."""

THEIRS_S, OURS_S = (7.0, 20.0), (5.0, 14.0)
"""Until the melder and the officer have typed their next line."""

_UNDER_WAY = frozenset({UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE})


def contact_line(incident: Incident, board: Board, setting: Setting) -> Iterator[Want]:
    """What is still wanted on the contact line."""
    number, line = incident.number, incident.contact_line
    if incident.opened_by != INTAKE or setting.part("linked", number) >= LINKED:
        return
    ends = incident.phase is Phase.MERGE_OUT
    if line.link is None:
        if not ends and incident.units:
            yield _want("link", incident, INTAKE, MakeLink(incident=number), (4, 18))
    elif line.link.opened_at is None:
        if not ends and not line.link.is_withdrawn:
            come_in = ComeIn(incident=number, key=Name(f"{setting.seed} {number}"))
            yield _want("comes-in", incident, melder_of(number), come_in, (8, 30))
    elif line.opened_at is None:
        unit = _officer(incident, board, setting)
        if not ends and unit is not None:
            yield _want("open", incident, DESK, OpenContact(incident=number, unit=unit.id), (4, 15))
    elif line.is_open and setting.is_simulated(line.unit):
        yield from _talked(incident, board, setting)


def _talked(incident: Incident, board: Board, setting: Setting) -> Iterator[Want]:
    """The officer, the melder, and so on in turns; it ends when the officer stands beside the melder."""
    number, line, manners = incident.number, incident.contact_line, setting.manners
    unit = board.unit_called(line.unit)
    here = unit is not None and unit.incident == number
    there = here and unit is not None and unit.status is UnitStatus.ON_SCENE
    turns = (manners.greets, manners.replies, manners.advises, manners.thanks)
    if not here or incident.phase is Phase.MERGE_OUT:
        by = line.unit if unit is not None else DESK
        yield _want("close", incident, by, CloseContact(incident=number), (4, 12))
    elif line.said < len(turns):
        words = Text(setting.pick(turns[line.said], "contact", number, line.said))
        ours = line.said % 2 == 0
        by, wait_s = (line.unit, OURS_S) if ours else (melder_of(number), THEIRS_S)
        command: Command = (
            TellMelder(incident=number, text=words) if ours else SayAsMelder(incident=number, text=words)
        )
        yield _want("says", incident, by, command, wait_s, which=line.said)
    elif there:
        yield _want("close", incident, line.unit, CloseContact(incident=number), (20, 60))
    if there and line.safe_at is None and setting.part("safe", number) < SAFE:
        yield _want("safe", incident, melder_of(number), SaySafe(incident=number), (10, 40))


def _officer(incident: Incident, board: Board, setting: Setting) -> Unit | None:
    """The first of the shift's that is on its way or there."""
    units = (board.units[id] for id in incident.units if id in board.units)
    return next(
        (each for each in units if each.status in _UNDER_WAY and setting.is_simulated(each.call_sign)), None
    )


def _want(
    word: str,
    incident: Incident,
    by: Name,
    command: Command,
    wait_s: tuple[float, float],
    *,
    which: int = 0,
) -> Want:
    return Want(key=(f"contact-{word}", incident.number, which), by=by, command=command, wait_s=wait_s)
