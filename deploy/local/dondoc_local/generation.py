"""A new generation of the topics, after the databases were restored from a backup: rebuilt from the histories, then the figures from them."""

import argparse
import json
import time
import uuid

from .desk import Desk
from .errors import LocalError
from .installation import Installation

# Who is asked first is read by those behind it
ORDER = ("plan-service", "task-service", "reporting-service", "notification-service")
FIGURES = "reporting-service"
SMALL_LAG = 5.0
PATIENCE = 900.0
PAUSE = 1.0
LONG = 900.0
NOT_THERE = 404
NOT_YET = (0, 503)


def command(arguments):
    parser = argparse.ArgumentParser(
        prog="generation", description="After a restore: empties the topics, fills them from the histories, rebuilds the figures and counts them anew.",
        epilog="All databases must have been restored from one backup. Ends with 1 when a figure is not what was counted.")
    parser.add_argument("--json", action="store_true", help="the outcome as one JSON object, for scripts")
    parser.add_argument("--patience", type=float, default=PATIENCE, metavar="SECONDS", help="how long relays and rebuild may take (%(default)d)")
    asked = parser.parse_args(arguments)
    outcome = Opening(Desk(Installation()), asked.patience, (lambda text: None) if asked.json else print).run()
    if asked.json:
        print(json.dumps(outcome, ensure_ascii=False))
    return 0 if outcome["well"] else 1


class Opening:
    """One generation, from the first call to the last figure."""

    def __init__(self, desk, patience, say, not_yet=NOT_YET):
        self._desk = desk
        self._not_yet = not_yet
        self._until = time.monotonic() + patience
        self._say = say

    def run(self):
        generations = {}
        for service in ORDER:
            generations[service] = self._open(service)
            self._say("%s: generation %d is open" % (service, generations[service]))
        for service in ORDER:
            self._wait_for(service, generations[service])
            self._say("%s: its topics hold what its histories hold" % service)
        model = self._rebuild()
        recount = self._recount()
        return {"generations": generations, "model": model, "recount": recount, "well": not (recount and recount["different"])}

    def _open(self, service):
        """A service that has just started may not know anybody's rights yet: it is asked again, for the same generation."""
        key, answers = str(uuid.uuid4()), []

        def done():
            answers.append(self._desk.ask("POST", service, "generation", key=key))
            return answers[-1].status not in self._not_yet

        self._until_true(done)
        if not answers[-1].good:
            raise LocalError("%s: %s" % (service, answers[-1].told()), None if answers[-1].status else "start it with: deploy/local/up")
        return answers[-1].json()["generation"]

    def _wait_for(self, service, generation):
        told = {}

        def done():
            told.clear()
            told.update(self._desk.ask("GET", service, "relay").json())
            return told.get("state") == "relaying" and told.get("generation", 0) >= generation and (told.get("lagSeconds") or 0.0) < SMALL_LAG

        if not self._until_true(done):
            raise LocalError("the relay of %s is not done: %s%s" % (
                service, told.get("state", "no answer"), ", " + told["lastError"] if told.get("lastError") else ""),
                "it goes on by itself; look at: /api/operations/%s/relay" % service)

    def _rebuild(self):
        begun = self._asked("rebuild", "the figures are not rebuilt")
        if begun is None:
            return None
        self._say("%s: the figures are being built anew" % FIGURES)
        model = {}

        def done():
            answer = self._desk.ask("GET", FIGURES, "model")
            model.clear()
            model.update(answer.json())
            return answer.good and model.get("building") is None

        if not self._until_true(done):
            raise LocalError("the figures are not rebuilt yet", "it goes on by itself; look at: /api/operations/%s/model" % FIGURES)
        self._say("%s: figures come from model %s" % (FIGURES, model.get("number")))
        return model

    def _recount(self):
        found = self._asked("recount", "the figures are not counted anew")
        if found is not None:
            self._say("%s: %d tasks and %d reports counted anew, %d differences" % (
                FIGURES, found["tasks"], found["reports"], found["different"]))
        return found

    def _asked(self, what, without):
        answer = self._desk.ask("POST", FIGURES, what, seconds=LONG)
        if answer.status == NOT_THERE:
            self._say("%s has no %s: %s" % (FIGURES, what, without))
            return None
        if not answer.good:
            raise LocalError("%s: %s" % (FIGURES, answer.told()))
        return answer.json()

    def _until_true(self, done):
        while not done():
            if time.monotonic() > self._until:
                return False
            time.sleep(PAUSE)
        return True
