"""The domain clock of the local services: how far it is ahead, what people may ask for, and setting it everywhere."""

import re
from datetime import date, datetime, time, timedelta, timezone

from .errors import LocalError

# Viet Nam keeps one offset all year; the commands must not need a time zone database
ZONE = timezone(timedelta(hours=7))
START_OF_WORK = time(8, 0)
UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
STEP = re.compile(r"(\d{1,6})([wdhms])")
SHIFT = re.compile(r"([+-])((?:\d{1,6}[wdhms])+)")
DURATION = re.compile(r"(-?)P(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+)(?:\.\d+)?S)?)?")
FORMS = "+10d, -3h, +1w2d, 2026-12-31, 31/12/2026, 2026-12-31T17:30 or real"


def iso(offset):
    """An ISO 8601 duration of whole seconds, as the services read it."""
    seconds = int(offset.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    told = "".join("%d%s" % pair for pair in ((hours, "H"), (minutes, "M"), (rest, "S")) if pair[0])
    return ("-" if seconds < 0 else "") + "PT" + (told or "0S")


def from_iso(text):
    """The duration that a service answered, or that was kept; raises ValueError for anything else."""
    found = DURATION.fullmatch(text or "")
    if found is None:
        raise ValueError("not a duration: %r" % (text,))
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    told = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -told if found.group(1) else told


def offset_for(wish, present, now):
    """The new offset: `wish` as people write it, `present` the offset until now, `now` the real time."""
    text = wish.strip()
    if text.lower() == "real":
        return timedelta(0)
    shift = SHIFT.fullmatch(text.lower())
    if shift:
        by = sum((timedelta(**{UNITS[unit]: int(count)}) for count, unit in STEP.findall(shift.group(2))), timedelta(0))
        return _possible(present + by if shift.group(1) == "+" else present - by, now)
    target = _moment(text)
    if target is None:
        raise LocalError("cannot read the time %r; write it as %s" % (wish, FORMS), status=2)
    return _possible(timedelta(seconds=round((target - now).total_seconds())), now)


def _possible(offset, now):
    try:
        if 1970 <= (now + offset).year <= 2200:
            return offset
    except OverflowError:
        pass
    raise LocalError("that time is not between the years 1970 and 2200", status=2)


def _moment(text):
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        day = _parsed(text, form)
        if day is not None:
            return datetime.combine(date(day.year, day.month, day.day), START_OF_WORK, ZONE)
    text = re.sub(r"[zZ]$", "+00:00", text.replace(" ", "T", 1))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZONE)


def _parsed(text, form):
    try:
        return datetime.strptime(text, form)
    except ValueError:
        return None


def told(now, offset):
    """The domain time for people: weekday, day and hour in Viet Nam."""
    days = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
    moment = (now + offset).astimezone(ZONE)
    return "%s, %s" % (days[moment.weekday()], moment.strftime("%d/%m/%Y %H:%M (%Y-%m-%dT%H:%M:%S+07:00)"))


def confirmed(answer, offset):
    """Whether a service's answer confirms the offset."""
    try:
        return answer.good and from_iso(answer.json().get("offset")) == offset
    except (ValueError, TypeError):
        return False
