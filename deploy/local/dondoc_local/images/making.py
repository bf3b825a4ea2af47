"""Images of the applications and of the backup program, by Jib on the base of ours."""

import hashlib
import json

from ..build import jar, maven
from ..errors import LocalError
from ..files import write_whole
from ..services import IMAGES
from . import base, root, runtime
from .archive import Image


def make(places, jdk, out, environment, ocr, say):
    """Builds the base and the images; gives what each is."""
    out.mkdir(parents=True, exist_ok=True)
    base.build(places.project, jdk, runtime.applications(places.project, jar), out / "base.tar", ocr, say)
    maven(places, jdk, environment, IMAGES, "-Pimages", "-Djib.console=plain", "-Ddondoc.images=" + str(out), log="jib.log", complaint="Jib failed")
    told = {}
    for name in IMAGES:
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
