"""What a match comes to: from the slots of a rule to a value with ``X`` for what is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from detente.finding.times.grammar import Found, Grammar
from detente.finding.times.lexing import Line
from detente.finding.times.slots import Slots
from detente.records import TimexType

Anchor = Literal["publication", "narrated", "event"]
OPEN_DAY = "XXXX-XX-XX"
UNKNOWN_AMOUNT = "X"
LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "M",
    "half": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
    "millennium": "Y",
}
TIMES = {"quarter": 3, "half": 6, "decade": 10, "century": 100, "millennium": 1000}
GRAINS = {
    "second": "XXXX-XX-XXTXX:XX",
    "minute": "XXXX-XX-XXTXX:XX",
    "hour": "XXXX-XX-XXTXX:XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "millennium": "X",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading of a match, before its place in the page is known."""

    type: TimexType
    value: str | None
    mod: str | None = None
    shift: tuple[str, int] | None = None
    anchor: Anchor | None = None
    weekday: int | None = None
    direction: int | None = None
    easter: int | None = None


def compose(found: Found, line: Line, grammar: Grammar) -> Draft | None:
    """The reading of a match; ``None`` for a trap and for what no calendar holds."""
    read = _READERS.get(found.rule.reads)
    return read(Slots(found, line, grammar)) if read else None


def _date(slots: Slots) -> Draft | None:
    day = _calendar(slots)
    if day is None:
        return None
    clock = _clock(slots)
    deictic = slots.number("deictic")
    near = slots.number("near")
    shift, anchor = None, None
    if deictic is not None:
        day, shift, anchor = OPEN_DAY, ("day", deictic), "publication"
    elif not day:
        day, shift = OPEN_DAY, ("day", 0)
        anchor = "publication" if near is not None else "narrated"
    elif near is not None and slots.number("day"):
        anchor = "publication"
    if clock and len(day) < len("XXXX-WXX-2"):
        return None
    return Draft(
        type="TIME" if clock else "DATE",
        value=day + clock,
        mod=slots.word("edge") or slots.word("mod"),
        shift=shift,
        anchor=anchor,  # type: ignore[arg-type]
        weekday=slots.number("weekday"),
        direction=_direction(slots),
        easter=slots.number("easter"),
    )


def _direction(slots: Slots) -> int | None:
    direction = slots.number("direction")
    return direction if direction is not None else slots.number("near")


def _calendar(slots: Slots) -> str | None:
    """The date part, empty if the words name none, ``None`` if no calendar holds it."""
    year = _year(slots)
    month, day, season = slots.number("month"), slots.number("day"), slots.word("season")
    if "day" in slots and day is None:
        day = 1
    if (day or 1) > 31 or (month or 1) > 12:
        return None
    if month:
        return f"{year}-{month:02}" + (f"-{day:02}" if day else "")
    if day:
        return f"XXXX-XX-{day:02}"
    weekday = slots.number("weekday")
    named = season or slots.word("feast") or ("XX-XX" if "easter" in slots else None)
    if "ordinal" in slots and ("quarter" in slots or "half" in slots):
        named = _part_of_year(slots)
    if named:
        return f"{year}-{named}"
    return f"XXXX-WXX-{weekday}" if weekday else year if "year" in slots else ""


def _part_of_year(slots: Slots) -> str | None:
    letter, last = ("Q", 4) if "quarter" in slots else ("H", 2)
    number = slots.number("ordinal") or (last if slots.number("direction") is None else 0)
    return f"{letter}{number}" if 1 <= number <= last else None


def _year(slots: Slots) -> str:
    short = slots.number("yy")
    if short is not None:
        return str(1900 + short if short > 40 else 2000 + short)
    year = slots.number("year")
    return f"{year:04}" if year is not None else "XXXX"


def _clock(slots: Slots) -> str:
    part, hour = slots.word("part"), slots.number("hour")
    if hour is not None:
        if part in {"AF", "EV"} and hour < 12:
            hour += 12
        zone = slots.word("zone") or ""
        return f"T{hour:02}:{slots.number('minute') or 0:02}{zone}" if hour <= 24 else ""
    if "noon" in slots:
        return f"T{slots.word('noon')}"
    return f"T{part}" if part else ""


