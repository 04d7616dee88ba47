"""The part that takes back: which deed the key means, what of it never left, and what the server says of it.

What no link was ever given leaves the outbox, and was never done. What may have been sent is never claimed to
be gone: its taking back goes after it, and the server does both or says why not. A deed on another melding
than the one on the screen is said first: what was not painted is not what acts.
"""

from datetime import datetime, timedelta

from console.back.own_deeds import Deed, OwnDeeds
from console.back.recalled import Rows, nobodys_rows, recalled, taken_back
from console.command.waiting_lines import line_of
from console.harmless import harmless
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import NOTHING, Effects, ForgetWish, Send, Tell, Warn
from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.commands.units import SetUnitStatus
from protocol.session.events import Answered, Changed, Event
from protocol.taking_back import TAKING_BACK, WITHIN_S, goes_back

FRESH = timedelta(seconds=WITHIN_S)


class Back:
    """The last deed of this desk, and what of it was said first."""

    def __init__(self) -> None:
        self._own = OwnDeeds()
        self._said: Deed = ()
        """The deed that was named, which another press takes back."""

        self._said_at: datetime | None = None

    def forget(self) -> None:
        """Another history: what was done in that one is not here."""
        self._own.forget()
        self._said = ()

    def begin_deed(self) -> None:
        """A key, or something chosen: what is sent from now on is another deed."""
        self._own.begin()

    def second(self) -> None:
        """Time went on by itself."""
        self._own.nobody_pressed()

    def sent(self, context: Context, id: int, command: Command) -> None:
        """A wish of this desk went into the outbox."""
        self._own.sent(id, command, context.own_now)

    def take(self, context: Context, event: Event, rows: Rows = nobodys_rows) -> Effects:
        """The store knows it already; `rows` say what the members of a line have read."""
        self._own.nobody_pressed()
        match event:
            case Answered():
                self._own.answered(event, context.own_now)
                return NOTHING
            case Changed(change=change) if context.complete:
                mine = change.by == context.name
                return taken_back(context, change, rows) if mine else recalled(context, change)
            case _:
                return NOTHING

    def press(self, context: Context) -> Effects:
        """Take back the last deed, or say why nothing does."""
        deed = self._meant(context)
        if not deed:
            return (Tell(context.say("back-nothing"), Tone.WARN),)
        never = next((sent.command for sent in deed if not goes_back(type(sent.command))), None)
        if never is not None:
            why = context.say(f"back-why-{TAKING_BACK[type(never)].why}")
            return (Warn(context.say("back-never", what=line_of(context, never), why=why), Tone.WARN),)
        if not self._was_said(context, deed) and (
            _is_elsewhere(context, deed) or not _is_fresh(context, deed)
        ):
            self._said, self._said_at = deed, context.own_now
            return (Warn(_said_first(context, deed), Tone.WARN),)
        self._said = ()
        self._own.takes_back(deed)
        return _take_back(context, deed)

    def _was_said(self, context: Context, deed: Deed) -> bool:
        """True while it stands on the row which deed it is."""
        at = self._said_at
        same = [sent.id for sent in self._said] == [sent.id for sent in deed]
        return same and at is not None and context.own_now - at <= FRESH

    def _meant(self, context: Context) -> Deed:
        """The last deed while it is fresh; else a status that was set from here and still stands."""
        last = self._own.last
        if last and _is_fresh(context, last):
            return last
        status = self._own.status_of(context.unit)
        unit = context.board.units.get(context.unit or 0)
        if status is None or unit is None or not isinstance(status.command, SetUnitStatus):
            return ()
        return (status,) if status.is_done and unit.status is status.command.status else ()


def _is_fresh(context: Context, deed: Deed) -> bool:
    """True until it is too late; what waits for its answer is always in time."""
    waiting = _waiting(context)
    return any(sent.id in waiting or context.own_now - sent.at <= FRESH for sent in deed)


def _waiting(context: Context) -> frozenset[int]:
    return frozenset(wish.id for wish in (*context.waiting, *context.withheld))


def _is_elsewhere(context: Context, deed: Deed) -> bool:
    numbers = {sent.incident for sent in deed} - {None}
    return bool(numbers) and context.incident not in numbers


def _said_first(context: Context, deed: Deed) -> str:
    what = "; ".join(line_of(context, sent.command) for sent in deed)
    when = _ago(context, max(sent.at for sent in deed))
    press = context.key_of("take-back")
    number = next((sent.incident for sent in deed if sent.incident is not None), None)
    incident = context.board.incidents.get(number or 0)
    if incident is None:
        return context.say("back-other-unit", what=what, when=when, press=press)
    return context.say(
        "back-other",
        what=what,
        when=when,
        press=press,
        incident=incident.number,
        of=harmless(f"{incident.what} · {incident.place.name}"),
    )


def _ago(context: Context, at: datetime) -> str:
    seconds = max(0, round((context.own_now - at).total_seconds()))
    if seconds < 90:
        return context.say("back-seconds", seconds=seconds)
    return context.say("back-minutes", minutes=round(seconds / 60))


def _take_back(context: Context, deed: Deed) -> Effects:
    """The last wish first: each is then the last that stands."""
    waiting = _waiting(context)
    effects: Effects = ()
    for sent in reversed(deed):
        what = line_of(context, sent.command)
        if sent.id in waiting and sent.id in context.unsent:
            effects += (ForgetWish(sent.id), Tell(context.say("back-not-sent", what=what), Tone.GOOD))
        elif sent.id in waiting:
            told = Warn(context.say("back-follows", what=what), Tone.WARN)
            effects += (Send(TakeBack(wish=sent.id)), told)
        else:
            effects += (Send(TakeBack(wish=sent.id)),)
    return effects
