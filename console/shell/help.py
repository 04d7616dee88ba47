"""Lines over the screen: the keys of where one is, what one action does, what waits. Closed by a key."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key, Paste
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
from console.row.law import LAW

_KEY_WIDTH = 12
_VERB_WIDTH = 14
_CLOSES = ("escape", "enter", "f1")
"""Keys that only close."""


class HelpScreen(ModalScreen[None]):
    """Rows with a title; arrows and page keys scroll. Any other key closes, and is the row's."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, palette: Palette, title: str, rows: Sequence[Row], close: str) -> None:
        super().__init__()
        self._title, self._lines, self._close = title, tuple(rows), close
        self._top = 0
        self._leaves = False
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
            self._leave(event)

    def on_paste(self, event: Paste) -> None:
        """Text is for the row."""
        event.stop()
        self._leave(event)

    def _leave(self, event: Key | Paste) -> None:
        """Away, once, however many keys come in one packet; what does more than close goes on to below."""
        below = self.app.screen_stack[-2] if self.app.screen is self else self.app.screen
        if not self._leaves:
            self._leaves = True
            self.dismiss()
        if not isinstance(event, Key) or event.key not in _CLOSES:
            below.post_message(event)

    def _draw(self, top: int, width: int, height: int) -> list[Row]:
        shown = self._lines[top : top + height - 1]
        more = f"{top + 1}-{top + len(shown)}/{len(self._lines)}  " if len(self._lines) > len(shown) else ""
        head = between(((f" {self._title}", Tone.STRONG),), ((f"{more}{self._close} ", Tone.PLAIN),), width)
        return [Row(spans=head, ground=Ground.BAR_FOCUSED), *shown]


def key_rows(context: Context) -> list[Row]:
    """The keys of here, the law of the row, then the keys and letters of everywhere; only permitted ones."""
    units = is_units(context)
    law = [
        _entry(
            _keys(context, rule.keys), context.say(f"law-when-{rule.when}"), context.say(f"law-{rule.does}")
        )
        for rule in LAW
        if units or not rule.units
    ]
    rows = _of_place(context, context.panel)
    rows += [*([BLANK] if rows else []), plain(f" {context.say('help-row')}", Tone.STRONG), *law]
    if context.panel is not Where.ANYWHERE:
        rows += [BLANK, *_of_place(context, Where.ANYWHERE)]
    return [*rows, BLANK, plain(f" {context.say('help-intro')}", Tone.DIM)]


def _of_place(context: Context, where: Where) -> list[Row]:
    """The function keys and letters of one place, under its name; nothing for a place without."""
    actions = [action for action in context.catalog.offered(context.role) if action.where is where]
    entries = [
        _entry(keys, action.verb_in(context.language), context.say(f"action-{action.id}"))
        for action in sorted(actions, key=lambda each: each.key is None)
        if (keys := _how(action))
    ]
    head = plain(f" {context.say(f'help-where-{where.value}')}", Tone.STRONG)
    return [head, *entries] if entries else []


def _how(action: Action) -> str:
    """Its key and its letter; empty for a verb alone."""
    letter = "" if action.letter is None else f".{action.letter}"
    return " ".join(each for each in (key_name(action.key), letter) if each)


def _keys(context: Context, keys: str) -> str:
    """Keys of the law in the language of the keyboard."""
    for name in ("Space", "letter", "a sentence"):
        keys = keys.replace(name, context.say(f"key-{name.split()[-1].lower()}"))
    return keys


def action_rows(context: Context, action: Action) -> list[Row]:
    """What one action does, and how it is typed."""
    rows = [plain(f" {context.say(f'action-{action.id}')}", Tone.STRONG), BLANK]
    rows += [plain(f" {line}") for line in wrap(context.say(f"action-{action.id}-help"), 70)]
    rows += [BLANK, plain(" " + ", ".join(action.verbs), Tone.DIM)]
    keys = _how(action)
    return [*rows, plain(f" {context.say('help-key')}: {keys}", Tone.DIM)] if keys else rows


def _entry(keys: str, verb: str, does: str) -> Row:
    wide = cells(keys) > _KEY_WIDTH
    spans: list[Span] = [(" " + (keys if wide else fit(keys, _KEY_WIDTH)) + " ", Tone.STRONG)]
    if not wide and verb:
        spans.append((fit(verb, _VERB_WIDTH) + " ", Tone.DIM))
    spans.append((does, Tone.PLAIN))
    return Row(spans=spans)
