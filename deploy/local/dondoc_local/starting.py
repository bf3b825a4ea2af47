"""What `up` does: brings the parts, builds, starts what does not run or is out of date, waits until each is well."""

import time

from . import build, external, java, jvm, kafka, logs, mongo, parts, processes, programs, services, stopping
from .errors import LocalError

# Seconds that a part may take on a busy machine
LIMIT = 180.0


class Starting:
    """One run of `up` over an installation."""

    def __init__(self, installation, say):
        self._installation = installation
        self._places = installation.places
        self._say = say
        self._children = {}
        self._programs = {}
        self._began = time.monotonic()
        self._launched = {}
        self.secrets = {}
        self.jdk = None

    def run(self, build_first=True):
        """Everything but the samples."""
        self.start_stores(build_first)
        self.start_services()
        self.await_services()

    def start_stores(self, build_first=True):
        """Database and broker; what the services need is built."""
        installation = self._installation
        installation.take_external()
        self.jdk = jdk = java.jdk(installation.environment)
        binary = None if "mongod" in installation.external else parts.mongod(installation.environment)
        libs = None if "kafka" in installation.external else parts.kafka(installation.environment)
        if build_first:
            build.ensure(self._places, jdk, installation.environment, self._say, finish=self._prepare)
        if not self._programs:
            self._prepare()
        self._began = time.monotonic()
        self.secrets = installation.make_secrets()
        self._end_unwanted()
        installation.choose_ports()
        if binary:
            self._launch_mongod(binary)
        if libs:
            self._launch_kafka(jdk, libs)
        self._await_store(services.MONGOD, binary)
        self._await_store(services.KAFKA, libs)

    def _prepare(self):
        """What the services are started from; what is there already costs nothing."""
        self._programs = programs.ready(self._places, self.jdk, self._say)

    def start_services(self):
        """Starts them, and waits for none."""
        self._launch_services(self.jdk)

    def await_services(self, names=services.NAMES):
        """Until each of them takes requests; what it took from built to healthy is kept where every service was started."""
        self._await(list(names))
        if set(services.NAMES) <= set(self._children):
            self._installation.state.put("healthySeconds", self.seconds())

    def seconds(self):
        """How long ago everything was built, in seconds."""
        return round(time.monotonic() - self._began, 1)

    def _end_unwanted(self):
        """Ends our own database or broker where the environment now names another one."""
        for part in (services.KAFKA, services.MONGOD):
            if part in self._installation.external and processes.leader(self._places, part):
                self._say("stopping %s: the environment names another one" % part)
                stopping.stop(self._places, [part])

    def _launch_mongod(self, binary):
        self._places.mongo.mkdir(parents=True, exist_ok=True)
        self._launch(services.MONGOD, mongo.command_line(binary, self._places, self._installation.port(services.MONGOD)), {})

    def _launch_kafka(self, jdk, libs):
        port, controller = self._installation.port(services.KAFKA), self._installation.port("kafka-controller")
        settings = kafka.configure(self._places, port, controller)
        command = kafka.command_line(jdk, libs, self._places, settings)
        if processes.leader(self._places, services.KAFKA) is None:
            kafka.format_storage(jdk, libs, self._places, settings, self._installation.state)
        self._launch(services.KAFKA, command, {"MALLOC_ARENA_MAX": "2"}, port, controller)

    def _launch_services(self, jdk):
        (self._places.data / "console").mkdir(parents=True, exist_ok=True)
        wiring = self._installation.wiring(self.secrets)
        offset = {"DONDOC_LOCAL_CLOCK_OFFSET": self._installation.state.get("clockOffset", "PT0S")}
        wanted = {service.name: (jvm.command_line(jdk, service, self._programs[service.name]), wiring.environment(service.name))
                  for service in services.SERVICES}
        running = {part: processes.leader(self._places, part) for part in wanted}
        old = [part for part, present in running.items() if present and present.fingerprint != processes.fingerprint(*wanted[part])]
        self._end_old(old)
        for part, (command, environment) in wanted.items():
            self._launch(part, command, environment, unchanged=offset)

    def _launch(self, part, command, environment, *more, unchanged=None):
        """Starts a part unless it runs as wanted; `unchanged` is told at the start but is no reason to start again."""
        mark = processes.fingerprint(command, environment, *more)
        present = processes.leader(self._places, part)
        if present is not None and present.fingerprint == mark:
            return
        if present is not None:
            self._end_old([part])
        # What an earlier process of this part started may have outlived it
        stopping.stop(self._places, [part])
        told = dict(environment, **(unchanged or {}))
        self._launched[part] = time.monotonic()
        self._children[part] = processes.start(self._places, part, command, told, mark)

    def _end_old(self, old):
        for part in old:
            self._say("%s is out of date: starting it again" % part)
        stopping.stop(self._places, old)

    def _await_store(self, part, ours):
        if ours is None:
            named = self._installation.external[part]
            if not external.reachable(named, services.PORTS[part][part]):
                raise LocalError("%s of the environment does not answer: %s:%d"
                                 % ((part,) + external.address(named, services.PORTS[part][part])), "start it, or unset the variable to get one of ours")
            self._say("%-22s the one that the environment names" % part)
            return
        if part == services.MONGOD:
            try:
                mongo.ready(self._installation.port(part), 60, lambda: processes.leader(self._places, part) is not None)
            except LocalError as fault:
                raise LocalError("%s\n%s" % (fault, logs.end(self._places.log(part)))) from None
        self._await([part])

    def _await(self, names):
        """Waits until each is well, telling of each once."""
        waiting, give_up = list(names), time.monotonic() + LIMIT
        while waiting:
            for part in list(waiting):
                # Asked first: on a port that somebody else has taken, somebody else answers
                if self._ended(part):
                    self._forget(part)
                    raise LocalError("%s ended instead of getting ready\n%s" % (part, logs.end(self._places.log(part))))
                if self._installation.well(part):
                    waiting.remove(part)
                    self._note(part)
                    self._say("%-22s %s on port %d" % (part, "ready" if part in self._children else "runs already", self._installation.port(part)))
            if waiting and time.monotonic() > give_up:
                raise LocalError("%s is not ready after %d s\n%s" % (waiting[0], LIMIT, logs.end(self._places.log(waiting[0]))),
                                 "stop it with: deploy/local/down --part %s, then try again" % waiting[0])
            if waiting:
                time.sleep(0.15)

    def _note(self, part):
        if part in self._launched:
            took = round(time.monotonic() - self._launched[part], 1)
            self._installation.state.put("readySeconds", dict(self._installation.state.get("readySeconds", {}), **{part: took}))

    def _forget(self, part):
        """An archive that fits and is spoilt within can end a JVM; whoever ended by itself says what is wrong."""
        child = self._children.get(part)
        if part in self._programs and child is not None and child.returncode is not None and child.returncode < 0:
            self._programs[part].forget()

    def _ended(self, part):
        child = self._children.get(part)
        return child.poll() is not None if child else processes.leader(self._places, part) is None
