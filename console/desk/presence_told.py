"""When the others of the room are told where this desk is, and which calls are taken here. Sends nothing.

Asked by the screen after keys and events and once a second; tells at most once a second and only what
changed, never the words that are typed but those of a call that is being taken. After a cut everything anew.
"""

from collections.abc import Iterator

from console.actions.action import Where
from console.desk.parts import Parts
from console.part.context import Context
from console.part.field import Field
from console.part.reader import Reader
from protocol.model.line_kind import LineKind
from protocol.model.presence import HalfCall, Presence, Spot, present_at
from protocol.permissions import IS_PRESENT
from protocol.session.events import Event, Welcomed
from protocol.session.provisional import is_provisional

EVERY_S = 1.0

_SPOTS = {
    Where.BOARD: Spot.BOARD,
    Where.UNITS: Spot.UNITS,
    Where.MAP: Spot.MAP,
    Where.MELDING: Spot.MELDING,
}
_FIELDS = {Field.COMMAND: Spot.COMMAND, Field.FORM: Spot.FORM, Field.FILTER: Spot.FILTER}


class PresenceTold:
    """What the others know of this desk."""

    def __init__(self) -> None:
        self._told = Presence()
        self._halves: dict[int, HalfCall] = {}
        self._looked_at_s = float("-inf")

    def forget(self) -> None:
        """Another history: nobody there has been told anything."""
        self._told, self._halves, self._looked_at_s = Presence(), {}, float("-inf")

    def take(self, event: Event) -> None:
        """A new link must hear it all again."""
        if isinstance(event, Welcomed):
            self.forget()

    def due(self, parts: Parts, context: Context, now_s: float) -> list[Presence | HalfCall]:
        """What must be told now."""
        if now_s - self._looked_at_s < EVERY_S or context.role not in IS_PRESENT:
            return []
        self._looked_at_s = now_s
        return [*self._half_calls(parts, context), *self._presence(parts, context)]

    def _presence(self, parts: Parts, context: Context) -> Iterator[Presence]:
        here = presence_of(parts, context)
        if here != self._told:
            self._told = here
            yield here

    def _half_calls(self, parts: Parts, context: Context) -> Iterator[HalfCall]:
        now = {half.mark: half for half in parts.intake.forms.half_calls(context)}
        for mark, half in now.items():
            if self._halves.get(mark) != half:
                yield half
        yield from (HalfCall(mark=mark) for mark in self._halves if mark not in now)
        self._halves = now


def presence_of(parts: Parts, context: Context) -> Presence:
    """Where this desk is: a form is at its own melding, and not at the one that is selected behind it."""
    form = parts.intake.forms.now
    number = form.number if context.field is Field.FORM else context.incident
    known = None if is_provisional(number) else number
    return present_at(known, spot_of(context), typed=typed_length(parts, context))


def spot_of(context: Context) -> Spot:
    """What has the keys."""
    if context.field in _FIELDS:
        return _FIELDS[context.field]
    if context.reader is Reader.CALLER:
        return Spot.CONTACT
    if context.reader in (Reader.LINE, Reader.WHISPER) or context.panel is Where.LINE:
        return Spot.CONTACT if context.line is LineKind.CONTACT else Spot.LINE
    return _SPOTS.get(context.panel, Spot.BOARD)


def typed_length(parts: Parts, context: Context) -> int:
    """How many characters stand in the field that has the keys."""
    match context.field:
        case Field.COMMAND:
            return len(parts.line.typed)
        case Field.FORM:
            return len(parts.intake.forms.now.edit(parts.intake.forms.now.at).text)
        case Field.FILTER:
            return len(context.filter.text)
        case _:
            return len(parts.row.edit(context).text)
