"""The site's terms in its settings: defaults, every key, and every mistake with its line."""

from pathlib import Path

import pytest

from protocol.model.terms import ClockStart, Terms
from server.settings.settings import FILE_NAME, read_settings
from server.settings.terms import read_terms
from server.toml_table import ConfigWrong, table_in


def _read(text: str) -> Terms:
    return read_terms(table_in(Path("openlijn.toml"), text.encode()))


def test_silence_leaves_the_defaults() -> None:
    """Also for half a table."""
    assert _read("") == _read("[stacking]\n[targets]\n") == _read("[waiting]\nring_after_s = 60\n") == Terms()


def test_every_term_can_be_set() -> None:
    """A target that is not named keeps its default; 0 takes it away."""
    text = (
        "[waiting]\nring_after_s = 30\n[promises]\nwarn_before_s = 120\nkeep_in_touch_every_s = 600\n"
        "[stacking]\nturn_at = 4\nturn_back_at = 0\n"
        '[targets]\npriority_1_min = 12\npriority_3_min = 60\nclock_start = "assigned"\n'
        "[positions]\non_spot_within_m = 40\nstale_after_s = 120\n"
        "[lines]\ngolden_hour_s = 1800\nnearby_m = 1500\nreason_to_listen = true\n"
    )
    assert _read(text) == Terms(
        ring_after_s=30,
        warn_before_s=120,
        keep_in_touch_every_s=600,
        turn_at=4,
        turn_back_at=0,
        targets_min=(12, 30, 60),
        clock_start=ClockStart.ASSIGNED,
        on_spot_within_m=40,
        stale_after_s=120,
        golden_hour_s=1_800,
        nearby_m=1_500,
        reason_to_listen=True,
    )


def test_a_low_threshold_takes_the_other_with_it() -> None:
    """Who only says when the board turns gets a way back."""
    assert _read("[stacking]\nturn_at = -3\n").turn_back_at == -4


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("[waiting]\nring_after_s = 0\n", 2, "waiting.ring_after_s"),
        ("[waiting]\nring_after_s = 1.5\n", 2, "waiting.ring_after_s"),
        ("[promises]\nwarn_before = 1\n", 2, "promises.warn_before"),
        ("[stacking]\nturn_at = 3\nturn_back_at = 3\n", 3, "stacking.turn_back_at"),
        ("[targets]\npriority_6_min = 3\n", 2, "targets.priority_6_min"),
        ("[targets]\nclock_start = 'noon'\n", 2, "targets.clock_start"),
        ("[positions]\non_spot_within_m = 1\n", 2, "positions.on_spot_within_m"),
        ("[positions]\nstale = 1\n", 2, "positions.stale"),
        ("[lines]\nnearby_m = 10\n", 2, "lines.nearby_m"),
        ("[lines]\nreason_to_listen = 3\n", 2, "lines.reason_to_listen"),
    ],
)
def test_a_mistake_names_line_and_key(text: str, line: int, key: str) -> None:
    """So that it can be put right."""
    with pytest.raises(ConfigWrong) as caught:
        _read(text)
    assert (caught.value.line, caught.value.key) == (line, key)


def test_the_settings_carry_them(tmp_path: Path) -> None:
    """And the path of the site's list, from where the settings stand."""
    (tmp_path / FILE_NAME).write_text(
        "[stacking]\nturn_at = 9\n[classifications]\nfile = 'lijst.json'\n", encoding="utf-8"
    )
    settings = read_settings(tmp_path)
    assert (settings.terms.turn_at, settings.classifications) == (9, tmp_path / "lijst.json")
