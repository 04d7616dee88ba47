"""The place that is being typed, and what the server knows that is like it. Part of the desk.

`asking_places` fills in what came. The form goes through it here, the command line by its own completion.
What was typed always stays possible: a candidate is only ever put in by a key.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from console.field.edit import Edit
from console.grammar.places import NO_PLACES, KnownPlace, plain_words
from console.grammar.placing import PlaceTyped, place_typed
from console.intake.form import LINE
from console.part.field import Field
from protocol.model.point import Point

if TYPE_CHECKING:
    from console.desk.desk import Desk

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

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.known = NO_PLACES
        self._picking: _Picking | None = None

    def typed(self) -> PlaceTyped | None:
        """The place under the hand, in columns of its field; None while none is being typed."""
        desk = self._desk
        match desk.field:
            case Field.COMMAND:
                return self._in(desk.line.edit, "")
            case Field.FORM if desk.forms.now.at == LINE and not desk.forms.now.under_way:
                verb = f"{desk.catalog.by_id['open'].verb} "
                return self._in(desk.forms.now.edit(LINE), verb)
            case _:
                return None

    def words(self) -> str | None:
        """The words to ask the server about; None for none, and while somebody goes through an answer."""
        typed = self.typed()
        if typed is None or self._now() is not None or self._desk.line.chosen is not None:
            return None
        return plain_words(typed.text)

    def candidates(self) -> tuple[KnownPlace, ...]:
        """What may be meant, likeliest first; none when only what is typed already."""
        picking, typed = self._now(), self.typed()
        if picking is not None:
            return picking.found
        if typed is None:
            return ()
        found = self.known.like(typed.text)
        only = len(found) == 1 and plain_words(found[0].name) == plain_words(typed.text)
        return () if only else found

    @property
    def chosen(self) -> int | None:
        """Which of the candidates stands in the form's line."""
        picking = self._now()
        return None if picking is None else picking.chosen

    def near(self) -> Point | None:
        """Around which a person looks: the selected melding, else the middle of the map."""
        incident, view = self._desk.chosen(), self._desk.chart.viewport
        if incident is not None and incident.place.point is not None:
            return incident.place.point
        return None if view is None else view.centre

    def press(self, key: str) -> bool:
        """A key in the form's first line. False when it has nothing to do with the candidates."""
        picking = self._now()
        if key == "escape" and picking is not None:
            self._put_back(picking)
            return True
        step = _STEPS.get(key)
        if step is None or (picking is None and step < 0):
            return False
        if picking is None:
            picking = self._begun()
            return picking is not None and self._choose(picking, 0)
        if picking.chosen + step < 0:
            self._put_back(picking)
            return True
        return self._choose(picking, picking.chosen + step)

    def _in(self, edit: Edit, verb: str) -> PlaceTyped | None:
        desk = self._desk
        found = place_typed(
            verb + edit.text, len(verb) + edit.caret, desk.catalog, desk.store.board, desk.selection
        )
        if found is None:
            return None
        return evolve(found, start=found.start - len(verb), end=found.end - len(verb))

    def _now(self) -> _Picking | None:
        """The picking, while the line still holds what was picked."""
        picking, desk = self._picking, self._desk
        if picking is not None and (desk.field is not Field.FORM or desk.forms.now.edit(LINE) != picking.now):
            picking = self._picking = None
        return picking

    def _begun(self) -> _Picking | None:
        typed, found, edit = self.typed(), self.candidates(), self._desk.forms.now.edit(LINE)
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
        self._desk.forms.now.put(now)
        self._picking = evolve(picking, chosen=place, now=now)
        return True

    def _put_back(self, picking: _Picking) -> None:
        self._desk.forms.now.put(picking.before)
        self._picking = None
