"""What each service is started from: its unpacked jar behind the libraries that services like it share, and an archive of the classes of those.

The archive is made when these libraries first meet, not by the first start after each build: it outlives builds that change only what is ours."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import build, jvm, processes, services
from .errors import LocalError
from .files import locked, remove_tree, whole_folder, write_whole
from .places import Places

# Services with nearly the same libraries; the first of each shows which classes a start needs
ALIKE = (tuple(name for name in services.NAMES if name != services.CONSOLE), (services.CONSOLE,))
NOWHERE = 1
# Seconds that showing or archiving may take on a busy machine
LIMIT = 300


class Libraries:
    """Jars in the order of the class path, kept beside the archive of their classes."""

    def __init__(self, folder, names):
        self.folder = folder
        self.names = names
        self.archive = folder / "classes.jsa"
        self.classes = folder / "classes.list"
        self._size = folder / "size"

    def jars(self):
        return [self.folder / "lib" / name for name in self.names]

    def sound(self):
        """Whether the archive is there and whole. What else is wrong with it the JVM finds, and starts without."""
        try:
            return self.archive.stat().st_size == int(self._size.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return False

    def keep(self, made):
        """Takes a file as the archive."""
        with contextlib.suppress(FileNotFoundError):
            self._size.unlink()
        os.replace(str(made), str(self.archive))
        write_whole(self._size, "%d\n" % self.archive.stat().st_size)


class Program:
    """The jar of a service, and the libraries in front of it; None where it starts from its jar alone."""

    def __init__(self, jar, libraries=None):
        self.jar = jar
        self.libraries = libraries

    def words(self):
        """The end of the command that starts it."""
        if self.libraries is None:
            return ["-jar", self.jar]
        own = [self.jar] + [jar for jar in _jars(self.jar) if jar.name not in self.libraries.names]
        return ["-XX:SharedArchiveFile=%s" % self.libraries.archive, "-cp", ":".join(str(jar) for jar in self.libraries.jars() + own), main_class(self.jar)]

    def forget(self):
        """Removes the archive: whoever started with it fell."""
        if self.libraries is not None:
            with contextlib.suppress(FileNotFoundError):
                self.libraries.archive.unlink()


def main_class(jar):
    """What the jar itself would start."""
    with zipfile.ZipFile(str(jar)) as content:
        for line in content.read("META-INF/MANIFEST.MF").decode("utf-8").splitlines():
            if line.startswith("Main-Class: "):
                return line.partition(": ")[2].strip()
    raise LocalError("%s does not say what it starts" % jar)


def ready(places, jdk, say):
    """Each service's program; unpacks and archives what is not there yet."""
    jars = build.unpacked(places, jdk)
    groups = [_libraries(places, jdk, alike[0], [jars[name] for name in alike]) for alike in ALIKE]
    missing = [index for index, libraries in enumerate(groups) if libraries and not libraries.sound()]
    if missing:
        say("archiving the classes of the libraries (once for as long as these stay the same)")
        with ThreadPoolExecutor(max_workers=2) as pool:
            made = list(pool.map(lambda index: _made(places, jdk, groups[index], ALIKE[index][0], jars, say), missing))
        for index, libraries in zip(missing, made):
            groups[index] = libraries
    return {name: Program(jars[name], libraries) for alike, libraries in zip(ALIKE, groups) for name in alike}


def _jars(jar):
    folder = jar.parent / "lib"
    return sorted(folder.glob("*.jar")) if folder.is_dir() else []


def _libraries(places, jdk, first, jars):
    """What all these have of others, byte for byte; None where there is nothing."""
    version = build.version(places.project)
    ours = {"%s-%s.jar" % (module.name, version) for module in places.project.iterdir() if (module / "pom.xml").is_file()}
    common = set.intersection(*(set(_contents(jar)) for jar in jars))
    common = sorted(entry for entry in common if entry[0] not in ours)
    if not common:
        return None
    told = hashlib.sha256(repr((str(jdk), common, jvm.LAYOUT)).encode("utf-8"))
    if (jdk / "release").is_file():
        told.update((jdk / "release").read_bytes())
    return Libraries(places.build / "libraries" / first / told.hexdigest()[:12], [name for name, _ in common])


