"""Write the reference from the code: the JSON Schema, the records, the commands, the tables.

`python docs/generate.py` writes; `python docs/generate.py --check` fails if a file is stale.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
import typer

from detente import records
from detente.cli import app

HERE = Path(__file__).parent
SCHEMA = HERE.parent / "src" / "detente" / "reading.schema.json"
_TABLE = re.compile(r"COMMENT ON TABLE (\w+) IS '((?:[^']|'')*)'")
_COLUMN = re.compile(r"COMMENT ON COLUMN (\w+)\.\"?(\w+)\"? IS '((?:[^']|'')*)'")


def schema() -> str:
    """The JSON Schema of one line of `detente read --jsonl`."""
    either, parts = msgspec.json.schema_components([records.Reading, records.Unreadable])
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A reading of detente, contract {records.CONTRACT}",
        "anyOf": list(either),
        "$defs": parts,
    }
    made = json.loads(json.dumps(made).replace("#/components/schemas/", "#/$defs/"))
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def nouns() -> str:
    """Every record with its fields, as Markdown."""
    lines = ["# The records", "", "Generated from `detente.records` by `docs/generate.py`.", ""]
    for name, record in inspect.getmembers(records, inspect.isclass):
        if not issubclass(record, records.Record) or record is records.Record:
            continue
        lines += [f"## {name}", "", inspect.getdoc(record) or "", "", "| field | type | default |"]
        lines += ["|---|---|---|"]
        for field in msgspec.structs.fields(record):
            kind = record.__annotations__.get(field.name, field.type)
            default = "required" if field.required else f"`{field.default!r}`"
            shown = str(kind).replace("|", "\\|")
            lines.append(f"| `{field.name}` | `{shown}` | {default} |")
        lines.append("")
    return "\n".join(lines)


def commands() -> str:
    """What every command says under `--help`, as Markdown."""
    root = typer.main.get_command(app)
    lines = ["# The commands", "", "Generated from `detente.cli` by `docs/generate.py`.", ""]
    for path, command in _commands(root, "detente"):
        lines += [f"## {path}", "", _shown(inspect.cleandoc(command.help or "")), ""]
        for parameter in command.params:
            words = getattr(parameter, "help", None) or ""
            name = ", ".join((*parameter.opts, *parameter.secondary_opts))
            if name != "--help":
                lines.append(f"- `{name}`: {words}")
        lines.append("")
    return "\n".join(lines)


def _shown(words: str) -> str:
    """Help as Markdown: what the terminal shows line by line is code."""
    return re.sub(r"(?m)^  (?=\S)", "    ", words.replace("\b\n", ""))


def tables() -> str:
    """The tables of a record with their columns, as Markdown."""
    sql = resources.files("detente.store").joinpath("schema.sql").read_text(encoding="utf-8")
    lines = ["# The tables of a record", "", "Generated from `store/schema.sql`.", ""]
    columns = _COLUMN.findall(sql)
    for table, comment in _TABLE.findall(sql):
        lines += [f"## {table}", "", comment, "", "| column | meaning |", "|---|---|"]
        lines += [f"| `{column}` | {words} |" for of, column, words in columns if of == table]
        lines.append("")
    return "\n".join(lines).replace("''", "'")


def _commands(command: Any, path: str) -> list[tuple[str, Any]]:
    below = getattr(command, "commands", {}).items()
    found = [_commands(child, f"{path} {name}") for name, child in below]
    return [pair for pairs in found for pair in pairs] if found else [(path, command)]


FILES = {
    SCHEMA: schema,
    HERE / "reference" / "records.md": nouns,
    HERE / "reference" / "commands.md": commands,
    HERE / "reference" / "tables.md": tables,
}


def stale() -> list[str]:
    """Names of the generated files that the code has outgrown."""
    return [p.name for p, make in FILES.items() if not p.exists() or p.read_text("utf-8") != make()]


def main() -> int:
    """Write the files, or with --check tell which are stale."""
    if "--check" in sys.argv:
        sys.stdout.writelines(f"stale: {name}\n" for name in stale())
        return bool(stale())
    for path, make in FILES.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(make(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
