"""Files that several processes share: locks, whole-file writes, folders that appear complete or not at all."""

import contextlib
import fcntl
import os
import shutil
import tempfile
import time
from pathlib import Path

from .errors import LocalError


@contextlib.contextmanager
def locked(path, seconds, waiting=None):
    """Holds an exclusive lock on the file; the system frees it when the holder dies, however it dies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "a", encoding="utf-8") as handle:
        give_up = time.monotonic() + seconds
        told = False
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                if not told and waiting is not None:
                    waiting()
                    told = True
                if time.monotonic() >= give_up:
                    raise LocalError("another process has held %s for %d s" % (path, seconds)) from None
                time.sleep(0.1)
        yield handle


def write_whole(path, text, mode=0o644):
    """Replaces the file in one step, so that a reader or a crash never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=str(path.parent), prefix="." + path.name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
            os.fchmod(handle.fileno(), mode)
            handle.write(text)
        os.replace(name, str(path))
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def whole_folder(target, fill):
    """Makes the folder `target` by `fill(temporary folder)`: it appears complete or not at all, also between processes."""
    target = Path(target)
    with locked(target.parent / (target.name + ".lock"), seconds=1200):
        if target.is_dir():
            return target
        with tempfile.TemporaryDirectory(dir=str(target.parent), prefix="." + target.name) as scratch:
            filled = Path(scratch) / "filled"
            filled.mkdir()
            fill(filled)
            os.replace(str(filled), str(target))
    return target


def remove_tree(path):
    """Removes a folder with all that is in it; a folder that does not exist is removed already."""
    if Path(path).exists():
        shutil.rmtree(str(path))
