"""The benchmark `start`: everything on data of its own, from built to healthy, and what each part holds when it rests."""

import json
import os
import tempfile
import time
from pathlib import Path

from . import java, programs, samples, services, status, stopping
from .files import remove_tree
from .installation import Installation
from .places import Places
from .starting import Starting

NAME = "start"
HEALTHY = 25.0
SERVICE = 250 * 1024 * 1024
ALL = 2560 * 1024 * 1024
# Two looks of MemoryAtRest without work, and some for the end of the work
REST = 75.0


def line(name, value, unit, goal=None):
    """A figure as all benchmarks print it; nothing is beside it to be its ceiling, and less is better."""
    return json.dumps({"name": name, "value": float("%.3g" % value), "unit": unit, "ceiling": None, "ratio": None, "goal": goal,
                       "met": None if goal is None else value <= goal})


def alone():
    """The environment without the parts of others: what is measured is all our own."""
    return {name: value for name, value in os.environ.items() if name not in ("MONGODB_URI", "KAFKA_BOOTSTRAP_SERVERS", "SMTP_URL")}


def measure(places, say, tell, rest=REST):
    """What a build with new libraries does beside Maven; the first start after it, and another one; then the samples, then a rest."""
    with tempfile.TemporaryDirectory(prefix="dondoc-start-") as scratch:
        own = Places(data=Path(scratch) / "data", project=places.project)
        own.build = Path(scratch) / "build"
        environment = alone()
        begun = time.monotonic()
        programs.ready(own, java.jdk(environment), say)
        tell(line("start.prepared", time.monotonic() - begun, "s"))
        try:
            for kind in ("first", "again"):
                installation = Installation(own, environment)
                starting = Starting(installation, lambda text: None)
                say("start: the %s one" % kind)
                starting.run(build_first=False)
                tell(line("start.%s" % kind, installation.state.get("healthySeconds"), "s", HEALTHY))
                if kind == "first":
                    stopping.stop(own)
            say("start: loading the samples, then a rest of %d s" % rest)
            samples.load(own, installation.url(), starting.secrets, starting.jdk)
            time.sleep(rest)
            _memory(status.report(installation), tell)
        finally:
            stopping.stop(own)
            remove_tree(own.build)


def _memory(told, tell):
    for entry in told["parts"]:
        tell(line("start.%s.resident" % entry["part"], entry["rssBytes"] / 1048576, "MB", SERVICE // 1048576 if entry["part"] in services.NAMES else None))
        tell(line("start.%s.share" % entry["part"], entry["pssBytes"] / 1048576, "MB"))
    tell(line("start.all.resident", told["rssBytes"] / 1048576, "MB", ALL // 1048576))
    tell(line("start.all.share", told["pssBytes"] / 1048576, "MB"))
