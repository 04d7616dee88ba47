"""From what is missing to the line that supplies it: one number for each thing. Pure."""

from collections.abc import Mapping

from console.grammar.prefill import line_for
from console.part.context import Context
from console.part.effects import BeginLine, Effects
from protocol.model.incident import Incident
from protocol.model.missing import Missing
from protocol.rules.letting_go import missing_to_let_go
from protocol.rules.promises import open_promises

SUPPLIED_BY: Mapping[Missing, str] = {
    Missing.WHAT: "what",
    Missing.PLACE: "place",
    Missing.REACTION: "react",
    Missing.TAKER: "hand-over",
    Missing.ACKNOWLEDGEMENT: "acknowledge",
    Missing.REFERRAL: "accepted",
    Missing.PROMISE: "keep",
    Missing.CHECK: "check",
    Missing.FEEDBACK: "feedback",
}
"""The action that supplies each missing thing, by its id."""


def press_number(context: Context, key: str) -> Effects | None:
    """A number of the list that is shown begins the line for it. None when it is none of these."""
    incident = context.chosen()
    if incident is None or context.guarding != incident.number or not incident.is_open or not key.isdecimal():
        return None
    missing = missing_to_let_go(incident)
    if not 1 <= int(key) <= len(missing):
        return None
    which = missing[int(key) - 1]
    action = context.catalog.by_id[SUPPLIED_BY[which]]
    begun = line_for(action, context.selection, context.board, context.language)
    return (BeginLine(begun.text + ("" if begun.complete else _item(which, incident, begun.text))),)


def _item(which: Missing, incident: Incident, begun: str) -> str:
    """The number of the promise or referral that presses most, where the line has none yet."""
    if begun.split()[-1:] != [f"#{incident.number}"]:
        return ""
    if which is Missing.PROMISE:
        return f"{open_promises(incident)[0].id} "
    if which is Missing.REFERRAL:
        return f"{next(each.id for each in incident.work.referrals if each.accepted_by is None)} "
    return ""
