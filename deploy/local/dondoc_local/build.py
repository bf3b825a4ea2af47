"""Builds what runs where its jars are missing or older than the sources, and unpacks the jars to start from."""

import hashlib
import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

from . import java
from .errors import LocalError
from .files import locked, remove_tree, whole_folder, write_whole
from .services import IMAGES, NAMES

# Maven and its compilers live for seconds: what the optimizing compiler takes from the cores, which build several modules at once, it does not give back in that time
SHORT = "-XX:TieredStopAtLevel=1"
POM = "{http://maven.apache.org/POM/4.0.0}"
BUILT = NAMES + ("samples",)
NOT_IN_IT = ("acceptance", "deploy", "docs", "platform-testing", "platform-tests")


class Target:
    """Modules that are built together, those whose sources they do not depend on, and where it is kept what they were built from."""

    def __init__(self, modules, left_out, kept):
        self.modules = modules
        self.left_out = left_out
        self.kept = kept


RUNNING = Target(BUILT, NOT_IN_IT, "sources")
PACKED = Target(IMAGES, NOT_IN_IT, "image-sources")


def jar(project, name):
    """Where the build puts the jar of a module."""
    own = ElementTree.parse(str(project / name / "pom.xml"))
    named = own.findtext("%sbuild/%sfinalName" % (POM, POM)) or "%s-%s" % (name, version(project))
    return project / name / "target" / (named.strip() + ".jar")


def version(project):
    """The version of all modules."""
    return ElementTree.parse(str(project / "pom.xml")).findtext(POM + "version").strip()


def sources(project, left_out=NOT_IN_IT):
    """All files that the jars depend on."""
    yield project / "pom.xml"
    for module in sorted(project.iterdir()):
        if module.name in left_out or not (module / "pom.xml").is_file():
            continue
        yield module / "pom.xml"
        for folder, below, files in os.walk(str(module / "src" / "main")):
            below.sort()
            yield from (Path(folder) / name for name in sorted(files))


def stamp(project, left_out=NOT_IN_IT):
    """A digest of names, sizes and times of the sources; and the newest time, in nanoseconds."""
    digest, newest = hashlib.sha256(), 0
    for file in sources(project, left_out):
        seen = file.stat()
        newest = max(newest, seen.st_mtime_ns)
        digest.update(("%s %d %d\n" % (file.relative_to(project), seen.st_size, seen.st_mtime_ns)).encode("utf-8"))
    return digest.hexdigest(), newest


def stale(places, target=RUNNING):
    """The modules whose jar is missing or was built from other sources; a jar that Maven left unchanged counts as built."""
    digest, newest = stamp(places.project, target.left_out)
    kept = places.build / target.kept
    same = kept.is_file() and kept.read_text(encoding="ascii").strip() == digest
    found = []
    for name in target.modules:
        file = jar(places.project, name)
        # The build gives jars the date of the release, so that they are the same bytes everywhere: the inode's time tells when
        if not file.is_file() or (not same and file.stat().st_ctime_ns < newest):
            found.append(name)
    return found


def maven_environment(environment, jdk):
    """Maven's environment: its toolchain finds JDK 25 through a variable, and it runs on that one where there is no other."""
    told = dict(environment)
    told["JAVA%d_HOME" % java.RELEASE] = str(jdk)
    if not told.get("JAVA_HOME") and shutil.which("java", path=environment.get("PATH", os.defpath)) is None:
        told["JAVA_HOME"] = str(jdk)
    return told


def packaging_environment(environment, jdk):
    """The same of a build without tests; what is set already stands behind, and so decides."""
    return dict(maven_environment(environment, jdk), JAVA_TOOL_OPTIONS=("%s %s" % (SHORT, environment.get("JAVA_TOOL_OPTIONS", ""))).strip())


def maven(places, jdk, environment, modules, *more, log="maven.log", complaint="the build failed"):
    """Packages modules and what they need, without tests; raises with the end of Maven's output."""
    command = [str(java.maven(environment)), "-B", "-q", "-T", "1C", "-Dstyle.color=never", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", *more, "-pl", ",".join(modules), "-am", "package"]
    file = places.build / log
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "wb") as output:
        code = subprocess.run(command, cwd=str(places.project), env=packaging_environment(environment, jdk), stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, check=False).returncode
    if code != 0:
        last = file.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-25:]
        raise LocalError("%s:\n    %s" % (complaint, "\n    ".join(last)), "all of it: %s" % file)


def build(places, jdk, environment, target=RUNNING):
    """Builds the modules of a target, and keeps what they were built from."""
    digest, _ = stamp(places.project, target.left_out)
    with locked(places.build / "lock", seconds=1200):
        maven(places, jdk, environment, target.modules)
        write_whole(places.build / target.kept, digest + "\n")


def ensure(places, jdk, environment, say, target=RUNNING, finish=lambda: None):
    """Builds where something is missing or older than its sources, finishes what was built, and says so."""
    missing = stale(places, target)
    if missing:
        say("building %s (the first time takes some minutes)" % ", ".join(missing))
        build(places, jdk, environment, target)
        finish()
        say("built")


def unpacked(places, jdk):
    """The jar of each service to start from, unpacked once for each build: a start from it reads classes faster."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        return dict(zip(NAMES, pool.map(lambda name: _unpack(places, jdk, name), NAMES)))


def _unpack(places, jdk, name):
    packed = jar(places.project, name)
    if not packed.is_file():
        raise LocalError("%s is not built: %s is missing" % (name, packed), "run deploy/local/up without --no-build")
    mark = _content(places, name, packed)
    target = places.build / name / mark
    if target.is_dir():
        return target / packed.name
    target.parent.mkdir(parents=True, exist_ok=True)
    older = [entry for entry in target.parent.iterdir() if entry.is_dir()]
    whole_folder(target, lambda folder: _extract(jdk, packed, folder))
    for entry in sorted(older, key=lambda folder: folder.stat().st_mtime)[:-1]:
        remove_tree(entry)
    return target / packed.name


def _content(places, name, packed):
    """A digest of the jar, kept for as long as the file is the same: a build that changes nothing starts nothing again."""
    seen, kept = packed.stat(), places.build / name / "content"
    written = "%d %d" % (seen.st_size, seen.st_ctime_ns)
    try:
        known = kept.read_text(encoding="ascii").splitlines()
    except OSError:
        known = []
    if known[:1] == [written] and len(known) == 2:
        return known[1]
    digest = hashlib.sha256(str(packed).encode("utf-8"))
    with open(packed, "rb") as content:
        for block in iter(lambda: content.read(1 << 20), b""):
            digest.update(block)
    write_whole(kept, "%s\n%s\n" % (written, digest.hexdigest()[:12]))
    return digest.hexdigest()[:12]


def _extract(jdk, packed, folder):
    command = [str(jdk / "bin" / "java"), "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar", str(packed), "extract", "--force", "--destination", str(folder)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise LocalError("%s cannot be unpacked: %s" % (packed, (answer.stderr or answer.stdout).strip()[-500:]))
