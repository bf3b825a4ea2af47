"""Archives whose bytes depend on their contents only: sorted, one date, owned by root unless told otherwise."""

import gzip
import hashlib
import io
import json
import tarfile
from pathlib import Path

# 2026-01-01T00:00:00Z, as project.build.outputTimestamp says for the jars
EPOCH = 1767225600
LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip"


def layer(folder, modes=None):
    """The tar of a folder, as bytes: names from the folder's root, `modes` for what is not 0755 or 0644."""
    modes = modes or {}
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for path in sorted(folder.rglob("*"), key=lambda entry: entry.relative_to(folder).parts):
            name = path.relative_to(folder).as_posix()
            entry = tarfile.TarInfo(name)
            entry.mtime = EPOCH
            if path.is_symlink():
                entry.type, entry.linkname, entry.mode = tarfile.SYMTYPE, str(path.readlink()), 0o777
                tar.addfile(entry)
            elif path.is_dir():
                entry.type, entry.mode = tarfile.DIRTYPE, modes.get(name, 0o755)
                tar.addfile(entry)
            else:
                entry.size = path.stat().st_size
                entry.mode = modes.get(name, 0o755 if path.stat().st_mode & 0o100 else 0o644)
                with open(path, "rb") as content:
                    tar.addfile(entry, content)
    return out.getvalue()


def image(layers, config, tag):
    """A `docker save` archive of layers (name, tar bytes) over nothing, as bytes."""
    packed = [(name, gzip.compress(content, compresslevel=6, mtime=0)) for name, content in layers]
    whole = dict(config)
    whole["rootfs"] = {"type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(content).hexdigest() for _, content in layers]}
    whole["history"] = [{"created": config["created"], "created_by": name, "comment": "made from packages of the build machine"} for name, _ in layers]
    manifest = [{"Config": "config.json", "RepoTags": [tag], "Layers": [name + ".tar.gz" for name, _ in packed]}]
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, content in [("config.json", _json(whole)), ("manifest.json", _json(manifest))] + [(name + ".tar.gz", content) for name, content in packed]:
            entry = tarfile.TarInfo(name)
            entry.mtime, entry.mode, entry.size = EPOCH, 0o644, len(content)
            tar.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def _json(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("utf-8")


class Image:
    """An image as an archive of `docker save` or Jib's buildTar holds it."""

    def __init__(self, file):
        self.file = Path(file)
        with tarfile.open(self.file) as tar:
            described = json.loads(tar.extractfile("manifest.json").read())[0]
            self.tags = described.get("RepoTags") or []
            self.layers = described["Layers"]
            raw = tar.extractfile(described["Config"]).read()
        self.config = json.loads(raw)
        # What an engine shows as the image's id
        self.id = "sha256:" + hashlib.sha256(raw).hexdigest()

    @property
    def run(self):
        """What an engine is told for running it: user, entry point, variables, ports."""
        return self.config["config"]

    def unpack(self, folder):
        """Lays the layers over each other in a folder; gives for each layer the names that it holds."""
        names = []
        with tarfile.open(self.file) as outer:
            for name in self.layers:
                with tarfile.open(fileobj=outer.extractfile(name), mode="r:*") as inner:
                    names.append(inner.getnames())
                    inner.extractall(folder, filter=_kept)  # noqa: S202 (our own archive)
        return names

    def entries(self):
        """Each entry of each layer, without unpacking it."""
        with tarfile.open(self.file) as outer:
            for name in self.layers:
                with tarfile.open(fileobj=outer.extractfile(name), mode="r:*") as inner:
                    yield from inner


def _kept(member, folder):
    """Links inside the image are absolute and mean its own root: they are unpacked as they stand."""
    if member.name.startswith("/") or ".." in Path(member.name).parts or member.isdev():
        raise tarfile.FilterError("a name that leads out of the image: " + member.name)
    return member
