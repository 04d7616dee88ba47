"""The line of a split pair as a unit speaks on it: its drafts, and what its keys do (A92)."""

from console.field.edit import Edit, pressed
from console.line.drafts import Drafts
from console.part.context import Context
from console.part.effects import NOTHING, Effects, Focus, Send, Warn
from protocol.commands.pairs import SpeakToPair
from protocol.model.text import Text
from protocol.model.unit import Unit


class PairLine:
    """A draft for each pair."""

    def __init__(self) -> None:
        self.drafts = Drafts()

    def press(self, context: Context, unit: Unit, key: str, character: str | None) -> Effects | None:
        """A key while one speaks to the other half of `unit`."""
        draft = self.drafts.of(unit.id)
        match key:
            case "escape":
                return (Focus(None),)
            case "enter":
                return self._say(context, unit, draft)
            case _:
                edit = pressed(draft, key, character)
                if edit is None:
                    return None
                self.drafts.keep(unit.id, edit)
                return NOTHING

    def _say(self, context: Context, unit: Unit, draft: Edit) -> Effects:
        if not draft.text.strip():
            return (Focus(None),)
        try:
            wish = SpeakToPair(unit=unit.id, text=Text(draft.text.strip()))
        except ValueError as error:
            return (Warn(context.say("problem-unsendable", why=str(error))),)
        self.drafts.keep(unit.id, Edit())
        return (Send(wish),)
