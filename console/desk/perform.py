"""From an action or a typed line to wishes and deeds. Pure but for the state of the parts.

What is not understood stays in the command line with its problem; what a role may not is said and not sent.
"""

from console.actions.action import Action, Where
from console.actions.problem import Parsed, Problem
from console.command.line_reading import parsed_line
from console.desk.deeds import DEEDS
from console.desk.parts import Parts
from console.dispatch.arrivals import confirm
from console.dispatch.sending import price_of
from console.documents.by_verb import FETCHED
from console.field.edit import Edit
from console.grammar.prefill import line_for
from console.line.deeds import to_caller
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import (
    NOTHING,
    BeginLine,
    ChooseReader,
    Effects,
    Focus,
    GoTo,
    OpenDocument,
    Send,
    Settle,
    Tell,
    Values,
    Warn,
)
from console.part.reader import Reader
from protocol.rules.letting_go import missing_to_let_go

EXPLAINED = frozenset({"listen", "step-in", "step-back"})
"""Begun as a line where the site asks for a reason, because the server would refuse them without."""


def perform(parts: Parts, context: Context, action: Action) -> Effects:
    """By key or from the palette: at once where nothing is missing, else as a line to be finished."""
    if not context.permitted(action):
        return _may_not(context, action)
    special = _special(parts, context, action)
    if special is not None:
        return special
    if action.build is None and not any(arg.required for arg in action.args):
        return (Focus(None), *_do(parts, context, action, {"by-key": True}))
    begun = line_for(action, context.selection, context.board, context.language)
    wants_why = action.id in EXPLAINED and context.terms.reason_to_listen
    if action.at_once and begun.complete and not wants_why:
        parsed = parsed_line(context, begun.text)
        if isinstance(parsed, Parsed):
            return (Focus(None), *_run(parts, context, parsed))
    return (BeginLine(begun.text),)


def enter_line(parts: Parts, context: Context) -> Effects:
    """The command line is finished: do it, or say what is wrong with it and where.

    A letter alone does what its action does without words: at once, or a line is begun to be finished.
    """
    lettered = context.catalog.by_letter(context.panel).get(parts.line.edit.text.strip())
    if lettered is not None:
        parts.line.paste(Edit())
        return (Focus(None), *perform(parts, context, lettered))
    parsed = parsed_line(context, parts.line.edit.text)
    if isinstance(parsed, Problem):
        parts.line.wrong(parsed)
        return NOTHING
    if not context.permitted(parsed.action):
        return _may_not(context, parsed.action)
    parts.line.done()
    return (Focus(None), *_run(parts, context, parsed), *price_of(context, parsed.commands))


def _special(parts: Parts, context: Context, action: Action) -> Effects | None:
    """Actions that mean something of their own here and now; None for all others."""
    match action.id:
        case "speak":
            return (GoTo(Where.LINE), ChooseReader(Reader.LINE))
        case "whisper":
            return (GoTo(Where.LINE), ChooseReader(Reader.WHISPER))
        case "tell-melder":
            return to_caller(context)
        case "log":
            return (ChooseReader(None),)
        case "open-contact":
            return parts.lines.goes_to_open_contact(context)
        case "intake":
            return parts.intake.forms.open(context)
        case "arrived":
            return confirm(context)
        case "close":
            return _shows_missing(parts, context, action)
        case "take-back":
            return parts.back.press(context)
        case _:
            return None


def _shows_missing(parts: Parts, context: Context, close: Action) -> Effects | None:
    """Closing too early shows what is missing; once more begins the line all the same."""
    incident = context.chosen()
    if incident is None or not incident.is_open or not missing_to_let_go(incident):
        return None
    if context.panel is Where.MELDING and context.guarding == incident.number:
        return None
    told = Tell(context.say("melding-emergency", press=context.key_of(close.id)), Tone.WARN)
    return (*parts.melding.show_missing(context), told)


def _may_not(context: Context, action: Action) -> Effects:
    return (Warn(context.say("desk-may-not", what=context.say(f"action-{action.id}"))),)


def _run(parts: Parts, context: Context, parsed: Parsed) -> Effects:
    if parsed.action.id == "take-back":
        return parts.back.press(context)
    sent = tuple(map(Send, parsed.commands))
    return (
        (*_do(parts, context, parsed.action, parsed.values), *sent) if parsed.action.build is None else sent
    )


def _do(parts: Parts, context: Context, action: Action, values: Values) -> Effects:
    """What the screen does for it."""
    deed = DEEDS.get(action.id)
    if deed is not None:
        return (*deed(parts, context, values), Settle())
    if action.id in FETCHED:
        return (OpenDocument(Parsed(action=action, values=values, commands=())), Settle())
    return (Warn(context.say("desk-not-here", what=context.say(f"action-{action.id}")), Tone.WARN), Settle())
