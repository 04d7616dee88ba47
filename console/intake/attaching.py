"""A call that goes along with another melding instead of being opened (A83), and that this can be taken back.

Pure bookkeeping: a form that was attached is kept by its words for as long as this run lasts.
"""

from collections.abc import Iterable

from console.intake.form import Form
from protocol.commands.intake import AttachReport, DescribeMelder
from protocol.fold.intake import MELDER_PARTS
from protocol.model.melder import Melder
from protocol.model.text import Text

MOST_KEPT = 20


def report_of(words: str, number: int, melder: Iterable[object]) -> AttachReport:
    """The wish; `melder` is what the melder field means. Raises ValueError for words that do not fit."""
    return AttachReport(incident=number, text=Text(words), melder=_melder(melder))


class Attached:
    """The forms whose words went along, by those words."""

    def __init__(self) -> None:
        self._forms: dict[str, Form] = {}

    def keep(self, text: str, form: Form) -> None:
        """This form went along; the oldest of many is forgotten."""
        self._forms.pop(text, None)
        self._forms[text] = form
        for old in list(self._forms)[:-MOST_KEPT]:
            del self._forms[old]

    def take(self, text: str) -> Form | None:
        """The form with these words, once; None where somebody else attached them."""
        return self._forms.pop(text, None)


def _melder(commands: Iterable[object]) -> Melder | None:
    for command in commands:
        if isinstance(command, DescribeMelder):
            said = {name: getattr(command, name) for name in MELDER_PARTS}
            return Melder(**{name: value for name, value in said.items() if value is not None})
    return None
