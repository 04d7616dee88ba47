"""The intake forms of a desk: the one under the hand, and those that lie half or wait for their number.

Sends each field as soon as it is left and the melding has its number; the units see the
melding from the first line on. Leaving a form, beginning another, or a cut link, loses nothing.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count

from attrs import evolve

from console.actions.problem import Parsed, Problem
from console.command.line_reading import parsed_line
from console.field.edit import holding
from console.intake.attaching import Attached, report_of
from console.intake.earlier import Earlier
from console.intake.form import CARD, LINE, Form, Question
from console.intake.grown import form_of
from console.intake.half_calls import alike, halves_of, joins, opened_as, stands, told_of
from console.intake.question_cards import questions_for
from console.intake.similar import Caller, Near, caller_of, nearby
from console.memory.typed import HalfForm
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Effect, Effects, Focus, Select, Send, Tell, Warn
from console.part.field import Field
from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.commands.intake import ClassifyIncident
from protocol.commands.timeline import StrikeEntry
from protocol.model.entry import EntryKind
from protocol.model.presence import HalfCall
from protocol.session.events import Answered
from protocol.session.present import HalfAt
from protocol.wire.messages import Done, Refusal


class Forms:
    """One form in view, others behind it."""

    def __init__(self) -> None:
        self._marks = count(1)
        self.now = self._fresh()
        self.earlier: tuple[Earlier, ...] = ()
        """What the archive has of this place and this number; filled when the typing pauses."""

        self.attached = Attached()
        self._behind: list[Form] = []

    @property
    def half_count(self) -> int:
        """How many calls lie half, and wait for somebody to go on with them."""
        return sum(form.lies_half for form in self._all())

    def open(self, context: Context) -> Effects:
        """A fresh call, whatever is open; a half one is parked, with all its fields."""
        parked = self._park()
        if not parked:
            return (Focus(Field.FORM),)
        told = context.say("form-parked", count=self.half_count, verb=context.verb_of("resume"))
        return (Focus(Field.FORM), *((Tell(told, Tone.DIM),) if self.half_count else NOTHING))

    def resume(self, context: Context) -> Effects:
        """The half call that was parked last has the hand again; once more: the one before it, and so on."""
        if self.now.lies_half and context.field is not Field.FORM:
            self.now.rests = False
            return (Focus(Field.FORM),)
        form = next((each for each in reversed(self._behind) if each.lies_half), None)
        if form is None:
            return (Tell(context.say("form-none-half"), Tone.DIM),)
        before = self.now
        self._bring(form)
        if before in self._behind:
            # To the far end, so that the next press brings another one.
            self._behind.remove(before)
            self._behind.insert(0, before)
        return (Focus(Field.FORM),)

    def grow(self, context: Context, number: int) -> Effects:
        """The form of a melding that is out: the one it was opened with, or one with what is known of it."""
        incident = context.board.incidents.get(number)
        if incident is None:
            return (Tell(context.say("desk-choose-incident"), Tone.WARN),)
        form = next((each for each in self._all() if each.number == number), None)
        if form is None:
            form = form_of(incident, context.language)
        if form is not self.now:
            self._bring(form)
        self.ask_card(context)
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
        """Every field that was left and not sent, of every form that has its number; and what belongs to a
        call of another desk, once that has one.
        """
        effects: list[Effect] = []
        for form in self._all():
            if form.joins is not None:
                effects += self._send_along(context, form)
            if form.rests or form.number is None or form.number not in context.board.incidents:
                continue
            under_hand = form.at if form is self.now and context.field is Field.FORM else None
            for name in form.unsent(but=under_hand):
                effects += self._send_field(context, form, name, form.number)
        self._behind = [form for form in self._behind if not form.finished]
        return tuple(effects)

    def take(self, context: Context, event: Answered) -> None:
        """The answer to the wish that opened one of the forms."""
        form = next((each for each in self._all() if each.opening is event.command), None)
        if form is None:
            return
        match event.answer:
            case Refusal() as refusal:
                form.refused(context.texts.refusal(refusal))
            case Done(number=number) if number:
                form.number, form.opening = number, None

    def after(self, context: Context, event: Answered) -> Effects:
        """A line that was struck may have been another caller's words: they are a call of their own again."""
        command = event.command
        if not isinstance(command, StrikeEntry) or not isinstance(event.answer, Done):
            return NOTHING
        incident = context.board.incidents.get(command.incident)
        entries = () if incident is None else incident.entries
        entry = next((each for each in entries if each.id == command.entry), None)
        if entry is None or entry.kind is not EntryKind.REPORTED:
            return NOTHING
        return self.detached(context, entry.text)

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
            for form in self._all()
            if not form.empty and not form.finished
        )

    def take_back(self, context: Context, half: HalfForm, opening: Command | None) -> None:
        """A form of an earlier run: in view where nobody has begun another, and at rest until it is taken up.

        `opening` is the wish that opens it, where that still has no answer.
        """
        form = self._fresh()
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
        for form in self._all():
            if form.opening is command:
                form.refused(context.say("form-not-opened"))

    def clear(self) -> None:
        """None is begun."""
        self.now, self._behind, self.earlier = self._fresh(), [], ()
        self.attached = Attached()

    def stranded(self, context: Context, opening: Command, texts: tuple[str, ...]) -> None:
        """The call is not opened: what was said to it meanwhile stands in its form, made if need be."""
        form = next((each for each in self._all() if each.opening is opening), None)
        if form is None and isinstance(opening, OpenIncident):
            form = self._fresh()
            where = f" @ {opening.place.name}" if opening.place.name else ""
            form.edits[LINE] = holding(f"{int(opening.priority)} {opening.what}{where}")
            self._behind.append(form)
        if form is not None:
            for text in texts:
                form.add("story", text)

    def half_calls(self, context: Context) -> tuple[HalfCall, ...]:
        """What the other desks are told of our calls."""
        found = (told_of(context, form) for form in self._all())
        return tuple(half for half in found if half is not None)

    def halves_here(self, context: Context) -> tuple[HalfAt, ...]:
        """Our own calls that lie half and are not under the hand."""
        open_ = context.field is Field.FORM
        return tuple(halves_of(context, (form for form in self._all() if form is not self.now or not open_)))

    def caller(self, context: Context) -> Caller:
        """What is known of the call in the form under the hand."""
        point = None
        for command in _commands(context, self.now, LINE):
            if isinstance(command, OpenIncident):
                point = command.place.point
        return caller_of(
            self.now.text(LINE), number=self.now.text("melder"), point=point, code=self.code(context)
        )

    def near(self, context: Context) -> tuple[Near, ...]:
        """What on the board may be the same melding; without the form's own."""
        found = nearby(context.board, self.caller(context), context.now)
        return tuple(each for each in found if each.incident.number != self.now.number)

    def being_taken(self, context: Context) -> tuple[HalfAt, ...]:
        """The calls of other desks that may be the same, before those on the board."""
        return () if self.now.under_way else alike(context, self.now)

    def attach(self, context: Context) -> Effects:
        """The call is about the melding that is picked: its words go there, and nothing is opened."""
        form, halves, near = self.now, self.being_taken(context), self.near(context)
        found: tuple[HalfAt | Near, ...] = (*halves, *near)
        if not found or not form.everything() or form.under_way:
            return (Tell(context.say("form-nothing-to-attach"), Tone.WARN),)
        picked = found[min(form.picked, len(found) - 1)]
        if isinstance(picked, HalfAt):
            form.joins = joins(context, picked)
            self._park()
            told = Tell(context.say("form-joins", who=picked.name), Tone.GOOD)
            return (Focus(None), told)
        number = picked.incident.number
        effects = self._report(context, form, number)
        if effects:
            self.now, self.earlier = self._fresh(), ()
            effects = (*effects, Focus(None), Select(number))
        return effects

    def detach(self, context: Context, number: int) -> Effects:
        """The newest words of another caller are no more of this melding; they stay readable, struck."""
        incident = context.board.incidents.get(number)
        standing = [
            entry.id
            for entry in (() if incident is None else incident.entries)
            if entry.kind is EntryKind.REPORTED and entry.struck_by is None
        ]
        if not standing:
            return (Tell(context.say("form-no-report", incident=number), Tone.WARN),)
        return (Send(StrikeEntry(incident=number, entry=standing[-1])),)

    def detached(self, context: Context, text: str) -> Effects:
        """Words that were attached are a call of their own again: the form as it was, or one made of them."""
        form = self.attached.take(text)
        if form is None:
            form = self._fresh()
            form.edits[LINE] = holding(text)
        self._behind.append(form)
        return (Tell(context.say("form-detached", verb=context.verb_of("resume")), Tone.GOOD),)

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

    def _all(self) -> Iterator[Form]:
        yield self.now
        yield from tuple(self._behind)

    def _fresh(self) -> Form:
        return Form(next(self._marks))

    def _park(self) -> bool:
        """A fresh form under the hand; the one before lies behind. False when that was fresh itself."""
        form = self.now
        if form.empty and not form.under_way:
            form.rests = False
            return False
        if not form.finished:
            self._behind.append(form)
        self.now, self.earlier = self._fresh(), ()
        return True

    def _bring(self, form: Form) -> None:
        """This one under the hand."""
        self._park()
        if form in self._behind:
            self._behind.remove(form)
        form.rests = False
        self.now, self.earlier = form, ()

    def _send_along(self, context: Context, form: Form) -> Effects:
        """The call of another desk has its number: our words go there. It has gone: they come back."""
        join = form.joins
        if join is None:
            return NOTHING
        incident = opened_as(context, join)
        if incident is not None:
            form.joins = None
            self._behind = [each for each in self._behind if each is not form]
            return self._report(context, form, incident.number)
        if stands(context, join):
            return NOTHING
        form.joins = None
        told = context.say("form-not-joined", who=join.name, verb=context.verb_of("resume"))
        return (Warn(told, Tone.WARN),)

    def _report(self, context: Context, form: Form, number: int) -> Effects:
        """The words of the form to that melding; where they do not fit nothing, and the form says why."""
        try:
            report = report_of(form.everything(), number, _commands(context, form, "melder"))
        except ValueError as error:
            form.problem = context.say("problem-unsendable", why=str(error))
            return NOTHING
        self.attached.keep(report.text, form)
        told = context.say("form-attached", incident=number, verb=context.verb_of("detach"))
        return (Send(report), Tell(told, Tone.GOOD))

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
