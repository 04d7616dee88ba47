"""What those involved do together on the spot, in a few words: aims, needs, additions, citizens, referrals.

Pure: reads a melding and says what its units and the desk want to write. The lists that the visitor began are
left to the visitor; needs and referrals are met and accepted whoever asked.
"""

from collections.abc import Iterator

from protocol.commands.work import (
    AcceptReferral,
    AddAim,
    MeetNeed,
    NoteCitizen,
    Refer,
    StateAddition,
    StateNeed,
)
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.text import Name, Text
from protocol.model.unit import Unit
from protocol.model.unit_status import UnitStatus
from protocol.model.work import Aim, CitizenRole
from server.exercise.setting.diary import Want
from server.exercise.setting.setting import DESK, Setting

AIMS, NEEDS, ADDS, CITIZENS, REFERS = 0.5, 0.3, 0.6, 0.25, 0.12
"""How often."""


def together(incident: Incident, board: Board, setting: Setting) -> Iterator[Want]:
    """What is still wanted of the work on the spot."""
    units = (board.units[id] for id in incident.units if id in board.units)
    there = [unit for unit in units if _writes(unit, setting)]
    for unit in there:
        yield from _addition(incident, unit, setting)
    if there:
        yield from _begun(incident, there[0], setting)
    number, manners, work = incident.number, setting.manners, incident.work
    for need in work.needs:
        if need.met is None:
            how = Text(setting.pick(manners.met, "met", number, need.id))
            meet = MeetNeed(incident=number, need=need.id, how=how)
            yield Want(key=("meet", number, need.id), by=DESK, command=meet, wait_s=(40, 120))
    for referral in work.referrals:
        if referral.accepted_by is None:
            by_whom = Name(setting.pick(manners.accepts, "accepts", number, referral.id))
            accept = AcceptReferral(incident=number, referral=referral.id, by_whom=by_whom)
            yield Want(key=("accept", number, referral.id), by=DESK, command=accept, wait_s=(30, 110))


def _writes(unit: Unit, setting: Setting) -> bool:
    return unit.status is UnitStatus.ON_SCENE and setting.is_simulated(unit.call_sign)


def _addition(incident: Incident, unit: Unit, setting: Setting) -> Iterator[Want]:
    number = incident.number
    stated = any(addition.unit == unit.id for addition in incident.work.additions)
    if not stated and setting.part("adds", number, unit.id) < ADDS:
        text = Text(setting.pick(setting.manners.additions, "added", number, unit.id))
        state = StateAddition(incident=number, unit=unit.id, text=text)
        yield Want(key=("adds", number, unit.id), by=unit.call_sign, command=state, wait_s=(8, 45))


def _begun(incident: Incident, unit: Unit, setting: Setting) -> Iterator[Want]:
    """What the first unit there begins, each once."""
    number, manners, work, by = incident.number, setting.manners, incident.work, unit.call_sign
    if not work.aims and setting.part("aims", number) < AIMS:
        lines_by_aim = {
            Aim.PROTECT: manners.protect,
            Aim.LIMIT: manners.limit,
            Aim.STRENGTHEN: manners.strengthen,
        }
        aim = setting.pick(tuple(lines_by_aim), "aim", number)
        text = Text(setting.pick(lines_by_aim[aim], "aimed", number))
        add = AddAim(incident=number, aim=aim, text=text)
        yield Want(key=("aim", number, 0), by=by, command=add, wait_s=(12, 50))
    if not work.needs and setting.part("needs", number) < NEEDS:
        what, from_whom = setting.pick(manners.needs, "needed", number)
        need = StateNeed(incident=number, what=Text(what), from_whom=Name(from_whom))
        yield Want(key=("need", number, 0), by=by, command=need, wait_s=(15, 60))
    if not work.citizens and setting.part("citizens", number) < CITIZENS:
        name = Name(setting.pick(manners.citizens, "citizen", number))
        role = setting.pick(tuple(CitizenRole), "role", number)
        note = NoteCitizen(incident=number, name=name, role=role)
        yield Want(key=("citizen", number, 0), by=by, command=note, wait_s=(15, 60))
    if not work.referrals and setting.part("refers", number) < REFERS:
        partner = Name(setting.pick(manners.partners, "partner", number))
        refer = Refer(incident=number, partner=partner, consent=True)
        yield Want(key=("refer", number, 0), by=by, command=refer, wait_s=(30, 80))
