"""The almanac reads every file of its own, and says which line is wrong."""

from pathlib import Path

import pytest

from detente.days import Interval
from detente.errors import DataError
from detente.knowledge.almanac import Happening, almanac, load

HEAD = "name_en,words_fr,valid_from,valid_to,ahead,echo,source,licence"


def read(folder: Path, line: str) -> Happening:
    file = folder / "happenings_test.csv"
    file.write_text(f"{HEAD}\n{line}\n", encoding="utf-8")
    (found,) = load.read(folder, "happenings", load.happening)
    return found


def test_every_file_of_ours_is_right() -> None:
    assert almanac().happenings


def test_a_row_names_its_thing_in_several_ways(tmp_path: Path) -> None:
    found = read(tmp_path, "the thaw,grand degel|glace* & fleuve,2019-03,,0,5,compiler,own")
    assert found.ways == {"fr": (("grand degel",), ("glace*", "fleuve"))}
    assert found.when == Interval.of("2019-03")
    assert (found.ahead, found.echo) == (0, 5)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("the thaw,degel,2019-13,,0,5,compiler,own", "is no date"),
        ("the thaw,degel,,,0,5,compiler,own", "no valid_from"),
        ("the thaw,degel,2019-03-02,2019-03-01,0,5,compiler,own", "ends before"),
        ("the thaw,degel,2019-03,,soon,5,compiler,own", "in ahead"),
        ("the thaw,,2019-03,,0,5,compiler,own", "no words_fr"),
        ("the thaw,d*,2019-03,,0,5,compiler,own", "too many ways"),
        ("the thaw,degel,2019-03,,0,5,compiler", "cells"),
        ("the thaw,degel,2019-03,,0,5,compiler,own,more", "cells"),
        ("the thaw,degel,2019-03,,0,5,,own", "no source"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, what: str) -> None:
    with pytest.raises(DataError, match=what) as error:
        read(tmp_path, line)
    assert "happenings_test.csv, line 2" in str(error.value)


def test_a_wrong_head_is_named(tmp_path: Path) -> None:
    (tmp_path / "lives_test.csv").write_text("name,born\n", encoding="utf-8")
    with pytest.raises(DataError, match="columns"):
        load.read(tmp_path, "lives", load.life)
