"""The clock of the description (signalement): from heterdaad until the description is out (A9). Pure."""

from datetime import datetime

from protocol.model.intake import Intake


def description_owed_since(intake: Intake) -> datetime | None:
    """Since when a description is owed; None where none is, or where one went out since it is heterdaad.

    One that went out before stays known, and is not the one that this heterdaad asks for.
    """
    caught_at, described_at = intake.caught_at, intake.described_at
    is_out = caught_at is not None and described_at is not None and described_at >= caught_at
    return None if is_out else caught_at
