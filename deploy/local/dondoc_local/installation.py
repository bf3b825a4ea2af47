"""One local installation: its data folder, state and secrets, and which parts are ours."""

import os

from . import clock, kafka, mongo, ports, processes, services, state
from .errors import LocalError
from .places import Places


class Installation:
    """What the commands have in common. Only `up` makes secrets and chooses ports."""

    def __init__(self, places=None, environment=None):
        self.environment = os.environ if environment is None else environment
        self.places = places or Places(environment=self.environment)
        self.state = state.State(self.places)
        self.external = self._external()

    def _external(self):
        """What the environment named when the parts were started; `up` takes it from the present environment instead."""
        return dict(self.state.get("external", {}))

    def take_external(self):
        named = {"mongod": "MONGODB_URI", "kafka": "KAFKA_BOOTSTRAP_SERVERS", "smtp": "SMTP_URL"}
        found = {part: self.environment[name].strip() for part, name in named.items() if self.environment.get(name, "").strip()}
        self.state.put("external", found)
        self.external = found

    def parts(self):
        """The parts that are processes of ours, in the order of starting."""
        return [part for part in (services.MONGOD, services.KAFKA) if part not in self.external] + list(services.NAMES)

    def choose_ports(self):
        """Keeps every port that can be kept, and chooses others for parts that are down and whose port somebody else has."""
        up = {process.part for process in processes.running(self.places) if process.leader}
        for part in self.parts():
            for name, usual in services.PORTS[part].items():
                kept = self.state.port(name)
                if part in up and kept:
                    continue
                others = {port for other, port in self.state.get("ports", {}).items() if other != name}
                self.state.put_port(name, ports.choose(kept, usual, others))

    def port(self, name):
        """The port of a part that was started once."""
        port = self.state.port(name)
        if port is None:
            raise LocalError("nothing was started with the data folder %s" % self.places.data, "start it with: deploy/local/up")
        return port

    def url(self, name=services.CONSOLE):
        return "http://%s:%d" % (ports.HOST, self.port(name))

    def mongodb(self):
        return self.external.get("mongod") or mongo.uri(self.port(services.MONGOD))

    def brokers(self):
        return self.external.get("kafka") or "%s:%d" % (ports.HOST, self.port(services.KAFKA))

    def make_secrets(self):
        clients = {"client-" + name: "local-" + state.secret(self.places, "client-" + name) for name in services.CLIENTS}
        return {**clients, "local-secret": state.secret(self.places, "local-secret"), "setup-token": state.secret(self.places, "setup-token"),
                "demo-password": state.secret(self.places, "demo-password", readable=True),
                "personal-data-key": state.secret(self.places, "personal-data-key")}

    def wiring(self, secrets):
        """How the services are told of each other."""
        replication = self.environment.get("DONDOC_TOPIC_REPLICATION", "1") if "kafka" in self.external else "1"
        return services.Wiring(self.places, self.state.get("ports", {}), self.mongodb(), self.brokers(), secrets,
                               self.external.get("smtp"), replication)

    def offset(self):
        """How far the domain clock is ahead of the real one."""
        return clock.from_iso(self.state.get("clockOffset", "PT0S"))

    def well(self, part):
        """Whether a part does its work now."""
        port = self.port(part)
        if part == services.MONGOD:
            return mongo.writable(port)
        if part == services.KAFKA:
            return kafka.ready(ports.HOST, port)
        return services.service(part).ready(port)
