"""Lines over the screen: the keys of where one is, what one action does, what waits. Closed by a key."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.screen import ModalScreen

from console.actions.action import Action, Where
from console.actions.key_names import key_name
from console.paint.palette import Palette
from console.paint.row import BLANK, Row, Span, between, plain
from console.paint.strips import Strips
from console.paint.text import cells, fit, wrap
from console.paint.tone import Ground, Tone
from console.part.context import Context
from console.part.whose_desk import is_units
from console.unit.unit_part import UNIT_KEYS

_KEY_WIDTH = 12
_VERB_WIDTH = 14


class HelpScreen(ModalScreen[None]):
    """Rows with a title; arrows and page keys scroll, every other key closes."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, palette: Palette, title: str, rows: Sequence[Row], close: str) -> None:
        super().__init__()
        self._title, self._lines, self._close = title, tuple(rows), close
        self._top = 0
        self._strips = Strips(palette, id="help", drawing=self._draw, view=0)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other rows in the place of these, at the same height."""
        self._lines = tuple(rows)
        self._strips.redraw()

    def compose(self) -> ComposeResult:
        """One panel."""
        yield self._strips

    def on_key(self, event: Key) -> None:
        """Scroll or close."""
        event.stop()
        event.prevent_default()
        page = max(1, self._strips.size.height - 2)
        steps = {"up": -1, "down": 1, "pageup": -page, "pagedown": page, "home": -9_999, "end": 9_999}
        if event.key in steps:
            most = max(0, len(self._lines) - page - 1)
            self._top = min(most, max(0, self._top + steps[event.key]))
            self._strips.show(self._top)
        else:
            self.dismiss()

    def _draw(self, top: int, width: int, height: int) -> list[Row]:
        shown = self._lines[top : top + height - 1]
        more = f"{top + 1}-{top + len(shown)}/{len(self._lines)}  " if len(self._lines) > len(shown) else ""
        head = between(((f" {self._title}", Tone.STRONG),), ((f"{more}{self._close} ", Tone.PLAIN),), width)
        return [Row(spans=head, ground=Ground.BAR_FOCUSED), *shown]


def key_rows(context: Context) -> list[Row]:
    """The keys that work in the panel that has them, then those that work anywhere; only permitted ones."""
    rows = [
        _entry(context.say(f"desk-help-{name}"), "", context.say(f"desk-help-{name}-does")) for name in _MOVES
    ]
    taken = _taken(context)
    if is_units(context):
        rows = [plain(f" {context.say('unit-help')}", Tone.STRONG)]
        rows += [
            _entry(key if " " in key else key_name(key), "", context.say(f"unit-help-{word}"))
            for key, word in UNIT_KEYS
        ]
    for where in dict.fromkeys((context.panel, Where.ANYWHERE)):
        actions = [
            action
            for action in context.catalog.offered(context.role)
            if action.where is where and (action.key or action.also_key)
        ]
        entries = []
        for action in actions:
            free = [key for key in (action.key, action.also_key) if key and key not in taken]
            if free:
                keys = " ".join(map(key_name, free))
                entries.append(
                    _entry(keys, action.verb_in(context.language), context.say(f"action-{action.id}"))
                )
        if entries:
            rows += [BLANK, plain(f" {context.say(f'help-where-{where.value}')}", Tone.STRONG), *entries]
    return [*rows, BLANK, plain(f" {context.say('help-intro')}", Tone.DIM)]


def _taken(context: Context) -> frozenset[str]:
    """Keys that mean something of a unit's own at this desk."""
    if not is_units(context):
        return frozenset()
    return frozenset({*"0123456789", "f12", *(key for key, _ in UNIT_KEYS)})


_MOVES = ("move", "tab", "enter", "escape")


def action_rows(context: Context, action: Action) -> list[Row]:
    """What one action does, and how it is typed."""
    rows = [plain(f" {context.say(f'action-{action.id}')}", Tone.STRONG), BLANK]
    rows += [plain(f" {line}") for line in wrap(context.say(f"action-{action.id}-help"), 70)]
    rows += [BLANK, plain(" " + ", ".join(action.verbs), Tone.DIM)]
    keys = " ".join(key_name(key) for key in (action.key, action.also_key) if key)
    return [*rows, plain(f" {context.say('help-key')}: {keys}", Tone.DIM)] if keys else rows


def _entry(keys: str, verb: str, does: str) -> Row:
    wide = cells(keys) > _KEY_WIDTH
    spans: list[Span] = [(" " + (keys if wide else fit(keys, _KEY_WIDTH)) + " ", Tone.STRONG)]
    if not wide and verb:
        spans.append((fit(verb, _VERB_WIDTH) + " ", Tone.DIM))
    spans.append((does, Tone.PLAIN))
    return Row(spans=spans)
