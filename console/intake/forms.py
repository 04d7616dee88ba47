"""The intake forms of a desk: the one under the hand, and those that still wait for their number.

Part of the desk. Sends each field as soon as it is left and the melding has its number; the units see the
melding from the first line on. Leaving a form, or a cut link, loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from console.desk.perform import parsed_line
from console.field.edit import holding
from console.grammar.problem import Parsed, Problem
from console.intake.earlier import Earlier
from console.intake.form import CARD, LINE, Form, Question
from console.intake.question_cards import questions_for
from console.intake.similar import Caller, Near, caller_of, nearby
from console.memory.typed import HalfForm
from console.paint.tone import Tone
from console.part.field import Field
from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.commands.intake import AttachReport, ClassifyIncident, DescribeMelder
from protocol.fold.intake import MELDER_PARTS
from protocol.model.melder import Melder
from protocol.model.text import Text
from protocol.session.events import Answered
from protocol.wire.messages import Done, Refusal

if TYPE_CHECKING:
    from console.desk.desk import Desk


class Forms:
    """One form in view, others behind it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.now = Form()
        self.earlier: tuple[Earlier, ...] = ()
        """What the archive has of this place and this number; filled when the typing pauses."""

        self._behind: list[Form] = []

    def open(self) -> None:
        """The form gets the keys; a fresh one when the last is finished, or when asked for once more."""
        form, again = self.now, self._desk.field is Field.FORM
        idle = form.empty and not form.under_way
        if form.finished or idle or (again and form.under_way):
            if not form.finished and not idle:
                self._behind.append(form)
            waits = next((each for each in self._behind if each.wants_hand), None)
            if waits is not None:
                self._behind.remove(waits)
            self.now, self.earlier = waits or (form if idle else Form()), ()
        self.now.rests = False
        self._desk.field = Field.FORM

    def leave(self) -> None:
        """Away, and kept: what is left of it is sent or waits."""
        self._desk.field = None
        if self.now.number is not None:
            self._desk.select(self.now.number)
        self.send()

    def enter(self) -> None:
        """On the first line: out it goes. In a later field: on, and behind the last one away."""
        form = self.now
        if form.at == LINE and not form.under_way:
            self._open_melding(form)
        else:
            self.ask_card()
            if form.step(1):
                self.send()
            else:
                self.leave()

    def step(self, by: int) -> None:
        """To another field; the one that is left is sent where that can be."""
        self.ask_card()
        self.now.step(by)
        self.send()

    def send(self) -> None:
        """Every field that was left and not sent, of every form that has its number."""
        desk = self._desk
        for form in (self.now, *self._behind):
            if form.rests or form.number is None or form.number not in desk.store.board.incidents:
                continue
            # Whoever told it here has seen it: it does not alarm this desk.
            desk.alarms.seen(form.number)
            under_hand = form.at if form is self.now and desk.field is Field.FORM else None
            for name in form.unsent(but=under_hand):
                self._send_field(form, name, form.number)
        self._behind = [form for form in self._behind if not form.finished]

    def take(self, event: Answered) -> None:
        """The answer to the wish that opened one of the forms."""
        form = next((each for each in (self.now, *self._behind) if each.opening is event.command), None)
        if form is None:
            return
        match event.answer:
            case Refusal() as refusal:
                form.refused(self._desk.texts.refusal(refusal))
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

    def take_back(self, half: HalfForm, opening: Command | None) -> None:
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
        if self.now.empty and not self.now.under_way and self._desk.field is not Field.FORM:
            form.rests = True
            self.now, self.earlier = form, ()
        else:
            self._behind.append(form)

    def forgotten(self, command: Command) -> None:
        """The wish that opens one of them will never be answered: its words stand as typed."""
        for form in (self.now, *self._behind):
            if form.opening is command:
                form.refused(self._desk.say("form-not-opened"))

    def clear(self) -> None:
        """None is begun."""
        self.now, self._behind, self.earlier = Form(), [], ()

    def caller(self) -> Caller:
        """What is known of the call in the form under the hand."""
        return self._caller(self.now)

    def near(self) -> tuple[Near, ...]:
        """What on the board may be the same melding; without the form's own."""
        form, desk = self.now, self._desk
        found = nearby(desk.store.board, self._caller(form), desk.now)
        return tuple(each for each in found if each.incident.number != form.number)

    def attach(self) -> None:
        """The call is about the melding that is picked: its words go there, and nothing is opened."""
        form, desk, near = self.now, self._desk, self.near()
        words = [form.text(name) for name in (LINE, "story") if form.text(name)]
        if not near or not words or form.under_way:
            desk.notices.tell(desk.say("form-nothing-to-attach"), Tone.WARN)
            return
        number = near[min(form.picked, len(near) - 1)].incident.number
        try:
            command = AttachReport(incident=number, text=Text(" · ".join(words)), melder=self._melder(form))
        except ValueError as error:
            form.problem = desk.say("problem-unsendable", why=str(error))
            return
        desk.send(command)
        self.now, self.earlier = Form(), ()
        desk.field = None
        desk.select(number)
        desk.notices.tell(desk.say("form-attached", incident=number), Tone.GOOD)

    def ask_card(self) -> None:
        """The questions that belong to the classification, behind the other fields."""
        desk = self._desk
        asked = questions_for(desk.cards, self.code(), desk.texts.language)
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

    def code(self) -> str:
        """The classification of the form's melding, as far as it is known."""
        form, desk = self.now, self._desk
        incident = desk.store.board.incidents.get(form.number or 0)
        if incident is not None and incident.intake.code:
            return incident.intake.code
        for name in ("classify", LINE):
            for command in self._commands(form, name):
                if isinstance(command, ClassifyIncident | OpenIncident) and command.code:
                    return command.code
        return ""

    def _open_melding(self, form: Form) -> None:
        desk = self._desk
        parsed = self._read(form, LINE)
        if isinstance(parsed, Problem):
            form.problem = parsed.sentence(desk.texts)
            return
        if not desk.permitted(parsed.action):
            form.problem = desk.say("desk-may-not", what=desk.say(f"action-{parsed.action.id}"))
            return
        (form.opening,) = parsed.commands
        desk.send(form.opening)
        self.ask_card()
        form.step(1)

    def _send_field(self, form: Form, name: str, number: int) -> None:
        desk = self._desk
        parsed = self._read(form, name, number)
        if isinstance(parsed, Problem):
            if form is self.now:
                form.problem = parsed.sentence(desk.texts)
            return
        for command in parsed.commands:
            desk.send(command)
        form.was_sent(name)

    def _read(self, form: Form, name: str, number: int | None = None) -> Parsed | Problem:
        """The field as the line that somebody could have typed for it."""
        desk = self._desk
        id, _, card = name.partition(":")
        verb = desk.catalog.by_id[id].verb_in(desk.texts.language)
        words = [verb, *([f"#{number}"] if number is not None else []), *([card] if card else [])]
        return parsed_line(desk, " ".join([*words, form.text(name)]))

    def _commands(self, form: Form, name: str) -> tuple[object, ...]:
        if not form.text(name):
            return ()
        known = next(iter(self._desk.store.board.incidents), None)
        parsed = self._read(form, name, None if name == LINE else known)
        return () if isinstance(parsed, Problem) else parsed.commands

    def _melder(self, form: Form) -> Melder | None:
        for command in self._commands(form, "melder"):
            if isinstance(command, DescribeMelder):
                said = {name: getattr(command, name) for name in MELDER_PARTS}
                return Melder(**{name: value for name, value in said.items() if value is not None})
        return None

    def _caller(self, form: Form) -> Caller:
        point = None
        for command in self._commands(form, LINE):
            if isinstance(command, OpenIncident):
                point = command.place.point
        return caller_of(form.text(LINE), number=form.text("melder"), point=point)
