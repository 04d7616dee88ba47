"""The documents of the classification: the list of classes, and their cards."""

from server.classification.card import Cards
from server.classification.classes import ClassList
from server.documents.shelf import Wanted, lines


class ClassificationShelf:
    """`classifications` and `cards`; see `server.documents.documents`."""

    kinds: tuple[str, ...] = ("classifications", "cards")

    def __init__(self, classes: ClassList, cards: Cards) -> None:
        self._classes = classes
        self._cards = cards

    async def document(self, asked: Wanted) -> bytes | None:
        """The document, whole."""
        match asked.kind, asked.item:
            case "classifications", None:
                return lines(each.shown() for each in self._classes.classes)
            case "cards", None:
                return lines(self._cards.shown(self._classes))
        return None
