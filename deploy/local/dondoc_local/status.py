"""How the parts stand: process, port, health, how long the start took, memory (resident, and the share where pages are shared)."""

from datetime import datetime, timezone

from . import external, processes, services
from .clock import ZONE, iso
from .table import megabytes, seconds, table


def rows(installation):
    """One entry for each part; `health` is up, starting, down or external."""
    found = {}
    for process in processes.running(installation.places):
        found.setdefault(process.part, []).append(process)
    for part in (services.MONGOD, services.KAFKA) + services.NAMES:
        if part in installation.external:
            named = installation.external[part]
            up = external.reachable(named, services.PORTS[part][part])
            yield {"part": part, "pid": None, "port": external.address(named, services.PORTS[part][part])[1],
                   "health": "external" if up else "down", "readySeconds": None, "rssBytes": 0, "pssBytes": 0, "log": None}
        else:
            yield _own(installation, part, found.get(part, []))


def _own(installation, part, mine):
    leader = next((process for process in mine if process.leader), None)
    health = "down" if leader is None else "up" if installation.well(part) else "starting"
    return {"part": part, "pid": leader.pid if leader else None, "port": installation.state.port(part), "health": health,
            "readySeconds": installation.state.get("readySeconds", {}).get(part) if leader else None,
            "rssBytes": sum(process.memory() for process in mine), "pssBytes": sum(process.share() for process in mine), "log": str(installation.places.log(part))}


def report(installation):
    """Everything about the installation, as an object that scripts can read."""
    entries = list(rows(installation))
    now = datetime.now(timezone.utc)
    console = installation.state.port(services.CONSOLE)
    return {"data": str(installation.places.data), "console": installation.url() if console else None, "clockOffset": iso(installation.offset()),
            "domainTime": (now + installation.offset()).astimezone(ZONE).isoformat(timespec="seconds"), "ports": installation.state.get("ports", {}),
            "healthySeconds": installation.state.get("healthySeconds"), "parts": entries, "rssBytes": sum(entry["rssBytes"] for entry in entries),
            "pssBytes": sum(entry["pssBytes"] for entry in entries), "up": all(entry["health"] in ("up", "external") for entry in entries)}


def told_memory(told):
    """What `up` says at its end: from built to healthy, and what each part holds."""
    held = ", ".join("%s %s" % (entry["part"], megabytes(entry["rssBytes"])) for entry in told["parts"] if entry["rssBytes"])
    return "healthy in %s; resident: %s; all %s" % (seconds(told["healthySeconds"]), held, megabytes(told["rssBytes"]))


def lines(told):
    """The report as a table for people."""
    header = ("part", "pid", "port", "health", "ready in", "memory", "of its own")
    body = [(entry["part"], entry["pid"] or "-", entry["port"] or "-", entry["health"], seconds(entry["readySeconds"]), megabytes(entry["rssBytes"]), megabytes(entry["pssBytes"]))
            for entry in told["parts"]]
    whole = ("total", "", "", "up" if told["up"] else "not up", seconds(told["healthySeconds"]), megabytes(told["rssBytes"]), megabytes(told["pssBytes"]))
    yield from table([header] + body + [whole], right=(1, 2, 4, 5, 6))
    yield ""
    yield "console      %s" % (told["console"] or "-")
    yield "domain time  %s (%s ahead)" % (told["domainTime"], told["clockOffset"])
    yield "data, logs   %s" % told["data"]
