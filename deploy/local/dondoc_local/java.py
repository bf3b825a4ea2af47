"""Finds the JDK that the services run on and the Maven that builds them."""

import os
import shutil
import subprocess
from pathlib import Path

from .errors import PartMissing

RELEASE = 25
REMEDY = "sudo apt-get install -y temurin-%d-jdk (or unpack any JDK %d and set JAVA_HOME)" % (RELEASE, RELEASE)


def release_of(home):
    """The feature release of the JDK in this folder, or None when it holds none that runs here."""
    home = Path(home)
    if not (home / "bin" / "java").is_file() or not (home / "bin" / "javac").is_file():
        return None
    return _stated(home / "release") or _asked(home / "bin" / "java")


def _stated(file):
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    for line in lines:
        if line.startswith("JAVA_VERSION="):
            return _feature(line.partition("=")[2].strip().strip('"'))
    return None


def _asked(java):
    try:
        answer = subprocess.run([str(java), "-XshowSettings:properties", "-version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError):
        return None
    for line in answer.stderr.splitlines():
        name, _, value = line.strip().partition(" = ")
        if name == "java.specification.version":
            return _feature(value)
    return None


def _feature(version):
    parts = version.replace("-", ".").replace("+", ".").split(".")
    if parts[0] == "1" and len(parts) > 1:
        parts = parts[1:]
    return int(parts[0]) if parts[0].isdigit() else None


def candidates(environment):
    """Folders that may hold a JDK: what the environment names first, then PATH, then where systems and people put them."""
    named = environment.get("JAVA_HOME")
    if named:
        yield Path(named)
    on_path = shutil.which("java", path=environment.get("PATH", os.defpath))
    if on_path:
        yield Path(on_path).resolve().parent.parent
    people = Path(environment.get("HOME", "~")).expanduser()
    for folder in (Path("/usr/lib/jvm"), people / ".sdkman" / "candidates" / "java", people / ".jdks", Path("/opt")):
        if folder.is_dir():
            yield from sorted(entry for entry in folder.iterdir() if entry.is_dir())


def jdk(environment=None):
    """The home of a JDK of the wanted release; raises with the command that brings one."""
    environment = os.environ if environment is None else environment
    for home in candidates(environment):
        if release_of(home) == RELEASE:
            return home
    raise PartMissing("JDK %d is missing: not in JAVA_HOME, on PATH, in /usr/lib/jvm, ~/.sdkman, ~/.jdks or /opt" % RELEASE, REMEDY)


def maven(environment=None):
    """The path of Maven; raises with the command that brings it."""
    environment = os.environ if environment is None else environment
    found = shutil.which("mvn", path=environment.get("PATH", os.defpath))
    if found:
        return Path(found)
    home = environment.get("MAVEN_HOME") or environment.get("M2_HOME")
    if home and (Path(home) / "bin" / "mvn").is_file():
        return Path(home) / "bin" / "mvn"
    raise PartMissing("Maven (mvn) is missing: not on PATH, no MAVEN_HOME", "sudo apt-get install -y maven")
