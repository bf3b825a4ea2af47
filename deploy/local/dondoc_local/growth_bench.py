"""The benchmark `growth`: what the life of a task costs, on data of its own: processor time of each part, bytes in the database and in the topics."""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

from . import java, mongo, processes, programs, samples, services, status, stopping
from .errors import LocalError
from .files import remove_tree
from .installation import Installation
from .places import Places
from .start_bench import alone, line
from .starting import Starting

NAME = "growth"
# Directives of a round; each goes to every unit of a commune, and each unit reports, submits and has it accepted
DIRECTIVES = 40
LINEAR = 1.3
LEADER, STANDING, COMMUNE = "p1.chutich", "p1.thuongtruc", "u-phomay"
# Data files know their size at a checkpoint
PATIENCE = 120.0
IDLE = 20.0
TICKS = os.sysconf("SC_CLK_TCK")
DATABASES = ("dondoc_plan", "dondoc_task", "dondoc_reporting", "dondoc_notification")


def measure(places, say, tell, directives=DIRECTIVES):
    """The samples, then two rounds of the same work; the second must not cost much more than the first."""
    with tempfile.TemporaryDirectory(prefix="dondoc-growth-") as scratch:
        own = Places(data=Path(scratch) / "data", project=places.project)
        own.build = places.build
        environment = alone()
        programs.ready(own, java.jdk(environment), say)
        installation = Installation(own, environment)
        try:
            starting = Starting(installation, lambda text: None)
            say("growth: starting, and loading the samples")
            starting.run(build_first=False)
            samples.load(own, installation.url(), starting.secrets, starting.jdk)
            people = _people(places, installation.url(), starting.secrets["local-secret"])
            _lives(people, "warming", max(1, directives // 8))
            _settle(installation)
            idle = _idle(installation)
            rounds = [_round(installation, people, number, directives, idle, say) for number in (1, 2)]
        finally:
            stopping.stop(own)
    for name, value in idle.items():
        tell(line("growth.idle-" + name, value, "ms/s"))
    for name in rounds[0]:
        tell(line("growth." + name, rounds[1][name], "ms" if name.startswith("cpu") else "bytes"))
    for name in ("cpu.all", "stored.all"):
        tell(line("growth.%s.second-by-first" % name, rounds[1][name] / rounds[0][name], "times", LINEAR))


def _round(installation, people, number, directives, idle, say):
    """What one life of a task cost in this round; what the parts spend at rest is not counted."""
    before, began = _spent(installation), time.monotonic()
    lives = _lives(people, "round %d" % number, directives)
    _settle(installation)
    after, took = _spent(installation), time.monotonic() - began
    say("growth: %d tasks lived" % lives)
    return {name: (after[name] - before[name] - idle.get(name, 0) * took) / lives for name in after}


def _idle(installation):
    """Milliseconds of processor time that each part spends in a second when nobody asks anything."""
    before, began = _cpu(installation), time.monotonic()
    time.sleep(IDLE)
    after, took = _cpu(installation), time.monotonic() - began
    return {name: (after[name] - before[name]) / took for name in after}


def _people(places, console, secret):
    sys.path.insert(0, str(places.project / "samples"))
    try:
        from loading import api, people
    finally:
        sys.path.pop(0)
    return people.People(api.Api(console), secret)


def _lives(people, word, directives):
    """Each is given, told of, submitted and accepted; gives how many."""
    leader, standing = people[LEADER], people[STANDING]
    units = [unit["id"] for unit in leader.all("/api/organisation/units") if unit["commune"] == COMMUNE and unit["id"] != COMMUNE]
    known = {task["id"] for task in standing.all("/api/tasks")}
    for number in range(directives):
        leader.post("/api/directives", {"content": "%s %d: rà soát, báo cáo kết quả" % (word, number), "urgency": "normal", "addressees": units, "due": None},
                    "growth-%s-%d" % (word.replace(" ", ""), number))
    tasks = _until("the tasks of %s" % word, lambda: [task["id"] for task in standing.all("/api/tasks") if task["id"] not in known], directives * len(units))
    for task in tasks:
        path = "/api/tasks/" + task
        standing.post(path + "/progress", {"note": "Đã làm được một nửa khối lượng, phần còn lại đang chờ số liệu"}, task + "-p")
        standing.post(path + "/completion", {"note": "Đã xong, có báo cáo kèm theo"}, task + "-c")
        leader.post(path + "/acceptance", {}, task + "-a")
    return len(tasks)


def _until(what, look, wanted):
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        found = look()
        if len(found) >= wanted:
            return found
        time.sleep(0.5)
    raise LocalError("%s did not come" % what)


def _settle(installation):
    """Until the parts have done with what was asked of them: they spend hardly more than at rest."""
    give_up, last = time.monotonic() + PATIENCE, _cpu(installation)["cpu.all"]
    while time.monotonic() < give_up:
        time.sleep(2)
        now = _cpu(installation)["cpu.all"]
        if now - last < 100 * len(services.NAMES):
            return
        last = now


def _spent(installation):
    return dict(_cpu(installation), **_stored(installation))


def _cpu(installation):
    """Milliseconds of processor time of each part since it started."""
    spent = {}
    for process in processes.running(installation.places):
        fields = (Path("/proc") / str(process.pid) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        spent["cpu." + process.part] = spent.get("cpu." + process.part, 0) + (int(fields[11]) + int(fields[12])) * 1000 / TICKS
    return dict(spent, **{"cpu.all": sum(spent.values())})


def _stored(installation):
    """Bytes of the services' databases with their indexes, on disk, and of the topics; the oplog is bounded and not counted."""
    port = installation.port(services.MONGOD)
    mongo.ask(port, {"fsync": 1}, seconds=60.0)
    kept = {"stored." + name: _database(port, name) for name in DATABASES}
    kept["stored.topics"] = sum(file.stat().st_size for file in installation.places.kafka.rglob("*.log") if file.parent.name.startswith("dondoc."))
    return dict(kept, **{"stored.all": sum(kept.values())})


def _database(port, name):
    told = mongo.ask(port, {"dbStats": 1}, seconds=60.0, database=name)
    return told["storageSize"] + told["indexSize"]
