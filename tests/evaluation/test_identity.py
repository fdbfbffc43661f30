from __future__ import annotations

import pytest

from detente.evaluation.answers import (
    Who,
)
from detente.evaluation.identity import Cast
from tests.evaluation.small import reading_of


@pytest.mark.parametrize(
    ("who", "actor", "right"),
    [
        (Who(id="otto", names=("quelqu'un",)), "otto", True),
        (Who(names=("le roi Premier",)), "otto", True),
        (Who(names=("Ida",)), "otto", False),
        (Who(names=("une reine",), mention=(10, 20)), "ida", False),
        (Who(names=("une reine",), mention=(10, 20), unnamed=True), "ida", False),
        (None, None, True),
        (None, "otto", False),
        (Who(names=("Otto",)), None, False),
    ],
)
def test_identity(who: Who | None, actor: str | None, right: bool) -> None:
    assert Cast(reading_of()).is_right(who, actor) is right


@pytest.mark.parametrize(("unnamed", "right"), [(True, True), (False, False)])
def test_the_unnamed_are_known_by_where_they_stand(unnamed: bool, right: bool) -> None:
    who = Who(names=("une reine",), mention=(10, 20), unnamed=unnamed)
    assert Cast(reading_of()).is_right(who, "ida", (12, 18)) is right
