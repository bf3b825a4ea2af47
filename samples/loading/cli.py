"""samples/load: what it takes, what it prints, how it ends."""

import argparse
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from . import directory, documents
from .api import Api
from .drafting import Drafting
from .errors import LoadError
from .people import People
from .province import Province
from .working import Working

DESCRIPTION = ("Loads a fictional province into a local installation, through its HTTP interface as its people would: the directory, "
               "six plan documents as of the domain's day, and what units, standing units and leaders did with them.")
EPILOG = "What is there already is left as it is: after a crash run it again; a load that was complete changes nothing. Ends with 1 when it fails."


def main(arguments):
    asked = _parser().parse_args(arguments)
    for name in ("local_secret", "setup_token"):
        if not getattr(asked, name):
            _parser().error("--%s is needed" % name.replace("_", "-"))
    try:
        Load(asked).run()
        return 0
    except LoadError as fault:
        print("load: %s" % fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser():
    parser = argparse.ArgumentParser(prog="load", description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("--console", required=True, metavar="URL", help="address of the console, http://127.0.0.1:8080")
    parser.add_argument("--local-secret", metavar="S", default=os.environ.get("DONDOC_LOCAL_SECRET"),
                        help="guards clock and tokens; else DONDOC_LOCAL_SECRET")
    parser.add_argument("--setup-token", metavar="T", default=os.environ.get("DONDOC_SETUP_TOKEN"),
                        help="allows the first import of a directory; else DONDOC_SETUP_TOKEN")
    parser.add_argument("--documents", metavar="DIR", type=Path, help="take the documents from there instead of writing them for the domain's day")
    parser.add_argument("--java", metavar="FILE", help="the java that writes the documents; else of JAVA_HOME, PATH or the usual places")
    parser.add_argument("--patience", metavar="SECONDS", type=int, default=60, help="how long to wait for each thing that follows (%(default)s)")
    return parser


class Load:

    def __init__(self, asked):
        self.asked = asked
        self.province = Province()
        self.people = People(Api(asked.console, asked.patience), asked.local_secret)

    def run(self):
        patience = self.asked.patience
        directory.take_over(self.province, self.people, self.asked.setup_token, _say)
        acting = [sample[who] for sample in self.province.plans for who in ("standing", "leader")]
        directory.wait_until_known(self.people, acting, patience, _say)
        plans = self._plans(Drafting(self.province, self.people, patience, _say_of))
        working = Working(self.province, self.people, patience, _say_of)
        for place, (sample, plan) in enumerate(plans):
            working.tasks(sample, plan, place)
        for sample, plan in plans:
            working.reports(sample, plan)
        self._sum_up()

    def _plans(self, drafting):
        with tempfile.TemporaryDirectory(prefix="dondoc-samples-") as folder:
            written = []

            def document(name):
                if not written:
                    written.append(self.asked.documents or self._written(Path(folder)))
                try:
                    return (written[0] / name).read_bytes()
                except OSError as fault:
                    raise LoadError("cannot read a document: %s" % fault) from None
            return [(sample, drafting.published(sample, lambda: document(sample["file"]))) for sample in self.province.plans]

    def _written(self, folder):
        day = self.people.today()
        documents.render(day, folder, self.asked.java)
        _say("documents written as of %s" % day)
        return folder

    def _sum_up(self):
        """The province as its standing unit sees it now."""
        person = self.people[self.province.account_with("province-standing")]
        tasks = person.all("/api/tasks")
        for name in ("timeClass", "workState"):
            counted = Counter(task[name] for task in tasks)
            _say("%d tasks by %s: %s" % (len(tasks), name, ", ".join("%s %d" % pair for pair in sorted(counted.items()))))


def _say(text):
    print(text, flush=True)


def _say_of(sample, text):
    _say("%-10s %s" % (sample["name"], text))
