"""What goes wrong inside a task group comes out as it is, when it is one thing."""

import asyncio

import pytest

from protocol.one_error import one_error_as_itself


async def _fail(error: Exception) -> None:
    raise error


async def test_one_error_comes_out_as_itself() -> None:
    """So that whoever catches it need not know of the group."""
    with pytest.raises(KeyError, match="weg"), one_error_as_itself():
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(_fail(KeyError("weg")))


def test_several_stay_a_group() -> None:
    """None of them may hide the others."""
    with pytest.raises(ExceptionGroup) as caught, one_error_as_itself():
        raise ExceptionGroup("twee", [KeyError("a"), ValueError("b")])
    assert len(caught.value.exceptions) == 2


def test_without_an_error_nothing_happens() -> None:
    """It only unwraps."""
    with one_error_as_itself():
        pass
