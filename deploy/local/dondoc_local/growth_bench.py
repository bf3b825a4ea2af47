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
from .twins import Twins, first

NAME = "growth"
# The same on two instances of each service, half of the calls by way of each console
TWO = "growth-two"
# Directives of a round; each goes to every unit of a commune, and each unit reports, submits and has it accepted
DIRECTIVES = 40
LINEAR = 1.3
LEADER, STANDING, COMMUNE = "p1.chutich", "p1.thuongtruc", "u-phomay"
# Data files know their size at a checkpoint
PATIENCE = 120.0
IDLE = 20.0
TICKS = os.sysconf("SC_CLK_TCK")
DATABASES = ("dondoc_plan", "dondoc_task", "dondoc_reporting", "dondoc_notification")


def measure_two(places, say, tell, directives=DIRECTIVES):
    """The same while there are two instances of each service."""
    measure(places, say, tell, directives, TWO)


def measure(places, say, tell, directives=DIRECTIVES, name=NAME):
    """The samples, then two rounds of the same work; the second must not cost much more than the first."""
    with tempfile.TemporaryDirectory(prefix="dondoc-growth-") as scratch:
        own = Places(data=Path(scratch) / "data", project=places.project)
        own.build = places.build
        environment = alone()
        programs.ready(own, java.jdk(environment), say)
        installation = Installation(own, environment)
        twins = Twins(installation)
        try:
            starting = Starting(installation, lambda text: None)
            say("growth: starting, and loading the samples")
            starting.run(build_first=False)
            samples.load(own, installation.url(), starting.secrets, starting.jdk)
            doors = [installation.url()]
            if name == TWO:
                say("growth: starting a second instance of each service")
                twins.start()
                doors.append(twins.url())
            people = [_people(places, door, starting.secrets["local-secret"]) for door in doors]
            _lives(people, "warming", max(1, directives // 8))
            _settle(installation)
            idle = _idle(installation)
            rounds = [_round(installation, people, number, directives, idle, say) for number in (1, 2)]
        finally:
            try:
                twins.stop()
            finally:
                stopping.stop(own)
    for part, value in idle.items():
        tell(line("%s.idle-%s" % (name, part), value, "ms/s"))
    for part in rounds[0]:
        tell(line("%s.%s" % (name, part), rounds[1][part], "ms" if part.startswith("cpu") else "bytes"))
    for part in ("cpu.all", "stored.all"):
        tell(line("%s.%s.second-by-first" % (name, part), rounds[1][part] / rounds[0][part], "times", LINEAR))


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
    leader, standing = people[0][LEADER], people[0][STANDING]
    units = [unit["id"] for unit in leader.all("/api/organisation/units") if unit["commune"] == COMMUNE and unit["id"] != COMMUNE]
    known = {task["id"] for task in standing.all("/api/tasks")}
    for number in range(directives):
        leader.post("/api/directives", {"content": "%s %d: rà soát, báo cáo kết quả" % (word, number), "urgency": "normal", "addressees": units, "due": None},
                    "growth-%s-%d" % (word.replace(" ", ""), number))
    tasks = _until("the tasks of %s" % word, lambda: [task["id"] for task in standing.all("/api/tasks") if task["id"] not in known], directives * len(units))
    for number, task in enumerate(tasks):
        path, door = "/api/tasks/" + task, people[number % len(people)]
        leader, standing = door[LEADER], door[STANDING]
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
        if now - last < 100 * len({process.part for process in processes.running(installation.places)}):
            return
        last = now


def _spent(installation):
    return dict(_cpu(installation), **_stored(installation))


def _cpu(installation):
    """Milliseconds of processor time of each part since it started."""
    spent = {}
    for process in processes.running(installation.places):
        fields = (Path("/proc") / str(process.pid) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        part = "cpu." + first(process.part)
        spent[part] = spent.get(part, 0) + (int(fields[11]) + int(fields[12])) * 1000 / TICKS
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
