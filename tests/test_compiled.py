"""The compiled program and the sources read alike; skipped where these are not compiled."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import hatch_build
import pytest

ROOT = Path(__file__).parents[1]
SOURCES, COMPILED = ROOT / "src", ROOT / ".compiled" / "lib"


def run(library: Path, *arguments: str) -> bytes:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(library)},
        capture_output=True,
        check=True,
    ).stdout.strip()


def read(library: Path) -> bytes:
    return run(library, "-m", "detente", "read", "gold/pages", "--jsonl", "--text")


def is_of_these_sources() -> bool:
    """Whether what is compiled was made of the sources as they are now."""
    modules = (path.relative_to(SOURCES) for path in SOURCES.rglob("*.py"))
    return COMPILED.exists() and all(
        (COMPILED / module).exists()
        and (COMPILED / module).read_bytes() == (SOURCES / module).read_bytes()
        for module in modules
    )


@pytest.mark.skipif(not is_of_these_sources(), reason="these are not compiled: make compiled")
def test_the_compiled_program_reads_as_the_sources_do() -> None:
    where = "from detente.syntax import model; print(model.__file__)"
    assert run(COMPILED, "-c", where).endswith((b".so", b".pyd"))
    assert run(SOURCES, "-c", where).endswith(b".py")
    assert read(COMPILED) == read(SOURCES)


def test_no_compiled_record_has_more_in_its_head_than_it_inherits() -> None:
    heads = {
        ast.unparse(ast.Call(ast.Tuple(node.bases), [], node.keywords))
        for module in hatch_build.modules(SOURCES)
        for node in ast.walk(ast.parse((SOURCES / module).read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and node.keywords
    }
    assert heads == {"(Plain,)(frozen=True, gc=False)"}
