"""The law of sounds: one table, and no bell beside it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.part import sounds
from console.part.sounds import SOUNDS, Sound
from console.texts.texts import Texts
from protocol.wire.tags import COMMANDS
from tests.test_tree import ROOT

BELL_MAKERS = {"console/desk/applying.py": 1, "console/shell/screen_outside.py": 1}
"""Where something sounds: the one effect is applied, and the terminal is rung."""


def _calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    for path in sorted((ROOT / "console").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                found = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                if found == name:
                    yield str(path.relative_to(ROOT)), node


def test_every_bell_in_the_program_is_one_of_the_table() -> None:
    """`Bell` takes a Sound, and a Sound is made nowhere else than in the table."""
    assert {value.key for value in vars(sounds).values() if isinstance(value, Sound)} == set(SOUNDS)
    assert {path for path, _ in _calls("Sound")} == {"console/part/sounds.py"}
    bells = list(_calls("Bell"))
    assert bells
    assert all(len(call.args) == 1 for _, call in bells)


def test_nothing_else_rings() -> None:
    """The terminal's bell is rung in one place, for the effect that names its sound."""
    rings: dict[str, int] = {}
    for path, _ in _calls("bell"):
        rings[path] = rings.get(path, 0) + 1
    assert rings == BELL_MAKERS
    control = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "console").rglob("*.py"))
        if "\\a" in path.read_text("utf-8") or '"\\x07"' in path.read_text("utf-8")
    ]
    assert control == []


@pytest.mark.parametrize("sound", SOUNDS.values(), ids=SOUNDS)
def test_each_has_its_question_and_its_answer_in_both_languages(sound: Sound) -> None:
    """What is asked, and what would answer it: a sound without either is noise."""
    for language in ("nl", "en"):
        texts = Texts(language)
        assert texts.has(f"sound-{sound.key}"), language
        assert texts.has(f"sound-{sound.key}-answer"), language


@pytest.mark.parametrize("sound", SOUNDS.values(), ids=SOUNDS)
def test_each_is_answered_by_commands_that_there_are_and_climbs_in_time(sound: Sound) -> None:
    """To somebody else, later each time, or it asks everybody at once."""
    commands = {kind.__name__ for kind in COMMANDS.values()}
    assert sound.answers
    assert set(sound.answers) <= commands
    after = [climb.after_s for climb in sound.climbs]
    assert after == sorted(after)
    assert not set(sound.asked) & {climb.to for climb in sound.climbs}


def test_the_code_says_it_in_one_file() -> None:
    """Whoever wants to know what sounds opens one table."""
    assert Path(sounds.__file__).name == "sounds.py"
