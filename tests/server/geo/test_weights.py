"""The weights of a recommendation in the settings: defaults, every key, and every mistake with its line."""

from pathlib import Path

import attrs
import pytest

from server.geo.weights import BROKEN, PAIR, SOLO, WHOLE, Weights, read_weights
from server.toml_table import ConfigWrong, table_in


def _read(text: str) -> Weights:
    return read_weights(table_in(Path("openlijn.toml"), text.encode()))


def test_silence_leaves_the_defaults() -> None:
    """Also for an empty table."""
    assert _read("") == _read("[recommend]\n") == Weights()


@pytest.mark.parametrize("key", [*WHOLE, *BROKEN])
def test_every_weight_can_be_set_within_its_ends(key: str) -> None:
    """And one beyond them says which line."""
    least, most = {**WHOLE, **BROKEN}[key]
    for value in (least, most):
        assert getattr(_read(f"[recommend]\n{key} = {value}\n"), key) == value
    for value in (least - 1, most + 1):
        with pytest.raises(ConfigWrong) as caught:
            _read(f"[recommend]\n{key} = {value}\n")
        assert (caught.value.line, caught.value.key) == (2, f"recommend.{key}")


def test_nothing_that_weighs_is_out_of_the_settings_reach() -> None:
    """Every field of the weights has its key."""
    assert {each.name for each in attrs.fields(Weights)} == {*WHOLE, *BROKEN, "classes"}


def test_classes_ask_by_how_their_codes_begin() -> None:
    """Skills of all that fit; of two crews the longer code's."""
    weights = _read(
        "[recommend]\ntask_s = 30\n"
        "[[recommend.class]]\ncode = '1'\ncrew = 'pair'\nskills = ['Taser', 'ehbo']\n"
        "[[recommend.class]]\ncode = '14a'\ncrew = 'solo'\nskills = ['frisian', 'taser']\n"
    )
    assert weights.task_s == 30
    asked = weights.wish_of("14A2")
    assert (asked.skills, asked.crew) == (("taser", "ehbo", "frisian"), SOLO)
    assert weights.wish_of("12").crew == PAIR


def test_what_has_no_class_is_asked_nothing() -> None:
    """An unclassified melding, or one of which the settings say nothing."""
    weights = _read("[[recommend.class]]\ncode = '1'\nskills = ['taser']\n")
    assert (weights.wish_of("").skills, weights.wish_of("21").skills) == ((), ())


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("[recommend]\ntask_s = 1.5\n", 2, "recommend.task_s"),
        ("[recommend]\ntask = 3\n", 2, "recommend.task"),
        ("[recommend]\ndetour = 'far'\n", 2, "recommend.detour"),
        ("[[recommend.class]]\ncrew = 'solo'\n", 1, "recommend.class.code"),
        ("[[recommend.class]]\ncode = '1'\ncrew = 'three'\n", 3, "recommend.class.crew"),
        ("[[recommend.class]]\ncode = '1'\nskill = ['x']\n", 3, "recommend.class.skill"),
        (f"[[recommend.class]]\ncode = '1'\nskills = ['{'x' * 31}']\n", 3, "recommend.class.skills"),
    ],
)
def test_a_mistake_names_line_and_key(text: str, line: int, key: str) -> None:
    """So that it can be put right."""
    with pytest.raises(ConfigWrong) as caught:
        _read(text)
    assert (caught.value.line, caught.value.key) == (line, key)
