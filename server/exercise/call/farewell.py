"""Letting go with care: handed over or going on alone, checked by those that reacted, the caller told.

Pure: reads a melding that ends and what the guard still misses, and says who wants to do what about it. It
closes only when nothing is missing; what the visitor owes, the shift waits for.
"""

from collections.abc import Iterator

from protocol.commands.command import Command
from protocol.commands.incidents import CloseIncident
from protocol.commands.letting_go import AcknowledgeHandover, CheckEnd, GiveFeedback, HandOver, LetCitizenGoOn
from protocol.commands.promises import React
from protocol.model.incident import Incident
from protocol.model.letting_go import CitizenView
from protocol.model.missing import Missing
from protocol.model.phase import Phase
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from protocol.rules.contact import holder
from protocol.rules.letting_go import missing_to_let_go
from server.exercise.setting.diary import VISITOR_FACTOR, Want
from server.exercise.setting.setting import DESK, LEADER, Setting

HANDED_OVER, TOLD = 0.4, 0.88
VIEWS = (*[CitizenView.AGREES] * 8, CitizenView.NOT_REACHED, CitizenView.DISAGREES)

LOW_S, HIGH_S = 5.0, 16.0
QUIET_S = (50.0, 170.0)
"""While nobody was sent and somebody deals with it otherwise."""

M = Missing


def farewell(incident: Incident, setting: Setting) -> Iterator[Want]:
    """What is still wanted before it is closed, and then the closing."""
    if incident.units or not (incident.phase is Phase.MERGE_OUT or is_dealt_with(incident, setting)):
        return
    missing = missing_to_let_go(incident)
    wait_s = (LOW_S, HIGH_S) if incident.phase is Phase.MERGE_OUT else QUIET_S
    factor = 1.0 if setting.is_simulated(incident.opened_by) else VISITOR_FACTOR
    for word, by, command in _steps(incident, missing, setting):
        yield Want(
            key=(word, incident.number, len(incident.reactions)),
            by=by,
            command=command,
            wait_s=(wait_s[0] * factor, wait_s[1] * factor),
        )


def is_dealt_with(incident: Incident, setting: Setting) -> bool:
    """Somebody simulated reacted last, without sending anybody."""
    last = incident.reactions[-1] if incident.reactions else None
    return last is not None and last.kind.sends_nobody and last.due is None and setting.is_simulated(last.by)


def _steps(
    incident: Incident, missing: tuple[Missing, ...], setting: Setting
) -> Iterator[tuple[str, Name, Command]]:
    number, manners = incident.number, setting.manners
    if M.REACTION in missing:
        text = Text(setting.pick(manners.information, "information", number))
        react = React(incident=number, kind=ReactionKind.INFORMATION_TAKEN, agreed=True, text=text)
        yield "end-reaction", DESK, react
    if M.TAKER in missing:
        yield "end-taker", DESK, _taken(incident, setting)
    if M.ACKNOWLEDGEMENT in missing:
        yield "end-acknowledged", DESK, AcknowledgeHandover(incident=number)
    if M.CHECK in missing and not {M.REACTION, M.TAKER} & {*missing}:
        view = setting.pick(VIEWS, "view", number)
        yield "end-check", _checker(incident, setting), CheckEnd(incident=number, citizen=view)
    if missing == (M.FEEDBACK,):
        told = setting.part("told", number) < TOLD
        text = Text(setting.pick(manners.told if told else manners.untold, "feedback", number))
        by = holder(incident)
        teller = by if setting.is_simulated(by) else DESK
        yield "end-feedback", teller, GiveFeedback(incident=number, text=text, given=told)
    if not missing:
        story = setting.stories.about(incident.what)
        reasons = story.closing if story is not None else setting.stories.phrases.unattended
        reason = Text(setting.pick(reasons, "closing", number))
        yield "end-closing", DESK, CloseIncident(incident=number, reason=reason)


def _taken(incident: Incident, setting: Setting) -> HandOver | LetCitizenGoOn:
    number, manners = incident.number, setting.manners
    if setting.part("handed-over", number) >= HANDED_OVER:
        return LetCitizenGoOn(incident=number, why=Text(setting.pick(manners.alone, "alone", number)))
    words = setting.pick(manners.packet, "packet", number)
    packet = Text(words.replace("{what}", incident.what).replace("{place}", incident.place.name))
    return HandOver(incident=number, taker=Name(setting.pick(manners.takers, "taker", number)), packet=packet)


def _checker(incident: Incident, setting: Setting) -> Name:
    """The last of the shift's units on it; else whoever of the shift reacted; else the OpCo."""
    reacted = (*reversed(incident.involved), *(each.by for each in incident.reactions))
    return next((name for name in reacted if setting.is_simulated(name)), LEADER)