def _contents(jar):
    """Name and digest of each library of an unpacked jar; written beside it, since an unpacked folder does not change."""
    kept = jar.parent / "libraries"
    if not kept.is_file():
        write_whole(kept, "".join("%s %s\n" % (hashlib.sha256(library.read_bytes()).hexdigest(), library.name) for library in _jars(jar)))
    return [(name, digest) for digest, _, name in (line.partition(" ") for line in kept.read_text(encoding="utf-8").splitlines())]


def _made(places, jdk, libraries, name, jars, say):
    """The libraries with their archive, or None when it cannot be made: then the services start without, only slower."""
    folder = libraries.folder
    log = folder.with_suffix(".log")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        older = sorted((entry for entry in folder.parent.iterdir() if entry.is_dir() and entry != folder), key=lambda entry: entry.stat().st_mtime)
        whole_folder(folder, lambda filled: _fill(places, jdk, Libraries(filled, libraries.names), name, jars[name], log))
        with locked(folder.with_suffix(".lock"), seconds=LIMIT):
            if not libraries.sound():
                _archive(jdk, libraries, log)
        for entry in older[:-1]:
            remove_tree(entry)
        return libraries
    except (LocalError, OSError, subprocess.SubprocessError) as fault:
        say("the start will be slower, since there is no archive of the libraries of %s: %s (see %s)" % (name, fault, log))
        return None


def _fill(places, jdk, libraries, name, jar, log):
    """Links the jars, and lists the classes that a start up to its refreshed context needs; neither database nor broker is there."""
    (libraries.folder / "lib").mkdir()
    for to in libraries.jars():
        _link(jar.parent / "lib" / to.name, to)
    with tempfile.TemporaryDirectory(prefix="dondoc-classes-") as scratch:
        listed = Path(scratch) / "classes"
        command = [jdk / "bin" / "java", *jvm.LAYOUT, "-Xmx256m", "-XX:DumpLoadedClassList=%s" % listed, "-Dspring.context.exit=onRefresh", "-jar", jar]
        _run(command, log, dict(_nowhere(places, Path(scratch)).environment(name), SERVER_PORT="0", DONDOC_LOCAL_CLOCK_OFFSET="PT0S"))
        # Classes of loaders of its own cannot be found again on the class path
        lines = [line for line in listed.read_text(encoding="utf-8").splitlines() if " source: " not in line]
        write_whole(libraries.classes, "\n".join(lines) + "\n")


def _link(source, to):
    """A library under another name, of the same time: the JVM compares it."""
    try:
        os.link(str(source), str(to))
    except OSError:
        shutil.copy2(str(source), str(to))


def _nowhere(places, scratch):
    """What a service is told that meets nobody."""
    ports = {name: NOWHERE for names in services.PORTS.values() for name in names}
    told = {name: "local-" + name.ljust(32, "x") for name in ["local-secret", "setup-token"] + ["client-" + client for client in services.CLIENTS]}
    told.update({"demo-password": "none-of-anybody", "personal-data-key": "A" * 43})
    return services.Wiring(Places(data=scratch, project=places.project), ports, "mongodb://127.0.0.1:%d/?serverSelectionTimeoutMS=1" % NOWHERE, "127.0.0.1:%d" % NOWHERE, told)


def _archive(jdk, libraries, log):
    made = libraries.folder / ".classes.jsa"
    with contextlib.suppress(FileNotFoundError):
        made.unlink()
    _run([jdk / "bin" / "java", *jvm.LAYOUT, "-XX:+AOTClassLinking", "-Xshare:dump", "-XX:SharedClassListFile=%s" % libraries.classes, "-XX:SharedArchiveFile=%s" % made,
          "-Xlog:cds=error", "-cp", ":".join(str(jar) for jar in libraries.jars())], log, {})
    libraries.keep(made)


def _run(command, log, environment):
    told = {name: value for name, value in os.environ.items() if name not in (processes.PART, processes.DATA, processes.PRINT, "MONGODB_DATABASE")}
    with open(log, "wb") as output:
        code = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                              env=dict(told, **environment), timeout=LIMIT, check=False).returncode
    if code != 0:
        raise LocalError("java ended with %d" % code)