def _days(slots: Slots) -> Draft | None:
    first = _date(slots)
    last = slots.number("last")
    if first is None or first.value is None or last is None or last > 31:
        return None
    value = f"{first.value}/{first.value[:-2]}{last:02}"
    return Draft("DATE", value, weekday=first.weekday, direction=first.direction)


def _shift(slots: Slots) -> Draft | None:
    unit = str(slots.get("unit"))
    anchor = slots.word("anchor")
    narrated = slots.get("narrated")
    steps: float = slots.amount() if slots.amount() is not None else 1  # type: ignore[assignment]
    sign = slots.number("sign") or _direction(slots)
    if sign is None:
        sign = 0
    if isinstance(narrated, int):
        sign, steps = 1, float(narrated)
    elif narrated is not None or "following" in slots:
        sign = slots.number("following") or 1
    if "half" in slots and unit == "year":
        unit, steps = "month", steps * 12 + 6
    grain = OPEN_DAY if unit in {"day", "night"} else GRAINS[unit]
    if "sign" in slots and unit == "week":
        grain = OPEN_DAY
    part = _clock(slots)
    return Draft(
        type="TIME" if part or "T" in grain else "DATE",
        value=grain + part,
        mod=slots.word("edge") or slots.word("mod"),
        shift=(unit, int(sign * steps)),
        anchor=anchor or "publication",  # type: ignore[arg-type]
    )


def _duration(slots: Slots) -> Draft | None:
    unit = slots.word("unit")
    if "hour" in slots:
        minutes = slots.number("minute")
        return Draft("DURATION", f"PT{slots.number('hour')}H" + (f"{minutes}M" if minutes else ""))
    if unit not in LETTERS:
        return None
    amount = slots.amount()
    value = period(unit, amount, half="half" in slots)
    mod = slots.word("mod")
    direction = slots.number("directions")
    shift = (unit, int(direction * amount)) if direction and amount else None
    return Draft("DURATION", value, mod=mod, shift=shift)


def period(unit: str, amount: float | None, half: bool = False) -> str:
    """A TIMEX3 period: ``P3W``, ``PT30.4S``, ``PXD`` where the amount is unknown."""
    letter = LETTERS[unit]
    prefix, letter = ("PT", letter[1:]) if letter.startswith("T") else ("P", letter)
    if amount is None:
        return f"{prefix}{UNKNOWN_AMOUNT}{'DE' if unit == 'decade' else letter}"
    amount *= TIMES.get(unit, 1)
    if not half:
        return f"{prefix}{amount:g}{letter}"
    if unit == "year":
        return f"P{amount * 12 + 6:g}M"
    smaller = {"hour": "30M", "minute": "30S", "day": "T12H"}.get(unit)
    return (
        f"{prefix}{amount:g}{letter}{smaller}" if smaller else f"{prefix}{amount + 0.5:g}{letter}"
    )


def _set(slots: Slots) -> Draft | None:
    every = slots.word("every")
    if every:
        return Draft("SET", every)
    weekday = slots.number("weekdays") or slots.number("weekday")
    part = slots.word("parts") or slots.word("part")
    day = _calendar(slots) if "month" in slots else None
    if day:
        return Draft("SET", day)
    if weekday:
        return Draft("SET", f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if part:
        return Draft("SET", f"XXXX-XX-XXT{part}")
    unit = slots.word("unit")
    if unit not in LETTERS:
        return None
    amount = slots.amount()
    return Draft("SET", period(unit, 1 if amount is None else amount))


def _reference(slots: Slots) -> Draft:
    if "nightly" in slots:
        return Draft("TIME", slots.word("nightly"))
    return Draft("DATE", slots.word("ref"))


def _age(slots: Slots) -> Draft | None:
    edge = slots.word("edge")
    if "century" in slots:
        century = slots.number("century")
        return Draft("DATE", f"{century - 1:02}XX", mod=edge) if century else None
    decade = slots.number("decade")
    if decade is None or not (decade < 100 or 1000 <= decade < 2200):
        return None
    year = decade if decade >= 100 else (1900 + decade if decade >= 20 else 2000 + decade)
    return Draft("DATE", f"{year // 10}X", mod=edge)


_READERS: dict[str, Callable[[Slots], Draft | None]] = {
    "date": _date,
    "days": _days,
    "shift": _shift,
    "duration": _duration,
    "set": _set,
    "reference": _reference,
    "decade": _age,
    "century": _age,
}
