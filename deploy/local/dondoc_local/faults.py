"""The ordeal: the whole system under a stream of commands while its parts die at random; built where needed, run, and its history and verdict printed."""

import argparse
import os
import re
import subprocess

from . import build, java, services
from .errors import LocalError
from .places import Places

TEST = "OrdealTest"
MOST_MINUTES = 720
SHOWN = re.compile(r"^(?: *\d+\.\d s  |seed \d+: )")


def command_line(environment, minutes, seed):
    """Maven, which builds what is not built and runs one test with its own database, broker and two instances of each service."""
    modules = ",".join(services.NAMES + ("acceptance",))
    command = [str(java.maven(environment)), "-B", "-ntp", "-Dstyle.color=never", "-Pfull", "-pl", modules, "-am", "-Dtest=" + TEST,
               "-Dsurefire.failIfNoSpecifiedTests=false", "-Ddondoc.seconds=%d" % round(minutes * 60)]
    return command + (["-Ddondoc.seed=%d" % seed] if seed is not None else []) + ["verify"]


def minutes(text):
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number <= MOST_MINUTES:
        raise argparse.ArgumentTypeError("%r is no number of minutes above 0 and up to %d" % (text, MOST_MINUTES))
    return number


def command(arguments):
    parser = argparse.ArgumentParser(
        prog="faults", description="Runs two instances of each service with a database and a broker of their own under numbered commands while parts are killed, "
        "ended and held up at random and days pass; then lets all be well and compares everything with everything.",
        epilog="Prints what was done when, and the verdict: acknowledged / lost / doubled, reminders missed / doubled, other findings. Ends with 0 when "
        "nothing is wrong. Nothing of an installation of `up` is touched.")
    parser.add_argument("--minutes", type=minutes, default=1.0, metavar="N", help="how long parts go on dying (%(default)s)")
    parser.add_argument("--seed", type=int, metavar="S", help="another order of faults; the same gives the same")
    asked = parser.parse_args(arguments)
    places, jdk = Places(), java.jdk()
    log = places.build / "faults.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    print("running; all of it is in %s" % log, flush=True)
    with open(log, "w", encoding="utf-8") as kept:
        process = subprocess.Popen(command_line(os.environ, asked.minutes, asked.seed), cwd=str(places.project), text=True, errors="replace",
                                   env=build.maven_environment(os.environ, jdk), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        judged = False
        for line in process.stdout:
            kept.write(line)
            if SHOWN.match(line):
                judged = judged or line.startswith("seed ")
                print(line.rstrip(), flush=True)
    if process.wait() and not judged:
        raise LocalError("the run did not come to its verdict", "look at: %s" % log)
    return 0 if process.returncode == 0 else 1
