"""Which of a melding's two lines is shown: the open line, or the contact line to the melder.

Follows our own right: whoever comes onto the contact line sees it, whoever leaves it sees the colleagues
again. Who reads what is typed is another question (`row`). Sends nothing.
"""

from attrs import evolve

from console.actions.action import Where
from console.command.waiting_lines import line_of
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import (
    NOTHING,
    Effects,
    GoTo,
    Perform,
    Warn,
)
from console.part.reader import Reader
from console.part.whose_desk import is_units
from protocol.commands.command import Command
from protocol.commands.contact import CloseContact, LeaveContact, Listen, OpenContact, StepIn
from protocol.commands.scale import SwitchLead
from protocol.errors import Reason
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.session.events import Answered, Event
from protocol.wire.messages import Refusal


class Lines:
    """What this desk shows of lines."""

    def __init__(self) -> None:
        self._wanted: dict[int, LineKind] = {}
        self._seen: tuple[int, LineKind] | None = None
        """What was shown last without anybody asking."""

    def forget(self) -> None:
        """Another history: what was shown was of other meldingen."""
        self._wanted, self._seen = {}, None

    def shown(self, context: Context, turned_to: Reader | None = None) -> LineKind:
        """The line of the selected incident that the panel shows; `context.line` is made from it.

        Whoever turned to the caller sees the caller's words, and to colleagues theirs: `turned_to` is the
        reader that somebody chose. While somebody types, nothing else changes it.
        """
        incident = context.chosen()
        if incident is None:
            return LineKind.OPEN
        if not has_contact(incident):
            self._seen = (incident.number, LineKind.OPEN)
            return LineKind.OPEN
        if turned_to is Reader.CALLER:
            return LineKind.CONTACT
        if turned_to in (Reader.LINE, Reader.WHISPER):
            return LineKind.OPEN
        wanted = self._wanted.get(incident.number)
        if wanted is not None:
            return wanted
        if context.typing and self._seen is not None and self._seen[0] == incident.number:
            return self._seen[1]
        # A unit's own line is its colleagues': only its key leads to the melder.
        on_it = not is_units(context) and incident.contact_line.member(context.name) is not None
        kind = LineKind.CONTACT if on_it else LineKind.OPEN
        self._seen = (incident.number, kind)
        return kind

    def show(self, number: int, kind: LineKind) -> None:
        """This line of this incident from now on."""
        self._wanted[number] = kind

    def take(self, context: Context, event: Event) -> Effects:
        """An answer: the golden hour asks for the line with the word that says one is sure."""
        match event:
            case Answered(command=SwitchLead() as command, answer=Refusal(reason=Reason.GOLDEN_HOUR) as why):
                line = line_of(context, evolve(command, sure=True))
                said = context.say("lines-sure", why=context.texts.refusal(why), line=line)
                return (Warn(said, Tone.WARN),)
            case _:
                return NOTHING

    def sent(self, context: Context, command: Command) -> Effects:
        """Whoever comes onto the contact line, or goes off it, sees the line that goes with that."""
        match command:
            case (
                OpenContact(incident=number)
                | Listen(incident=number)
                | StepIn(incident=number)
                | LeaveContact(incident=number)
                | CloseContact(incident=number)
            ):
                self._wanted.pop(number, None)
                return _look(context, number, command)
            case _:
                return NOTHING

    def goes_to_open_contact(self, context: Context) -> Effects | None:
        """Asked for contact that is there already: onto it, visibly, and its line on the screen.

        None when there is none yet, or when the melder is to be put through to somebody else.
        """
        incident = context.chosen()
        if incident is None or not incident.contact_line.is_open:
            return None
        unit = context.board.units.get(context.unit or 0)
        if unit is not None and unit.id in incident.units and unit.call_sign != incident.contact_line.unit:
            return None
        self._wanted[incident.number] = LineKind.CONTACT
        if incident.contact_line.member(context.name) is None:
            return (GoTo(Where.LINE), Perform("listen"))
        return (GoTo(Where.LINE),)


def _look(context: Context, number: int, command: Command) -> Effects:
    """Whoever came onto the contact line has its words before them."""
    comes = isinstance(command, OpenContact | Listen | StepIn)
    if comes and number == context.incident and not context.typing and not is_units(context):
        return (GoTo(Where.LINE),)
    return NOTHING


def has_contact(incident: Incident) -> bool:
    """True once there is something of a contact line to be seen."""
    contact = incident.contact_line
    return contact.is_open or contact.opened_at is not None or contact.said > 0
