"""The local broker: one process in combined mode, every internal topic with one replica."""

import base64
import contextlib
import socket
import struct
import subprocess
import uuid

from .errors import LocalError
from .files import write_whole
from .ports import HOST

SETTINGS = """\
process.roles=broker,controller
node.id=1
listeners=PLAINTEXT://{host}:{port},CONTROLLER://{host}:{controller}
advertised.listeners=PLAINTEXT://{host}:{port}
controller.listener.names=CONTROLLER
controller.quorum.voters=1@{host}:{controller}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs={folder}/data
num.partitions=12
default.replication.factor=1
min.insync.replicas=1
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=6
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=6
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
share.coordinator.state.topic.num.partitions=6
group.initial.rebalance.delay.ms=0
# A broker that was killed may register again when its session has ended
broker.session.timeout.ms=5000
broker.heartbeat.interval.ms=1000
num.network.threads=2
num.io.threads=4
num.recovery.threads.per.data.dir=2
log.cleaner.dedupe.buffer.size=8388608
log.index.size.max.bytes=1048576
"""

LOGGING = """\
rootLogger.level=WARN
rootLogger.appenderRef.out.ref=out
appender.out.type=Console
appender.out.name=out
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=%d{ISO8601} %-5p %c{1} %m%n
logger.server.name=kafka.server
logger.server.level=INFO
"""


def configure(places, port, controller):
    """Writes the broker's settings for these ports and gives their file."""
    file = places.kafka / "server.properties"
    write_whole(places.kafka / "log4j2.properties", LOGGING)
    write_whole(file, SETTINGS.format(host=HOST, port=port, controller=controller, folder=places.kafka))
    return file


def java(jdk, libs, options, main, places):
    """The command that runs a class of the broker's jars."""
    return [jdk / "bin" / "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", *options,
            "-Dlog4j2.configurationFile=" + str(places.kafka / "log4j2.properties"), "-cp", str(libs / "*"), main]


def format_storage(jdk, libs, places, settings, state):
    """Prepares the broker's folder; one that is prepared stays as it is."""
    if (places.kafka / "data" / "meta.properties").is_file():
        return
    if not state.get("kafkaCluster"):
        state.put("kafkaCluster", base64.urlsafe_b64encode(uuid.uuid4().bytes).decode("ascii").rstrip("="))
    command = java(jdk, libs, ["-Xmx128m", "-Xshare:auto"], "kafka.tools.StorageTool", places)
    command += ["format", "--ignore-formatted", "-t=" + state.get("kafkaCluster"), "-c", settings]
    answer = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        last = "\n    ".join((answer.stdout + answer.stderr).strip().splitlines()[-5:])
        raise LocalError("the broker's folder %s cannot be prepared:\n    %s" % (places.kafka, last))


def command_line(jdk, libs, places, settings):
    """How the broker is started."""
    archive = places.build / (libs.name + ".jsa")
    options = ["-Xms64m", "-Xmx320m", "-Xss512k", "-XX:+ExitOnOutOfMemoryError", "-XX:+AutoCreateSharedArchive",
               "-XX:SharedArchiveFile=" + str(archive), "-Xlog:cds=off", "-Xlog:cds+dynamic=off"]
    return java(jdk, libs, options, "kafka.Kafka", places) + [settings]


def ready(host, port, seconds=2.0):
    """Whether a broker answers there and knows of at least one broker that takes requests."""
    # Metadata, version 1, for no topic: size, key 3, version 1, correlation, client id, empty list
    request = struct.pack(">hhih6si", 3, 1, 1, 6, b"dondoc", 0)
    with contextlib.suppress(OSError, struct.error):
        with contextlib.closing(socket.create_connection((host, port), timeout=seconds)) as connection:
            connection.settimeout(seconds)
            connection.sendall(struct.pack(">i", len(request)) + request)
            answer = b""
            while len(answer) < 12:
                more = connection.recv(4096)
                if not more:
                    return False
                answer += more
            return struct.unpack_from(">i", answer, 8)[0] > 0
    return False
