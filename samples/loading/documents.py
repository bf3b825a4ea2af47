"""The plan documents as of a day, written by the Java part of this module."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from .errors import LoadError
from .province import FOLDER

RELEASE = 25
BUILD = "mvn -q -pl samples -am package -DskipTests"
MAIN = "vn.dondoc.samples.Main"


def render(day, folder, java=None):
    """Writes all documents for the day (YYYY-MM-DD) into the folder."""
    classes, libraries = FOLDER / "target" / "classes", FOLDER / "target" / "lib"
    if not (classes / "vn").is_dir() or not libraries.is_dir():
        raise LoadError("the samples are not built\n  build them with: %s" % BUILD)
    command = [java or found(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m",
               "-cp", "%s%s%s" % (classes, os.pathsep, libraries / "*"), MAIN, "--day", day, "--out", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    except (OSError, subprocess.SubprocessError) as fault:
        raise LoadError("the documents cannot be written: %s" % fault) from None
    if done.returncode != 0:
        raise LoadError("the documents cannot be written: %s" % (done.stderr.strip() or "ended with %d" % done.returncode))


def found():
    """The java of a JDK that is new enough: of JAVA_HOME, of PATH, then where systems put them."""
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    on_path = shutil.which("java")
    homes += [Path(on_path).resolve().parent.parent] if on_path else []
    homes += sorted(path for root in ("/usr/lib/jvm", "/Library/Java/JavaVirtualMachines", Path.home() / ".sdkman/candidates/java")
                    for path in Path(root).glob("*") if path.is_dir())
    for home in homes:
        for inner in (home, home / "Contents" / "Home"):
            if release(inner) >= RELEASE:
                return str(inner / "bin" / "java")
    raise LoadError("no Java %d here: set JAVA_HOME or give --java" % RELEASE)


def release(home):
    """The feature release of the Java in a folder; 0 where there is none."""
    if not (home / "bin" / "java").is_file() or not (home / "release").is_file():
        return 0
    stated = re.search(r'JAVA_VERSION="(\d+)', (home / "release").read_text(encoding="utf-8", errors="replace"))
    return int(stated.group(1)) if stated else 0
