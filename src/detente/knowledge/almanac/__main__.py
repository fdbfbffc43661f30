"""Check the files of the almanac: ``python -m detente.knowledge.almanac``."""

import sys

from detente.errors import DataError
from detente.knowledge.almanac import almanac

try:
    found = almanac()
except DataError as error:
    sys.exit(str(error))
sys.stdout.write(
    f"{len(found.happenings)} happenings, {len(found.holders)} terms, {len(found.lives)} lives, "
    f"{len(found.editions)} editions\n"
)
