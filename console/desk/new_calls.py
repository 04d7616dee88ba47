"""A new call has the row at once: from Enter until its number comes, what is said and done goes to it.

Fed by the desk with each wish that opens something and with its answer. The selection goes to a provisional
number, which wishes may name and which waits in the outbox; it moves on to the real one by itself, and back
where one was when the call is refused. Whoever has gone elsewhere meanwhile stays there.
"""

from collections.abc import Iterable

from console.command.command_line import CommandLine
from console.command.waiting_lines import line_of
from console.intake.forms import Forms
from console.line.drafts import Drafts
from console.part.context import Context
from console.part.effects import NOTHING, Effects, Select, Warn
from protocol.commands.command import Command
from protocol.session.events import Answered, Stranded
from protocol.session.provisional import opens, provisional_of
from protocol.wire.messages import Done


class NewCalls:
    """Where one stood when each call began that has no number yet."""

    def __init__(self, forms: Forms, line: CommandLine, drafts: Iterable[Drafts]) -> None:
        """`drafts` are those in which something may be typed to it before it has its number."""
        self._forms = forms
        self._line = line
        self._drafts = tuple(drafts)
        self._before: dict[int, int | None] = {}

    def forget(self) -> None:
        """Another history: nothing there was begun here."""
        self._before.clear()

    def sent(self, context: Context, command: Command, id: int) -> Effects:
        """A wish went into the outbox under this id; a new call has the row from now on."""
        if not opens(command):
            return NOTHING
        number = provisional_of(id)
        self._before[number] = context.incident
        return (Select(number),)

    def waits(self, number: int | None) -> bool:
        """True for a number that stands for a call of ours of which the answer has not been heard here."""
        return number in self._before

    def take(self, context: Context, event: Answered) -> Effects:
        """It has its number: what is being typed to it goes along. Refused: one is where one was before."""
        number = provisional_of(event.answer.id)
        if not opens(event.command) or number not in self._before:
            return NOTHING
        before = self._before.pop(number)
        if not isinstance(event.answer, Done):
            return (Select(before),) if context.incident == number else NOTHING
        for drafts in self._drafts:
            drafts.move(number, event.answer.number)
        return (Select(event.answer.number),) if context.incident == number else NOTHING

    def stranded(self, context: Context, event: Stranded) -> Effects:
        """The call is not opened: words to it stand in its form again, verbs in the line; nothing is lost."""
        texts: list[str] = []
        lines: list[str] = []
        for wish in event.wishes:
            words = getattr(wish.command, "text", None)
            if isinstance(words, str):
                texts.append(words)
            else:
                lines.append(line_of(context, wish.command))
        self._forms.stranded(context, event.opening, tuple(texts))
        for line in lines:
            self._line.take_back(line)
        return (Warn(context.say("form-stranded", count=len(event.wishes))),)
