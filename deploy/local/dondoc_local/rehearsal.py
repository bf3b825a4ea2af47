"""What deploy/compose/compose.yaml says, as plain processes of this machine: the same variables, certificates, users and options, two of each application.

Only addresses differ: names of parts become 127.0.0.1 with ports of their own, paths within images become paths of this machine. What signs people
in is a stand-in that answers who it is; mail goes nowhere."""

import contextlib
import http.server
import json
import os
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from . import http as calls
from . import build, mongo, parts, ports, settings
from .errors import LocalError
from .ports import HOST, choose
from .services import BACKUP, CONSOLE, NAMES, service

TOLD = {"DONDOC_HOST": "dondoc.tinh.example", "DONDOC_LOGIN_HOST": "login.tinh.example", "SMTP_URL": "smtp://mail.tinh.example:25",
        "DONDOC_MAIL_FROM": "dondoc@tinh.example", "ALERT_EMAIL": "it@tinh.example"}
DATABASES = ("plan", "task", "reporting", "notification", "console")
OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xss512k")


class Rehearsal:
    """One run in a folder that it owns; closing it ends every process."""

    def __init__(self, places, jdk, jars, folder, say):
        self.project = places.project
        self.jdk, self.jars, self.folder, self.say = jdk, jars, folder, say
        self.closing = contextlib.ExitStack()
        self.running = []
        self.taken = []
        self.compose = self._read()
        self.told = self._prepared()
        self.ports = {name: self._port(port) for name, port in (("mongo", 27117), ("kafka", 9192), ("controller", 9193), ("local", 9194))}
        self.instances = {(name, number): self._port(service(name).port + 1000) for name in NAMES for number in (1, 2)}

    def _read(self):
        sys.path.append(str(parts.checking()))
        import yaml
        return yaml.safe_load((self.project / "deploy" / "compose" / "compose.yaml").read_text(encoding="utf-8"))["services"]

    def _port(self, usual):
        port = choose(None, usual, self.taken)
        self.taken.append(port)
        return port

    def _prepared(self):
        prepare = [sys.executable, str(self.project / "deploy" / "compose" / "prepare"), "--folder", str(self.folder)]
        subprocess.run(prepare, capture_output=True, check=False)
        file = self.folder / ".env"
        text = file.read_text(encoding="utf-8")
        for name, value in TOLD.items():
            text = re.sub("(?m)^%s=$" % name, "%s=%s" % (name, value), text)
        file.write_text(text, encoding="utf-8")
        answer = subprocess.run(prepare, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise LocalError("prepare failed: " + answer.stderr.strip())
        return settings.lines(file)

    @property
    def secrets(self):
        return self.folder / "secrets"

    def _part(self, name, command, environment=None):
        log = open(self.folder / (name + ".log"), "ab")  # noqa: SIM115 (closed with the run)
        self.closing.callback(log.close)
        process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, cwd=str(self.folder), env=environment)
        self.closing.callback(_end, process)
        return process

    def _here(self, text):
        """A value of the compose file, with what is elsewhere on this machine."""
        text = settings.interpolated(str(text), dict(self.told, DONDOC_OIDC_ISSUER="http://%s:%d" % (HOST, self.provider)))
        text = text.replace("@mongo:27017", "@localhost:%d" % self.ports["mongo"])
        if text == "kafka:9092":
            return "localhost:%d" % self.ports["kafka"]
        found = re.match(r"http://([a-z-]+):\d+(.*)", text)
        if found and found.group(1) in NAMES:
            return "http://%s:%d%s" % (HOST, self.instances[found.group(1), 1], found.group(2))
        for inside, outside in (("/etc/dondoc/ca.pem", self.secrets / "ca.pem"), ("/var/lib/dondoc", self.secrets / "signing")):
            text = text.replace(inside, str(outside))
        return text

    def environment(self, name):
        """What an application is told, as compose would tell it."""
        return {variable: self._here(value) for variable, value in self.compose[name]["environment"].items()}

    # --- parts

    def database(self):
        """mongod with the options of compose: the set and the users are made first, while it asks nobody who they are."""
        data = self.folder / "mongo"
        data.mkdir()
        binary, port = parts.mongod(), self.ports["mongo"]
        common = [binary, "--dbpath", data, "--port", port, "--bind_ip", HOST, "--nounixsocket", "--replSet=rs0", "--wiredTigerCacheSizeGB=0.25", "--oplogSize=256"]
        open_one = self._part("mongod", common)
        mongo.ready(port, 60)
        config = mongo.ask(port, {"replSetGetConfig": 1})["config"]
        mongo.ask(port, {"replSetReconfig": dict(config, version=config["version"] + 1, members=[dict(config["members"][0], host="localhost:%d" % port)]), "force": True})
        mongo.ready(port, 60)
        users = [("root", self.told["MONGO_ROOT_PASSWORD"], [{"role": "root", "db": "admin"}])]
        users += [(name, self.told["MONGO_%s_PASSWORD" % name.upper()], [{"role": "readWrite", "db": "dondoc_" + name}]) for name in DATABASES]
        users.append((BACKUP, self.told["MONGO_BACKUP_PASSWORD"], [{"role": role, "db": "dondoc_" + name} for name in DATABASES if name != CONSOLE for role in ("readWrite", "dbAdmin")]))
        for user, password, roles in users:
            mongo.ask(port, {"createUser": user, "pwd": password, "roles": roles})
        _end(open_one)
        given = [word for word in self.compose["mongo"]["command"] if word.split("=")[0] in ("--keyFile", "--tlsMode", "--tlsCertificateKeyFile", "--tlsCAFile", "--tlsAllowConnectionsWithoutCertificates")]
        for inside, outside in (("/tmp/mongo-key", "mongo-key"), ("/tmp/mongo.pem", "mongo.pem"), ("/etc/dondoc/ca.pem", "ca.pem")):
            given = [word.replace(inside, str(self.secrets / outside)) for word in given]
        self._part("mongod", common + given)
        self._listening(port, 60, "mongod")
        self.say("mongod listens with %s" % " ".join(word.split("=")[0] for word in given))

    def broker(self):
        """The broker with the variables of compose, turned into properties as its image does."""
        libs = parts.kafka()
        properties = {name[len("KAFKA_"):].lower().replace("__", "\0").replace("_", ".").replace("\0", "_"): self._here(value)
                      for name, value in self.compose["kafka"]["environment"].items() if name.startswith("KAFKA_") and name != "KAFKA_HEAP_OPTS"}
        places = {"9092": "kafka", "9093": "controller", "9094": "local"}
        for key in ("listeners", "advertised.listeners", "controller.quorum.voters"):
            properties[key] = re.sub(r":(909[234])", lambda match: ":%d" % self.ports[places[match.group(1)]], properties[key])
        properties["listeners"] = properties["listeners"].replace("CLIENT://:", "CLIENT://%s:" % HOST)
        properties["advertised.listeners"] = properties["advertised.listeners"].replace("CLIENT://kafka:", "CLIENT://localhost:")
        properties["ssl.keystore.location"] = str(self.secrets / "kafka.pem")
        properties["log.dirs"] = str(self.folder / "kafka")
        file = self.folder / "kafka.properties"
        file.write_text("".join("%s=%s\n" % (key, value.replace("\\", "\\\\")) for key, value in sorted(properties.items())), encoding="utf-8")
        java = [self.jdk / "bin" / "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx384m", "-cp", str(libs / "*")]
        answer = subprocess.run([str(word) for word in java] + ["kafka.tools.StorageTool", "format", "-t=" + self.told["KAFKA_CLUSTER_ID"], "-c", str(file)], capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise LocalError("the broker's folder cannot be prepared: %s" % (answer.stdout + answer.stderr).strip()[-600:])
        self._part("kafka", java + ["kafka.Kafka", file])
        self._listening(self.ports["kafka"], 90, "kafka")
        self.say("the broker listens with %s" % properties["listener.security.protocol.map"])

    def sign_in(self):
        """A provider that says who it is and nothing else."""
        rehearsal = self

        class Provider(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                own = "http://%s:%d" % (HOST, rehearsal.provider)
                known = {"/.well-known/openid-configuration": {
                    "issuer": own, "authorization_endpoint": own + "/authorize", "token_endpoint": own + "/token", "jwks_uri": own + "/keys",
                    "subject_types_supported": ["public"], "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}, "/keys": {"keys": []}}
                body = json.dumps(known.get(self.path, {})).encode("ascii")
                self.send_response(200 if self.path in known else 404)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        self.provider = self._port(8999)
        server = http.server.ThreadingHTTPServer((HOST, self.provider), Provider)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.closing.callback(server.shutdown)

    def applications(self):
        """Two of each, with what compose tells them and nothing else but where to listen."""
        for (name, number), port in sorted(self.instances.items(), key=lambda one: one[0][1]):
            told = dict(self.environment(name), SERVER_PORT=str(port), SERVER_ADDRESS=HOST, PATH=os.defpath)
            self.running.append(self._part("%s-%d" % (name, number), [self.jdk / "bin" / "java", *OPTIONS, "-jar", self.jars[name]], told))

    def wait_ready(self, seconds):
        """Until every instance says that it takes requests; names those that do not."""
        end = time.monotonic() + seconds
        waiting = set(self.instances)
        while waiting:
            for one in sorted(waiting):
                if service(one[0]).ready(self.instances[one]):
                    waiting.discard(one)
                    self.say("%s-%d is ready" % one)
            if waiting and time.monotonic() > end:
                raise LocalError("not ready after %d s: %s; their logs lie in %s" % (seconds, ", ".join("%s-%d" % one for one in sorted(waiting)), self.folder))
            time.sleep(0.5)

    # --- looks

    def first_import(self, directory):
        """A directory goes in with the setup token: the database and the broker take what is written, and every service learns of it."""
        answer = calls.call("POST", self.url("plan-service", 2) + "/api/organisation/import", directory, {"Setup-Token": self.told["DONDOC_SETUP_TOKEN"]}, seconds=120)
        if not answer.good:
            raise LocalError("the first import was refused: " + answer.told())
        return answer.json()

    def url(self, name, number):
        return "http://%s:%d" % (HOST, self.instances[name, number])

    def metrics(self, name, number, token=True):
        """Status and text of what a scraper gets."""
        request = urllib.request.Request(self.url(name, number) + "/actuator/prometheus", headers={"Accept": "text/plain;version=0.0.4"})
        if token:
            request.add_header("Authorization", "Metrics " + self.told["DONDOC_METRICS_TOKEN"])
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read().decode("utf-8")
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, ""

    def backup(self, *arguments):
        """The backup program, told what compose tells it; gives its exit code and what it said."""
        command = [self.jdk / "bin" / "java", *OPTIONS, "-jar", build.jar(self.project, BACKUP), *arguments]
        answer = subprocess.run([str(word) for word in command], env=dict(self.environment(BACKUP), PATH=os.defpath), capture_output=True, text=True, timeout=300, check=False)
        return answer.returncode, (answer.stdout + answer.stderr).strip()

    def stop_applications(self):
        for process in self.running:
            _end(process)

    def _listening(self, port, seconds, name):
        end = time.monotonic() + seconds
        while not ports.answers(port):
            if time.monotonic() > end:
                raise LocalError("%s does not listen; its log lies in %s" % (name, self.folder))
            time.sleep(0.2)


def _end(process):
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def names_of(text):
    """The names of metrics in an answer for scrapers."""
    return set(re.findall(r"(?m)^([a-zA-Z_:][\w:]*)[{ ]", text))


def refused(jdk, jar, environment, seconds=90):
    """What a start says that is refused: the sentences, one a line, and the exit code; none where it went on."""
    told = dict(environment, PATH=os.defpath)
    process = subprocess.Popen([str(jdk / "bin" / "java"), *OPTIONS, "-jar", str(jar)], env=told, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        output, _ = process.communicate()
        return None, output
    return process.returncode, output
