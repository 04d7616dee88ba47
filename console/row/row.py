"""The row under the hand: what is typed, per melding; what lies aside; a lit digit; the list behind Space.

Bookkeeping, owned by the desk. Which key does what is in the desk's `row_keys`; it sends nothing.
"""

from console.field.edit import Edit
from console.line.drafts import Drafts
from console.part.context import Context
from console.row.deed import Deed
from console.row.lit import Lit
from console.row.readers import Readers
from console.row.said import words_of
from protocol.session.events import Answered, Event
from protocol.wire.messages import Refusal

NO_MELDING = 0
"""Under which words are kept that were typed while no melding was selected."""


class Row:
    """One person's row."""

    def __init__(self) -> None:
        self.under_hand = Drafts()
        """Being typed, by melding: words never move to another one."""

        self.aside = Drafts()
        """Laid aside with Esc, by melding."""

        self.readers = Readers()
        self.lit: Lit | None = None
        self.deeds: tuple[Deed, ...] | None = None
        """The list behind Space as it was painted; None while it is closed."""

    def forget(self) -> None:
        """Another history: nothing is lit, listed or chosen in it. What is typed is the memory's business."""
        self.readers.forget()
        self.put_out()

    def edit(self, context: Context) -> Edit:
        """What is typed for the selected melding."""
        return self.under_hand.of(context.incident or NO_MELDING)

    def keep(self, context: Context, edit: Edit) -> None:
        """This is typed for the selected melding now."""
        self.under_hand.keep(context.incident or NO_MELDING, edit)

    def lay_aside(self, context: Context) -> None:
        """The words lie with their melding, behind what lay there before."""
        number = context.incident or NO_MELDING
        text = self.under_hand.of(number).text
        lying = self.aside.of(number).text
        self.aside.keep(number, _joined(lying, text))
        self.under_hand.keep(number, Edit())

    def bring_back(self, context: Context) -> bool:
        """What lies aside here stands on the row again, before what was typed since. False for nothing."""
        number = context.incident or NO_MELDING
        text = self.aside.of(number).text
        if text:
            self.aside.keep(number, Edit())
            self.under_hand.take_back(number, text)
        return bool(text)

    def take(self, context: Context, event: Event) -> None:
        """Refused words come back: to the row where it is free and the same would read them, else aside."""
        match event:
            case Answered(command=command, answer=Refusal()):
                said = words_of(command)
            case _:
                return
        if said is None:
            return
        reader, incident, text = said
        number = incident or context.incident or NO_MELDING
        turned = number == context.incident and context.reader is not reader
        if self.under_hand.of(number).text or turned:
            self.aside.take_back(number, text)
        else:
            self.under_hand.take_back(number, text)

    def put_out(self) -> bool:
        """No digit is lit and no list is open. False when that was so already."""
        was = self.lit is not None or self.deeds is not None
        self.lit, self.deeds = None, None
        return was

    def holds(self, context: Context) -> bool:
        """True while anything is under the hand: then nothing that comes by itself may move it."""
        return bool(self.edit(context).text) or self.lit is not None or self.deeds is not None


def _joined(before: str, after: str) -> Edit:
    text = " ".join(each for each in (before, after) if each)
    return Edit(text=text, caret=len(text))
