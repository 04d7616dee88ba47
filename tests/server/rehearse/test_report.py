"""The summary of a rehearsal: what a person asks for, in his language, and whole."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from protocol.errors import Reason
from server.rehearse.findings import Done, Findings, Kind, summary
from server.rehearse.judge import Judged
from server.rehearse.report import MAX_EXAMPLES, MAX_NAMED, ReadFile, show
from server.rehearse.tally import Mismatch, Played
from server.texts.texts import Texts

NOTHING: dict[str, Any] = {
    "opened": 0,
    "open_before": 0,
    "closed": 0,
    "still_open": 0,
    "units": 0,
    "assigned": 0,
    "queued": 0,
    "longest_queue": 0,
    "still_waiting": 0,
    "positions": 0,
    "commands": 0,
    "wall_s": 0.0,
    "clock_s": 0.0,
    "behind_s": 0.0,
    "answers_s": (),
    "refusals": (),
    "mismatches": (),
    "judged": Judged(),
    "interrupted": False,
}


def shown(*files: ReadFile, language: str = "en", **played: Any) -> str:
    """The summary as it stands on a wide terminal."""
    out = StringIO()
    show(Console(file=out, width=200), Texts(language), files, Played(**{**NOTHING, **played}))
    return out.getvalue()


def row(text: str, about: str) -> list[str]:
    """The cells of the row that opens with these words."""
    rows = [
        [cell.strip() for cell in line.strip("│┃\n ").split("│")]
        for line in text.splitlines()
        if about in line
    ]
    return next(cells for cells in rows if cells[0] == about)


def a_file(findings: Findings, name: str = "calls.csv") -> ReadFile:
    """A file that was read with these findings."""
    return ReadFile(path=Path("/somewhere") / name, summary=summary(findings))


def test_rows_of_a_file_add_up() -> None:
    """Read, used, left out on purpose, and what dirt made unusable."""
    findings = Findings()
    findings.rows.update(read=10, kept=6, left_out=3)
    assert row(shown(a_file(findings)), "calls.csv") == ["calls.csv", "10", "6", "3", "1"]


def test_each_kind_of_dirt_has_its_count_and_a_few_examples() -> None:
    """The count is whole, the examples are the first; the terminal cannot be steered by what stood there."""
    findings = Findings()
    for line in range(2, 7):
        findings.add(Kind.ID_TWICE, Done.ROW_SKIPPED, line=line, id=f"a{line}", found="x\x1b[2Jy")
    text = shown(a_file(findings))
    assert row(text, "id twice")[1:3] == ["5", "row skipped"]
    assert [f"line {line}, a{line}" in text for line in range(2, 7)] == [True] * MAX_EXAMPLES + [False] * 3
    assert "\x1b[2J" not in text


def test_a_clean_file_has_no_table_of_dirt() -> None:
    """Nothing is said about nothing."""
    assert "Dirt" not in shown(a_file(Findings()))


def test_what_was_refused_and_could_not_be_played_is_named() -> None:
    """In words, with how often; and that there was none when there was none."""
    text = shown(refusals=((Reason.UNIT_BUSY, 7),), mismatches=((Mismatch.UNIT_TAKEN_AWAY, 3),))
    refused = Texts("en").say(f"refusal-{Reason.UNIT_BUSY}")
    assert row(text, refused)[1] == "7"
    assert row(text, Texts("en").say("mismatch-unit-taken-away"))[1] == "3"
    none = [line for line in shown().splitlines() if line.strip("│ ").startswith("none")]
    assert len(none) == 2


@pytest.mark.parametrize(("wall_s", "rate"), [(4.0, "2.5"), (0.0, "–")])
def test_the_rate_needs_some_time(wall_s: float, rate: str) -> None:
    """Ten commands in four seconds are two and a half a second; in no time at all there is no rate."""
    assert row(shown(commands=10, wall_s=wall_s), Texts("en").say("played-rate"))[1] == rate


def test_answers_are_shown_by_their_middle_and_their_tail() -> None:
    """Half of them within the first figure, 99 of 100 within the second; in milliseconds."""
    answers = tuple(n / 1000 for n in range(1, 101))
    assert row(shown(answers_s=answers), Texts("en").say("played-answer"))[1] == "51.0 / 100.0 ms"


def test_the_verdict_names_what_was_closed_too_early() -> None:
    """By number, up to a line's worth; all well is said as well."""
    assert "Every incident that was closed (3) could be let go" in shown(judged=Judged(closings=3))
    unready = tuple(range(1, MAX_NAMED + 4))
    text = shown(judged=Judged(closings=60, unready=unready))
    assert f"{MAX_NAMED} (+3)" in text
    assert "Every incident" not in text


def test_what_was_not_heard_is_not_judged_in_silence() -> None:
    """A link that was cut for too long missed changes: how many is said."""
    assert Texts("en").say("judged-unheard", changes=12) in shown(judged=Judged(unheard=12))


@pytest.mark.parametrize(("interrupted", "first"), [(True, "Interrupted"), (False, "Done")])
def test_it_opens_with_whether_it_was_whole(interrupted: bool, first: str) -> None:
    """Somebody stopped it, or it came to its end."""
    assert shown(interrupted=interrupted).startswith(first)


def test_it_is_whole_in_dutch() -> None:
    """Every row has its words there too."""
    text = shown(language="nl", judged=Judged(closings=1, unready=(4,)))
    assert "meldingen geopend" in text
    assert "4" in text
