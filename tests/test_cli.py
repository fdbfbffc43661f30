"""The command line as its users meet it: whole processes for time and exits, calls for the rest."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from detente.records import Reading

PAGE = """Rencontre à Genève

Le ministre français des Affaires étrangères Paul Durand-Lamy a rencontré mardi 19 novembre 1985 à
Genève son homologue. «Nous avons parlé deux heures», a déclaré M. Durand-Lamy.
"""


def run(*words: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "detente", *words]
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_help_teaches_and_answers_at_once() -> None:
    spent = []
    for _ in range(5):
        begun = os.times()
        answer = run("--help")
        done = os.times()
        spent.append(sum(done[2:4]) - sum(begun[2:4]))
    assert "detente read page.txt" in answer.stdout
    assert min(spent) < 0.3 * 2, "twice the promise, in time of the processor"


def test_a_reading_a_line(page: Path) -> None:
    answer = run("read", str(page), "--jsonl", "--text")
    assert answer.returncode == 0, answer.stderr
    (line,) = answer.stdout.splitlines()
    reading = json.loads(line)
    assert reading["detente"] == "1"
    assert reading["text"] == PAGE
    assert list(reading)[:4] == ["detente", "page", "blocks", "metadata"]


def test_a_reading_for_people(page: Path) -> None:
    answer = run("read", str(page))
    assert "Who said what" in answer.stdout
    assert "Nous avons parlé deux heures" in answer.stdout
    assert "\x1b[" not in answer.stdout, "no colours in a pipe"


def test_standard_input_holds_pages_a_line() -> None:
    lines = json.dumps({"id": "one", "content": PAGE}) + "\n{broken\n" + json.dumps({"id": "two"})
    answer = run("read", "-", "--jsonl", stdin=lines)
    first, *others = (json.loads(line) for line in answer.stdout.splitlines())
    assert answer.returncode == 0
    assert first["page"]["id"] == "one" and first["quotations"]
    assert [o["problems"][0]["severity"] for o in others] == ["error", "error"]
    assert all(o["problems"][0]["hint"] for o in others)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 20),
        ("half.jsonl", b'{"id": "x", "content": '),
    ],
)
def test_what_cannot_be_read_says_why_and_the_run_goes_on(
    tmp_path: Path, page: Path, name: str, content: bytes
) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    answer = run("read", str(bad), str(page), "--jsonl")
    readings = [json.loads(line) for line in answer.stdout.splitlines()]
    assert answer.returncode == 0
    assert readings[0]["problems"][0]["what"]
    assert readings[-1]["quotations"]
    assert "Traceback" not in answer.stderr


def test_an_english_page_is_read_without_findings_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text(
        "Talks resume\n\nThe two ministers met for three hours on Tuesday and they will meet again "
        "in the spring, the spokesman of the ministry said after the talks had ended.\n",
        encoding="utf-8",
    )
    reading = json.loads(run("read", str(path), "--jsonl").stdout)
    assert reading["page"]["language"] == "en"
    assert reading["quotations"] == [] and reading["times"] == []
    assert reading["problems"]


def test_nothing_read_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "deep.html").write_text("<b>" * 100_000 + "Le bassin rouvre.", encoding="utf-8")
    answer = run("read", str(tmp_path), "--jsonl")
    assert answer.returncode == 1
    assert [list(json.loads(line)) for line in answer.stdout.splitlines()] == [
        ["page", "problems"],
        ["page", "problems"],
    ]


def test_no_page_at_all_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_bytes(b"")
    answer = run("read", str(tmp_path / "empty.jsonl"), "--jsonl")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "There is no page in" in answer.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("read", "no-such-file.txt"),
        ("read", ".", "--published", "soon"),
        ("who", "ministre", "--on", "soon"),
        ("read",),
        ("sing",),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(words: tuple[str, ...]) -> None:
    answer = run(*words)
    assert answer.returncode == 2
    assert answer.stderr and "Traceback" not in answer.stderr


def test_no_such_record_is_told_in_a_sentence(tmp_path: Path) -> None:
    answer = run("check", "--record", str(tmp_path / "none"))
    assert answer.returncode == 1
    assert str(tmp_path / "none") in answer.stderr and "Traceback" not in answer.stderr


def test_two_runs_are_the_same_byte_for_byte(page: Path) -> None:
    assert run("read", str(page), "--jsonl").stdout == run("read", str(page), "--jsonl").stdout


def test_the_published_date_can_be_given(page: Path) -> None:
    answer = run("read", str(page), "--jsonl", "--published", "1985-11-20")
    published = json.loads(answer.stdout)["published"]
    assert published["best"] == published["earliest"] == published["latest"] == "1985-11-20"


def test_a_record_from_page_to_table(tmp_path: Path, page: Path) -> None:
    record = str(tmp_path / "record")
    assert run("build", str(page), "--record", record).returncode == 0
    again = run("build", str(page), "--record", record)
    assert again.returncode == 0, again.stderr
    rows = run("export", "quotation", "--record", record).stdout.splitlines()
    assert [json.loads(row)["text"] for row in rows] == ["Nous avons parlé deux heures"]
    assert run("export", "quotation", "--record", record, "--format", "csv").stdout.count("\n") == 2
    assert run("check", "--record", record).returncode == 0
    assert run("link", "--record", record).returncode == 0


def test_every_line_fits_the_records() -> None:
    import msgspec

    answer = run("read", "-", "--jsonl", stdin=json.dumps({"content": PAGE}))
    assert isinstance(msgspec.json.decode(answer.stdout, type=Reading), Reading)
