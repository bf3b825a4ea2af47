"""Images of the five applications, by Jib on the base of ours."""

import hashlib
import json
import os
import subprocess

from .. import java
from ..build import jar, maven_environment
from ..errors import LocalError
from ..files import write_whole
from ..services import NAMES
from . import base, root, runtime
from .archive import Image


def make(places, jdk, out, environment, ocr, say):
    """Builds the base and the images; gives what each is."""
    out.mkdir(parents=True, exist_ok=True)
    base.build(places.project, jdk, runtime.applications(places.project, jar), out / "base.tar", ocr, say)
    _jib(places, jdk, out, environment)
    told = {}
    for name in NAMES:
        file = out / (name + ".tar")
        image = Image(file)
        told[name] = {"tag": image.tags[0], "id": image.id, "archive": file.name, "bytes": file.stat().st_size, "sha256": digest(file)}
        say("%s  %s  %d MB" % (image.tags[0], image.id, file.stat().st_size >> 20))
    write_whole(out / "images.json", json.dumps(told, indent=2, sort_keys=True) + "\n")
    return told


def with_ocr(wish):
    """Whether the base gets the program that reads scans: when it is asked for, or where it is and nothing was said."""
    if wish and not root.OCR.is_file():
        raise LocalError("tesseract is missing", "sudo apt-get install -y tesseract-ocr tesseract-ocr-vie")
    return root.OCR.is_file() if wish is None else wish


def digest(file):
    """SHA-256 of a file's bytes."""
    hashed = hashlib.sha256()
    with open(file, "rb") as content:
        for block in iter(lambda: content.read(1 << 20), b""):
            hashed.update(block)
    return hashed.hexdigest()


def _jib(places, jdk, out, environment):
    log = places.build / "jib.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    on_path = any(os.path.exists(os.path.join(folder, "java")) for folder in environment.get("PATH", os.defpath).split(os.pathsep))
    command = [str(java.maven(environment)), "-B", "-q", "-Dstyle.color=never", "-Pimages", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true",
               "-Djib.console=plain", "-Ddondoc.images=" + str(out), "-pl", ",".join(NAMES), "-am", "package"]
    with open(log, "wb") as output:
        code = subprocess.run(command, cwd=str(places.project), env=maven_environment(environment, jdk, on_path),
                              stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, check=False).returncode
    if code != 0:
        last = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-25:]
        raise LocalError("Jib failed:\n    %s" % "\n    ".join(last), "all of it: %s" % log)
