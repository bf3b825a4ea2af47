import os
import subprocess
import zipfile

from dondoc_local import java, jvm
from dondoc_local.places import PROJECT
from dondoc_local.services import Service

from .folders import WithFolder

HELLO = "class Hello { public static void main(String[] told) { System.out.println(\"%s\"); } }"


class Archives(WithFolder):
    """With a JVM, and the smallest program there is: what spoils an archive must not spoil a start."""

    @classmethod
    def setUpClass(cls):
        cls.jdk = java.jdk(os.environ)

    def made(self, word):
        source = self.write("Hello.java", HELLO % word)
        subprocess.run([str(self.jdk / "bin" / "javac"), "-d", str(self.folder), str(source)], check=True)
        with zipfile.ZipFile(self.jar, "w") as jar:
            jar.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: Hello\n\n")
            jar.write(self.folder / "Hello.class", "Hello.class")

    def started(self, word):
        command = [str(word) for word in jvm.command_line(self.jdk, Service("hello", 0, "64m"), self.jar)]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        self.assertEqual((0, word + "\n", ""), (answer.returncode, answer.stdout, answer.stderr))

    def test_what_spoils_an_archive_does_not_spoil_a_start(self):
        self.jar = self.folder / "hello.jar"
        archive = jvm.archive(self.jar)
        self.made("hello")
        self.started("hello")
        left = archive.stat()
        self.started("hello")
        self.assertEqual((left.st_ino, left.st_mtime_ns), (archive.stat().st_ino, archive.stat().st_mtime_ns), "taken, not made again")

        os.truncate(str(archive), left.st_size // 2)
        self.started("hello")
        self.assertEqual(left.st_size, archive.stat().st_size, "half of one is made anew")

        self.assertIn(b"for linux-amd64", archive.read_bytes()[:4096])
        archive.write_bytes(archive.read_bytes().replace(b"for linux-amd64", b"for linux-other", 1))
        self.started("hello")
        self.assertNotIn(b"for linux-other", archive.read_bytes()[:4096], "one of another JDK is made anew")

        # Each build is unpacked into a folder of its own, with an archive of its own; should another jar come into its place, it runs as it is
        self.made("other")
        self.started("other")


class Images(WithFolder):
    def test_they_give_memory_back_as_a_local_run_does(self):
        pom = (PROJECT / "pom.xml").read_text(encoding="utf-8")
        self.assertEqual([], [option for option in jvm.GIVEN_BACK if "<jvmFlag>%s</jvmFlag>" % option not in pom])
