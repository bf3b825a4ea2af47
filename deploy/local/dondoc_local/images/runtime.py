"""The Java runtime of the images: the modules that the applications' jars use, found by jdeps, linked by jlink."""

import io
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

from ..errors import LocalError
from ..services import IMAGES

# What no class names and is needed all the same: names of hosts and mongodb+srv, letters and dates in Vietnamese, old character sets of
# documents, files in archives, and what an operator looks into a running service with (jcmd, recordings)
BESIDES = ("jdk.naming.dns", "jdk.localedata", "jdk.charsets", "jdk.zipfs", "jdk.crypto.ec", "jdk.jcmd", "jdk.jfr", "jdk.management", "jdk.net", "jdk.unsupported")
LOCALES = "vi,en"
NEVER = {"java.se", "jdk.compiler", "jdk.jlink", "jdk.javadoc", "jdk.jshell"}


def modules(jdk, jars):
    """The sorted modules that the libraries and classes within Boot jars use, and those that are needed besides."""
    with tempfile.TemporaryDirectory() as scratch:
        libraries, classes = _unpacked(jars, Path(scratch))
        found = set(BESIDES)
        for root in classes + [libraries]:
            wanted = [str(root)] if root != libraries else sorted(str(file) for file in libraries.iterdir())
            found |= _named(_jdeps(jdk, libraries, wanted))
    return sorted(found - NEVER)


def _unpacked(jars, scratch):
    """Each library once, and the classes of each application in a folder."""
    libraries, classes = scratch / "lib", []
    libraries.mkdir()
    for packed in jars:
        root = scratch / packed.stem
        classes.append(root)
        with zipfile.ZipFile(packed) as jar:
            for name in jar.namelist():
                if name.startswith("BOOT-INF/lib/") and name.endswith(".jar"):
                    target = libraries / Path(name).name
                elif name.startswith("BOOT-INF/classes/") and name.endswith(".class"):
                    target = root / name[len("BOOT-INF/classes/"):]
                else:
                    continue
                target.parent.mkdir(parents=True, exist_ok=True)
                if target.suffix == ".jar":
                    _without_module(jar.read(name), target)
                else:
                    target.write_bytes(jar.read(name))
    return libraries, classes


def _without_module(content, target):
    """A library as it lies on a class path: what its module would require besides, and is not there, says nothing."""
    if target.exists():
        return
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as plain:
        for entry in packed.infolist():
            if entry.filename.endswith(".class") and not entry.filename.endswith("module-info.class") or entry.filename == "META-INF/MANIFEST.MF":
                plain.writestr(entry.filename, packed.read(entry))


def _jdeps(jdk, libraries, wanted):
    command = [str(jdk / "bin" / "jdeps"), "-q", "--ignore-missing-deps", "--multi-release", "25", "-summary", "--class-path", str(libraries / "*"), *wanted]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise LocalError("jdeps does not understand the jars:\n    %s" % (answer.stdout + answer.stderr).strip()[-800:])
    return answer.stdout


def _named(summary):
    return set(re.findall(r"-> ((?:java|jdk)\.[a-z0-9.]+)", summary))


def link(jdk, wanted, folder):
    """Links the runtime into a folder that does not exist yet; the archive of classes is for heaps that compress references, as all of ours do."""
    command = [str(jdk / "bin" / "jlink"), "--add-modules", ",".join(wanted), "--include-locales=" + LOCALES, "--strip-debug", "--no-man-pages",
               "--no-header-files", "--compress=zip-0", "--generate-cds-archive", "--output", str(folder)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise LocalError("jlink failed:\n    %s" % (answer.stdout + answer.stderr).strip()[-800:])
    # The applications' objects have small headers, for which jlink makes no archive; the health check's do not
    dumped = subprocess.run([str(folder / "bin" / "java"), "-XX:+UseCompactObjectHeaders", "-Xshare:dump"], capture_output=True, text=True, check=False)
    if dumped.returncode != 0:
        raise LocalError("the archive of classes is not made:\n    %s" % (dumped.stdout + dumped.stderr).strip()[-800:])
    for unused in folder.glob("lib/server/classes_nocoops*.jsa"):
        unused.unlink()
    for unused in ("bin/rmiregistry", "bin/keytool"):
        (folder / unused).unlink(missing_ok=True)


def applications(project, jar):
    """The Boot jars of all images."""
    found = [jar(project, name) for name in IMAGES]
    missing = [str(file) for file in found if not file.is_file()]
    if missing:
        raise LocalError("not built: " + ", ".join(missing))
    return found
