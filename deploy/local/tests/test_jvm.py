import os
import subprocess
import zipfile
from pathlib import Path
from unittest import mock

from dondoc_local import build, java, jvm, programs, services
from dondoc_local.places import PROJECT, Places
from dondoc_local.services import Service

from .folders import WithFolder

POM = '<project xmlns="http://maven.apache.org/POM/4.0.0"><version>0.1.0</version></project>'
HELLO = 'class Hello { public static void main(String[] told) { System.out.println(Greeting.to("%s")); } }'
GREETING = 'class Greeting { static String to(String whom) { return "%s " + whom; } }'


class Archives(WithFolder):
    """With a JVM, and the smallest program with a library: what spoils an archive must not spoil a start."""

    @classmethod
    def setUpClass(cls):
        cls.jdk = java.jdk(os.environ)

    def setUp(self):
        super().setUp()
        self.write("pom.xml", POM)
        self.write("own/pom.xml", POM)
        self.places = Places(data=self.folder / "data", project=self.folder)
        self.said = []
        self.jar = self.folder / "v1" / "hello.jar"
        self.library = self.folder / "v1" / "lib" / "greeting.jar"
        self.made("world", "hello")
        self.packed(self.folder / "v1" / "lib" / "own-0.1.0.jar")

    def packed(self, jar, *classes):
        jar.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(jar, "w") as content:
            content.writestr("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: Hello\nClass-Path: lib/greeting.jar\n\n")
            for name in classes:
                content.write(self.folder / name, name)

    def made(self, whom, greeting):
        sources = [str(self.write("Hello.java", HELLO % whom)), str(self.write("Greeting.java", GREETING % greeting))]
        subprocess.run([str(self.jdk / "bin" / "javac"), "-d", str(self.folder), *sources], check=True)
        self.packed(self.jar, "Hello.class")
        self.packed(self.library, "Greeting.class")

    def ready(self):
        with mock.patch.object(build, "unpacked", lambda places, jdk: {name: self.jar for name in services.NAMES}):
            return programs.ready(self.places, self.jdk, self.said.append)["console"]

    def started(self, program, words):
        """Starts it and tells from where it took the library's class."""
        loaded = self.folder / "loaded"
        first, *rest = [str(word) for word in jvm.command_line(self.jdk, Service("hello", 0, "64m"), program)]
        answer = subprocess.run([first, "-Xlog:class+load:file=%s" % loaded, *rest], capture_output=True, text=True, check=False)
        self.assertEqual((0, words + "\n", ""), (answer.returncode, answer.stdout, answer.stderr))
        return next(line.partition(" source: ")[2] for line in loaded.read_text(encoding="utf-8").splitlines() if " Greeting source: " in line)

    def test_what_spoils_an_archive_does_not_spoil_a_start(self):
        program = self.ready()
        archive = program.libraries.archive
        self.assertEqual(1, len(self.said))
        self.assertIn("shared objects", self.started(program, "hello world"))
        left = archive.stat()
        self.ready()
        self.assertEqual((left.st_ino, left.st_mtime_ns), (archive.stat().st_ino, archive.stat().st_mtime_ns), "taken, not made again")
        self.assertEqual(1, len(self.said))

        os.truncate(str(archive), left.st_size // 2)
        self.assertIn("greeting.jar", self.started(program, "hello world"))
        self.ready()
        self.assertTrue(program.libraries.sound(), "half of one is made anew")
        self.assertIn("shared objects", self.started(program, "hello world"))

        self.assertIn(b"for linux-amd64", archive.read_bytes()[:4096])
        archive.write_bytes(archive.read_bytes().replace(b"for linux-amd64", b"for linux-other", 1))
        self.assertIn("greeting.jar", self.started(program, "hello world"), "what another JDK made is not taken")
        self.assertNotEqual(program.libraries.folder, programs._libraries(self.places, Path("/other"), "console", [self.jar]).folder)
        program.forget()
        self.assertIn("greeting.jar", self.started(program, "hello world"), "without one it starts too")
        self.ready()
        self.assertIn("shared objects", self.started(program, "hello world"))

        # A library that comes into the place of another one runs as it is
        self.made("world", "good morning")
        program.libraries.jars()[0].unlink()
        os.link(str(self.library), str(program.libraries.jars()[0]))
        self.assertIn("greeting.jar", self.started(program, "good morning world"))

    def test_an_archive_outlives_builds_with_the_same_libraries(self):
        before = self.ready()
        library = self.library
        self.jar = self.folder / "v2" / "hello.jar"
        self.library = self.folder / "v2" / "lib" / "greeting.jar"
        self.made("moon", "hello")
        self.packed(self.folder / "v2" / "lib" / "own-0.1.0.jar", "Hello.class")
        self.library.write_bytes(library.read_bytes())
        after = self.ready()
        self.assertEqual(before.libraries.folder, after.libraries.folder)
        self.assertEqual(["greeting.jar"], after.libraries.names, "what is built here is in no archive")
        self.assertEqual(1, len(self.said))
        self.assertIn("shared objects", self.started(after, "hello moon"))

    def test_without_an_archive_a_service_starts_from_its_jar(self):
        self.write("Hello.java", "class Hello { public static void main(String[] told) { if (told.length == 0) System.exit(Integer.getInteger(\"code\", 3)); } }")
        subprocess.run([str(self.jdk / "bin" / "javac"), "-d", str(self.folder), str(self.folder / "Hello.java")], check=True)
        self.packed(self.jar, "Hello.class")
        program = self.ready()
        self.assertEqual(["-jar", self.jar], program.words())
        self.assertIn("java ended with 3", self.said[1])


class Images(WithFolder):
    def test_they_give_memory_back_as_a_local_run_does(self):
        pom = (PROJECT / "pom.xml").read_text(encoding="utf-8")
        self.assertEqual([], [option for option in (jvm.COMPACT, *jvm.GIVEN_BACK) if "<jvmFlag>%s</jvmFlag>" % option not in pom])
