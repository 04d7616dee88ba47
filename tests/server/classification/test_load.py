"""The list and the cards of a world: what ships, what the site brings, and what it adds."""

import json
import logging
from collections import Counter
from pathlib import Path

import pytest

from server.classification.classes import LOCAL, SHIPPED, SITE
from server.classification.load import CARDS, CLASSES, load
from server.toml_table import ConfigWrong


def test_what_ships_is_whole(tmp_path: Path) -> None:
    """Some sixty classes in three levels, each with a priority; every card has its level."""
    whole = load(tmp_path)
    classes = whole.classes.classes
    assert 50 <= len(classes) <= 80
    assert {each.origin for each in classes} == {SHIPPED}
    assert set(Counter(len(each.levels) for each in classes)) == {1, 2, 3}
    assert all(each.priority for each in classes)
    levels = {each.levels[:depth] for each in classes for depth in range(4)}
    assert set(whole.cards.questions_by_level) <= levels


@pytest.mark.parametrize("code", ["inbraak", "geweld", "ongeval"])
def test_the_five_questions_are_asked_of_everything(tmp_path: Path, code: str) -> None:
    """Signalement, direction, vehicle, weapons and injuries (A8), each with its own key."""
    whole = load(tmp_path)
    found = whole.classes.class_of(code)
    assert found is not None
    card = whole.cards.questions_of(found)
    assert {"description", "direction", "vehicle", "weapons", "injuries"} <= {each.question for each in card}
    assert len({each.key for each in card}) == len(card)


def test_a_site_brings_its_list_and_adds_to_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Its own cards too; what was passed over is said."""
    site = tmp_path / "lijst.json"
    row = {"MC1": "Alarm", "Code": "al", "PRIO": 4}
    site.write_text(json.dumps([row, row]), encoding="utf-8")
    (tmp_path / CLASSES).write_text('[[class]]\ncode = "haven"\nlevels = ["Haven"]\n', encoding="utf-8")
    (tmp_path / CARDS).write_text(
        '[[card]]\nlevel = ["Haven"]\n[[card.question]]\nquestion = "ship"\nkey = "s"\n'
        'nl = "Welk schip?"\nen = "Which ship?"\n',
        encoding="utf-8",
    )
    with caplog.at_level(logging.WARNING):
        whole = load(tmp_path, site)
    assert [(each.code, each.origin) for each in whole.classes.classes] == [("al", SITE), ("haven", LOCAL)]
    assert [len(whole.cards.questions_of(each)) for each in whole.classes.classes] == [0, 1]
    assert "row 2: Code: 'al' is in row 1 too" in caplog.text


def test_a_site_list_that_is_not_there_stops_the_start(tmp_path: Path) -> None:
    """And one with a mistake does."""
    with pytest.raises(FileNotFoundError):
        load(tmp_path, tmp_path / "weg.json")
    (tmp_path / "fout.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ConfigWrong, match=r"fout\.json"):
        load(tmp_path, tmp_path / "fout.json")
