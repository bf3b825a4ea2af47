"""The read models of the figures: counted anew and compared, built anew and switched to."""

import argparse
import contextlib
import json
import sys
import time

from .desk import Desk
from .errors import LocalError
from .installation import Installation

SERVICE = "reporting-service"
COUNTING = 900.0
# Seconds between two looks, and without any progress before giving up; the rebuild itself goes on
LOOK, PATIENCE = 0.5, 300.0
# 1 is an answer of `recount`
FAULT = 2


def recount_command(arguments):
    parser = argparse.ArgumentParser(
        prog="recount", description="Counts all tasks and reports anew from the services that own them and compares with the figures.",
        epilog="Ends with 0 when all is equal, with 1 when something differs, with 2 or more when it could not be told.")
    parser.add_argument("--json", action="store_true", help="as one JSON object, for scripts")
    asked = parser.parse_args(arguments)
    with _faults():
        found = Desk(Installation()).call("POST", SERVICE, "recount", seconds=COUNTING)
    if asked.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        for line in _told(found):
            print(line)
    return 1 if found["different"] else 0


def _told(found):
    yield "counted anew: %d tasks, %d reports" % (found["tasks"], found["reports"])
    yield "stored:       %d facts, %d cells (model %d)" % (found["facts"], found["cells"], found["model"])
    yield "%d difference%s" % (found["different"], "" if found["different"] == 1 else "s")
    for one in found["differences"]:
        yield "%s  %s" % (one["kind"], one["id"])
        yield "  counted  %s" % (one.get("counted") or "-")
        yield "  stored   %s" % (one.get("stored") or "-")
    left = found["different"] - len(found["differences"])
    if left:
        yield "and %d more" % left


def rebuild_command(arguments):
    parser = argparse.ArgumentParser(
        prog="rebuild", description="Builds the figures anew from the topics beside the present ones, waits, and says when they were switched to.",
        epilog="One that is being built already is waited for. Stopping this command does not stop the rebuild.")
    parser.add_argument("--json", action="store_true", help="one JSON object at the end, for scripts")
    asked = parser.parse_args(arguments)

    def say(text):
        if not asked.json:
            print(text, flush=True)

    with _faults():
        desk = Desk(Installation())
        before = desk.call("GET", SERVICE, "model")
        begun = desk.call("POST", SERVICE, "rebuild")
    say("model %d is being built beside model %d" % ((begun.get("building") or begun)["number"], before["number"]))
    model, last = _awaited(desk, begun, before["number"], say)
    if asked.json:
        print(json.dumps({"model": model["number"], "switchedAt": model["switchedAt"], "records": last.get("total"), "skipped": last.get("skipped")}))
    say("switched: figures come from model %d now" % model["number"])
    if last.get("skipped"):
        say("%d records could not be read; they are among the dead letters" % last["skipped"])
    return 0


def _awaited(desk, model, before, say):
    """The model once it was switched to, and the last that was told of the rebuild."""
    last, moved, told = {}, time.monotonic(), None
    while model.get("building") or model["number"] == before:
        building = model.get("building") or last
        if building != last:
            moved = time.monotonic()
            if building.get("total"):
                say("%3d %%  %d of %d records" % (100 * building["read"] // building["total"], building["read"], building["total"]))
        if building.get("lastError") not in (None, told):
            told = building["lastError"]
            print("rebuild: it does not go on right now: %s" % told, file=sys.stderr)
        if time.monotonic() - moved > PATIENCE:
            raise LocalError("the rebuild made no progress for %d s; it goes on by itself when it can" % PATIENCE, status=FAULT)
        last = building
        time.sleep(LOOK)
        model = _look(desk, model)
    return model, last


def _look(desk, before):
    """The model now, or as it was while the service is away for a moment."""
    try:
        return desk.call("GET", SERVICE, "model")
    except LocalError:
        return before


@contextlib.contextmanager
def _faults():
    """What cannot be told must not look like a difference."""
    try:
        yield
    except LocalError as fault:
        fault.status = max(fault.status, FAULT)
        raise
