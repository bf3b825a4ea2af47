"""The end of a part's log, for people: services write one JSON object a line."""

import json

LINES = 15


def end(file, lines=LINES):
    """The last lines, indented, and where the rest is. Of JSON lines the level, the message and the fault."""
    try:
        with open(str(file), encoding="utf-8", errors="replace") as log:
            last = log.readlines()[-lines:]
    except OSError:
        last = []
    plain = [line.rstrip() for entry in last for line in told(entry).splitlines() if line.strip()]
    return "\n".join(["    " + line[:300] for line in plain[-2 * lines:]] + ["  all of it: %s" % file])


def told(line):
    """A line as people read it."""
    try:
        entry = json.loads(line)
    except ValueError:
        return line
    if not isinstance(entry, dict) or "message" not in entry:
        return line
    fault = entry.get("error") or {}
    named = ": ".join(str(fault[part]) for part in ("type", "message") if fault.get(part)) if isinstance(fault, dict) else str(fault)
    level = (entry.get("log") or {}).get("level", "") if isinstance(entry.get("log"), dict) else ""
    return "\n".join(part for part in ("%s %s" % (level, entry["message"]), named) if part.strip())
