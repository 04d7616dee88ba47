"""A new word in every file that it must be in, as text: the old text of a file -> the new. Pure.

The word says one text of an incident, as `ChangeWhat` says what it is: whoever needs another shape has the
places, and changes what stands there. What a person must think about is marked.
"""

from collections.abc import Callable, Mapping
from functools import partial

from tests.word.edits import THINK, after_last, appended, before_table, in_class, in_table, with_imports
from tests.word.spec import Spec, key

_FIELD = "{part}: Text = field({default}validator=storable(200{empty}))  # {think}: what may it hold?"


def scaffolded(spec: Spec, *, command_tag: int, fact_tag: int) -> Mapping[str, Callable[[str], str]]:
    """What becomes of each file, by its path from the root; a file that is not there yet is made of ""."""
    texts = {
        f"console/texts/{language}/words.ftl": partial(_texts, spec, verb)
        for language, verb in (("nl", spec.verb), ("en", spec.english))
    }
    return {
        f"protocol/commands/{spec.noun}.py": partial(
            _word,
            spec,
            f"{spec.command}(Command, tag={command_tag})",
            f"{THINK}: the wish.",
        ),
        f"protocol/facts/{spec.noun}.py": partial(
            _word, spec, f"{spec.fact}(Fact, tag={fact_tag})", f"{THINK}: what happened."
        ),
        "protocol/model/incident.py": partial(_model, spec),
        f"protocol/fold/{spec.noun}.py": partial(_fold, spec),
        f"server/decide/{spec.noun}.py": partial(_decision, spec),
        "protocol/permissions.py": partial(_permission, spec),
        "server/sight/visibility.py": partial(_sight, spec),
        f"console/actions/{spec.actions}.py": partial(_action, spec),
        **texts,
        f"tests/server/decide/test_{spec.noun}_{spec.part}.py": partial(_test, spec),
    }


def _word(spec: Spec, head: str, says: str, text: str) -> str:
    said = _FIELD.format(part=spec.part, default="", empty="", think=THINK)
    block = f'''
@frozen(kw_only=True)
class {head}:
    """{says}"""

    incident: int = field(validator=counting)
    {said}
'''
    return with_imports(
        appended(text, block),
        "from attrs import field, frozen",
        "from protocol.model.number import counting",
        "from protocol.model.text import Text, storable",
    )


def _model(spec: Spec, text: str) -> str:
    said = _FIELD.format(part=spec.part, default='default=Text(""), ', empty=", empty=True", think=THINK)
    return in_class(text, "Incident", f'    {said}\n    """{THINK}: what it is; "" while nobody said it."""')


def _fold(spec: Spec, text: str) -> str:
    block = f'''
def {spec.part}_said(board: Board, fact: {spec.fact}, _change: Change) -> Board:
    """{THINK}: what the incident has now; it alters the fields that the fact names and no others."""
    return evolved(board, fact.incident, {spec.part}=fact.{spec.part})
'''
    text = in_table(before_table(text, "FOLDS", block), "FOLDS", f"{spec.fact}: {spec.part}_said,")
    imported = [f"from protocol.facts.{spec.noun} import {spec.fact}"]
    if spec.noun != "incidents":
        imported.append("from protocol.fold.incidents import evolved")
    return with_imports(text, *imported)


def _decision(spec: Spec, text: str) -> str:
    block = f'''
def say_{spec.part}(board: Board, command: {spec.command}, _actor: Actor) -> tuple[Fact, ...]:
    """{THINK}: when is it refused? The same again is no change."""
    incident = open_incident(board, command.incident)
    if command.{spec.part} == incident.{spec.part}:
        return ()
    return ({spec.fact}(incident=incident.number, {spec.part}=command.{spec.part}),)
'''
    text = before_table(text, "DECISIONS", block)
    return with_imports(
        in_table(text, "DECISIONS", f"{spec.command}: say_{spec.part},"),
        f"from protocol.commands.{spec.noun} import {spec.command}",
        f"from protocol.facts.{spec.noun} import {spec.fact}",
        "from server.decide.lookup import open_incident",
    )


def _permission(spec: Spec, text: str) -> str:
    line = f"        {spec.noun}.{spec.command},  # {THINK}: who may?"
    return after_last(text, rf"^        {spec.noun}\.", line)


def _sight(spec: Spec, text: str) -> str:
    line = f"    {spec.noun}.{spec.fact}: (_A, _A, _N),  # {THINK}: who sees it? For a partner _I or _N"
    return after_last(text, rf"^    {spec.noun}\.\w+: \(", line)


def _action(spec: Spec, text: str) -> str:
    block = f'''
def _{spec.part}(values: Mapping[str, Any], _board: Board) -> tuple[Command, ...]:
    return ({spec.command}(incident=values["incident"], {spec.part}=values["{spec.id}"]),)
'''
    line = f'''Action(
        id="{spec.id}",
        verb="{spec.verb}",
        english="{spec.english}",
        args=(
            Arg(kind=ArgKind.INCIDENT, name="incident"),
            Arg(kind=ArgKind.TEXT, name="{spec.id}", most_chars=200),  # {THINK}: as long as the field
        ),
        build=_{spec.part},
        command_type={spec.command},
    ),'''
    return with_imports(
        in_table(before_table(text, "ACTIONS", block), "ACTIONS", line),
        f"from protocol.commands.{spec.noun} import {spec.command}",
        "from console.actions.action import Action, Arg, ArgKind",
        "from collections.abc import Mapping",
        "from typing import Any",
        "from protocol.commands.command import Command",
        "from protocol.model.board import Board",
    )


def _texts(spec: Spec, verb: str, text: str) -> str:
    return f"""{text.rstrip()}

# {THINK}: {spec.command}, in this language.
command-{key(spec.command)} = {verb}
action-{spec.id} = {verb}
action-{spec.id}-help = {THINK}: {verb} 417 {verb}
arg-{spec.id} = {verb}
fact-{key(spec.fact)} = {{ $incident }} {verb}: {{ ${spec.part} }}
"""


def _test(spec: Spec, _text: str) -> str:
    return f'''"""{THINK}: what is held here, as a rule."""

from protocol.commands.{spec.noun} import {spec.command}
from protocol.errors import Reason
from protocol.facts.incidents import IncidentClosed
from protocol.facts.{spec.noun} import {spec.fact}
from protocol.model.text import Text
from server.decide import decide
from tests.protocol.make import OPENED, then, told
from tests.server.decide.make import ANNA, refused

SAID = Text("{spec.verb}")
WISH = {spec.command}(incident=1, {spec.part}=SAID)


def test_what_was_said_stands_and_nothing_else_changed() -> None:
    """{THINK}: the rule."""
    [fact] = decide(told(OPENED), WISH, ANNA)
    assert fact == {spec.fact}(incident=1, {spec.part}=SAID)
    assert then(told(OPENED), fact).incidents[1].{spec.part} == SAID


def test_the_same_again_is_no_change() -> None:
    """Nobody hears of it twice."""
    assert refused(then(told(OPENED), *decide(told(OPENED), WISH, ANNA)), WISH) == (Reason.NO_CHANGE, {{}})


def test_of_what_is_closed_or_unknown_nothing_is_said() -> None:
    """{THINK}: or is it?"""
    closed = told(OPENED, IncidentClosed(incident=1, reason=Text("klaar")))
    assert refused(closed, WISH) == (Reason.INCIDENT_CLOSED, {{"incident": 1}})
    assert refused(told(), WISH) == (Reason.NO_SUCH_INCIDENT, {{"incident": 1, "last": 0}})
'''
