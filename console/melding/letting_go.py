"""From what is missing to the line that supplies it: one number for each thing. Part of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from console.actions.action import Where
from console.grammar.prefill import line_for
from console.part.field import Field
from protocol.model.incident import Incident
from protocol.model.missing import Missing
from protocol.rules.letting_go import missing_to_let_go
from protocol.rules.promises import open_promises

if TYPE_CHECKING:
    from console.desk.desk import Desk

SUPPLIED_BY: Mapping[Missing, str] = {
    Missing.REACTION: "react",
    Missing.TAKER: "hand-over",
    Missing.ACKNOWLEDGEMENT: "acknowledge",
    Missing.REFERRAL: "accepted",
    Missing.PROMISE: "keep",
    Missing.CHECK: "check",
    Missing.FEEDBACK: "feedback",
}
"""The action that supplies each missing thing, by its id."""


def show_missing(desk: Desk) -> None:
    """What is missing of the selected incident stands on top of its panel, which gets the keys."""
    desk.melding_shown, desk.melding_top, desk.guarding = True, 0, desk.incident
    desk.panel, desk.field = Where.MELDING, None


def press_number(desk: Desk, key: str) -> bool:
    """A number of the list that is shown begins the line for it. False when it is none of these."""
    incident = desk.chosen()
    if incident is None or desk.guarding != incident.number or not incident.is_open or not key.isdecimal():
        return False
    missing = missing_to_let_go(incident)
    if not 1 <= int(key) <= len(missing):
        return False
    which = missing[int(key) - 1]
    action = desk.catalog.by_id[SUPPLIED_BY[which]]
    begun = line_for(action, desk.selection, desk.store.board, desk.texts.language)
    desk.line.begin(begun.text + ("" if begun.complete else _item(which, incident, begun.text)))
    desk.field = Field.COMMAND
    return True


def _item(which: Missing, incident: Incident, begun: str) -> str:
    """The number of the promise or referral that presses most, where the line has none yet."""
    if begun.split()[-1:] != [f"#{incident.number}"]:
        return ""
    if which is Missing.PROMISE:
        return f"{open_promises(incident)[0].id} "
    if which is Missing.REFERRAL:
        return f"{next(each.id for each in incident.work.referrals if each.accepted_by is None)} "
    return ""
