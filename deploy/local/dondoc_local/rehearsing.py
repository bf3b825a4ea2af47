"""The command deploy/compose/rehearse: shows that what compose.yaml says is enough to start, and that less is refused in words."""

import argparse
import json
import os
import shutil
import tempfile
import time
from pathlib import Path

from . import build, cli, java, settings
from .files import write_whole
from .places import Places
from .rehearsal import Rehearsal, names_of, refused
from .services import CONSOLE, NAMES

# Made when the first of them happens, so that a short run need not show them; each is a counter of the code
LATER = ("dondoc_events_relayed_total", "dondoc_events_consumed_total", "dondoc_relay_failures_total", "dondoc_processes_turns_total",
         "dondoc_processes_failures_total", "dondoc_letters_total", "dondoc_check_findings", "kafka_consumer_fetch_manager_records_lag")
# Secrets as they stand in examples: none of them is taken outside of local runs
DEMO = {"MONGODB_URI": "mongodb://somebody:changeme@store:27017/?tls=true", "DONDOC_METRICS_TOKEN": "changeme"}  # pragma: allowlist secret
DEMO_OF_SERVICES = {"KAFKA_PASSWORD": "changeme", "DONDOC_CLIENT_SECRET": "local-0123456789abcdef0123456789abcdef", "DONDOC_SETUP_TOKEN": "password-password"}  # pragma: allowlist secret
DEMO_OF_CONSOLE = {"DONDOC_OIDC_CLIENT_SECRET": "changeme", "DONDOC_CLIENT_SECRET_PLAN": "local-0123456789abcdef0123456789abcdef"}  # pragma: allowlist secret


def rehearse_command(arguments):
    parser = argparse.ArgumentParser(
        prog="rehearse", description="Starts what compose.yaml says as plain processes: mongod and broker with TLS and passwords, two of each application outside of "
        "local runs; lets a directory in; then starts each application with nothing and looks at what it says.",
        epilog="Needs about 4 GB of memory and some minutes; leaves nothing behind.")
    parser.add_argument("--metrics", metavar="FILE", help="write the names of all metrics that were told, for deploy/prometheus/metrics.txt")
    parser.add_argument("--only", choices=("start", "refusal"), help="only one of the two")
    parser.add_argument("--no-build", action="store_true", help="take the jars that are there, however old")
    asked = parser.parse_args(arguments)
    say = cli.timed()
    places, jdk = Places(), java.jdk()
    if not asked.no_build:
        build.ensure(places, jdk, os.environ, say, build.PACKED)
    jars = build.unpacked(places, jdk)
    found = []
    if asked.only != "refusal":
        found += _start(places, jdk, jars, say, asked.metrics)
    if asked.only != "start":
        found += _refusals(jdk, jars, say)
    for fault in found:
        say("not as it should be: " + fault)
    say("%d faults" % len(found))
    return 1 if found else 0


def _start(places, jdk, jars, say, metrics):
    scratch = Path(tempfile.mkdtemp(prefix="dondoc-rehearsal-"))
    rehearsal = Rehearsal(places, jdk, jars, scratch, say)
    with rehearsal.closing:
        rehearsal.sign_in()
        rehearsal.database()
        rehearsal.broker()
        begun = time.monotonic()
        rehearsal.applications()
        rehearsal.wait_ready(600)
        say("%d instances are ready %.1f s after the first was started" % (len(rehearsal.instances), time.monotonic() - begun))
        directory = json.loads((places.project / "samples" / "province.json").read_text(encoding="utf-8"))
        done = rehearsal.first_import(directory.get("directory", directory))
        say("a directory was let in: %s" % json.dumps(done))
        found = _looks(rehearsal, say, metrics)
        found += _backup(rehearsal, scratch / "rehearsed.dondoc", say)
    if not found:
        shutil.rmtree(str(scratch))
    return found


def _looks(rehearsal, say, metrics):
    found, names = [], set(LATER)
    end = time.monotonic() + 60
    while not _relayed(rehearsal) and time.monotonic() < end:
        time.sleep(0.5)
    if not _relayed(rehearsal):
        found.append("no event of the directory reached the broker")
    for name, number in sorted(rehearsal.instances):
        status, text = rehearsal.metrics(name, number)
        if status != 200:
            found.append("metrics of %s-%d are answered with %d" % (name, number, status))
        names |= names_of(text)
        if rehearsal.metrics(name, number, token=False)[0] not in (401, 403):
            found.append("metrics of %s-%d are open to everybody" % (name, number))
    say("%d names of metrics were told" % len(names))
    if metrics and not found:
        write_whole(Path(metrics), "\n".join(sorted(names)) + "\n")
    return found


def _backup(rehearsal, file, say):
    """Taken while the applications run, and put back over what is there when they are stopped: the user of backups may both."""
    found = []
    for words in (["take", file], ["restore", file, "--replace"]):
        if words[0] == "restore":
            rehearsal.stop_applications()
        code, said = rehearsal.backup(*words)
        if code != 0:
            found.append("backup %s ends with %d: %s" % (words[0], code, said[-600:]))
            break
        say("backup: " + said.splitlines()[0])
    return found


def _relayed(rehearsal):
    return any("dondoc_events_relayed_total{" in rehearsal.metrics("plan-service", number)[1] for number in (1, 2))


def told(output):
    """Each line that a log says, also within the messages of JSON lines."""
    for line in output.splitlines():
        try:
            message = json.loads(line)["message"]
        except (ValueError, KeyError, TypeError):
            message = line
        yield from (one.strip() for one in message.splitlines())


def _refusals(jdk, jars, say):
    found = []
    for name in NAMES:
        missing = settings.needed(name)
        code, output = refused(jdk, jars[name], {})
        sentences = [line for line in told(output) if any(line.startswith(key) for key in missing)]
        if code in (0, None):
            found.append("%s starts with nothing" % name)
        for key in missing:
            said = [line for line in sentences if line.startswith(key + " ") or line.startswith(key + ":")]
            if len(said) != 1:
                found.append("%s says %d sentences of %s" % (name, len(said), key))
        if "stack_trace" in output or "\n\tat " in output:
            found.append("%s prints a stack trace" % name)
        say("%s, told nothing, ends with %s:" % (name, code))
        for sentence in sentences:
            say("    " + sentence)
        found += _demo_refused(jdk, jars, name, say)
    return found


def _demo_refused(jdk, jars, name, say):
    demo = dict(DEMO, **(DEMO_OF_CONSOLE if name == CONSOLE else DEMO_OF_SERVICES))
    code, output = refused(jdk, jars[name], dict(demo, KAFKA_SECURITY_PROTOCOL="SASL_SSL", KAFKA_USERNAME="somebody"))
    sentences = [line for line in told(output) if " of demonstrations: " in line]
    say("%s, told secrets of demonstrations, ends with %s:" % (name, code))
    for sentence in sentences:
        say("    " + sentence)
    unsaid = [key for key in demo if not any(line.startswith(key + " ") for line in sentences)]
    return ["%s takes secrets of demonstrations: %s" % (name, ", ".join(unsaid))] if code in (0, None) or unsaid else []
