"""All databases of this machine in one file, as of one moment, and back: the program of the module `backup`, told where the database is."""

import argparse
import json
import os
import subprocess
import time
from datetime import datetime
from pathlib import Path

from . import build, cli, generation, java, mongo, services, stopping
from .clock import ZONE
from .desk import Desk
from .errors import LocalError
from .installation import Installation
from .places import Places
from .starting import Starting

BUILT = build.Target((services.BACKUP,), ("acceptance", "deploy", "docs"), "backup-sources")
# Where the topics are lost too, nobody has any rights before the directory was sent again
RIGHTS_COME_LATER = generation.NOT_YET + (403,)


def command_line(jdk, project, *arguments):
    """The program, with little memory: it holds a batch of documents at a time."""
    return [str(jdk / "bin" / "java"), "-XX:+UseSerialGC", "-Xmx256m", "-jar", str(build.jar(project, services.BACKUP)), *arguments]


def program(installation, jdk, *arguments, output=None):
    """Runs it to its end; its faults are sentences already."""
    environment = dict(installation.environment, MONGODB_URI=installation.mongodb())
    ended = subprocess.run(command_line(jdk, installation.places.project, *arguments), env=environment, stdout=output, check=False).returncode
    if ended:
        raise LocalError("the backup program ended with %d" % ended, status=ended)


def _built(places, no_build):
    jdk = java.jdk()
    if not no_build:
        build.ensure(places, jdk, os.environ, cli.timed(to_stderr=True), BUILT)
    return jdk


def backup_command(arguments):
    parser = argparse.ArgumentParser(
        prog="backup", description="Writes all databases of this machine, as of one moment, into one file, while people work.",
        epilog="Names and contacts of people are in it sealed: keep the keys (the folder `secrets`) elsewhere, or they cannot be read again.")
    parser.add_argument("file", nargs="?", metavar="FILE", help="must not exist; the default is backups/TIME.dondoc in the data folder")
    parser.add_argument("--check", action="store_true", help="only read an existing FILE and compare it with its fingerprints")
    parser.add_argument("--no-build", action="store_true", help="use the program that is built")
    asked = parser.parse_args(arguments)
    installation = Installation()
    jdk = _built(installation.places, asked.no_build)
    if asked.check and not asked.file:
        parser.error("--check needs a FILE")
    file = Path(asked.file).absolute() if asked.file else _named(installation.places)
    program(installation, jdk, "check" if asked.check else "take", str(file))
    print(file)
    return 0


def _named(places):
    folder = places.data / "backups"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / (datetime.now(ZONE).strftime("%Y-%m-%d-%H%M%S") + ".dondoc")


def restore_command(arguments):
    parser = argparse.ArgumentParser(
        prog="restore", description="Puts the databases of this machine back as a backup holds them: stops the services, restores, starts them, opens a new "
        "generation of the topics, builds the figures anew and counts them.",
        epilog="What was accepted after the backup is lost. Ends with 1 when a figure is not what was counted.")
    parser.add_argument("file", metavar="FILE", help="of deploy/local/backup")
    parser.add_argument("--replace", action="store_true", help="drop what the databases hold now; without it they must be empty")
    parser.add_argument("--no-build", action="store_true", help="start what is built, however old")
    parser.add_argument("--json", action="store_true", help="the outcome as one JSON object, for scripts")
    asked = parser.parse_args(arguments)
    since = time.monotonic()
    say = cli.timed(to_stderr=asked.json)
    outcome = {}
    with cli.lock(Places()):
        installation = Installation()
        file = Path(asked.file).absolute()
        jdk = _built(installation.places, asked.no_build)
        program(installation, jdk, "check", str(file), output=subprocess.DEVNULL)
        starting = Starting(installation, say)
        starting.start_stores(build_first=not asked.no_build)
        replace = ["--replace"] if asked.replace or _is_unused(installation) else []
        stopping.stop(installation.places, services.NAMES)
        say("the services are stopped")
        program(installation, jdk, "restore", str(file), *replace, output=subprocess.DEVNULL)
        say("the databases are as they were in %s" % file.name)
        installation.state.put("samples", installation.external.get(services.MONGOD, "ours"))
        starting.start_services()
        # Who opens the generation signs in there; the others are not ready before it is open
        starting.await_services([services.CONSOLE])
        outcome.update(generation.Opening(Desk(installation), generation.PATIENCE, say, RIGHTS_COME_LATER).run())
        starting.await_services()
    outcome["seconds"] = round(time.monotonic() - since, 1)
    if asked.json:
        print(json.dumps(outcome, ensure_ascii=False))
    else:
        say("restored")
    return 0 if outcome["well"] else 1


def _is_unused(installation):
    """Whether our own database holds no directory yet: what services make at their first start is nobody's loss. Asked before anything is stopped."""
    if services.MONGOD in installation.external:
        return False
    if mongo.ask(installation.port(services.MONGOD), {"count": "units"}, database="dondoc_plan").get("n", 0) > 0:
        raise LocalError("the databases hold something", "say --replace to drop it; deploy/local/backup keeps it first")
    return True
