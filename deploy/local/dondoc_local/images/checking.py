"""Looks at an image as it will run: its layers, its user, what it starts; and starts it from its unpacked root, without an engine."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from .. import http
from ..services import CONSOLE
from . import root
from .archive import Image

SBOM = "app/resources/META-INF/sbom/application.cdx.json"
# A shell, or what brings more: none of it belongs into an image
UNWANTED = ("sh", "bash", "dash", "busybox", "apt", "dpkg", "curl", "wget", "perl", "python3", "su", "mount")


def faults(file, name):
    """A sentence for each thing that is not as it should be; needs no rights."""
    image = Image(file)
    found = []
    if image.run.get("User") != "%d:%d" % (root.USER, root.USER):
        found.append("%s runs as %s" % (name, image.run.get("User") or "root"))
    start = image.run.get("Entrypoint") or []
    if start[:1] != ["java"] and start[:1] != ["/opt/java/bin/java"]:
        found.append("%s starts %s" % (name, " ".join(start)))
    entries = list(image.entries())
    names = {entry.name.lstrip("/") for entry in entries}
    if SBOM not in names:
        found.append("%s has no list of its parts" % name)
    if "usr/share/dondoc/base.cdx.json" not in names:
        found.append("%s has no list of the parts of its base" % name)
    if len(image.layers) < 5:
        found.append("%s has %d layers only: libraries change more rarely than classes" % (name, len(image.layers)))
    for entry in entries:
        inside = Path(entry.name.lstrip("/"))
        if inside.name in UNWANTED and inside.parent.name in ("bin", "sbin"):
            found.append("%s holds %s" % (name, inside))
        if entry.mode & 0o6000:
            found.append("%s holds %s, which changes who runs it" % (name, inside))
        if entry.isfile() and entry.mode & 0o002:
            found.append("%s holds %s, which everybody may change" % (name, inside))
        if entry.mtime > time.time():
            found.append("%s holds %s, which is of the future" % (name, inside))
    return found

MOUNTS = """user=$1; shift
mount --bind "$0" "$0"
mount -t proc proc "$0/proc"
mount -t tmpfs -o mode=1777 tmpfs "$0/tmp"
mount -o remount,ro,bind "$0"
exec chroot --userspec="$user" "$0" "$@"
"""


@contextlib.contextmanager
def started(file, environment, log, accounts, *arguments):
    """The image's process in its unpacked root, as its user, with these variables beside its own and a file of accounts mounted; needs to be root."""
    image = Image(file)
    with tempfile.TemporaryDirectory() as scratch:
        inside = Path(scratch) / "root"
        inside.mkdir()
        image.unpack(inside)
        (inside / "tmp").chmod(0o1777)
        shutil.copyfile(accounts, inside / "etc" / "dondoc" / "accounts.json")
        for device in ("null", "random", "urandom"):
            with contextlib.suppress(FileExistsError):
                os.mknod(inside / "dev" / device, 0o666 | 0o020000, os.stat("/dev/" + device).st_rdev)
            (inside / "dev" / device).chmod(0o666)
        told = dict(line.split("=", 1) for line in image.run["Env"])
        told.update(environment, PATH=told["PATH"] + ":/usr/sbin:/bin")
        command = _within(inside, image.run["User"]) + ["/opt/java/bin/java", *image.run["Entrypoint"][1:], *arguments]
        os.chmod(scratch, 0o755)
        with open(log, "wb") as output:
            process = subprocess.Popen(command, env=told, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield process, inside
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def alive(process, port, seconds):
    """Whether the process says within so many seconds that it lives."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        if http.call("GET", "http://127.0.0.1:%d/actuator/health/liveness" % port, seconds=2.0).good:
            return True
        time.sleep(0.3)
    return False


def user_of(process):
    """The number of the user that the process runs as."""
    for line in Path("/proc/%d/status" % process.pid).read_text(encoding="ascii").splitlines():
        if line.startswith("Uid:"):
            return int(line.split()[1])
    return None


def behaviour(name, process, inside, port):
    """What a running process of an image must do: be nobody in particular, see its own root only, answer the health check of the image, read scans where it can."""
    found = []
    if user_of(process) != root.USER:
        found.append("%s runs as user %s" % (name, user_of(process)))
    if os.path.samestat(os.stat("/proc/%d/root/" % process.pid), os.stat("/")):
        found.append("%s sees more than its own files" % name)
    if _inside(inside, ["/opt/java/bin/java", "-XX:SharedArchiveFile=/opt/java/x.jsa", "-Xshare:dump"]).returncode == 0:
        found.append("%s can write its own files" % name)
    health = ["/opt/java/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx16m", "-cp", "/opt/dondoc", "Health", str(port)]
    if _inside(inside, health + ["/actuator/health/liveness"]).returncode != 0:
        found.append("the health check within the image of %s does not see that it lives" % name)
    if _inside(inside, health).returncode != 1:
        found.append("the health check within the image of %s finds it ready, without database and broker" % name)
    if (inside / "usr/bin/tesseract").exists():
        languages = _inside(inside, ["/usr/bin/tesseract", "--list-langs"])
        if languages.returncode != 0 or "vie" not in languages.stdout.split():
            found.append("tesseract in the image of %s does not read Vietnamese: %s" % (name, (languages.stdout + languages.stderr).strip()[-200:]))
    return found


def _within(inside, user):
    """Runs what follows as an engine would: the image's files cannot be written but for /tmp, which is empty, and /proc is there. Nothing of it is seen outside."""
    return ["unshare", "--mount", "sh", "-ec", MOUNTS, str(inside), user]


def _inside(inside, command):
    return subprocess.run(_within(inside, "%d:%d" % (root.USER, root.USER)) + command, capture_output=True, text=True, check=False, timeout=60, env={"PATH": "/opt/java/bin:/usr/sbin:/usr/bin:/sbin:/bin"})


def starting_environment(name, port):
    """Just enough for a start in a local run; neither broker nor database nor other services are there, which a service bears."""
    told = {"SPRING_PROFILES_ACTIVE": "local", "SERVER_ADDRESS": "127.0.0.1", "SERVER_PORT": str(port), "MONGODB_URI": "mongodb://127.0.0.1:1/?directConnection=true",
            "DONDOC_ISSUER": "http://127.0.0.1:1", "DONDOC_JWKS_URI": "http://127.0.0.1:1/oauth2/jwks",
            "DONDOC_LOCAL_SECRET": "local-" + "abcdefghijkl", "DONDOC_TOPIC_REPLICATION": "1", "KAFKA_BOOTSTRAP_SERVERS": "127.0.0.1:1",
            "DONDOC_PERSONAL_DATA_KEYS": "local-1:" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=", "DONDOC_CLIENT_SECRET": "local-" + "0123456789abcdef",
            "DONDOC_TASK_URL": "http://127.0.0.1:1", "DONDOC_PLAN_URL": "http://127.0.0.1:1", "DONDOC_CONSOLE_URL": "http://127.0.0.1:1",
            "SMTP_URL": "smtp://127.0.0.1:1", "DONDOC_MAIL_FROM": "a@dondoc.example"}
    if name == CONSOLE:
        told.update({"DONDOC_REPORTING_URL": "http://127.0.0.1:1", "DONDOC_NOTIFICATION_URL": "http://127.0.0.1:1", "DONDOC_SIGNING_KEY": "/tmp/signing-key.json",
                     "DONDOC_DEMO_ACCOUNTS": "/etc/dondoc/accounts.json", "DONDOC_DEMO_PASSWORD": "local-" + "password-of-a-check"})
    return told
