"""Compiles the finders and the syntax with mypyc, for a wheel of one platform.

Off unless asked for (``make compiled``): the sources read pages in the same way, only slower.
Nothing is left beside them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from mypyc.build import mypycify
from setuptools import Distribution, Extension
from setuptools.command.build_ext import build_ext

COMPILED = ("text.py", "syntax/*.py", "finding/*/*.py")
"""Where pages spend their time."""

INTERPRETED = ("__init__.py", "confidence.py")
"""Modules that stay as they are: a package's own has nothing to compile, and mypyc does not heed
``kw_only`` and its like in the head of a record."""


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the compiled modules beside the sources of the wheel."""

    _made: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell what the wheel holds of it (one that leads to the sources: nothing)."""
        if version == "editable":
            return
        self._made = Path(mkdtemp())
        for library in compiled(Path(self.root) / "src", self._made):
            build_data["force_include"][str(library)] = str(library.relative_to(self._made))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was made on the way."""
        if self._made is not None:
            shutil.rmtree(self._made)


def modules(source: Path) -> Iterator[str]:
    """The modules to compile, as paths below the folder of sources."""
    for pattern in COMPILED:
        for path in sorted((source / "detente").glob(pattern)):
            if path.name not in INTERPRETED:
                yield str(path.relative_to(source))


def compiled(source: Path, made: Path) -> list[Path]:
    """The libraries of the compiled modules, in a folder laid out as that of the sources."""
    temporary = str(made / "temporary")
    with chdir(source):
        extensions = mypycify(
            ["--config-file=", "--ignore-missing-imports", f"--cache-dir={made}", *modules(source)],
            opt_level="2",
            multi_file=True,
            group_name="detente",
            target_dir=temporary,
        )
        build = _SideBySide(Distribution({"name": "detente", "ext_modules": extensions}))
        build.build_lib, build.build_temp = str(made), temporary
        build.ensure_finalized()
        build.run()
    return [path for kind in ("*.so", "*.pyd") for path in made.rglob(kind)]


class _SideBySide(build_ext):  # type: ignore[misc]
    """Compiles as many files of a library at a time as there are processors."""

    def build_extension(self, ext: Extension) -> None:
        one_by_one = self.compiler.compile

        def side_by_side(sources: list[str], **asked: Any) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as several:
                objects = several.map(lambda source: one_by_one([source], **asked), sources)
                return [path for some in objects for path in some]

        self.compiler.compile = side_by_side
        super().build_extension(ext)
        self.compiler.compile = one_by_one
