"""The five Boot applications: where each listens, what each is told, how much memory each gets."""

from . import http
from .errors import LocalError
from .ports import HOST


class Service:
    """A module of the build that runs as a process of its own."""

    def __init__(self, name, port, heap):
        self.name = name
        self.port = port
        self.heap = heap

    def ready(self, port, seconds=3.0):
        """Whether it says that it takes requests."""
        return http.call("GET", "http://%s:%d/actuator/health/readiness" % (HOST, port), seconds=seconds).good


CONSOLE = "console"
SERVICES = (
    Service("plan-service", 8081, "192m"),
    Service("task-service", 8082, "192m"),
    Service("reporting-service", 8083, "192m"),
    Service("notification-service", 8084, "160m"),
    Service(CONSOLE, 8080, "192m"),
)
NAMES = tuple(service.name for service in SERVICES)
BACKUP = "backup"
# What becomes an image: the applications, and the program that takes backups
IMAGES = NAMES + (BACKUP,)
MONGOD, KAFKA = "mongod", "kafka"
# Who calls others in its own name; the console signs its tokens itself
CLIENTS = tuple(name for name in NAMES if name != CONSOLE)
# The order in which parts are stopped: first who asks, then who is asked
STOPPING = (CONSOLE, "notification-service", "reporting-service", "task-service", "plan-service", KAFKA, MONGOD)
# Every port of every part, by the name under which the state keeps it
PORTS = {MONGOD: {MONGOD: 27017}, KAFKA: {KAFKA: 9092, "kafka-controller": 9093}, CONSOLE: {CONSOLE: 8080, "mail-sink": 8025}}
PORTS.update({service.name: {service.name: service.port} for service in SERVICES if service.name != CONSOLE})


def service(name):
    """The service of this name."""
    for known in SERVICES:
        if known.name == name:
            return known
    raise LocalError("no service is called %s; there are: %s" % (name, ", ".join(NAMES)))


class Wiring:
    """Which addresses and secrets the services of one installation are told."""

    def __init__(self, places, ports, mongodb, kafka, secrets, smtp=None, replication="1"):
        self.places = places
        self.ports = ports
        self.mongodb = mongodb
        self.kafka = kafka
        self.secrets = secrets
        self.smtp = smtp
        self.replication = replication

    def origin(self, name=CONSOLE):
        return "http://%s:%d" % (HOST, self.ports[name])

    def environment(self, name):
        """The variables of a service, without the offset of the clock: that changes while it runs."""
        told = {
            "SPRING_PROFILES_ACTIVE": "local", "SERVER_ADDRESS": HOST, "SERVER_PORT": str(self.ports[name]),
            "MONGODB_URI": self.mongodb, "KAFKA_BOOTSTRAP_SERVERS": self.kafka, "DONDOC_TOPIC_REPLICATION": self.replication,
            "DONDOC_ISSUER": self.origin(), "DONDOC_JWKS_URI": self.origin() + "/oauth2/jwks",
            "DONDOC_LOCAL_SECRET": self.secrets["local-secret"],
            "DONDOC_CLIENT_SECRET": self.secrets.get("client-" + name, ""),
            # Many threads, few cores: more arenas of malloc only cost memory
            "MALLOC_ARENA_MAX": "2",
        }
        told.update(getattr(self, "_" + name.replace("-", "_"), dict)())
        return told

    def _plan_service(self):
        return {"DONDOC_SETUP_TOKEN": self.secrets["setup-token"], "DONDOC_PERSONAL_DATA_KEYS": "local-1:" + self.secrets["personal-data-key"]}

    def _reporting_service(self):
        return {"DONDOC_TASK_URL": self.origin("task-service")}

    def _notification_service(self):
        return {"SMTP_URL": self.smtp or "smtp://%s:%d" % (HOST, self.ports["mail-sink"]),
                "DONDOC_MAIL_FROM": "don-doc@dondoc.example", "DONDOC_SENDING_FROM": "00:00", "DONDOC_SENDING_UNTIL": "00:00", "DONDOC_CONSOLE_URL": self.origin(),
                "DONDOC_PLAN_URL": self.origin("plan-service"),
                # Short messages of local runs are shown beside the letters
                "DONDOC_SMS_URL": self.origin() + "/local/sms", "DONDOC_SMS_HEADER": "X-Local-Secret: " + self.secrets["local-secret"]}

    def _console(self):
        told = {"DONDOC_%s_URL" % short.upper(): self.origin(short + "-service") for short in ("plan", "task", "reporting", "notification")}
        told.update({"DONDOC_CLIENT_SECRET_" + client.split("-")[0].upper(): self.secrets["client-" + client] for client in CLIENTS})
        told.update({
            "DONDOC_SIGNING_KEY": str(self.places.data / "console" / "signing-key.json"),
            "DONDOC_DEMO_ACCOUNTS": str(self.places.project / "samples" / "accounts.json"),
            "DONDOC_DEMO_PASSWORD": self.secrets["demo-password"],
        })
        if not self.smtp:
            told["DONDOC_MAIL_SINK_PORT"] = str(self.ports["mail-sink"])
        return told
