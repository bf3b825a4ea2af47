"""Where things are: the project, the data folder of this machine, what is built."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]


class Places:
    """The folders of one local installation; all below the data folder except what is built, which belongs to the checkout."""

    def __init__(self, data=None, project=PROJECT, environment=None):
        environment = os.environ if environment is None else environment
        named = data or environment.get("DONDOC_DATA") or (project / ".dondoc")
        self.project = project
        self.data = Path(named).expanduser().absolute()
        self.build = project / ".dondoc" / "build"
        self.lock = self.data / "lock"
        self.state = self.data / "state.json"
        self.secrets = self.data / "secrets"
        self.logs = self.data / "logs"
        self.pids = self.data / "pids"
        self.mongo = self.data / "mongo"
        self.kafka = self.data / "kafka"

    def log(self, part):
        """The log file of a part; it grows over restarts, the one before the last start is kept beside it."""
        return self.logs / (part + ".log")

    def wiped(self):
        """What `up --fresh` removes: everything a run leaves behind; the lock and what is built stay."""
        return [self.state, self.secrets, self.logs, self.pids, self.mongo, self.kafka, self.data / "console"]
