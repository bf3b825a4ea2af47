import os

from dondoc_local import build
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

    def built(self, age=0):
        for name in build.BUILT:
            self.write("%s/target/%s-0.1.0.jar" % (name, name), "jar", age=age)

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
        self.built(age=50)
        self.write("platform/src/main/java/A.java", "class A { int a; }")
        self.assertEqual(list(build.BUILT), build.stale(self.places))

    def test_tests_and_modules_outside_the_services_change_nothing(self):
        self.built(age=50)
        self.write("platform/src/test/java/ATest.java", "class ATest {}")
        self.write("acceptance/src/main/java/A.java", "class A { int a; }")
        self.assertEqual([], build.stale(self.places))

    def test_a_jar_that_maven_saw_no_reason_to_change_counts_as_built(self):
        self.built(age=50)
        self.write("platform/src/main/java/A.java", "class A {}")
        write_whole(self.places.build / "sources", build.stamp(self.folder)[0] + "\n")
        self.assertEqual([], build.stale(self.places))
        os.unlink(str(build.jar(self.folder, "console")))
        self.assertEqual(["console"], build.stale(self.places))
