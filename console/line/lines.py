"""Which of a melding's two lines is shown and spoken on: the open line, or the contact line to the melder.

Follows our own right: whoever comes onto the contact line sees it, whoever leaves it sees
the colleagues again; a key shows the other one. While somebody types nothing but that key changes who hears
it. Keeps a draft for each line apart. Sends nothing by itself but what is asked with a second press.
"""

from attrs import evolve

from console.actions.action import Where
from console.field.edit import Edit
from console.line.drafts import Drafts
from console.line.heads import talks
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import (
    NOTHING,
    ClearNotice,
    Effects,
    Focus,
    GoTo,
    LookBack,
    PassOn,
    Perform,
    Send,
    Tell,
    Warn,
)
from console.part.field import Field
from console.part.whose_desk import is_units
from protocol.commands.command import Command
from protocol.commands.contact import CloseContact, LeaveContact, Listen, OpenContact, StepIn, TellMelder
from protocol.commands.scale import SwitchLead
from protocol.commands.timeline import Speak
from protocol.errors import Reason
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.text import Text
from protocol.session.events import Answered, Event
from protocol.wire.messages import Refusal


class Lines:
    """What this desk shows of lines, and what it asked to be sure of."""

    def __init__(self) -> None:
        self._wanted: dict[int, LineKind] = {}
        self._typing_on: tuple[int, LineKind] | None = None
        self.drafts = Drafts()
        """To the colleagues, by incident."""

        self.to_melder = Drafts()
        self._unsure: SwitchLead | None = None

    def forget(self) -> None:
        """Another history: what was shown, and what was asked to be sure of, was of other meldingen."""
        self._wanted, self._typing_on, self._unsure = {}, None, None

    def shown(self, context: Context) -> LineKind:
        """The line of the selected incident that the panel shows and on which one would speak.

        Needs no `context.line`: that is made from it.
        """
        incident = context.chosen()
        if incident is None or not has_contact(incident):
            return LineKind.OPEN
        if context.field is Field.SPEAK and self._typing_on is not None:
            number, kind = self._typing_on
            if number == incident.number:
                return kind
        wanted = self._wanted.get(incident.number)
        if wanted is not None:
            return wanted
        # A unit's own line is its colleagues': only its key leads to the melder.
        on_it = not is_units(context) and incident.contact_line.member(context.name) is not None
        return LineKind.CONTACT if on_it else LineKind.OPEN

    def switch(self, context: Context) -> Effects:
        """The other line of the selected incident; where there is none it is said."""
        incident = context.chosen()
        if incident is None or not has_contact(incident):
            if not context.permitted(context.catalog.by_id["open-contact"]):
                return NOTHING
            return (Tell(context.say("lines-no-contact", press=context.key_of("open-contact")), Tone.DIM),)
        other = LineKind.OPEN if context.line is LineKind.CONTACT else LineKind.CONTACT
        self._wanted[incident.number] = other
        return (LookBack(None),)

    def show(self, number: int, kind: LineKind) -> None:
        """This line of this incident from now on."""
        self._wanted[number] = kind

    def take(self, context: Context, event: Event) -> Effects:
        """An answer: what was refused comes back as a draft; the golden hour asks once more."""
        match event:
            case Answered(command=SwitchLead() as command, answer=Refusal(reason=Reason.GOLDEN_HOUR) as why):
                self._unsure = command
                return (Warn(context.say("lines-sure", why=context.texts.refusal(why)), Tone.WARN),)
            case Answered(command=TellMelder(incident=number, text=text), answer=Refusal()):
                self.to_melder.take_back(number, text)
            case Answered(command=Speak(incident=number, text=text), answer=Refusal()):
                self.drafts.take_back(number, text)
            case _:
                pass
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

    def press(self, context: Context, key: str) -> Effects | None:
        """The very next key after the question of the golden hour: Enter is sure, any other is not."""
        unsure, self._unsure = self._unsure, None
        if unsure is None:
            return None
        if key == "enter" and context.field is None:
            return (ClearNotice(), Send(evolve(unsure, sure=True)))
        if key == "escape" and context.field is None:
            return (ClearNotice(),)
        return (ClearNotice(), PassOn())

    def begin_to_speak(self, context: Context, incident: Incident) -> Effects:
        """To the shown line; who only listens may type there too, so that no letter is taken for a key."""
        self._typing_on = (incident.number, context.line)
        if context.line is LineKind.CONTACT and not talks(incident, context.name):
            return (Focus(Field.SPEAK), Warn(may_not_speak(context, incident), Tone.WARN))
        return (Focus(Field.SPEAK),)

    def spoken(self, context: Context, incident: Incident, text: str) -> Command | None:
        """The command that says it on the shown line; None where one may not speak now.

        Raises ValueError for words that cannot be sent.
        """
        words = text.strip()
        if context.line is LineKind.OPEN:
            return Speak(incident=incident.number, text=Text(words))
        if not talks(incident, context.name):
            return None
        return TellMelder(incident=incident.number, text=Text(words))

    def not_sent(self, context: Context, incident: Incident) -> Effects:
        """Why nothing went to the melder; the words stay."""
        return (Warn(f"{context.say('lines-not-sent')} {may_not_speak(context, incident)}", Tone.WARN),)

    def draft(self, context: Context) -> Edit:
        """What is being typed to the shown line of the selected incident."""
        return self._drafts(context).of(context.incident)

    def keep(self, context: Context, edit: Edit) -> None:
        """This is being typed to the shown line of the selected incident."""
        if context.incident is not None:
            self._drafts(context).keep(context.incident, edit)

    def _drafts(self, context: Context) -> Drafts:
        return self.drafts if context.line is LineKind.OPEN else self.to_melder


def _look(context: Context, number: int, command: Command) -> Effects:
    """Whoever came onto the contact line has its words before them."""
    comes = isinstance(command, OpenContact | Listen | StepIn)
    if comes and number == context.incident and context.field is None and not is_units(context):
        return (GoTo(Where.LINE),)
    return NOTHING


def has_contact(incident: Incident) -> bool:
    """True once there is something of a contact line to be seen."""
    contact = incident.contact_line
    return contact.is_open or contact.opened_at is not None or contact.said > 0


def may_not_speak(context: Context, incident: Incident) -> str:
    """Why nothing goes to the melder now, and the key that changes it."""
    if not incident.contact_line.is_open:
        return context.say("lines-no-contact", press=context.key_of("open-contact"))
    step = context.key_of("step")
    if incident.contact_line.member(context.name) is None:
        return context.say("lines-not-on-contact", listen=context.key_of("listen"), press=step)
    return context.say("lines-step-in-first", press=step)
