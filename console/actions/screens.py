"""What a person can do with the screen alone: go somewhere, look elsewhere, ask for help. Sends nothing."""

from console.actions.action import Action, Arg, ArgKind, Where

_INCIDENT_MAYBE = Arg(kind=ArgKind.INCIDENT, name="incident", required=False)


def _simple(
    id: str,
    verb: str,
    english: str,
    key: str | None,
    *aliases: str,
    where: Where = Where.ANYWHERE,
    also_key: str | None = None,
) -> Action:
    """An action without arguments."""
    return Action(
        id=id,
        verb=verb,
        english=english,
        aliases=aliases,
        key=key,
        also_key=also_key,
        where=where,
        at_once=True,
    )


ACTIONS = (
    _simple("command", "opdracht", "command", "colon", also_key="ctrl+o"),
    _simple("go-board", "bord", "board", "b", also_key="f2"),
    _simple("go-units", "eenheden", "units", "e", also_key="f3"),
    _simple("go-map", "kaart", "map", "K", also_key="f4"),
    Action(
        id="go-line",
        verb="lijn",
        english="line",
        key="o",
        also_key="f5",
        args=(_INCIDENT_MAYBE,),
        at_once=True,
    ),
    Action(
        id="show",
        verb="toon",
        english="show",
        aliases=("ga", "select"),
        key="t",
        args=(Arg(kind=ArgKind.SUBJECT, name="subject"),),
    ),
    _simple("next-urgent", "volgende", "next", "right_square_bracket"),
    _simple("previous-urgent", "vorige", "previous", "left_square_bracket"),
    Action(
        id="filter",
        verb="filter",
        english="filter",
        aliases=("zoek", "search"),
        key="slash",
        args=(Arg(kind=ArgKind.TEXT, name="wanted", required=False),),
    ),
    Action(
        id="history",
        verb="historie",
        english="history",
        aliases=("geschiedenis",),
        key="g",
        args=(Arg(kind=ArgKind.INCIDENT, name="incident"),),
        at_once=True,
    ),
    _simple("closed", "gesloten", "closed", "x", where=Where.BOARD),
    _simple("nearest", "dichtstbij", "nearest", "x", where=Where.UNITS),
    _simple("zoom-in", "inzoomen", "zoomin", "plus", where=Where.MAP),
    _simple("zoom-out", "uitzoomen", "zoomout", "minus", where=Where.MAP),
    _simple("pan-left", "links", "left", "left", where=Where.MAP),
    _simple("pan-right", "rechts", "right", "right", where=Where.MAP),
    _simple("pan-up", "omhoog", "up", "up", where=Where.MAP),
    _simple("pan-down", "omlaag", "down", "down", where=Where.MAP),
    _simple("map-next", "verder", "onward", "full_stop", where=Where.MAP),
    _simple("map-previous", "terug", "back", "comma", where=Where.MAP),
    _simple("fit", "alles", "everything", "0", where=Where.MAP),
    _simple("centre", "centreer", "centre", "c", "center", where=Where.MAP),
    Action(
        id="follow",
        verb="volg",
        english="follow",
        key="V",
        args=(Arg(kind=ArgKind.UNIT, name="unit", required=False),),
        at_once=True,
    ),
    _simple("waiting", "wachtrij", "waiting", "W"),
    _simple("send-left", "verstuur", "resend", None),
    _simple("discard-left", "vergeet", "forget", None),
    Action(
        id="help",
        verb="help",
        english="help",
        aliases=("?",),
        key="question_mark",
        also_key="f1",
        args=(Arg(kind=ArgKind.VERB, name="verb", required=False),),
        at_once=True,
    ),
    _simple("palette", "palet", "palette", "ctrl+p"),
    Action(
        id="language",
        verb="taal",
        english="language",
        args=(Arg(kind=ArgKind.LANGUAGE, name="language"),),
    ),
    _simple("quit", "stop", "quit", "ctrl+q", "exit"),
)
