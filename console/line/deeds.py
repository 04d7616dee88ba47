"""What the line's own actions of the screen do. Pure."""

from console.actions.action import Where
from console.part.context import Context
from console.part.effects import BeginLine, Effects, GoTo, Select, Send, SwitchLine, Values, Warn
from protocol.commands.contact import StepBack, StepIn
from protocol.model.member import Right


def go_line(context: Context, values: Values) -> Effects:
    """To the line, of another incident where one is named; by key and there already: to the other line."""
    if "incident" in values:
        return (Select(values["incident"]), GoTo(Where.LINE))
    if values.get("by-key") and context.panel is Where.LINE:
        return (SwitchLine(), GoTo(Where.LINE))
    return (GoTo(Where.LINE),)


def step(context: Context, values: Values) -> Effects:
    """Onto the contact line to speak, or, for who speaks there already, only to listen again.

    Where a reason is asked for, the line for it is begun.
    """
    if not context.permitted(context.catalog.by_id["step-in"]):
        return (Warn(context.say("desk-may-not", what=context.say("action-step"))),)
    incident = context.board.incidents.get(values["incident"])
    member = None if incident is None else incident.contact_line.member(context.name)
    speaks = member is not None and member.right is Right.TALKS
    if context.terms.reason_to_listen:
        verb = context.verb_of("step-back" if speaks else "step-in")
        return (BeginLine(f"{verb} #{values['incident']} "),)
    return (Send((StepBack if speaks else StepIn)(incident=values["incident"])),)
