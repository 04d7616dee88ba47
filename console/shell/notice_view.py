"""The row under the command line: what must be read first, else what one key would do. Reads the parts."""

from console.actions.problem import Problem
from console.command.line_reading import parsed_line
from console.command.notice_bar import NoticeView
from console.command.where_it_goes import where_it_goes
from console.desk.parts import Parts
from console.dispatch.prices import prices
from console.dispatch.proposals import proposal_line, question_line
from console.intake.place_guess import guess_line
from console.paint.tone import Tone
from console.part.context import Context
from console.part.field import Field
from console.row.bar import column_of
from console.row.make_view import likely_line, row_view
from console.texts.trouble import Trouble


def notice_view(
    parts: Parts, context: Context, trouble: Trouble | None, width: int, *, map_in_view: bool
) -> NoticeView:
    """What is wrong with the line, what it could become, the last answer, or what could be done next."""
    typed = _of_the_line(parts, context, width) if context.field is Field.COMMAND else None
    if typed is not None:
        return typed
    notice, asking = context.notice, not context.typing
    if notice.weighs:
        return NoticeView(text=notice.text, tone=notice.tone)
    if asking and parts.dispatch.question(context) is not None:
        return question_line(parts.dispatch, context, width)
    proposal = (
        proposal_line(parts.dispatch, context, width, map_in_view=map_in_view) if asking else NoticeView()
    )
    if asking and not proposal.text:
        proposal = guess_line(parts.intake.hand.known, context)
    if asking and not proposal.text:
        proposal = NoticeView(text=likely_line(context, parts.dispatch))
    if notice.text and not (notice.yields and proposal.text):
        return NoticeView(text=notice.text, tone=notice.tone)
    if trouble is not None:
        return NoticeView(text=trouble.sentence(context.texts), tone=Tone.WARN)
    return proposal


def _of_the_line(parts: Parts, context: Context, width: int) -> NoticeView | None:
    """While one types a command: its mistake, its completions, the places it may mean, what it costs.

    None for nothing.
    """
    line, hand = parts.line, parts.intake.hand
    if line.problem is not None:
        column = column_of(row_view(parts.row, line, context), context.say, line.problem.start, width)
        return NoticeView(text=line.problem.sentence(context.texts), tone=Tone.WARN, mark_column=column)
    if line.choices:
        return NoticeView(choices=line.choices, chosen=line.chosen)
    found = hand.candidates(context)
    if found:
        return NoticeView(choices=tuple(hand.known.typed(each) for each in found))
    if context.notice.weighs:
        return None
    aim, parsed = where_it_goes(context, line.edit.text), parsed_line(context, line.edit.text)
    cost = () if isinstance(parsed, Problem) else prices(context, parsed.commands).all
    said = "   ".join(each for each in (aim.text, *cost) if each)
    return NoticeView(text=said, tone=Tone.WARN if cost else aim.tone) if said else None
