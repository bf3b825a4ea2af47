"""samples/load: what it takes, what it prints, how it ends."""

import argparse
import os
import sys
import tempfile
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import directory, documents
from .acting import Acting
from .api import Api
from .drafting import Drafting
from .errors import LoadError
from .people import People
from .province import Province
from .working import Working

DESCRIPTION = ("Loads a fictional province into a local installation, through its HTTP interface as its people would: the directory, "
               "six plan documents as of the domain's day, what units, standing units and leaders did with them, and what is given beside them.")
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


# Communes do not meet, so two go at the same time; a reading takes a processor for seconds
AT_ONCE = 2


class Load:

    def __init__(self, asked):
        self.asked = asked
        self.province = Province()
        self.people = People(Api(asked.console, asked.patience), asked.local_secret)
        self.drafting = Drafting(self.province, self.people, asked.patience, _say_of)
        self.working = Working(self.province, self.people, asked.patience, _say_of)
        self.writing = threading.Lock()
        self.folder = asked.documents

    def run(self):
        directory.take_over(self.province, self.people, self.asked.setup_token, _say)
        acting = [sample[who] for sample in self.province.plans for who in ("standing", "leader")]
        directory.wait_until_known(self.people, acting, self.asked.patience, _say)
        with tempfile.TemporaryDirectory(prefix="dondoc-samples-") as folder, ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
            list(pool.map(lambda numbered: self._sample(*numbered, Path(folder)), enumerate(self.province.plans)))
        Acting(self.province, self.people, _say).all()
        self._sum_up()

    def _sample(self, place, sample, folder):
        plan = self.drafting.published(sample, lambda: self._document(sample["file"], folder))
        self.working.tasks(sample, plan, place)
        self.working.reports(sample, plan)
        self.working.targets(sample, plan)

    def _document(self, name, folder):
        with self.writing:
            if self.folder is None:
                day = self.people.today()
                documents.render(day, folder, self.asked.java)
                _say("documents written as of %s" % day)
                self.folder = folder
        try:
            return (self.folder / name).read_bytes()
        except OSError as fault:
            raise LoadError("cannot read a document: %s" % fault) from None

    def _sum_up(self):
        """The province as its standing unit sees it now."""
        person = self.people[self.province.account_with("province-standing")]
        tasks = person.all("/api/tasks")
        for name in ("timeClass", "workState"):
            counted = Counter(task[name] for task in tasks)
            _say("%d tasks by %s: %s" % (len(tasks), name, ", ".join("%s %d" % pair for pair in sorted(counted.items()))))


def _say(text):
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _say_of(sample, text):
    _say("%-10s %s" % (sample["name"], text))
