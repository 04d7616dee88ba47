"""What is still to be said of an incident before it can be let go, in the order in which one would say it.

Pure: reads the incident and the guard, gives commands. It does only what is missing, and settles only its own
promises: what somebody else owes stays owed, and the server then refuses the closing.
"""

from collections.abc import Iterator

from protocol.commands.command import Command
from protocol.commands.letting_go import AcknowledgeHandover, CheckEnd, GiveFeedback, HandOver, LetCitizenGoOn
from protocol.commands.promises import BreakPromise, KeepPromise, React
from protocol.model.incident import Incident
from protocol.model.missing import Missing
from protocol.model.reaction import ReactionKind
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.rules.letting_go import may_check_end, missing_to_let_go
from protocol.rules.promises import open_promises
from server.rehearse.handling import Handling
from server.texts.texts import Texts


def ending(incident: Incident, handling: Handling, name: Name, role: Role, texts: Texts) -> Iterator[Command]:
    """Everything that `name` can say so that this incident may be closed; nothing when nothing is missing."""
    number, missing = incident.number, missing_to_let_go(incident)
    if Missing.CHECK in missing and not may_check_end(incident, name, role):
        yield React(
            incident=number,
            kind=ReactionKind.INFORMATION_TAKEN,
            agreed=True,
            text=Text(texts.say("reaction-information")),
        )
    for promise in open_promises(incident):
        if promise.made_by != name:
            continue
        if incident.arrived_at is not None:
            yield KeepPromise(incident=number, promise=promise.id)
        else:
            why = Text(texts.say("promise-not-reached"))
            yield BreakPromise(incident=number, promise=promise.id, why=why)
    if Missing.TAKER in missing:
        if handling.goes_on_alone:
            yield LetCitizenGoOn(incident=number, why=Text(texts.say("goes-on-because")))
        else:
            packet = Text(texts.say("handover-packet", what=incident.what, place=incident.place.name))
            yield HandOver(incident=number, taker=Name(texts.say("handover-taker")), packet=packet)
            yield AcknowledgeHandover(incident=number)
    elif Missing.ACKNOWLEDGEMENT in missing:
        yield AcknowledgeHandover(incident=number)
    if Missing.CHECK in missing:
        yield CheckEnd(incident=number, citizen=handling.view)
    if Missing.FEEDBACK in missing:
        words = Text(texts.say("feedback-told" if handling.reached else "feedback-impossible"))
        yield GiveFeedback(incident=number, text=words, given=handling.reached)
