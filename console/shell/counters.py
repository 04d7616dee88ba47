"""The counters of the status line: what this desk still has open, whatever Esc did. Pure.

Unsent texts, half calls, commands without an answer, unread words; and the bell while it is kept quiet.
Each is there only while it is not zero.
"""

from console.command.waiting_lines import shown_waiting
from console.desk.parts import Parts
from console.memory.typed import TypedIn
from console.part.context import Context


def counters(parts: Parts, context: Context) -> tuple[str, ...]:
    """In words, the most pressing first."""
    typed = parts.leftovers.typed(context)
    drafts = sum(each.typed_in is not TypedIn.FILTER for each in typed.lines)
    left_s = parts.alarms.hush.left_s(context.now)
    counted = (
        ("desk-bell-off-for", _clock(left_s) if left_s else ""),
        ("desk-half-calls", len(typed.forms)),
        ("desk-drafts", drafts),
        ("desk-unread", parts.unread.count),
        ("desk-waiting", len(shown_waiting(context))),
    )
    return tuple(context.say(key, count=count) for key, count in counted if count)


def _clock(seconds: int) -> str:
    """In whole minutes, in tens of seconds below one: a digit that dances costs more than it says."""
    return f"{-(-seconds // 60)}m" if seconds >= 60 else f"{max(10, seconds // 10 * 10)}s"
