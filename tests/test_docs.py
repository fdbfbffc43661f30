"""What the documents show is true: generated files are fresh, commands and links exist."""

import importlib.util
import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest
import typer
from typer.testing import CliRunner

from detente.cli import app

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"```(?:sh|console)\n(.*?)```", re.DOTALL)
CONSOLE = re.compile(r"```console\n\$ (.*?)```", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(((?!https?:|#)[^)#]+)")


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_files_are_fresh() -> None:
    assert generator().stale() == [], "run: python docs/generate.py"


def shown() -> list[tuple[str, str]]:
    return [
        (page.name, line.removeprefix("$ "))
        for page in PAGES
        for block in FENCE.findall(page.read_text(encoding="utf-8"))
        for line in block.splitlines()
        if line.removeprefix("$ ").startswith("detente ")
    ]


@pytest.mark.parametrize(("page", "line"), shown())
def test_commands_shown_exist_with_their_options(page: str, line: str) -> None:
    words = shlex.split(re.split(r" [>|] |  #", line, maxsplit=1)[0])
    command = typer.main.get_command(app)
    at = 1
    while hasattr(command, "commands") and at < len(words) and words[at] in command.commands:
        command = command.commands[words[at]]
        at += 1
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    used = [word.split("=")[0] for word in words[at:] if word.startswith("-") and word != "-"]
    assert at > 1, f"{page} shows a command that does not exist: {line}"
    assert set(used) <= known, f"{page}: {line}"


@pytest.mark.parametrize("block", CONSOLE.findall((ROOT / "README.md").read_text("utf-8")))
def test_what_the_readme_shows_is_printed(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    command, *lines = block.splitlines()
    printed = iter(CliRunner().invoke(app, shlex.split(command)[1:]).output.splitlines())
    for line in lines:
        assert line.strip() == "…" or line in printed, line


def test_python_shown_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    page = "Rencontre\n\n«Nous avons parlé», a déclaré mardi la ministre Anne Durand-Lamy à Oslo.\n"
    (tmp_path / "pages" / "page.txt").write_text(page, encoding="utf-8")
    blocks = [
        block
        for name in ("README.md", "docs/howto/query.md")
        for block in PYTHON.findall((ROOT / name).read_text(encoding="utf-8"))
    ]
    assert len(blocks) == 2
    for block in blocks:
        exec(block, {})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
