"""Which of a melding's two lines is shown and spoken on: the open line, or the contact line to the melder.

Owned by the desk. Follows our own right: whoever comes onto the contact line sees it, whoever leaves it sees
the colleagues again; a key shows the other one. While somebody types nothing but that key changes who hears
it. Keeps a draft for each line apart. Sends nothing by itself but what is asked with a second press.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from console.actions.action import Where
from console.actions.key_names import key_name
from console.field.edit import Edit
from console.line.drafts import Drafts
from console.line.heads import talks
from console.paint.tone import Tone
from console.part.field import Field
from console.unit.whose_desk import is_units, our_name
from protocol.commands.command import Command
from protocol.commands.contact import CloseContact, LeaveContact, Listen, OpenContact, StepIn, TellMelder
from protocol.commands.scale import SwitchLead
from protocol.commands.timeline import Speak
from protocol.errors import Reason
from protocol.model.incident import Incident
from protocol.model.line_kind import LineKind
from protocol.model.text import Text
from protocol.session.events import Answered, Event
from protocol.wire.messages import OnLineRow, Refusal

if TYPE_CHECKING:
    from console.desk.desk import Desk


class Lines:
    """What this desk shows of lines, and what it asked to be sure of."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._wanted: dict[int, LineKind] = {}
        self._typing_on: tuple[int, LineKind] | None = None
        self.to_melder = Drafts()
        self._unsure: SwitchLead | None = None

    @property
    def shown(self) -> LineKind:
        """The line of the selected incident that the panel shows and on which one would speak."""
        desk, incident = self._desk, self._desk.chosen()
        if incident is None or not has_contact(incident):
            return LineKind.OPEN
        if desk.field is Field.SPEAK and self._typing_on is not None:
            number, kind = self._typing_on
            if number == incident.number:
                return kind
        wanted = self._wanted.get(incident.number)
        if wanted is not None:
            return wanted
        # A unit's own line is its colleagues': only its key leads to the melder.
        on_it = not is_units(desk) and incident.contact_line.member(our_name(desk)) is not None
        return LineKind.CONTACT if on_it else LineKind.OPEN

    @property
    def rows(self) -> tuple[OnLineRow, ...]:
        """What the members of the shown line have and do."""
        number = self._desk.incident
        return () if number is None else self._desk.line_ticks.rows((number, self.shown))

    def switch(self) -> None:
        """The other line of the selected incident; where there is none it is said."""
        desk, incident = self._desk, self._desk.chosen()
        if incident is None or not has_contact(incident):
            opens = desk.catalog.by_id["open-contact"]
            if desk.permitted(opens):
                desk.notices.tell(desk.say("lines-no-contact", press=key_name(opens.key)), Tone.DIM)
            return
        other = LineKind.OPEN if self.shown is LineKind.CONTACT else LineKind.CONTACT
        self._wanted[incident.number] = other
        desk.look_back(None)

    def show(self, number: int, kind: LineKind) -> None:
        """This line of this incident from now on."""
        self._wanted[number] = kind

    def take(self, event: Event) -> None:
        """An answer: on or off the contact line shows it again by itself; the golden hour asks once more."""
        match event:
            case Answered(command=SwitchLead() as command, answer=Refusal(reason=Reason.GOLDEN_HOUR) as why):
                self._unsure = command
                desk = self._desk
                desk.notices.warn(desk.say("lines-sure", why=desk.texts.refusal(why)), Tone.WARN)
            case Answered(command=TellMelder(incident=number, text=text), answer=Refusal()):
                self.to_melder.take_back(number, text)
            case _:
                pass

    def sent(self, command: Command) -> None:
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
                self._look(number, command)
            case _:
                pass

    def goes_to_open_contact(self) -> bool:
        """Asked for contact that is there already: onto it, visibly, and its line on the screen.

        False when there is none yet, or when the melder is to be put through to somebody else.
        """
        desk, incident = self._desk, self._desk.chosen()
        if incident is None or not incident.contact_line.is_open:
            return False
        unit = desk.store.board.units.get(desk.unit or 0)
        if unit is not None and unit.id in incident.units and unit.call_sign != incident.contact_line.unit:
            return False
        self._wanted[incident.number] = LineKind.CONTACT
        desk.panel = Where.LINE
        if incident.contact_line.member(our_name(desk)) is None:
            desk.perform(desk.catalog.by_id["listen"])
        return True

    def _look(self, number: int, command: Command) -> None:
        """Whoever came onto the contact line has its words before them."""
        desk = self._desk
        comes = isinstance(command, OpenContact | Listen | StepIn)
        if comes and number == desk.incident and desk.field is None and not is_units(desk):
            desk.panel = Where.LINE

    def press(self, key: str) -> bool:
        """The very next key after the question of the golden hour: Enter is sure, any other is not."""
        unsure, self._unsure = self._unsure, None
        if unsure is None:
            return False
        desk = self._desk
        desk.notices.clear()
        if key == "enter" and desk.field is None:
            desk.send(evolve(unsure, sure=True))
            return True
        return key == "escape" and desk.field is None

    def begin_to_speak(self, incident: Incident) -> None:
        """To the shown line; who only listens may type there too, so that no letter is taken for a key."""
        desk, kind = self._desk, self.shown
        self._typing_on = (incident.number, kind)
        desk.field = Field.SPEAK
        if kind is LineKind.CONTACT and not talks(incident, our_name(desk)):
            desk.notices.warn(may_not_speak(desk, incident), Tone.WARN)

    def spoken(self, incident: Incident, text: str) -> Command | None:
        """The command that says it on the shown line; None, with a word why, where one may not speak now.

        Raises ValueError for words that cannot be sent.
        """
        desk, words = self._desk, text.strip()
        if self.shown is LineKind.OPEN:
            return Speak(incident=incident.number, text=Text(words))
        if not talks(incident, our_name(desk)):
            kept = f"{desk.say('lines-not-sent')} {may_not_speak(desk, incident)}"
            desk.notices.warn(kept, Tone.WARN)
            return None
        return TellMelder(incident=incident.number, text=Text(words))

    def draft(self) -> Edit:
        """What is being typed to the shown line of the selected incident."""
        desk = self._desk
        drafts = desk.drafts if self.shown is LineKind.OPEN else self.to_melder
        return drafts.of(desk.incident)

    def keep(self, edit: Edit) -> None:
        """This is being typed to the shown line of the selected incident."""
        desk = self._desk
        drafts = desk.drafts if self.shown is LineKind.OPEN else self.to_melder
        if desk.incident is not None:
            drafts.keep(desk.incident, edit)


def has_contact(incident: Incident) -> bool:
    """True once there is something of a contact line to be seen."""
    contact = incident.contact_line
    return contact.is_open or contact.opened_at is not None or contact.said > 0


def may_not_speak(desk: Desk, incident: Incident) -> str:
    """Why nothing goes to the melder now, and the key that changes it."""
    by_id = desk.catalog.by_id
    if not incident.contact_line.is_open:
        return desk.say("lines-no-contact", press=key_name(by_id["open-contact"].key))
    step = key_name(by_id["step"].key)
    if incident.contact_line.member(our_name(desk)) is None:
        return desk.say("lines-not-on-contact", listen=key_name(by_id["listen"].key), press=step)
    return desk.say("lines-step-in-first", press=step)
