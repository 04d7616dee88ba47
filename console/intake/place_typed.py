"""The place that is being typed, and what the server knows that is like it. Pure state.

`asking_places` fills in what came. The form goes through it here, the command line by its own completion.
What was typed always stays possible: a candidate is only ever put in by a key.
"""

from collections.abc import Mapping

from attrs import evolve, frozen

from console.command.command_line import CommandLine
from console.field.edit import Edit
from console.grammar.places import NO_PLACES, KnownPlace, plain_words
from console.grammar.placing import PlaceTyped, place_typed
from console.intake.form import LINE
from console.intake.forms import Forms
from console.intake.place_guess import unplaced_words
from console.part.context import Context
from console.part.field import Field
from protocol.model.point import Point

_STEPS: Mapping[str, int] = {"tab": 1, "down": 1, "shift+tab": -1, "up": -1}


@frozen(kw_only=True)
class _Picking:
    """Going through the candidates, each put in the line in its turn."""

    before: Edit
    """As it was typed."""

    typed: PlaceTyped
    found: tuple[KnownPlace, ...]
    chosen: int
    now: Edit
    """With the chosen one in it."""


class PlacesAtHand:
    """What is known of the place under the hand."""

    def __init__(self, forms: Forms, line: CommandLine) -> None:
        self._forms, self._line = forms, line
        self.known = NO_PLACES
        self._picking: _Picking | None = None

    def typed(self, context: Context) -> PlaceTyped | None:
        """The place under the hand, in columns of its field; None while none is being typed."""
        match context.field:
            case Field.COMMAND:
                return self._in(context, self._line.edit, "")
            case Field.FORM if self._forms.now.at == LINE and not self._forms.now.under_way:
                verb = f"{context.catalog.by_id['open'].verb} "
                return self._in(context, self._forms.now.edit(LINE), verb)
            case _:
                return None

    def words(self, context: Context) -> str | None:
        """The words to ask the server about; None for none, and while somebody goes through an answer."""
        typed = self.typed(context)
        if typed is None:
            return unplaced_words(context)
        if self._now(context) is not None or self._line.chosen is not None:
            return None
        return plain_words(typed.text)

    def candidates(self, context: Context) -> tuple[KnownPlace, ...]:
        """What may be meant, likeliest first; none when only what is typed already."""
        picking, typed = self._now(context), self.typed(context)
        if picking is not None:
            return picking.found
        if typed is None:
            return ()
        found = self.known.like(typed.text)
        only = len(found) == 1 and plain_words(found[0].name) == plain_words(typed.text)
        return () if only else found

    def chosen(self, context: Context) -> int | None:
        """Which of the candidates stands in the form's line."""
        picking = self._now(context)
        return None if picking is None else picking.chosen

    def near(self, context: Context) -> Point | None:
        """Around which a person looks: the selected melding, else the middle of the map."""
        incident = context.chosen()
        if incident is not None and incident.place.point is not None:
            return incident.place.point
        return context.map_middle

    def press(self, context: Context, key: str) -> bool:
        """A key in the form's first line. False when it has nothing to do with the candidates."""
        picking = self._now(context)
        if key == "escape" and picking is not None:
            self._put_back(picking)
            return True
        step = _STEPS.get(key)
        if step is None or (picking is None and step < 0):
            return False
        if picking is None:
            picking = self._begun(context)
            return picking is not None and self._choose(picking, 0)
        if picking.chosen + step < 0:
            self._put_back(picking)
            return True
        return self._choose(picking, picking.chosen + step)

    def _in(self, context: Context, edit: Edit, verb: str) -> PlaceTyped | None:
        found = place_typed(
            verb + edit.text, len(verb) + edit.caret, context.catalog, context.board, context.selection
        )
        if found is None:
            return None
        return evolve(found, start=found.start - len(verb), end=found.end - len(verb))

    def _now(self, context: Context) -> _Picking | None:
        """The picking, while the line still holds what was picked."""
        picking = self._picking
        if picking is not None and (
            context.field is not Field.FORM or self._forms.now.edit(LINE) != picking.now
        ):
            picking = self._picking = None
        return picking

    def _begun(self, context: Context) -> _Picking | None:
        typed, found, edit = self.typed(context), self.candidates(context), self._forms.now.edit(LINE)
        if typed is None or not found:
            return None
        return _Picking(before=edit, typed=typed, found=found, chosen=0, now=edit)

    def _choose(self, picking: _Picking, place: int) -> bool:
        """False behind the last: the key then goes to the next field, and what was picked stays."""
        if place >= len(picking.found):
            self._picking = None
            return False
        name = self.known.typed(picking.found[place])
        text = picking.before.text
        before, after = text[: picking.typed.start], text[picking.typed.end :]
        now = Edit(text=before + name + after, caret=len(before) + len(name))
        self._forms.now.put(now)
        self._picking = evolve(picking, chosen=place, now=now)
        return True

    def _put_back(self, picking: _Picking) -> None:
        self._forms.now.put(picking.before)
        self._picking = None
