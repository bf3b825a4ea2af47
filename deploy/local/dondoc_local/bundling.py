"""The command deploy/offline/bundle: one archive with everything of ours that an installation needs; also of others, for a server without a network."""

import argparse
import hashlib
import io
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from .errors import LocalError
from .images.archive import EPOCH
from .images.making import digest
from .places import Places
from .services import IMAGES

FOLDERS = ("deploy/compose", "deploy/helm", "deploy/grafana", "deploy/prometheus", "deploy/keycloak", "docs")
NEVER = {".env", "secrets", "backups", "__pycache__", "rehearse"}
SBOM = "META-INF/sbom/application.cdx.json"


def bundle_command(arguments):
    parser = argparse.ArgumentParser(prog="bundle", description="Makes target/dondoc-VERSION.tar: our images, compose, chart, rules, dashboards, pages, lists of parts, checksums.",
                                     epilog="The images are those of deploy/images/build. On the server: tar xf …, then ./load. Without --with-others the server fetches the images of Kafka, MongoDB and the others.")
    parser.add_argument("--images", metavar="FOLDER", help="where the images are (target/images)")
    parser.add_argument("--out", metavar="FILE", help="the archive to write")
    parser.add_argument("--with-others", action="store_true", help="also the images of Kafka, MongoDB and the others; needs a container engine that has or reaches them")
    asked = parser.parse_args(arguments)
    places = Places()
    version = version_of(places.project)
    images = Path(asked.images).resolve() if asked.images else places.project / "target" / "images"
    out = Path(asked.out).resolve() if asked.out else places.project / "target" / ("dondoc-%s.tar" % version)
    others = others_of((places.project / "deploy/compose/compose.yaml").read_text(encoding="utf-8"))
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=str(out.parent)) as scratch:
        extra = _others(others, Path(scratch)) if asked.with_others else None
        members = contents(places.project, images, others, extra)
        write(out, "dondoc-" + version, members)
    print("%s: %d MB, %d files, sha256 %s" % (out, out.stat().st_size >> 20, len(members) + 1, digest(out)))
    return 0


def version_of(project):
    """The version of the build."""
    return re.search(r"<artifactId>dondoc</artifactId>\s*<version>([^<]+)</version>", (project / "pom.xml").read_text(encoding="utf-8")).group(1)


def others_of(compose):
    """The images of a compose file that are not ours."""
    return sorted({image for image in re.findall(r"(?m)^\s+image: (\S+)$", compose) if not image.startswith("dondoc/")})


def _others(names, scratch):
    if shutil.which("docker") is None:
        raise LocalError("docker is missing: it brings the images of others", "leave --with-others away: the server then fetches them")
    file = scratch / "others.tar"
    for command in [["docker", "pull", "--quiet", name] for name in names] + [["docker", "save", "-o", str(file), *names]]:
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        if answer.returncode != 0:
            raise LocalError("%s failed: %s" % (" ".join(command[:4]), answer.stderr.strip()[-300:]))
    return file


def contents(project, images, others, extra=None):
    """What the archive holds: each name with a file or bytes."""
    members = {}
    for name in IMAGES:
        file = images / (name + ".tar")
        if not file.is_file():
            raise LocalError("there is no image of %s in %s" % (name, images), "make them with: deploy/images/build")
        members["images/%s.tar" % name] = file
        members["sbom/%s.cdx.json" % name] = sbom(file)
    if extra:
        members["images/others.tar"] = extra
    members["sbom/base.cdx.json"] = images / "base.cdx.json"
    members["images.json"] = images / "images.json"
    for folder in FOLDERS:
        for file in sorted((project / folder).rglob("*")):
            inside = file.relative_to(project)
            if file.is_file() and not NEVER & set(inside.parts):
                members[inside.as_posix()] = file
    for name in ("README.md", "UPGRADING.md"):
        if (project / name).is_file():
            members[name] = project / name
    members["load"] = project / "deploy/offline/load"
    members["OTHER-IMAGES"] = ("\n".join(others) + "\n").encode("ascii")
    return members


def sbom(image):
    """The list of parts within an image."""
    with tarfile.open(image) as outer:
        for name in outer.getnames():
            if name.endswith(".tar.gz"):
                with tarfile.open(fileobj=outer.extractfile(name), mode="r:gz") as layer:
                    for entry in layer:
                        if entry.name.lstrip("/").endswith(SBOM):
                            return layer.extractfile(entry).read()
    raise LocalError("%s has no list of its parts" % image)


def write(out, prefix, members):
    """An archive of the members and their checksums; the same members give the same bytes."""
    sums = []
    fresh = out.with_suffix(".fresh")
    with tarfile.open(fresh, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name in sorted(members):
            source = members[name]
            entry = tarfile.TarInfo("%s/%s" % (prefix, name))
            entry.mtime, entry.mode = EPOCH, 0o644
            if isinstance(source, bytes):
                entry.size = len(source)
                tar.addfile(entry, io.BytesIO(source))
                sums.append("%s  %s" % (hashlib.sha256(source).hexdigest(), name))
                continue
            entry.size = source.stat().st_size
            entry.mode = 0o755 if source.stat().st_mode & 0o100 else 0o644
            with open(source, "rb") as content:
                tar.addfile(entry, content)
            sums.append("%s  %s" % (digest(source), name))
        listed = ("\n".join(sums) + "\n").encode("utf-8")
        entry = tarfile.TarInfo(prefix + "/SHA256SUMS")
        entry.mtime, entry.mode, entry.size = EPOCH, 0o644, len(listed)
        tar.addfile(entry, io.BytesIO(listed))
    fresh.replace(out)
