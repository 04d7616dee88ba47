"""From what is typed to the command line on the screen. Pure."""

from console.command.bar import CommandView
from console.command.command_line import CommandLine
from console.command.line_reading import wanted
from console.command.waiting_lines import lines_of, shown_waiting
from console.part.context import Context
from console.part.field import Field


def command_view(line: CommandLine, context: Context) -> CommandView:
    """The command line."""
    hint = context.say(
        "desk-command-hint",
        command=context.key_of("command"),
        filter=context.key_of("filter"),
        help=context.key_of("help"),
    )
    usage = wanted(context, line.edit.text) if context.field is Field.COMMAND else None
    return CommandView(
        edit=line.edit,
        focused=context.field is Field.COMMAND,
        shape="" if usage is None else usage.shape(context.texts),
        hint=hint,
        waiting=tuple(lines_of(context, shown_waiting(context))),
    )
