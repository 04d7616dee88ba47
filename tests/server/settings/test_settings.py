"""The site's settings: defaults without a file, and every mistake with its file, line and key."""

from pathlib import Path

import pytest

from protocol.model.unit_status import UnitStatus
from server.settings.settings import FILE_NAME, Settings, read_settings
from server.toml_table import ConfigWrong


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """Also in a directory that is not there yet."""
    assert read_settings(tmp_path) == read_settings(tmp_path / "later") == Settings()


def test_an_empty_file_says_nothing_else(tmp_path: Path) -> None:
    """Every table is optional."""
    (tmp_path / FILE_NAME).write_text("[world]\n[pace]\n")
    assert read_settings(tmp_path) == Settings()


def test_everything_can_be_said(tmp_path: Path) -> None:
    """Name, kind, radio numbers and pace."""
    (tmp_path / FILE_NAME).write_text(
        '[world]\nname = "Rotterdam"\nexercise = true\n'
        '[unit_status_numbers]\n7 = "available"\n3 = "on-scene"\n'
        "[pace]\ntick_interval_s = 0.5\ncheckpoint_every = 100\n"
    )
    assert read_settings(tmp_path) == Settings(
        world=read_settings(tmp_path).world,
        exercise=True,
        status_numbers=((3, UnitStatus.ON_SCENE), (7, UnitStatus.AVAILABLE)),
        tick_interval_s=0.5,
        checkpoint_every=100,
    )
    assert read_settings(tmp_path).world == "Rotterdam"


def test_the_map_and_the_teams_can_be_said(tmp_path: Path) -> None:
    """The file from where the settings stand; a team's minimum is a term of the site."""
    (tmp_path / FILE_NAME).write_text(
        "[map]\nfile = 'maps/stad.map'\n"
        "[[team]]\nname = 'Noord'\nminimum = 3\nneighbours = ['Zuid']\n[[team]]\nname = 'Zuid'\n"
        "[recommend]\ntask_s = 30\n"
    )
    settings = read_settings(tmp_path)
    assert settings.map == tmp_path / "maps" / "stad.map"
    assert [team.name for team in settings.teams.teams] == ["Noord", "Zuid"]
    assert settings.terms.waterline == (("Noord", 3),)
    assert settings.weights.task_s == 30


@pytest.mark.parametrize(
    ("content", "line", "key"),
    [
        ("[world]\nnam = 'x'\n", 2, "world.nam"),
        ("[world]\nname = ''\n", 2, "world.name"),
        (f"[world]\nname = '{'x' * 201}'\n", 2, "world.name"),
        ("[world]\nexercise = 1\n", 2, "world.exercise"),
        ("[worlds]\n", 1, "worlds"),
        ("world = 1\n", 1, "world"),
        ("[unit_status_numbers]\n100 = 'available'\n", 2, "unit_status_numbers.100"),
        ("[unit_status_numbers]\nx = 'available'\n", 2, "unit_status_numbers.x"),
        ("[unit_status_numbers]\n1 = 'asleep'\n", 2, "unit_status_numbers.1"),
        ("[unit_status_numbers]\n1 = ['available']\n", 2, "unit_status_numbers.1"),
        ("[pace]\ntick_interval_s = 0\n", 2, "pace.tick_interval_s"),
        ("[pace]\ntick_interval_s = nan\n", 2, "pace.tick_interval_s"),
        ("[pace]\ncheckpoint_every = 'often'\n", 2, "pace.checkpoint_every"),
        ("[pace\n", 1, "the file"),
        ("[map]\n", 1, "map.file"),
        ("[map]\nfile = 'x'\ncolour = 'red'\n", 3, "map.colour"),
        ("[[team]]\nname = 'a'\n[[team]]\nname = 'a'\n", 2, "team.name"),
        ("[recommend]\ntasks = 1\n", 2, "recommend.tasks"),
    ],
)
def test_a_mistake_names_file_line_and_key(tmp_path: Path, content: str, line: int, key: str) -> None:
    """So that it can be found and put right."""
    (tmp_path / FILE_NAME).write_text(content)
    with pytest.raises(ConfigWrong) as caught:
        read_settings(tmp_path)
    assert (caught.value.path, caught.value.line, caught.value.key) == (tmp_path / FILE_NAME, line, key)
