"""The intake forms of a desk: the one under the hand, and those that still wait for their number.

Sends each field as soon as it is left and the melding has its number; the units see the
melding from the first line on. Leaving a form, or a cut link, loses nothing.
"""

from collections.abc import Callable
from datetime import datetime

from attrs import evolve

from console.actions.problem import Parsed, Problem
from console.command.line_reading import parsed_line
from console.field.edit import holding
from console.intake.earlier import Earlier
from console.intake.form import CARD, LINE, Form, Question
from console.intake.question_cards import questions_for
from console.intake.similar import Caller, Near, caller_of, nearby
from console.memory.typed import HalfForm
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Effect, Effects, Focus, Select, Send, Tell
from console.part.field import Field
from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.commands.intake import AttachReport, ClassifyIncident, DescribeMelder
from protocol.fold.intake import MELDER_PARTS
from protocol.model.melder import Melder
from protocol.model.text import Text
from protocol.session.events import Answered
from protocol.wire.messages import Done, Refusal


class Forms:
    """One form in view, others behind it."""

    def __init__(self) -> None:
        self.now = Form()
        self.earlier: tuple[Earlier, ...] = ()
        """What the archive has of this place and this number; filled when the typing pauses."""

        self._behind: list[Form] = []

    def open(self, context: Context) -> Effects:
        """The form gets the keys; a fresh one when the last is finished, or when asked for once more."""
        form, again = self.now, context.field is Field.FORM
        idle = form.empty and not form.under_way
        if form.finished or idle or (again and form.under_way):
            if not form.finished and not idle:
                self._behind.append(form)
            waits = next((each for each in self._behind if each.wants_hand), None)
            if waits is not None:
                self._behind.remove(waits)
            self.now, self.earlier = waits or (form if idle else Form()), ()
        self.now.rests = False
        return (Focus(Field.FORM),)

    def leave(self, context: Context) -> Effects:
        """Away, and kept: what is left of it is sent or waits."""
        selected: Effects = () if self.now.number is None else (Select(self.now.number),)
        return (Focus(None), *selected, *self.send(evolve(context, field=None)))

    def enter(self, context: Context) -> Effects:
        """On the first line: out it goes. In a later field: on, and behind the last one away."""
        form = self.now
        if form.at == LINE and not form.under_way:
            return self._open_melding(context, form)
        self.ask_card(context)
        return self.send(context) if form.step(1) else self.leave(context)

    def step(self, context: Context, by: int) -> Effects:
        """To another field; the one that is left is sent where that can be."""
        self.ask_card(context)
        self.now.step(by)
        return self.send(context)

    def send(self, context: Context) -> Effects:
        """Every field that was left and not sent, of every form that has its number."""
        effects: list[Effect] = []
        for form in (self.now, *self._behind):
            if form.rests or form.number is None or form.number not in context.board.incidents:
                continue
            under_hand = form.at if form is self.now and context.field is Field.FORM else None
            for name in form.unsent(but=under_hand):
                effects += self._send_field(context, form, name, form.number)
        self._behind = [form for form in self._behind if not form.finished]
        return tuple(effects)

    def take(self, context: Context, event: Answered) -> None:
        """The answer to the wish that opened one of the forms."""
        form = next((each for each in (self.now, *self._behind) if each.opening is event.command), None)
        if form is None:
            return
        match event.answer:
            case Refusal() as refusal:
                form.refused(context.texts.refusal(refusal))
            case Done(number=number) if number:
                form.number, form.opening = number, None

    def halves(self, at: datetime, wish_of: Callable[[Command], int | None]) -> tuple[HalfForm, ...]:
        """What is not finished, the form in view first; `wish_of` knows the id of the wish that opens one."""
        return tuple(
            HalfForm(
                texts=tuple((name, edit.text) for name, edit in form.edits.items() if edit.text),
                sent=tuple((form.sent | ({LINE: form.text(LINE)} if form.under_way else {})).items()),
                hand_in=form.at,
                number=form.number,
                opening=None if form.opening is None else wish_of(form.opening),
                at=at,
            )
            for form in (self.now, *self._behind)
            if not form.empty and not form.finished
        )

    def take_back(self, context: Context, half: HalfForm, opening: Command | None) -> None:
        """A form of an earlier run: in view where nobody has begun another, and at rest until it is taken up.

        `opening` is the wish that opens it, where that still has no answer.
        """
        form = Form()
        form.edits = {name: holding(text) for name, text in half.texts}
        form.questions = tuple(
            Question(question=name.removeprefix(CARD), key="", text=name.removeprefix(CARD))
            for name in form.edits
            if name.startswith(CARD)
        )
        form.were_sent(dict(half.sent))
        form.at = half.hand_in if half.hand_in in form.fields else LINE
        form.number, form.opening = half.number, opening
        if self.now.empty and not self.now.under_way and context.field is not Field.FORM:
            form.rests = True
            self.now, self.earlier = form, ()
        else:
            self._behind.append(form)

    def forgotten(self, context: Context, command: Command) -> None:
        """The wish that opens one of them will never be answered: its words stand as typed."""
        for form in (self.now, *self._behind):
            if form.opening is command:
                form.refused(context.say("form-not-opened"))

    def clear(self) -> None:
        """None is begun."""
        self.now, self._behind, self.earlier = Form(), [], ()

    def caller(self, context: Context) -> Caller:
        """What is known of the call in the form under the hand."""
        point = None
        for command in _commands(context, self.now, LINE):
            if isinstance(command, OpenIncident):
                point = command.place.point
        return caller_of(self.now.text(LINE), number=self.now.text("melder"), point=point)

    def near(self, context: Context) -> tuple[Near, ...]:
        """What on the board may be the same melding; without the form's own."""
        found = nearby(context.board, self.caller(context), context.now)
        return tuple(each for each in found if each.incident.number != self.now.number)

    def attach(self, context: Context) -> Effects:
        """The call is about the melding that is picked: its words go there, and nothing is opened."""
        form, near = self.now, self.near(context)
        words = [form.text(name) for name in (LINE, "story") if form.text(name)]
        if not near or not words or form.under_way:
            return (Tell(context.say("form-nothing-to-attach"), Tone.WARN),)
        number = near[min(form.picked, len(near) - 1)].incident.number
        try:
            command = AttachReport(
                incident=number, text=Text(" · ".join(words)), melder=_melder(context, form)
            )
        except ValueError as error:
            form.problem = context.say("problem-unsendable", why=str(error))
            return NOTHING
        self.now, self.earlier = Form(), ()
        told = Tell(context.say("form-attached", incident=number), Tone.GOOD)
        return (Send(command), Focus(None), Select(number), told)

    def ask_card(self, context: Context) -> None:
        """The questions that belong to the classification, behind the other fields."""
        asked = questions_for(context.cards, self.code(context), context.language)
        # What was answered on another card is not out of sight.
        names = {each.question for each in asked}
        answered = tuple(
            each
            for each in self.now.questions
            if each.question not in names and self.now.text(CARD + each.question)
        )
        self.now.questions = (*asked, *answered)
        if self.now.at not in self.now.fields:
            self.now.at = "classify"

    def code(self, context: Context) -> str:
        """The classification of the form's melding, as far as it is known."""
        form = self.now
        incident = context.board.incidents.get(form.number or 0)
        if incident is not None and incident.intake.code:
            return incident.intake.code
        for name in ("classify", LINE):
            for command in _commands(context, form, name):
                if isinstance(command, ClassifyIncident | OpenIncident) and command.code:
                    return command.code
        return ""

    def _open_melding(self, context: Context, form: Form) -> Effects:
        parsed = _read(context, form, LINE)
        if isinstance(parsed, Problem):
            form.problem = parsed.sentence(context.texts)
            return NOTHING
        if not context.permitted(parsed.action):
            form.problem = context.say("desk-may-not", what=context.say(f"action-{parsed.action.id}"))
            return NOTHING
        (form.opening,) = parsed.commands
        self.ask_card(context)
        form.step(1)
        return (Send(form.opening),)

    def _send_field(self, context: Context, form: Form, name: str, number: int) -> Effects:
        parsed = _read(context, form, name, number)
        if isinstance(parsed, Problem):
            if form is self.now:
                form.problem = parsed.sentence(context.texts)
            return NOTHING
        form.was_sent(name)
        return tuple(map(Send, parsed.commands))


def _read(context: Context, form: Form, name: str, number: int | None = None) -> Parsed | Problem:
    """The field as the line that somebody could have typed for it."""
    id, _, card = name.partition(":")
    words = [context.verb_of(id), *([f"#{number}"] if number is not None else []), *([card] if card else [])]
    return parsed_line(context, " ".join([*words, form.text(name)]))


def _commands(context: Context, form: Form, name: str) -> tuple[object, ...]:
    if not form.text(name):
        return ()
    known = next(iter(context.board.incidents), None)
    parsed = _read(context, form, name, None if name == LINE else known)
    return () if isinstance(parsed, Problem) else parsed.commands


def _melder(context: Context, form: Form) -> Melder | None:
    for command in _commands(context, form, "melder"):
        if isinstance(command, DescribeMelder):
            said = {name: getattr(command, name) for name in MELDER_PARTS}
            return Melder(**{name: value for name, value in said.items() if value is not None})
    return None
