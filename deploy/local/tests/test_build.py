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
