"""What the journal of the play must tell: the facts in order, nothing lost or twice, nobody missing.

Reads the rows of `history --json`; knows nothing of screens.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tests.e2e.play import story

Row = Mapping[str, Any]

MELDER = "melder 1"
EVERYBODY = {"anna", "12.01", "12.02", "ggz", MELDER}
SAID = {
    "MelderSaid": [(MELDER, story.MELDER_SAID)],
    "MelderTold": [("12.01", story.OFFICER_SAID)],
    "Whispered": [("anna", story.WHISPERED)],
    "CardPushed": [("anna", story.CARD)],
    "LineSpoken": [
        ("ggz", story.PARTNER_SAID),
        *zip(("anna", "anna", "12.02"), story.DURING_THE_CUT, strict=True),
        ("12.01", story.CUT_IN_HALF),
        ("12.01", story.ANSWER_LOST),
    ],
    "FeedbackGiven": [("12.01", story.FEEDBACK)],
}
"""Every word of the play by the kind of its fact, who said it, in order."""

MUST_STAND = (
    ("anna", "IncidentOpened"),
    ("anna", "UnitAssigned"),
    ("anna", "LinkMade"),
    (MELDER, "LinkOpened"),
    ("anna", "ContactOpened"),
    ("anna", "SteppedIn"),
    ("anna", "SteppedBack"),
    (MELDER, "MelderSaid"),
    ("12.01", "MelderTaken"),
    ("12.01", "MelderTold"),
    ("anna", "Whispered"),
    ("anna", "CardPushed"),
    ("12.01", "CardTaken"),
    ("12.01", "ColleaguesAsked"),
    ("12.02", "UnitAssigned"),
    ("anna", "PartnerInvited"),
    ("ggz", "LineJoined"),
    ("ggz", "LineSpoken"),
    ("12.02", "LineSpoken"),
    ("12.01", "LineSpoken"),
    ("12.01", "UnitStatusSet"),
    ("anna", "PromiseMade"),
    ("anna", "PromiseKept"),
    ("12.01", "EndChecked"),
    ("12.01", "CitizenGoesOn"),
    ("12.01", "FeedbackGiven"),
    ("anna", "IncidentClosed"),
)
"""Who did what, in this order; other facts may stand between."""


def rows_of(printed: str) -> list[Row]:
    """One row a line."""
    return [json.loads(line) for line in printed.splitlines() if line]


def check(rows: Sequence[Row], took: str) -> None:
    """`took` is the figure of direct contact that the room saw, minutes and seconds."""
    facts = [(row["by"], row["fact"]) for row in rows]
    assert [row["seq"] for row in rows] == sorted(row["seq"] for row in rows)
    left = iter(facts)
    missing = next((each for each in MUST_STAND if each not in left), None)
    assert missing is None, f"{missing} does not stand in its place: {facts}"
    parties = {by for by, _ in facts}
    assert parties == EVERYBODY, parties
    for kind, words in SAID.items():
        said = [(row["by"], row["text"]) for row in rows if row["fact"] == kind]
        assert said == words, f"{kind}: {said}"
    kinds = Counter(kind for _, kind in facts)
    once = ("ContactOpened", "LinkOpened", "MelderTaken", "CardTaken", "FeedbackGiven", "IncidentClosed")
    assert {kind: kinds[kind] for kind in once} == dict.fromkeys(once, 1), kinds
    assert took == clock(direct_after_s(rows)), (
        f"the room saw {took}, the journal has {direct_after_s(rows)} s"
    )
    assert hops(rows) == ["anna", "12.01"], hops(rows)


def summary(rows: Sequence[Row]) -> str:
    """The figures of the play in a few lines."""
    return (
        f"call -> direct contact: {direct_after_s(rows):.2f} s\n"
        f"the melder spoke with: {' -> '.join(hops(rows))}\n"
        f"facts: {len(rows)} in {len({row['seq'] for row in rows})} changes, by {len(EVERYBODY)} parties"
    )


def direct_after_s(rows: Sequence[Row]) -> float:
    """From the call until melder and officer could both speak (A46)."""
    at = {row["fact"]: datetime.fromisoformat(row["at"]) for row in reversed(rows)}
    return (max(at["ContactOpened"], at["LinkOpened"]) - at["IncidentOpened"]).total_seconds()


def hops(rows: Sequence[Row]) -> list[str]:
    """Who held the melder, one after the other."""
    return [row["by"] for row in rows if row["fact"] in ("IncidentOpened", "MelderTaken")]


def clock(seconds: float) -> str:
    """As on the screen, `1:02`."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
