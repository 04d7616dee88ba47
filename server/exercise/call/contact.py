"""Keeping in touch with the caller: spoken to now and then, and handed to the unit that stands beside them.

Pure: reads a melding and says what whoever holds the caller wants. A contact that anybody offers to somebody
simulated is taken by that person, with a word.
"""

from collections.abc import Iterator

from protocol.commands.promises import OfferMelder, SpeakToMelder, TakeMelder
from protocol.model.board import Board
from protocol.model.incident import Incident
from protocol.model.phase import Phase
from protocol.model.unit_status import UnitStatus
from protocol.rules.contact import holder, last_spoken_at
from server.exercise.setting.diary import Want
from server.exercise.setting.setting import STAFF, Setting

HANDED = 0.45
"""How often the unit on the spot takes over the contact."""


def contact(incident: Incident, board: Board, setting: Setting) -> Iterator[Want]:
    """What is still wanted of the contact."""
    number, held_by, offered_to = incident.number, holder(incident), incident.contact.offered_to
    if offered_to and setting.is_simulated(offered_to):
        take = TakeMelder(incident=number)
        yield Want(key=("take", number, 0), by=offered_to, command=take, wait_s=(4, 14))
    if incident.phase is Phase.MERGE_OUT or not setting.is_simulated(held_by):
        return
    spoken = int(last_spoken_at(incident).timestamp())
    speak = SpeakToMelder(incident=number)
    yield Want(key=("speak", number, spoken), by=held_by, command=speak, wait_s=(100, 260))
    unit = board.units.get(incident.units[0]) if incident.units else None
    if unit is None or unit.status is not UnitStatus.ON_SCENE or not setting.is_simulated(unit.call_sign):
        return
    if held_by in STAFF and not offered_to and setting.part("handed", number) < HANDED:
        offer = OfferMelder(incident=number, to=unit.call_sign)
        yield Want(key=("offer", number, 0), by=held_by, command=offer, wait_s=(8, 35))
