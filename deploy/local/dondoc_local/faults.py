"""The ordeal: the whole system under a stream of commands while its parts die at random; built where needed, run, and its history and verdict printed."""

import argparse
import io
import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

from . import build, java, services
from .errors import LocalError
from .files import remove_tree, whole_folder
from .places import Places

TEST = "OrdealTest"
MOST_MINUTES = 720
# The services that the ordeal runs, two instances of each
RUN = ("task-service", "reporting-service", "notification-service")
SHOWN = re.compile(r"^(?: *\d+\.\d s  |seed \d+: )")


def command_line(environment, minutes, seed, logs, beside=None):
    """Maven, which builds what is not built and runs one test with its own database, broker and two instances of each service."""
    modules = ",".join(services.NAMES + ("acceptance",))
    command = [str(java.maven(environment)), "-B", "-ntp", "-Dstyle.color=never", "-Pfull", "-pl", modules, "-am", "-Dtest=" + TEST,
               "-Dsurefire.failIfNoSpecifiedTests=false", "-Ddondoc.seconds=%d" % round(minutes * 60), "-Ddondoc.logs=%s" % logs]
    if beside is not None:
        command.append("-Ddondoc.beside=%s" % beside)
    return command + (["-Ddondoc.seed=%d" % seed] if seed is not None else []) + ["verify"]


def other_version(places, jdk, environment, named, say):
    """The folder of another version: one that is built already, or a revision of this project, built once for each commit."""
    folder = Path(named).expanduser()
    if not folder.is_dir():
        folder = _revision(places, jdk, environment, named, say)
    missing = [name for name in RUN if not (folder / name / "target" / (name + ".jar")).is_file()]
    if missing:
        raise LocalError("%s is no built project: it has no jar of %s" % (folder, ", ".join(missing)))
    return folder.absolute()


def _revision(places, jdk, environment, named, say):
    commit = _git(places, "rev-parse", "--verify", "--quiet", named + "^{commit}").decode("ascii").strip()
    if not commit:
        raise LocalError("%s is neither a folder nor a revision of this project" % named, "look at: git log --oneline")

    def fill(folder):
        say("building %s, commit %s (some minutes, once)" % (named, commit[:12]))
        packed = _git(places, "archive", "--format=tar", commit)
        if not packed:
            raise LocalError("git does not give out commit %s" % commit, "try: git fsck")
        with tarfile.open(fileobj=io.BytesIO(packed)) as sources:
            # Newer Pythons want to be told that nothing is written outside of the folder; older ones know no such word
            sources.extractall(str(folder), **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
        there = Places(project=folder)
        # The folder goes where the build fails, and what Maven said must not go with it
        there.build = places.build
        build.maven(there, jdk, environment, RUN, log="beside.log", complaint="%s cannot be built" % named)

    target = places.build / "beside" / commit
    target.parent.mkdir(parents=True, exist_ok=True)
    return whole_folder(target, fill)


def _git(places, *words):
    if shutil.which("git") is None:
        raise LocalError("git is missing: it brings the other version", "name the folder of a built one instead")
    return subprocess.run(["git", *words], cwd=str(places.project), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout


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
    parser.add_argument("--beside", metavar="VERSION", help="a revision of this project, or the folder of a built one: all instances begin with it, are upgraded "
                        "one by one to what lies here, rolled back and upgraded again, while parts go on dying")
    asked = parser.parse_args(arguments)
    places, jdk = Places(), java.jdk()
    log, logs = places.build / "faults.log", places.build / "faults-logs"
    remove_tree(logs)
    logs.mkdir(parents=True)
    beside = asked.beside and other_version(places, jdk, os.environ, asked.beside, lambda text: print(text, flush=True))
    print("running; all of it is in %s, what the services say in %s" % (log, logs), flush=True)
    with open(log, "w", encoding="utf-8") as kept:
        process = subprocess.Popen(command_line(os.environ, asked.minutes, asked.seed, logs, beside), cwd=str(places.project), text=True, errors="replace",
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
