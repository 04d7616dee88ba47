"""Who may read what is typed here and now, and who does when nobody chose. Pure.

A narrow reader stays until it is changed; one outside the police is for one sentence (`readers`).
"""

from console.line.heads import talks
from console.part.context import Context
from console.part.reader import Reader
from console.part.whose_desk import is_units, our_unit
from protocol.commands.command import Command
from protocol.commands.contact import TellMelder
from protocol.commands.timeline import AddEntry, Speak, Whisper
from protocol.permissions import may
from protocol.session.provisional import is_provisional

_SAYS: dict[Reader, type[Command]] = {
    Reader.LOG: AddEntry,
    Reader.LINE: Speak,
    Reader.WHISPER: Whisper,
    Reader.CALLER: TellMelder,
}


def usual_reader(context: Context, *, on_pair: bool) -> Reader:
    """Who reads when nobody chose: the log in the room, the own line on a unit's screen."""
    if on_pair:
        return Reader.PAIR
    if context.incident is None:
        return Reader.NOBODY
    first = (Reader.LINE,) if is_units(context) else (Reader.LOG, Reader.LINE)
    return next((each for each in first if may_say(context, each)), Reader.NOBODY)


def may_say(context: Context, reader: Reader) -> bool:
    """True when our role may speak to this reader. Before the welcome nobody knows: the server decides."""
    if reader is Reader.PAIR:
        return our_unit(context) is not None
    said = _SAYS.get(reader)
    return said is not None and (context.role is None or may(context.role, said))


def why_nobody(context: Context, reader: Reader) -> str:
    """Why nothing that is typed reaches this reader now, in words; empty when it does."""
    say, incident = context.say, context.chosen()
    if reader is Reader.PAIR:
        return ""
    if incident is None and context.incident is not None and is_provisional(context.incident):
        # A new call has the row at once: the words wait for its number.
        return "" if reader in (Reader.LOG, Reader.LINE, Reader.WHISPER) else say("row-no-melding")
    if incident is None:
        return say("row-no-melding")
    if reader is Reader.NOBODY or not may_say(context, reader):
        return say("row-nobody")
    if reader is Reader.LOG:
        return ""
    if not incident.is_open:
        return say("desk-line-closed")
    if reader is Reader.CALLER and not incident.contact_line.is_open:
        return say("lines-no-contact", press=context.key_of("open-contact"))
    if reader is Reader.CALLER and not talks(incident, context.name):
        listens = incident.contact_line.member(context.name) is not None
        return say(
            "lines-step-in-first" if listens else "lines-not-on-contact", press=context.key_of("open-contact")
        )
    return ""
