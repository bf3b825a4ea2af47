"""The base image of all applications, as an archive that Jib reads."""

import platform
import subprocess
import tempfile
from pathlib import Path

from ..errors import LocalError
from ..files import write_whole
from ..java import RELEASE
from . import archive, root, runtime

TAG = "dondoc/base"
JAVA = "opt/java"
HEALTH = Path("deploy") / "images" / "Health.java"
CONFIG = {
    "created": "2026-01-01T00:00:00Z", "os": "linux", "architecture": "amd64",
    "config": {
        "User": "%d:%d" % (root.USER, root.USER), "WorkingDir": "/tmp",
        "Env": ["PATH=/opt/java/bin:/usr/bin", "JAVA_HOME=/opt/java", "LANG=C.UTF-8", "MALLOC_ARENA_MAX=2"],
        "Labels": {"org.opencontainers.image.title": "Đôn Đốc base"},
    },
}


def build(project, jdk, jars, out, ocr, say):
    """Makes the archive anew and writes it where it differs; gives its modules and packages."""
    if platform.machine() != "x86_64":
        raise LocalError("images are made on x86_64 machines only; this is %s" % platform.machine())
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        modules = runtime.modules(jdk, jars)
        say("%d modules of Java are used: %s" % (len(modules), " ".join(modules)))
        java = work / "java" / JAVA
        java.parent.mkdir(parents=True)
        runtime.link(jdk, modules, java)
        for unused in root.headful(java):
            unused.unlink()
        _compiled(jdk, project / HEALTH, work / "java" / "opt" / "dondoc")
        packages = root.assemble(work / "root", java, ocr)
        bill = root.bill(packages, _version(java), modules)
        root.written(work / "root" / "usr" / "share" / "dondoc" / "base.cdx.json", bill)
        layers = [("root", archive.layer(work / "root", {"tmp": 0o1777})), ("java", archive.layer(work / "java"))]
        content = archive.image(layers, CONFIG, "%s:%s" % (TAG, RELEASE))
    if not out.is_file() or out.read_bytes() != content:
        out.parent.mkdir(parents=True, exist_ok=True)
        fresh = out.with_suffix(".fresh")
        fresh.write_bytes(content)
        fresh.replace(out)
    write_whole(out.with_name("base.cdx.json"), bill)
    say("%s: %d MB, from %d packages of this Debian: usr/share/dondoc/base.cdx.json in it" % (out.name, len(content) >> 20, len(packages)))
    return modules, packages


def _version(java):
    for line in (java / "release").read_text(encoding="utf-8").splitlines():
        if line.startswith("JAVA_VERSION="):
            return line.split('"')[1]
    return "unknown"


def _compiled(jdk, source, folder):
    folder.mkdir(parents=True, exist_ok=True)
    answer = subprocess.run([str(jdk / "bin" / "javac"), "-g:none", "--release", str(RELEASE), "-d", str(folder), str(source)], capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise LocalError("%s does not compile: %s" % (source, answer.stderr.strip()))
