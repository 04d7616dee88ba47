"""What is not shown or not found in a place, and why that is meant. Read by `test_places.py`.

A path stands for all below it. Whoever adds a field to the language decides for each place: show it there, or
say here why not.
"""

from collections.abc import Iterable, Mapping


def _because(reason: str, paths: str) -> dict[str, str]:
    return dict.fromkeys(paths.split(), reason)


BOARD_ROW = {
    **_because(
        "a row holds what is to be seen of all meldingen at once: the rest stands in the melding panel",
        "intake reactions promises contact work letting_go involved skills choices scale owner",
    ),
    **_because(
        "a row holds what is to be seen of all meldingen at once: the rest stands on the lines",
        "members entries contact_line",
    ),
    **_because("whom it asks stands in the melding panel", "appeals.by appeals.proposed appeals.heard"),
    **_because("the sign on the map stands there", "place.point"),
    **_because("its age counts from the opening; that of its phase stands above the line", "phase_since"),
    **_because("the first line of the log says it", "opened_by"),
}
BOARD_FILTER = {
    **_because(
        "the filter finds by what stands in the row; the archive finds by everything",
        "opened_by members entries closed_because intake reactions promises contact work letting_go involved"
        " skills choices contact_line scale owner appeals",
    ),
}
MELDING_PANEL = {
    **_because("stands on the lines beside it", "opened_by members entries closed_because phase_since"),
    **_because("shown on the contact line, to who is on it", "contact_line.members contact_line.words"),
    **_because("counts the words of the contact line", "contact_line.said"),
    **_because(
        "what was agreed counts here, the history says who wrote it down and when",
        "promises.made_at promises.made_by promises.settled_at promises.follows work.aims.by"
        " letting_go.handover.by letting_go.feedback.at letting_go.feedback.by contact_line.opened_at",
    ),
    **_because("the units that are on it stand there with their status", "involved arrived_at"),
    **_because("figures for the indicators: who was nearer is told", "choices.travel_s choices.nearest_s"),
    **_because("figures for the indicators: who was nearer is told", "choices.by_road scale.central_s"),
    **_because("the letters of the link stand on its card", "contact_line.link.number"),
    **_because("that the melder is in is told by the line", "contact_line.link.opened_at"),
    **_because("a secret", "contact_line.link.key"),
}
ARCHIVE_SEARCH = {
    **_because("names of accounts: found by the journal, not by words", "opened_by members entries.by"),
    **_because(
        "names of accounts: found by the journal, not by words",
        "entries.taken_by reactions.by promises.made_by contact work.aims.by scale.partners"
        " letting_go.handover.by letting_go.unit_done_by letting_go.feedback.by promises.from_whom"
        " promises.to_whom scale.central_by scale.asked_by work.referrals.accepted_by",
    ),
    **_because("what is asked now: over when somebody answered", "appeals"),
    **_because("the key of a card's question; its answer is found", "intake.answers.question"),
    **_because("only for who was on the contact line", "contact_line"),
    **_because("the units that were on it are found by `involved`", "choices"),
    **_because("words of the site, not of anybody", "skills owner"),
}
UNIT_LIST = {
    **_because("names it to the program", "id"),
    **_because("only for the two halves, on their own line", "pair_words"),
    **_because("who was disturbed last is spared by the proposals", "disturbed_at"),
    **_because("what work it is stands there; how it went is for who does it", "task.since task.interrupted"),
}
NOT_SHOWN: Mapping[str, Mapping[str, str]] = {
    "board row": BOARD_ROW,
    "board filter": BOARD_FILTER,
    "melding panel": MELDING_PANEL,
    "archive search": ARCHIVE_SEARCH,
    "unit list": UNIT_LIST,
}

NOT_TOLD: Mapping[str, Mapping[str, str]] = {
    "ChoicesRestored": {"choices": "those that stay were told when they were weighed"},
    "ChoiceWeighed": {"choice.reason": "`ChoiceExplained` tells it"},
    "DeedTakenBack": {
        "incidents": "the deed itself tells whom it was about",
        "units": "the deed itself tells whom it was about",
    },
    "EmergencyRaised": {"point": "the sign on the map stands there"},
    "EmergencyRestored": {"emergency": "its call sign is told; it stands on every screen"},
    "EntryRestored": {
        "struck_by": "the deed that was taken back tells it, and the line itself",
        "taken_by": "the deed that was taken back tells it, and the line itself",
    },
    "IncidentOpened": {"place.point": "the sign on the map stands there", "owner": "the team of the area"},
    "IncidentRestored": {
        "fields": "the deed that was taken back tells what it changed",
        "incident_was": "the deed that was taken back tells what it changed",
    },
    "IncidentShown": {"incident_now": "its number is told: what it is stands on the board"},
    "IntakeDescribed": {"melder": "name and number are told; `MelderDescribed` tells every part"},
    "LinkOpened": {"key": "a secret"},
    "PairSplit": {"other": "its call sign is told"},
    "PlaceChanged": {"place.point": "the sign on the map stands there"},
    "ReportAttached": {"melder": "name and number are told"},
    "UnitRestored": {
        "fields": "the deed that was taken back tells what it changed",
        "unit_was": "the deed that was taken back tells what it changed",
    },
    "UnitSignedOn": {"unit": "its call sign is told"},
}
"""Fields of facts that the history does not tell."""


def covers(prefixes: Iterable[str], path: str) -> bool:
    """True when one of these stands for the path."""
    return any(f"{path}.".startswith(f"{each}.") for each in prefixes)
