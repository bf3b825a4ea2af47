import os

from dondoc_local import build
from dondoc_local.errors import LocalError
from dondoc_local.files import write_whole
from dondoc_local.places import Places

from .folders import WithFolder

POM = '<project xmlns="http://maven.apache.org/POM/4.0.0"><version>0.1.0</version></project>'


class Staleness(WithFolder):
    def setUp(self):
        super().setUp()
        self.write("pom.xml", POM, age=100)
        for module in build.BUILT + ("platform", "acceptance"):
            self.write(module + "/pom.xml", POM, age=100)
            self.write(module + "/src/main/java/A.java", "class A {}", age=100)
        self.places = Places(data=self.folder / "data", project=self.folder)

    def built(self):
        """Jars written now, with the date of the release."""
        for name in build.BUILT:
            self.write("%s/target/%s-0.1.0.jar" % (name, name), "jar", age=10000000)

    def changed(self, name, text):
        """A file that is written after the jars."""
        self.write(name, text, age=-50)

    def test_the_jar_has_the_name_that_its_module_gives_it(self):
        self.assertEqual("console-0.1.0.jar", build.jar(self.folder, "console").name)
        self.write("console/pom.xml", POM.replace("<version>", "<build><finalName>console</finalName></build><version>"))
        self.assertEqual("console.jar", build.jar(self.folder, "console").name)

    def test_without_jars_all_are_built(self):
        self.assertEqual(list(build.BUILT), build.stale(self.places))

    def test_jars_newer_than_the_sources_are_taken_whoever_built_them(self):
        self.built()
        self.assertEqual([], build.stale(self.places))

    def test_a_source_or_pom_that_every_service_depends_on_makes_all_stale(self):
        self.built()
        self.changed("platform/src/main/java/A.java", "class A { int a; }")
        self.assertEqual(list(build.BUILT), build.stale(self.places))

    def test_tests_and_modules_outside_the_services_change_nothing(self):
        self.built()
        self.changed("platform/src/test/java/ATest.java", "class ATest {}")
        self.changed("acceptance/src/main/java/A.java", "class A { int a; }")
        self.assertEqual([], build.stale(self.places))

    def test_a_jar_that_maven_saw_no_reason_to_change_counts_as_built(self):
        self.built()
        self.changed("platform/src/main/java/A.java", "class A {}")
        write_whole(self.places.build / "sources", build.stamp(self.folder)[0] + "\n")
        self.assertEqual([], build.stale(self.places))
        os.unlink(str(build.jar(self.folder, "console")))
        self.assertEqual(["console"], build.stale(self.places))


    def test_images_are_stale_where_only_what_runs_was_built(self):
        self.built()
        self.write("backup/pom.xml", POM, age=100)
        self.assertEqual(["backup"], build.stale(self.places, build.PACKED))


class Building(WithFolder):
    """With a Maven that notes what it is told."""

    def setUp(self):
        super().setUp()
        self.write("pom.xml", POM)
        for module in build.BUILT:
            self.write(module + "/pom.xml", POM)
        self.places = Places(data=self.folder / "data", project=self.folder)
        self.said = []

    def ensured(self, script, **more):
        self.program("bin/mvn", script)
        environment = dict({"PATH": "%s:%s" % (self.folder / "bin", os.defpath)}, **more)
        build.ensure(self.places, self.folder / "jdk", environment, self.said.append)

    def test_what_is_missing_is_named_and_built_once(self):
        jars = " ".join("%s/target/%s-0.1.0.jar" % (name, name) for name in build.BUILT)
        script = 'echo "$@" >> asked; for jar in %s; do mkdir -p $(dirname $jar); echo jar > $jar; done' % jars
        self.ensured(script)
        self.ensured(script)
        asked = (self.folder / "asked").read_text(encoding="utf-8").splitlines()
        self.assertEqual(1, len(asked))
        self.assertIn("-pl %s -am package" % ",".join(build.BUILT), asked[0])
        self.assertEqual(2, len(self.said))
        self.assertIn("console", self.said[0])

    def test_what_was_built_is_finished_before_it_is_said(self):
        self.program("bin/mvn", "")
        build.ensure(self.places, self.folder / "jdk", {"PATH": "%s:%s" % (self.folder / "bin", os.defpath)}, self.said.append, finish=lambda: self.said.append("finished"))
        self.assertEqual(["finished", "built"], self.said[1:])

    def test_a_build_that_fails_is_told_with_the_end_of_its_output(self):
        with self.assertRaises(LocalError) as failed:
            self.ensured("echo first; seq 30; echo 'cannot find symbol' >&2; exit 1")
        self.assertIn("cannot find symbol", str(failed.exception))
        self.assertNotIn("first", str(failed.exception))
        self.assertIn(str(self.places.build / "maven.log"), str(failed.exception))

    def test_maven_runs_on_our_jdk_where_there_is_no_other(self):
        for folder, home in (("none", str(self.folder / "jdk")), ("some", None)):
            (self.folder / folder).mkdir()
            if home is None:
                self.program(folder + "/java", "")
            told = build.maven_environment({"PATH": str(self.folder / folder)}, self.folder / "jdk")
            self.assertEqual((home, str(self.folder / "jdk")), (told.get("JAVA_HOME"), told["JAVA25_HOME"]))
        self.assertNotIn("JAVA_TOOL_OPTIONS", told)
        self.assertEqual(build.SHORT + " -Xmx9g", build.packaging_environment({"PATH": "", "JAVA_TOOL_OPTIONS": "-Xmx9g"}, self.folder / "jdk")["JAVA_TOOL_OPTIONS"])
        self.assertEqual("/mine", build.maven_environment({"PATH": "", "JAVA_HOME": "/mine"}, self.folder / "jdk")["JAVA_HOME"])


class Unpacking(WithFolder):
    """With a stand-in for the JDK that "unpacks" by noting that it was asked."""

    def setUp(self):
        super().setUp()
        self.write("pom.xml", POM)
        for name in build.BUILT:
            self.write(name + "/pom.xml", POM)
            self.write("%s/target/%s-0.1.0.jar" % (name, name), "first")
        self.program("jdk/bin/java", 'for last; do :; done; echo asked >> "%s"; echo content > "$last/unpacked"' % (self.folder / "asked"))
        self.places = Places(data=self.folder / "data", project=self.folder)

    def unpacked(self):
        return build.unpacked(self.places, self.folder / "jdk")

    def asked(self):
        return len((self.folder / "asked").read_text(encoding="utf-8").splitlines())

    def test_each_jar_is_unpacked_once(self):
        first = self.unpacked()
        self.assertEqual(first, self.unpacked())
        self.assertEqual(len(first), self.asked())
        self.assertTrue(first["console"].with_name("unpacked").is_file())

    def test_the_same_bytes_written_again_are_the_same_build(self):
        first = self.unpacked()
        self.write("console/target/console-0.1.0.jar", "first")
        self.assertEqual(first, self.unpacked())

    def test_another_build_of_the_same_size_and_date_is_another_one(self):
        first = self.unpacked()
        jar = build.jar(self.folder, "console")
        date = jar.stat().st_mtime_ns
        jar.write_text("other", encoding="utf-8")
        os.utime(str(jar), ns=(date, date))
        again = self.unpacked()
        self.assertEqual({"console"}, {name for name in first if first[name] != again[name]})

    def test_without_a_jar_the_message_says_what_to_do(self):
        build.jar(self.folder, "console").unlink()
        with self.assertRaises(LocalError) as missing:
            self.unpacked()
        self.assertIn("without --no-build", str(missing.exception))
