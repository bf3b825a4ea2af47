"""Processes that outlive the command that started them, found again by a mark in their environment, not by a number.

A pid file may be stale and its number may belong to somebody else by now; a command may die between starting a part and
writing its number down. So each part carries its name, its data folder and a fingerprint of how it was started in its
environment, where the system keeps it for as long as the process lives. Pid files are written for people.
"""

import contextlib
import hashlib
import json
import os
import signal
import subprocess
import time
from pathlib import Path

from .files import write_whole

PART, DATA, PRINT = "DONDOC_LOCAL_PART", "DONDOC_LOCAL_DATA", "DONDOC_LOCAL_FINGERPRINT"
PROC = Path("/proc")


class Running:
    """A process of a part: the leader of its session, or one that it started."""

    def __init__(self, pid, part, fingerprint, leader):
        self.pid = pid
        self.part = part
        self.fingerprint = fingerprint
        self.leader = leader
        self._born = _stat(pid)[1]

    def alive(self):
        """Whether it still has anything, a port for instance: a process that ends loses its environment before its files."""
        state, born = _stat(self.pid)
        return state not in ("", "Z", "X") and born == self._born

    def command(self):
        """The words that it was started with."""
        return [os.fsdecode(word) for word in (PROC / str(self.pid) / "cmdline").read_bytes().split(b"\0")[:-1]]

    def environment(self):
        """What it was told in its environment."""
        return _environment(self.pid)

    def memory(self):
        """Resident bytes of the process, 0 when it is gone."""
        try:
            pages = int((PROC / str(self.pid) / "statm").read_text(encoding="ascii").split()[1])
        except (OSError, IndexError, ValueError):
            return 0
        return pages * os.sysconf("SC_PAGE_SIZE")

    def share(self):
        """Bytes of it where a page that several processes map counts in parts; 0 when it is gone."""
        try:
            told = (PROC / str(self.pid) / "smaps_rollup").read_text(encoding="ascii")
        except OSError:
            return 0
        return next((int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("Pss:")), 0)

    def signal(self, number):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(self.pid, number)


def fingerprint(command, environment, *more):
    """A short digest of how a part is started: another one means that the running part is out of date."""
    told = json.dumps([[str(word) for word in command], environment, [str(item) for item in more]], sort_keys=True)
    return hashlib.sha256(told.encode("utf-8")).hexdigest()[:16]


def _environment(pid):
    try:
        raw = (PROC / str(pid) / "environ").read_bytes()
    except OSError:
        return {}
    pairs = (entry.partition(b"=") for entry in raw.split(b"\0") if b"=" in entry)
    return {os.fsdecode(name): os.fsdecode(value) for name, _, value in pairs}


def _stat(pid):
    """State and time of birth (in ticks since the machine started) of a process; empty when there is none."""
    try:
        fields = (PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return "", ""
    return fields[0], fields[19]


def _mark(pid):
    marked = _environment(pid)
    if PART not in marked or DATA not in marked:
        return None
    return marked[PART], marked[DATA], marked.get(PRINT, "")


def running(places):
    """All processes of this data folder, leaders first."""
    found = []
    for entry in PROC.iterdir():
        if not entry.name.isdigit():
            continue
        pid = int(entry.name)
        mark = _mark(pid)
        if mark is not None and mark[1] == str(places.data):
            found.append(Running(pid, mark[0], mark[2], _leads(pid)))
    return sorted(found, key=lambda process: (not process.leader, process.pid))


def _leads(pid):
    try:
        return os.getsid(pid) == pid
    except (ProcessLookupError, PermissionError):
        return False


def leader(places, part):
    """The process of this part, or None."""
    return next((process for process in running(places) if process.part == part and process.leader), None)


def start(places, part, command, environment, mark):
    """Starts a part in a session of its own, its output in its log; returns at once."""
    log = places.log(part)
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists():
        os.replace(str(log), str(log) + ".1")
    told = dict(os.environ, **environment)
    # Each service has a database of its own
    told.pop("MONGODB_DATABASE", None)
    told.update({PART: part, DATA: str(places.data), PRINT: mark})
    with open(log, "ab") as output:
        process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                                   env=told, cwd=str(places.data), start_new_session=True)
    write_whole(places.pids / part, "%d\n" % process.pid)
    return process


def stop(places, part, seconds):
    """Asks the part to end, insists after the limit, and takes along whatever it started. True when something had to be killed."""
    processes = [process for process in running(places) if process.part == part]
    for process in processes:
        if process.leader:
            process.signal(signal.SIGTERM)
    _await_end([process for process in processes if process.leader], seconds)
    rest = [process for process in running(places) if process.part == part]
    for process in rest:
        process.signal(signal.SIGKILL)
    _await_end(rest, 10)
    with contextlib.suppress(FileNotFoundError):
        (places.pids / part).unlink()
    return any(process.leader for process in rest)


def _await_end(processes, seconds):
    give_up = time.monotonic() + seconds
    while any(process.alive() for process in processes) and time.monotonic() < give_up:
        _reap()
        time.sleep(0.05)
    _reap()


def _reap():
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0] != 0:
            pass
