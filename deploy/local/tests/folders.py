"""Folders and programs that tests make up."""

import os
import tempfile
import unittest
from pathlib import Path


class WithFolder(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)

    def write(self, name, text, mode=0o644, age=0):
        """A file of this name, `age` seconds old."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        file.chmod(mode)
        if age:
            seen = file.stat().st_mtime - age
            os.utime(str(file), (seen, seen))
        return file

    def program(self, name, script):
        return self.write(name, "#!/bin/sh\n" + script + "\n", mode=0o755)
