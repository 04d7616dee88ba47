"""The calm line at the bottom: what one key would do now, where nobody asked yet. Reads the desk.

The loudest first: why somebody else than the nearest went, who seems to be on the spot, who would go, what is
reached. It gives way to whatever must be read, and never takes a key away from a field.
"""

from console.actions.key_names import key_name
from console.command.notice_bar import NoticeView
from console.desk.desk import Desk
from console.dispatch.arrivals import seeming
from console.dispatch.reasons import plain_reasons
from console.harmless import harmless
from console.paint.age import travel
from console.paint.text import cells
from console.paint.tone import Tone
from protocol.commands.units import AssignUnit
from protocol.model.choice import ChoiceReason
from protocol.rules.stacking import waits_for_unit

NONE = NoticeView()


def question_line(desk: Desk, width: int) -> NoticeView:
    """Why not the nearest, with a digit for each answer; empty without a question."""
    question = desk.dispatch.question
    if question is None:
        return NONE
    nearest, minutes = harmless(question.nearest), max(1, round(question.later_s / 60))
    heads = {
        "choice-reason": desk.say(
            "choice-question", unit=harmless(question.sent), nearest=nearest, minutes=minutes
        ),
        "choice-short": desk.say("choice-question-short", nearest=nearest, minutes=minutes),
    }
    long, short = (
        " ".join([head, *(f"{int(each)} {desk.say(f'{family}-{each.key}')}" for each in ChoiceReason)])
        for family, head in heads.items()
    )
    return NoticeView(text=long if cells(long) < width - 1 else short, tone=Tone.WARN)


def proposal_line(desk: Desk, width: int) -> NoticeView:
    """Who seems to be there, else who would go, else what is reached; empty where there is nothing to say."""
    unit, by_id = seeming(desk), desk.catalog.by_id
    if unit is not None and desk.permitted(by_id["arrived"]):
        press = key_name(by_id["arrived"].key)
        return NoticeView(
            text=desk.say("arrival-seems", unit=harmless(unit.call_sign), press=press), tone=Tone.GOOD
        )
    return _who_would_go(desk, width) or (reach_line(desk) if _unseen(desk) else NONE)


def reach_line(desk: Desk) -> NoticeView:
    """The share of the town that is reached in time, before and after a dispatch."""
    reaching, say = desk.dispatch.reaching, desk.say
    reach = reaching.reach
    if reaching.minutes is None:
        return NONE
    if reaching.refused:
        return NoticeView(text=reaching.refused, tone=Tone.WARN)
    if reach is None:
        return NoticeView(text=say("reach-coming", minutes=reaching.minutes), tone=Tone.DIM)
    text = say("reach-share", minutes=reach.within_s // 60, share=_percent(reach.permille))
    gone = [desk.store.board.units[id].call_sign for id in reaching.sending if id in desk.store.board.units]
    if reach.lost and gone:
        text += " " + say(
            "reach-after", units=harmless(", ".join(gone)), share=_percent(reach.permille_after)
        )
    if not reach.by_road:
        text += " · " + say("reach-straight")
    return NoticeView(text=text, tone=Tone.PLAIN)


def _who_would_go(desk: Desk, width: int) -> NoticeView | None:
    """The best, with as many reasons as there is room for beside the keys."""
    incident, list_ = desk.chosen(), desk.dispatch.recommending
    best = list_.first()
    if incident is None or not waits_for_unit(incident):
        return None
    if list_.shown or best is None or list_.ranking is None:
        return None
    if any(
        isinstance(wish.command, AssignUnit) and wish.command.incident == incident.number
        for wish in desk.store.waiting
    ):
        return None
    by_id = desk.catalog.by_id
    head = f"{incident.number}: {harmless(best.call_sign)} {travel(best.travel_s)}"
    tail = desk.say(
        "recommend-press",
        press=key_name(by_id["assign-first"].key),
        all=key_name(by_id["recommend"].key),
    )
    for reason in plain_reasons(best, desk.say, by_road=True):
        if cells(f" {head}, {reason} · {tail}") > width:
            break
        head += f", {reason}"
    return NoticeView(text=f"{head} · {tail}", tone=Tone.PLAIN)


def _unseen(desk: Desk) -> bool:
    """True while the picture itself does not say what is reached."""
    return desk.dispatch.reaching.reach is None or "map" not in desk.places()


def _percent(permille: int) -> str:
    return f"{permille / 10:.0f} %"
