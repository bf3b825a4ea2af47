"""A second instance of each service, started as the first one is, on a port of its own."""

import time

from . import logs, ports, processes, services
from .errors import LocalError

# Seconds that all of them may take on a busy machine
LIMIT = 240.0
MARK = "-twin"


def first(part):
    """The part that a second instance is one of; any other part is its own."""
    return part[:-len(MARK)] if part.endswith(MARK) else part


class Twins:
    """They share stores, topics, keys and secrets with the first ones. The second console asks the second services; the letters of both go to the first one."""

    def __init__(self, installation):
        self._installation = installation
        self._ports = {}
        self._children = {}

    def url(self):
        """Of the second console."""
        return "http://%s:%d" % (ports.HOST, self._ports[services.CONSOLE])

    def start(self):
        """Starts a second one beside each that runs, and waits until all of them take requests."""
        taken = set(self._installation.state.get("ports", {}).values())
        for name in services.NAMES:
            self._ports[name] = ports.choose(None, services.service(name).port, taken | set(self._ports.values()))
        for name in services.NAMES:
            running = processes.leader(self._installation.places, name)
            if running is None:
                raise LocalError("%s does not run" % name)
            self._children[name] = processes.start(self._installation.places, name + MARK, running.command(), self._environment(name, running), "")
        give_up, waiting = time.monotonic() + LIMIT, set(services.NAMES)
        while waiting:
            waiting = {name for name in waiting if not services.service(name).ready(self._ports[name])}
            ended = sorted(name for name in waiting if self._children[name].poll() is not None)
            if ended:
                raise LocalError("the second %s ended instead of getting ready\n%s" % (ended[0], logs.end(self._installation.places.log(ended[0] + MARK))))
            if waiting and time.monotonic() > give_up:
                raise LocalError("the second %s is not ready after %d s" % (sorted(waiting)[0], LIMIT))
            time.sleep(0.2)

    def _environment(self, name, running):
        told = dict(running.environment(), SERVER_PORT=str(self._ports[name]))
        if name == services.CONSOLE:
            told.pop("DONDOC_MAIL_SINK_PORT", None)
            told.update({"DONDOC_%s_URL" % client.split("-")[0].upper(): "http://%s:%d" % (ports.HOST, self._ports[client]) for client in services.CLIENTS})
        return told

    def stop(self):
        for name in services.NAMES:
            processes.stop(self._installation.places, name + MARK, LIMIT)
