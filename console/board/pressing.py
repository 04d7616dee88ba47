"""What presses most in an incident, as one sign with a time: the column in which the board nags. Pure.

Fed by the board's rows and by what rings; decides nothing itself: the rules are those of `protocol.rules`.
"""

from collections.abc import Mapping
from datetime import datetime
from enum import IntEnum

from console.paint.age import age, seconds_between
from console.paint.countdown import countdown, seconds_until
from console.paint.row import Span
from console.paint.text import fit
from console.paint.tone import Tone
from protocol.model.appeal import AppealKind
from protocol.model.incident import Incident
from protocol.model.terms import Terms
from protocol.rules.appeals import appeal
from protocol.rules.contact import is_out_of_touch, last_spoken_at
from protocol.rules.promises import Alarm, alarm, next_promise
from protocol.rules.reaction import needs_reaction, returns_to_board, rings

WIDTH = 6
"""Columns of a press: a sign, a blank, a time."""


TERMS = Terms()
"""What holds before the server has said otherwise."""


class Press(IntEnum):
    """What can press, the loudest first."""

    RINGING = 1
    BREACHED = 2
    WROTE = 3
    """The melder writes and nobody talks to them."""

    ASKED = 4
    """Colleagues were asked, and nobody came yet (A64)."""

    RETURNED = 5
    UNANSWERED = 6
    SOON = 7
    OUT_OF_TOUCH = 8
    PROMISED = 9


SIGNS: Mapping[Press, str] = {
    Press.RINGING: "◆",
    Press.BREACHED: "✖",
    Press.WROTE: "☏",
    Press.ASKED: "✚",
    Press.RETURNED: "↩",
    Press.UNANSWERED: "◇",
    Press.SOON: "◔",
    Press.OUT_OF_TOUCH: "☏",
    Press.PROMISED: "○",
}
TONES: Mapping[Press, Tone] = {
    Press.RINGING: Tone.BAD,
    Press.BREACHED: Tone.BAD,
    Press.WROTE: Tone.BAD,
    Press.ASKED: Tone.BAD,
    Press.RETURNED: Tone.WARN,
    Press.UNANSWERED: Tone.WARN,
    Press.SOON: Tone.WARN,
    Press.OUT_OF_TOUCH: Tone.WARN,
    Press.PROMISED: Tone.DIM,
}

_PRESS_BY_KIND: Mapping[AppealKind, Press] = {
    AppealKind.CALLER: Press.WROTE,
    AppealKind.COLLEAGUES: Press.ASKED,
}


def presses(incident: Incident, now: datetime, terms: Terms = TERMS) -> Press | None:
    """What presses most; None for a closed incident and for one in which nothing does."""
    if not incident.is_open:
        return None
    if rings(incident, now, ring_after_s=terms.ring_after_s):
        return Press.RINGING
    promise = next_promise(incident)
    loud = Alarm.QUIET if promise is None else alarm(promise, now, warn_before_s=terms.warn_before_s)
    if loud is Alarm.BREACHED:
        return Press.BREACHED
    for kind, press in _PRESS_BY_KIND.items():
        if appeal(incident, kind) is not None:
            return press
    if returns_to_board(incident, now):
        return Press.RETURNED
    if needs_reaction(incident):
        return Press.UNANSWERED
    if loud is Alarm.SOON:
        return Press.SOON
    if is_out_of_touch(incident, now, every_s=terms.keep_in_touch_every_s):
        return Press.OUT_OF_TOUCH
    return None if promise is None else Press.PROMISED


def press_span(incident: Incident, now: datetime, terms: Terms = TERMS) -> Span:
    """The column, exactly WIDTH cells: the sign of what presses, and since when or until when."""
    press = presses(incident, now, terms)
    if press is None:
        return (" " * WIDTH, Tone.PLAIN)
    return (fit(f"{SIGNS[press]}{_time(press, incident, now)}", WIDTH), TONES[press])


def _time(press: Press, incident: Incident, now: datetime) -> str:
    match press:
        case Press.RINGING | Press.UNANSWERED:
            return age(seconds_between(incident.opened_at, now))
        case Press.WROTE | Press.ASKED:
            asked = (appeal(incident, kind) for kind, each in _PRESS_BY_KIND.items() if each is press)
            return next((age(seconds_between(each.since, now)) for each in asked if each is not None), "")
        case Press.OUT_OF_TOUCH:
            return age(seconds_between(last_spoken_at(incident), now))
        case Press.RETURNED:
            due = incident.reactions[-1].due
            return "" if due is None else age(seconds_between(due, now))
        case _:
            promise = next_promise(incident)
            return "" if promise is None else countdown(seconds_until(promise.due, now))
