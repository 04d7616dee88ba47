"""When something that was just promised is due, with its day and how long that is from now. Pure.

Said in the answer to a promise, so that a moment that was read otherwise than meant is seen while the melder
is still on the telephone: another day, or the hour that the clock shows twice.
"""

from datetime import datetime, timedelta, tzinfo

from console.paint.clock import LOCAL
from console.texts.texts import Texts
from protocol.commands.command import Command
from protocol.commands.promises import MakePromise, MovePromise, React

_DAY_S, _HOUR_S, _MINUTE_S = 86_400, 3_600, 60
_DAYS_FROM = 2


def due_said(command: Command, now: datetime, texts: Texts, zone: tzinfo = LOCAL) -> str:
    """`morgen 02:30, over 3 u 20 min`; "" for a command without such a moment."""
    if not isinstance(command, MakePromise | MovePromise | React) or command.due is None:
        return ""
    local, today = command.due.astimezone(zone), now.astimezone(zone)
    away = (local.date() - today.date()).days
    if away in (0, 1):
        day = texts.say("due-today" if away == 0 else "due-tomorrow")
    else:
        date = local.strftime("%d-%m" if local.year == today.year else "%d-%m-%Y")
        day = texts.say("due-day", weekday=texts.say(f"weekday-{local.isoweekday()}"), date=date)
    left = _left(command.due - now, texts)
    return texts.say("due-said", day=day, at=local.strftime("%H:%M"), left=left)


def _left(span: timedelta, texts: Texts) -> str:
    """In whole minutes, rounded; in days from the second one on."""
    seconds = max(0, round(span.total_seconds() / _MINUTE_S) * _MINUTE_S)
    if seconds >= _DAYS_FROM * _DAY_S:
        return texts.say("span-days", days=seconds // _DAY_S)
    hours, minutes = divmod(seconds // _MINUTE_S, 60)
    return (
        texts.say("span-hours", hours=hours, minutes=minutes)
        if hours
        else texts.say("span-minutes", minutes=minutes)
    )
