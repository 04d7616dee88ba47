"""From a lit digit to what it does: what was painted is what acts, or nothing when it changed."""

from console.actions.action import Where
from console.desk.parts import Parts
from console.line.heads import talks
from console.melding.letting_go import press_number
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Effects, GoTo, Perform, Send, Tell
from console.row.deed import Deed
from console.row.deeds import deeds_of
from console.row.lit import Kind, Lit
from console.row.make_view import likely_line
from console.unit.asks import cards_to_take
from console.unit.unit_part import press_status
from protocol.commands.contact import OpenContact
from protocol.commands.timeline import TakeCard
from protocol.model.text import Name


def act(parts: Parts, context: Context, lit: Lit) -> Effects:
    """Its time is over, or Enter said so."""
    match lit.kind:
        case Kind.DEED if isinstance(lit.meant, Deed):
            return _as_painted(parts, context, lit.meant)
        case Kind.PICK:
            ranked = parts.dispatch.picked(context, lit.digit)
            same = ranked is not None and ranked.unit == lit.meant
            return parts.dispatch.pick(context, lit.digit) if same else _changed(context)
        case Kind.REASON:
            return parts.dispatch.choosing.explain(lit.meant)
        case Kind.MISSING:
            same = parts.melding.missing(context, lit.digit) == lit.meant
            return (press_number(context, str(lit.digit)) or NOTHING) if same else _changed(context)
        case Kind.IN_NEED:
            meant = parts.emergencies.offered(context, lit.digit)
            same = meant is not None and meant == lit.meant
            return parts.emergencies.deed(context, meant) if meant and same else _changed(context)
        case Kind.STATUS:
            return press_status(context, lit.digit)
        case _:
            return NOTHING


def _as_painted(parts: Parts, context: Context, painted: Deed) -> Effects:
    """Only what stood there; what came in its place is told, and takes no digit by itself."""
    now = next(each for each in deeds_of(context, parts.dispatch) if each.number == painted.number)
    if now.why_not:
        return (Tell(f"{now.words}: {now.why_not}", Tone.WARN),)
    if painted.action == "assign-first" and painted.target is None and not painted.why_not:
        # A look at who could go was painted; that somebody is known by now takes nothing from it.
        return (Perform("recommend"),)
    if (now.action, now.target, bool(painted.why_not)) != (painted.action, painted.target, False):
        return (Tell(f"{context.say('row-changed')} {likely_line(context, parts.dispatch)}", Tone.WARN),)
    return do_deed(parts, context, now)


def do_deed(parts: Parts, context: Context, deed: Deed) -> Effects:
    """One deed that can be done."""
    match deed.action:
        case "assign-first" if deed.target is None:
            return (Perform("recommend"),)
        case "open-contact":
            return _contact(parts, context, deed)
        case "come-along":
            return parts.own.come_along(context, deed.target)
        case "take-card":
            return _take_card(context)
        case _:
            return (Perform(deed.action),)


def _contact(parts: Parts, context: Context, deed: Deed) -> Effects:
    """Through; where that is so already: listen, then speak too, then listen again."""
    incident = context.chosen()
    if incident is None:
        return NOTHING
    contact = incident.contact_line
    if not contact.is_open:
        return () if deed.target is None else (Send(OpenContact(incident=incident.number, unit=deed.target)),)
    if contact.member(context.name) is None:
        return parts.lines.goes_to_open_contact(context) or NOTHING
    return (GoTo(Where.LINE), Perform("step-back" if talks(incident, context.name) else "step-in"))


def _take_card(context: Context) -> Effects:
    """The oldest card that is not taken."""
    incident = context.chosen()
    cards = () if incident is None else cards_to_take(incident, Name(context.name))
    return (
        ()
        if incident is None or not cards
        else (Send(TakeCard(incident=incident.number, entry=cards[0].id)),)
    )


def _changed(context: Context) -> Effects:
    return (Tell(context.say("row-changed"), Tone.WARN),)
