"""The documents of the classification: as many cards as classes, each in its shape."""

import json
from pathlib import Path
from typing import Any

import pytest

from server.classification.documents import ClassificationShelf
from server.classification.load import load
from server.documents.shelf import wanted


async def _read(folder: Path, name: str) -> list[dict[str, Any]]:
    classification = load(folder)
    content = await ClassificationShelf(classification.classes, classification.cards).document(wanted(name))
    assert content is not None
    return [json.loads(line) for line in content.decode().splitlines()]


async def test_classes_and_cards_come_as_lines(tmp_path: Path) -> None:
    """As many cards as classes."""
    classes, cards = await _read(tmp_path, "classifications"), await _read(tmp_path, "cards")
    assert [each["code"] for each in classes] == [each["code"] for each in cards]
    assert set(classes[0]) == {"code", "levels", "priority", "words", "definition", "origin"}
    assert set(cards[0]["questions"][0]) == {"question", "key", "nl", "en", "kind"}


@pytest.mark.parametrize("name", ["cards/1", "classifications/x"])
async def test_there_is_one_of_each(tmp_path: Path, name: str) -> None:
    """An item of them means nothing."""
    classification = load(tmp_path)
    shelf = ClassificationShelf(classification.classes, classification.cards)
    assert await shelf.document(wanted(name)) is None
