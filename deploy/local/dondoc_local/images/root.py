"""The root file system of the base image: the shared libraries that programs need, taken from this Debian with a list of their packages, and no shell."""

import json
import re
import shutil
import subprocess
from pathlib import Path

from ..errors import LocalError

USER = 10001
PASSWD = "root:x:0:0:root:/root:/sbin/nologin\ndondoc:x:%d:%d:Đôn Đốc:/tmp:/sbin/nologin\n" % (USER, USER)
GROUP = "root:x:0:\ndondoc:x:%d:\n" % USER
NAME_SERVICE = "passwd: files\ngroup: files\nhosts: files dns\nservices: files\nprotocols: files\n"
RELEASE = 'ID=dondoc\nNAME="Đôn Đốc base"\nPRETTY_NAME="Đôn Đốc base, from packages of Debian"\nID_LIKE=debian\n'
OCR = Path("/usr/bin/tesseract")
OCR_DATA = ("vie", "eng", "osd")
# Loaded by name while a program runs, so no program lists them
BY_NAME = ("libnss_files.so.2", "libnss_dns.so.2", "libresolv.so.2", "libgcc_s.so.1", "libfreetype.so.6", "libfontconfig.so.1")
FONTS = ("/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/dejavu", "/etc/fonts/fonts.conf")


def needed(programs):
    """The shared libraries that these programs and libraries load, by the path that they ask for; those beside them left out."""
    found = {}
    for program in programs:
        answer = subprocess.run(["ldd", str(program)], capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})
        found.update(linked(answer.stdout, Path(program).parent))
    return found


def linked(told, beside):
    """What `ldd` tells: name and file of each library that lies elsewhere. X11 and sound are for screens: headless programs load neither."""
    found = {}
    for line in told.splitlines():
        match = re.match(r"\s*(?:(\S+) => )?(/\S+) \(0x[0-9a-f]+\)", line)
        if match and not match.group(2).startswith(str(beside)) and "/jvm/" not in match.group(2):
            found[match.group(1) or match.group(2)] = Path(match.group(2))
    return found


HEADFUL = re.compile(r"lib(awt_xawt|jawt|jsound|splashscreen)\.so$")


def headful(runtime):
    """Libraries of the runtime that draw on a screen or play sounds; no service does."""
    return sorted(file for file in (runtime / "lib").glob("*.so") if HEADFUL.search(file.name))


def assemble(folder, runtime, ocr):
    """Fills a folder; gives the packages that its files came from."""
    programs = [runtime / "bin" / "java", *(runtime / "lib").rglob("*.so")]
    if ocr:
        programs.append(OCR)
    libraries = needed(programs)
    libraries.update(_by_name())
    loader = next((file for file in libraries.values() if file.name.startswith("ld-linux")), None)
    if loader is None:
        raise LocalError("%s names no loader: not a runtime for this machine" % programs[0])
    taken = []
    for file in sorted(set(libraries.values())):
        taken += copied(file, folder)
    if ocr:
        taken += copied(OCR, folder)
        for data in sorted(Path("/usr/share/tesseract-ocr").glob("*/tessdata/*")):
            if data.stem in OCR_DATA:
                taken += copied(data, folder)
    for fonts in FONTS:
        for file in sorted([Path(fonts)] if Path(fonts).is_file() else Path(fonts).rglob("*.ttf")):
            taken += copied(file, folder)
    for name, text in (("etc/passwd", PASSWD), ("etc/group", GROUP), ("etc/nsswitch.conf", NAME_SERVICE), ("etc/os-release", RELEASE)):
        written(folder / name, text)
    for empty in ("tmp", "proc", "sys", "dev", "etc/dondoc", "var/cache/fontconfig"):
        (folder / empty).mkdir(parents=True, exist_ok=True)
    packages = packages_of(taken)
    for name, _ in packages:
        licence = Path("/usr/share/doc") / name / "copyright"
        if licence.is_file():
            written(folder / str(licence)[1:], licence.read_text(encoding="utf-8", errors="replace"))
    return packages


def _by_name():
    found = {}
    for name in BY_NAME:
        for place in (Path("/lib/x86_64-linux-gnu"), Path("/usr/lib/x86_64-linux-gnu")):
            if (place / name).exists():
                found[name] = place / name
                found.update(needed([place / name]))
                break
    return found


def copied(file, folder):
    """Copies a file and the links that lead to it, under the same names; in Debian /lib is /usr/lib, so it is here."""
    names = []
    while True:
        inside = under_usr(file)
        target = folder / str(inside)[1:]
        target.parent.mkdir(parents=True, exist_ok=True)
        names.append(file)
        if file.is_symlink():
            aim = file.parent / file.readlink()
            if not target.is_symlink():
                target.symlink_to(file.readlink())
            file = Path(_plain(aim))
            continue
        shutil.copyfile(file, target)
        target.chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)
        break
    for merged in ("lib", "lib64", "bin"):
        link = folder / merged
        if not link.is_symlink() and Path("/" + merged).is_symlink():
            link.symlink_to("usr/" + merged)
            (folder / "usr" / merged).mkdir(parents=True, exist_ok=True)
    return names


def _plain(path):
    parts = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    return str(Path(*parts))


def under_usr(file):
    """Where a file of /lib, /lib64 or /bin really lies on a machine whose /usr is merged."""
    first = file.parts[1]
    return Path("/usr") / file.relative_to("/") if first in ("lib", "lib64", "bin", "sbin") and Path("/" + first).is_symlink() else file


def packages_of(files):
    """Name and version of each Debian package that one of the files is from, sorted."""
    names = set()
    for file in files:
        for path in {str(file), str(under_usr(file)), re.sub(r"^/usr(?=/lib)", "", str(file))}:
            answer = subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True, check=False)
            names |= {line.split(":")[0].split(",")[0] for line in answer.stdout.splitlines() if not line.startswith("diversion")}
    found = []
    for name in sorted(names):
        version = subprocess.run(["dpkg-query", "-W", "-f=${Version}", name], capture_output=True, text=True, check=False).stdout.strip().split("\n")[0]
        found.append((name, version))
    return found


def written(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(0o644)


def bill(packages, java_version, modules):
    """What the base is made of, as CycloneDX."""
    components = [{"type": "library", "name": name, "version": version,
                   "purl": "pkg:deb/debian/%s@%s?arch=amd64" % (name, version)} for name, version in packages]
    components.append({"type": "platform", "name": "java-runtime", "version": java_version, "description": "modules: " + " ".join(modules)})
    return json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
                       "metadata": {"timestamp": "2026-01-01T00:00:00Z", "component": {"type": "container", "name": "dondoc-base"}},
                       "components": components}, indent=1, sort_keys=True) + "\n"
