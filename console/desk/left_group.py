"""What is left of one history, as a value, and the words for it. Pure.

Made by `leftovers` from what lies on the disk and in the outbox; said in one line on the screen, and as a
list when somebody asks. Sends and forgets nothing.
"""

from attrs import evolve, frozen

from console.command.waiting_lines import lines_of
from console.harmless import harmless
from console.part.context import Context
from protocol.session.origin import Fit, Origin
from protocol.session.outbox import Wish


@frozen(kw_only=True)
class Group:
    """What is left of one history."""

    origin: Origin | None
    fit: Fit | None
    """How it stands to where one is; None as long as nobody knows where that is."""

    wishes: tuple[Wish, ...]
    """Oldest first."""

    texts: tuple[str, ...]
    """What was typed and not sent."""

    unread: bool = False
    """True for wishes of this run and history that the server could not read."""

    read_only: str = ""
    """The folder of it in which nothing can be marked as sent or forgotten; empty where all can be."""


def name_of(context: Context, group: Group, here: Origin | None) -> str:
    """Whose it is, in words, for somebody who is in that history."""
    origin = group.origin
    if group.unread:
        return context.say("left-of-unread")
    if group.fit is Fit.HERE:
        return context.say("left-of-here")
    if origin is None:
        return context.say("left-of-none")
    key = "left-of-exercise" if origin.exercise else "left-of-live"
    if here is not None and origin == evolve(here, history=origin.history):
        key = "left-of-earlier"
    return context.say(key, world=origin.world)


def sentence(context: Context, group: Group, here: Origin | None) -> str:
    """What there is of it, and what can be done about it."""
    what = context.say("left-what", wishes=len(group.wishes), texts=len(group.texts))
    of = name_of(context, group, here)
    if group.read_only:
        return context.say("left-line-read-only", what=what, of=of, list=context.verb_of("waiting"))
    return context.say("left-line", what=what, of=of, choice=_choice(context, group))


def group_lines(context: Context, group: Group, here: Origin | None) -> list[str]:
    """A head, then its wishes and texts."""
    said = [context.say("left-head", of=name_of(context, group, here))]
    if group.read_only:
        said += [
            context.say("left-read-only", folder=group.read_only),
            context.say("left-read-only-next", choice=_choice(context, group)),
        ]
    said += [f"  {line}" for line in lines_of(context, group.wishes)]
    return said + [f"  {harmless(text)}" for text in group.texts]


def without(withheld: tuple[Wish, ...], group: Group) -> tuple[Wish, ...]:
    """Those that are not of it."""
    gone = {wish.id for wish in group.wishes}
    return tuple(wish for wish in withheld if wish.id not in gone)


def _choice(context: Context, group: Group) -> str:
    sends = bool(group.wishes) and group.fit is not None and group.fit.may_be_sent
    return context.say(
        "left-choice-send" if sends else "left-choice",
        send=context.verb_of("send-left"),
        forget=context.verb_of("discard-left"),
        list=context.verb_of("waiting"),
    )
