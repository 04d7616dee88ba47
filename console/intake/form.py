"""One intake form: a melding that is being told, before and after it is out.

Owned by the desk through `forms`; every field is a line of text that becomes the command of the same name on
the command line. Pure bookkeeping: it sends nothing and loses nothing that was typed.
"""

from collections.abc import Mapping

from attrs import frozen

from console.field.edit import Edit
from protocol.commands.command import Command

LINE = "open"
"""The first field: what, where and how urgent, in one line; it opens the melding."""

FIELDS = (LINE, "source", "question", "classify", "melder", "expects", "fears", "story", "earlier")
"""The fields, each by the id of the action that it becomes."""

CARD = "answer:"
"""The start of the name of a field for a question of the card; the question's key follows."""

NOTHING = Edit()

IN_WORDS = (LINE, "story", "expects", "fears", "earlier")
"""The fields of free text, as they go along to another melding."""


@frozen(kw_only=True)
class Joins:
    """A call that is being taken at another desk, to which one of ours belongs."""

    seat: int
    mark: int
    name: str
    what: str
    place: str
    after: int
    """The highest number that was given out before."""


@frozen(kw_only=True)
class Question:
    """A question of the card that belongs to the classification."""

    question: str
    key: str
    text: str


class Form:
    """The fields of one call."""

    def __init__(self, mark: int = 0) -> None:
        """`mark` tells it apart from the other calls of this desk, for the other desks; 0 for none."""
        self.mark = mark
        self.edits: dict[str, Edit] = {}
        self.at = LINE
        self.opening: Command | None = None
        """The wish that opens it; None before Enter, and again when it was refused."""

        self.number: int | None = None
        """Its number, once the server has given one."""

        self.problem = ""
        self.rests = False
        """True for one that came back from an earlier run: nothing of it goes until somebody takes it up."""

        self.joins: Joins | None = None
        """The call of another desk to which this one belongs, until that has its number."""

        self.questions: tuple[Question, ...] = ()
        self.picked = 0
        """Which of the meldingen nearby is picked."""

        self._sent: dict[str, str] = {}

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field, in the order of the Tab key."""
        return (*FIELDS, *(CARD + each.question for each in self.questions))

    @property
    def under_way(self) -> bool:
        """True from Enter on the first line: that line is no longer the form's to change."""
        return self.opening is not None or self.number is not None

    @property
    def empty(self) -> bool:
        """True when nothing was typed."""
        return not any(edit.text.strip() for edit in self.edits.values())

    @property
    def wants_hand(self) -> bool:
        """True for words that nobody sends: they wait for somebody to go on with them."""
        return not self.under_way and not self.empty and self.joins is None

    @property
    def lies_half(self) -> bool:
        """True for what somebody has to take up: half a call, or what came back from an earlier run."""
        return self.wants_hand or (self.rests and not self.empty)

    @property
    def sent(self) -> dict[str, str]:
        """What was sent, by field."""
        return dict(self._sent)

    @property
    def finished(self) -> bool:
        """True when it is out and everything typed was sent."""
        return self.number is not None and not self.unsent()

    def edit(self, name: str) -> Edit:
        """What stands in the field."""
        return self.edits.get(name, NOTHING)

    def text(self, name: str) -> str:
        """The words of the field, without blanks around them."""
        return self.edit(name).text.strip()

    def put(self, edit: Edit) -> None:
        """This stands in the field under the hand now."""
        self.edits[self.at] = edit
        self.problem = ""

    def step(self, by: int) -> bool:
        """To the next field, round and round; past the first line once it is out. False behind the last."""
        fields = [name for name in self.fields if not (name == LINE and self.under_way)]
        here = fields.index(self.at) if self.at in fields else (-1 if by > 0 else 0)
        self.at = fields[(here + by) % len(fields)]
        return here + by < len(fields)

    def unsent(self, *, but: str | None = None) -> tuple[str, ...]:
        """The fields whose words were not sent yet, in order; `but` is still under the hand."""
        return tuple(
            name
            for name in self.fields
            if name not in (LINE, but) and self.text(name) != self._sent.get(name, "") and self.text(name)
        )

    def everything(self) -> str:
        """All that was typed in words of its own, in the order of the fields."""
        return " · ".join(text for name in IN_WORDS if (text := self.text(name)))

    def add(self, name: str, text: str) -> None:
        """More words in this field, behind those that stand there."""
        before = self.text(name)
        whole = f"{before} · {text}" if before else text
        self.edits[name] = Edit(text=whole, caret=len(whole))

    def was_sent(self, name: str) -> None:
        """The words of the field are in the outbox."""
        self._sent[name] = self.text(name)

    def were_sent(self, sent: Mapping[str, str]) -> None:
        """These words were in the outbox before."""
        self._sent = dict(sent)

    def is_sent(self, name: str) -> bool:
        """True when what stands there was sent."""
        if name == LINE:
            return self.under_way
        return bool(self.text(name)) and self.text(name) == self._sent.get(name)

    def refused(self, why: str) -> None:
        """The melding was not opened: everything stands as typed."""
        self.opening, self.at, self.problem = None, LINE, why
