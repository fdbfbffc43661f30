"""The day a page was published, from what it says: an interval, its best day, and the evidence.

Every piece of evidence becomes a claim on the calendar; the days that satisfy the most weight of
claims are the interval. Dates and offices are weighed together, in no order.
"""

from detente.finding.published.infer import infer

__all__ = ["infer"]
