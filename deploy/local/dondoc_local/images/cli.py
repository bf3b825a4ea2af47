"""The commands of deploy/images."""

import argparse
import os
import tempfile
import time
from pathlib import Path

from .. import build, cli, java, ports
from ..errors import LocalError
from ..places import Places
from ..services import BACKUP, IMAGES, NAMES
from . import checking, making


def _out(places, given):
    return Path(given).resolve() if given else places.project / "target" / "images"


def build_command(arguments):
    parser = argparse.ArgumentParser(prog="build", description="Makes the images of the five applications and of the backup program as archives for `docker load`, without a container engine.",
                                     epilog="The same sources on the same machine give the same bytes. The base is a Java runtime of the modules that are used, on libraries of this Debian.")
    parser.add_argument("--out", metavar="FOLDER", help="where the archives go (target/images)")
    parser.add_argument("--no-build", action="store_true", help="take the jars that are there, however old")
    reading = parser.add_mutually_exclusive_group()
    reading.add_argument("--ocr", dest="ocr", action="store_true", default=None, help="with tesseract, which reads scans; so it is by itself where this machine has it")
    reading.add_argument("--without-ocr", dest="ocr", action="store_false", help="scans are not read")
    asked = parser.parse_args(arguments)
    say = cli.timed()
    places, jdk = Places(), java.jdk()
    if not asked.no_build:
        build.ensure(places, jdk, os.environ, say, build.PACKED)
    making.make(places, jdk, _out(places, asked.out), os.environ, making.with_ocr(asked.ocr), say)
    return 0


def check_command(arguments):
    parser = argparse.ArgumentParser(prog="check", description="Looks into the images and starts each from its unpacked root as its user, without an engine.",
                                     epilog="Starting needs root (chroot); neither broker nor database are needed; ends with 1 when something is not as it should be.")
    parser.add_argument("--out", metavar="FOLDER", help="where the archives are (target/images)")
    parser.add_argument("--no-start", action="store_true", help="only look")
    asked = parser.parse_args(arguments)
    out = _out(Places(), asked.out)
    found = []
    for name in IMAGES:
        if not (out / (name + ".tar")).is_file():
            raise LocalError("there is no image of %s in %s" % (name, out), "make them with: deploy/images/build")
        found += checking.faults(out / (name + ".tar"), name)
    if not asked.no_start:
        if os.geteuid() != 0:
            raise LocalError("only root can start a process in another root", "sudo deploy/images/check, or --no-start")
        found += _started(out)
    for fault in found:
        print("not as it should be: " + fault)
    print("%d images, %d faults" % (len(IMAGES), len(found)))
    return 1 if found else 0


def _started(out):
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for name, port in zip(NAMES, range(18481, 18481 + 10 * len(NAMES), 10)):
            log, begun, port = Path(scratch) / (name + ".log"), time.monotonic(), ports.choose(None, port, ())
            with checking.started(out / (name + ".tar"), checking.starting_environment(name, port), log, Places().project / "samples" / "accounts.json") as (process, inside):
                if not checking.alive(process, port, 180):
                    last = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-15:]
                    found.append("%s does not start:\n    %s" % (name, "\n    ".join(last)))
                    continue
                print("%s lives after %.1f s, as user %s" % (name, time.monotonic() - begun, checking.user_of(process)), flush=True)
                found += checking.behaviour(name, process, inside, port)
        found += _backup(out / (BACKUP + ".tar"), Path(scratch) / (BACKUP + ".log"))
    return found


def _backup(file, log):
    """The program gets as far as asking for a database that is not there, and says so in one sentence."""
    with checking.started(file, {"MONGODB_URI": "mongodb://127.0.0.1:1/?directConnection=true"}, log, Places().project / "samples" / "accounts.json", "take", "/tmp/backup") as (process, _):
        code = process.wait(timeout=120)
    said = log.read_text(encoding="utf-8", errors="replace").strip()
    print("%s, without a database, ends with %d: %s" % (BACKUP, code, said), flush=True)
    return [] if code == 1 and said == "The database does not answer." else ["%s ends with %d and says:\n    %s" % (BACKUP, code, said)]
