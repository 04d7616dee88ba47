"""From an action or a typed line to wishes and deeds. Part of the desk.

What is not understood stays in the command line with its problem; what a role may not is said and not sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from console.actions.action import Action, Where
from console.actions.key_names import key_name
from console.desk.screen_actions import DEEDS
from console.dispatch.arrivals import confirm
from console.documents.by_verb import FETCHED
from console.grammar.complete import Completion, complete
from console.grammar.moments import Clock
from console.grammar.parse import parse
from console.grammar.prefill import line_for
from console.grammar.problem import Parsed, Problem
from console.line.speaking import begin_to_speak
from console.melding.letting_go import show_missing
from console.paint.tone import Tone
from console.part.field import Field
from protocol.rules.letting_go import missing_to_let_go

if TYPE_CHECKING:
    from console.desk.desk import Desk


EXPLAINED = frozenset({"listen", "step-in", "step-back"})
"""Begun as a line where the site asks for a reason, because the server would refuse them without."""


def perform(desk: Desk, action: Action) -> None:
    """By key or from the palette: at once where nothing is missing, else as a line to be finished."""
    if not desk.permitted(action):
        _may_not(desk, action)
        return
    if action.id == "speak":
        begin_to_speak(desk)
        return
    if action.id == "open-contact" and desk.lines.goes_to_open_contact():
        return
    if action.id == "intake":
        desk.forms.open()
        return
    if action.id == "arrived" and confirm(desk):
        return
    if action.id == "close" and _shows_missing(desk, action):
        return
    if action.build is None and not any(arg.required for arg in action.args):
        desk.field = None
        _do(desk, action, {"by-key": True})
        return
    begun = line_for(action, desk.selection, desk.store.board, desk.texts.language)
    wants_why = action.id in EXPLAINED and desk.terms.reason_to_listen
    if action.at_once and begun.complete and not wants_why:
        parsed = parsed_line(desk, begun.text)
        if isinstance(parsed, Parsed):
            desk.field = None
            _run(desk, parsed)
            return
    desk.line.begin(begun.text)
    desk.field = Field.COMMAND


def _shows_missing(desk: Desk, close: Action) -> bool:
    """Closing too early shows what is missing; once more begins the line all the same."""
    incident = desk.chosen()
    if incident is None or not incident.is_open or not missing_to_let_go(incident):
        return False
    if desk.panel is Where.MELDING and desk.guarding == incident.number:
        return False
    show_missing(desk)
    desk.notices.tell(desk.say("melding-emergency", press=key_name(close.key)), Tone.WARN)
    return True


def enter_line(desk: Desk) -> None:
    """The command line is finished: do it, or say what is wrong with it and where."""
    parsed = parsed_line(desk, desk.line.edit.text)
    if isinstance(parsed, Problem):
        desk.line.wrong(parsed)
    elif not desk.permitted(parsed.action):
        _may_not(desk, parsed.action)
    elif desk.dispatch.sending.may_go(parsed.commands):
        desk.field = None
        _run(desk, parsed)
        desk.line.done()


def parsed_line(desk: Desk, line: str) -> Parsed | Problem:
    """What the line means here and now."""
    welcome = desk.store.welcome
    numbers = () if welcome is None else welcome.status_numbers
    clock = Clock(now=desk.now)
    return parse(
        line,
        desk.catalog,
        desk.store.board,
        desk.selection,
        numbers,
        clock=clock,
        classes=desk.classes,
        places=desk.places_at_hand.known,
    )


def completed(desk: Desk, line: str, caret: int) -> Completion:
    """What could stand at the caret."""
    return complete(
        line,
        caret,
        desk.catalog,
        desk.store.board,
        desk.selection,
        desk.texts.language,
        actions=desk.catalog.offered(desk.role),
        fixes=desk.store.fixes,
        classes=desk.classes,
        places=desk.places_at_hand.known,
    )


def _may_not(desk: Desk, action: Action) -> None:
    desk.notices.warn(desk.say("desk-may-not", what=desk.say(f"action-{action.id}")))


def _run(desk: Desk, parsed: Parsed) -> None:
    if parsed.action.build is None:
        _do(desk, parsed.action, parsed.values)
    for command in parsed.commands:
        desk.send(command)


def _do(desk: Desk, action: Action, values: Mapping[str, Any]) -> None:
    deed = DEEDS.get(action.id)
    if deed is None and action.id in FETCHED:
        desk.beyond.open_document(Parsed(action=action, values=values, commands=()))
    elif deed is None:
        desk.notices.warn(desk.say("desk-not-here", what=desk.say(f"action-{action.id}")), Tone.WARN)
    else:
        deed(desk, values)
    desk.settle()
