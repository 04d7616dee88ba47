"""The calm line at the bottom: what one key would do now, where nobody asked yet. Pure.

The loudest first: why somebody else than the nearest went, who seems to be on the spot, who would go, what is
reached. It gives way to whatever must be read, and never takes a key away from a field.
"""

from console.command.notice_bar import NoticeView
from console.dispatch.arrivals import seeming
from console.dispatch.dispatching import Dispatching
from console.dispatch.reasons import plain_reasons
from console.harmless import harmless
from console.melding.asked import question
from console.paint.age import travel
from console.paint.text import cells
from console.paint.tone import Tone
from console.part.context import Context
from protocol.commands.units import AssignUnit
from protocol.model.choice import ChoiceReason
from protocol.model.role import Role
from protocol.rules.stacking import waits_for_unit

NONE = NoticeView()


def question_line(dispatch: Dispatching, context: Context, width: int) -> NoticeView:
    """Why not the nearest, the key that opens the answers, and a digit for each; empty without a question."""
    question = dispatch.question(context)
    if question is None:
        return NONE
    nearest, minutes = harmless(question.nearest), max(1, round(question.later_s / 60))
    press = context.key_of("recommend")
    heads = {
        "choice-reason": context.say(
            "choice-question", unit=harmless(question.sent), nearest=nearest, minutes=minutes, press=press
        ),
        "choice-short": context.say("choice-question-short", nearest=nearest, minutes=minutes, press=press),
    }
    long, short = (
        " ".join([head, *(f"{int(each)} {context.say(f'{family}-{each.key}')}" for each in ChoiceReason)])
        for family, head in heads.items()
    )
    return NoticeView(text=long if cells(long) < width - 1 else short, tone=Tone.WARN)


def proposal_line(dispatch: Dispatching, context: Context, width: int, *, map_in_view: bool) -> NoticeView:
    """What has to be asked, who seems to be there, who would go, what is reached; empty for nothing."""
    incident = context.chosen()
    asked = "" if incident is None or context.role is Role.UNIT else question(incident, context.say)
    if asked:
        return NoticeView(text=asked, tone=Tone.WARN)
    unit, by_id = seeming(context), context.catalog.by_id
    if unit is not None and context.permitted(by_id["arrived"]):
        press = context.key_of("arrived")
        return NoticeView(
            text=context.say("arrival-seems", unit=harmless(unit.call_sign), press=press), tone=Tone.GOOD
        )
    # While the map is in view the picture itself says what is reached.
    unseen = dispatch.reaching.reach is None or not map_in_view
    return _who_would_go(dispatch, context, width) or (reach_line(dispatch, context) if unseen else NONE)


def reach_line(dispatch: Dispatching, context: Context) -> NoticeView:
    """The share of the town that is reached in time, before and after a dispatch."""
    reaching, say = dispatch.reaching, context.say
    reach = reaching.reach
    if reaching.minutes is None:
        return NONE
    if reaching.refused:
        return NoticeView(text=reaching.refused, tone=Tone.WARN)
    if reach is None:
        return NoticeView(text=say("reach-coming", minutes=reaching.minutes), tone=Tone.DIM)
    text = say("reach-share", minutes=reach.within_s // 60, share=_percent(reach.permille))
    gone = [
        context.board.units[id].call_sign for id in reaching.sending(context) if id in context.board.units
    ]
    if reach.lost and gone:
        text += " " + say(
            "reach-after", units=harmless(", ".join(gone)), share=_percent(reach.permille_after)
        )
    if not reach.by_road:
        text += " · " + say("reach-straight")
    return NoticeView(text=text, tone=Tone.PLAIN)


def _who_would_go(dispatch: Dispatching, context: Context, width: int) -> NoticeView | None:
    """The best, with as many reasons as there is room for beside the keys."""
    incident, list_ = context.chosen(), dispatch.recommending
    best = list_.first(context)
    if incident is None or not waits_for_unit(incident):
        return None
    if list_.shown or best is None or list_.ranking(context) is None:
        return None
    if any(
        isinstance(wish.command, AssignUnit) and wish.command.incident == incident.number
        for wish in context.waiting
    ):
        return None
    head = f"{incident.number}: {harmless(best.call_sign)} {travel(best.travel_s)}"
    tail = context.say(
        "recommend-press",
        press=context.key_of("assign-first"),
        all=context.key_of("recommend"),
    )
    for reason in plain_reasons(best, context.say, by_road=True):
        if cells(f" {head}, {reason} · {tail}") > width:
            break
        head += f", {reason}"
    return NoticeView(text=f"{head} · {tail}", tone=Tone.PLAIN)


def _percent(permille: int) -> str:
    return f"{permille / 10:.0f} %"
