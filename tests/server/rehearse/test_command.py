"""`openlijn-server rehearse`: words become an order, and whatever keeps it from beginning is one sentence."""

import math
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from protocol.errors import OpenlijnError
from server.rehearse import command as rehearse_command
from server.rehearse.command import command
from server.rehearse.run import NoRehearsal, Visit
from server.rehearse.script import MappingLacks, Order
from server.texts.texts import Texts

URL = "ws://anna@127.0.0.1:8765"


class Rehearsed:
    """What was asked of the rehearsal, and how it ends."""

    def __init__(self) -> None:
        self.visits: list[Visit] = []
        self.orders: list[Order] = []
        self.interrupted = False
        self.error: Exception | None = None

    async def __call__(self, visit: Visit, order: Order, *_: Any) -> "Rehearsed":
        """In place of the real one."""
        self.visits.append(visit)
        self.orders.append(order)
        if self.error is not None:
            raise self.error
        return self


@pytest.fixture
def rehearsed(monkeypatch: pytest.MonkeyPatch) -> Rehearsed:
    """No link is made; a secret is in the environment."""
    one = Rehearsed()
    monkeypatch.setattr(rehearse_command, "rehearse", one)
    monkeypatch.setenv("OPENLIJN_SECRET", "geheim")
    monkeypatch.setenv("OPENLIJN_LANG", "en")
    return one


def said(*words: str) -> Result:
    """The command with these words behind it."""
    return CliRunner().invoke(command, list(words))


def test_the_defaults_are_a_whole_day_at_its_own_pace(rehearsed: Rehearsed) -> None:
    """The busiest hour, every vehicle, handled, and never into a live world."""
    assert said(URL, "--calls", "c.csv").exit_code == 0
    assert rehearsed.orders == [Order(calls=Path("c.csv"))]
    (visit,) = rehearsed.visits
    assert (visit.address.url, visit.address.name) == ("ws://127.0.0.1:8765", "anna")
    assert (visit.secret, visit.into_live) == ("geheim", False)


def test_every_word_reaches_the_order(rehearsed: Rehearsed, tmp_path: Path) -> None:
    """Each option where it belongs; the secret from a file of one's own."""
    secret = tmp_path / "secret"
    secret.write_text("anders\n")
    secret.chmod(0o600)
    files = ("--calls", "c.csv", "--tracks", "t.csv", "--mapping", "m.toml", "--secret-file", str(secret))
    numbers = ("--start-at", "19:30", "--speed", "10", "--for", "60", "--units", "5", "--bare", "--into-live")
    assert said(URL, *files, *numbers).exit_code == 0
    assert rehearsed.orders == [
        Order(
            calls=Path("c.csv"),
            tracks=Path("t.csv"),
            mapping=Path("m.toml"),
            start_at=time(19, 30),
            speed=10.0,
            for_s=60.0,
            units=5,
            bare=True,
        )
    ]
    assert (rehearsed.visits[0].secret, rehearsed.visits[0].into_live) == ("anders", True)


@pytest.mark.parametrize(
    ("word", "speed"), [("max", math.inf), ("0", math.inf), ("0.5", 0.5), ("100000", 100_000.0)]
)
def test_a_speed_is_a_factor_or_as_fast_as_it_goes(rehearsed: Rehearsed, word: str, speed: float) -> None:
    """Zero too: no time between the steps."""
    said(URL, "--calls", "c.csv", "--speed", word)
    assert rehearsed.orders[0].speed == speed


@pytest.mark.parametrize(
    "words",
    [
        ("--speed", "-1"),
        ("--speed", "nan"),
        ("--speed", "inf"),
        ("--speed", "snel"),
        ("--speed", "100001"),
        ("--start-at", "25:00"),
        ("--start-at", "half acht"),
        ("--for", "0"),
        ("--units", "0"),
        ("--units", "2001"),
    ],
)
def test_a_word_that_means_nothing_is_refused_before_a_link(
    rehearsed: Rehearsed, words: tuple[str, str]
) -> None:
    """With the word in the sentence, and status 2 as for every wrong option."""
    result = said(URL, "--calls", "c.csv", *words)
    assert result.exit_code == 2
    assert words[0] in result.output
    assert rehearsed.orders == []


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NoRehearsal("no-exercise", world="Waterdam"), Texts("en").say("no-exercise", world="Waterdam")),
        (
            MappingLacks("no-calls-mapping", Path("m.toml")),
            Texts("en").say("no-calls-mapping", path="m.toml"),
        ),
        (OpenlijnError("anna is not let in"), "anna is not let in"),
    ],
)
def test_what_keeps_it_from_beginning_is_one_sentence(
    rehearsed: Rehearsed, error: Exception, sentence: str
) -> None:
    """Status 1, and no traceback."""
    rehearsed.error = error
    result = said(URL, "--calls", "c.csv")
    assert (result.exit_code, result.output) == (1, f"openlijn-server: {sentence}\n")


def test_a_wrong_address_is_said_and_not_dialled(rehearsed: Rehearsed) -> None:
    """A secret in it is not repeated."""
    result = said("ws://anna:geheim@127.0.0.1", "--calls", "c.csv")
    assert result.exit_code == 1
    assert "geheim" not in result.output
    assert rehearsed.orders == []


def test_without_a_secret_nobody_is_dialled(rehearsed: Rehearsed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sits at the terminal who could be asked."""
    monkeypatch.delenv("OPENLIJN_SECRET")
    result = said(URL, "--calls", "c.csv")
    assert (result.exit_code, rehearsed.orders) == (1, [])
    assert "OPENLIJN_SECRET" in result.output


def test_an_interrupted_rehearsal_ends_as_the_shell_expects(rehearsed: Rehearsed) -> None:
    """130 as after ctrl-C; the summary was shown already."""
    rehearsed.interrupted = True
    assert said(URL, "--calls", "c.csv").exit_code == 130
