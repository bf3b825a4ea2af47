import os
from unittest import mock

from dondoc_local import java, parts
from dondoc_local.errors import LocalError, PartMissing

from .folders import WithFolder

BARE = "/usr/bin:/bin"


class FindingParts(WithFolder):
    def environment(self, **more):
        return dict({"HOME": str(self.folder / "home"), "PATH": str(self.folder / "bin") + ":" + BARE,
                     "XDG_CACHE_HOME": str(self.folder / "cache")}, **more)

    def cached(self, name, version="v6.0.5"):
        return self.program("cache/dondoc/mongod-0.4.0/" + name, "echo 'db version %s'" % version)

    def test_the_mongod_on_path_comes_first(self):
        self.cached("mongod")
        mine = self.program("bin/mongod", "echo 'db version v7.0.1'")
        self.assertEqual(mine, parts.mongod(self.environment()))

    def test_a_mongod_that_is_too_old_or_broken_is_passed_over(self):
        kept = self.cached("mongod")
        for script in ("echo 'db version v4.4.2'", "exit 127"):
            self.program("bin/mongod", script)
            self.assertEqual(kept, parts.mongod(self.environment()))

    def test_a_fetched_mongod_that_does_not_start_names_the_remedy(self):
        self.program("cache/dondoc/mongod-0.4.0/mongod", "echo 'libcurl.so.4: cannot open' >&2; exit 127")
        with self.assertRaises(PartMissing) as missing:
            parts.mongod(self.environment())
        self.assertIn("libcurl.so.4", str(missing.exception))
        self.assertIn("apt-get install", str(missing.exception))

    def test_the_broker_of_kafka_home_comes_first(self):
        libs = self.write("kafka/libs/kafka_2.13-4.1.0.jar", "").parent
        self.assertEqual(libs, parts.kafka(self.environment(KAFKA_HOME=str(self.folder / "kafka"))))

    def test_the_broker_of_the_start_script_on_path_is_taken(self):
        libs = self.write("kafka/libs/kafka_2.13-4.1.0.jar", "").parent
        script = self.program("kafka/bin/kafka-server-start.sh", "")
        (self.folder / "bin").mkdir()
        os.symlink(str(script), str(self.folder / "bin" / "kafka-server-start.sh"))
        self.assertEqual(libs.resolve(), parts.kafka(self.environment()))

    def test_a_broker_that_still_needs_zookeeper_is_passed_over_and_a_failing_maven_is_told(self):
        self.write("kafka/libs/kafka_2.13-3.4.0.jar", "")
        self.program("bin/mvn", "echo x >> %s; echo 'no network' >&2; exit 1" % (self.folder / "tries"))
        with mock.patch.object(parts, "PAUSES", (0.0, 0.0)), self.assertRaises(LocalError) as fault:
            parts.kafka(self.environment(KAFKA_HOME=str(self.folder / "kafka")))
        self.assertEqual(3, len((self.folder / "tries").read_text(encoding="ascii").split()))
        self.assertIn("no network", str(fault.exception))
        self.assertEqual(["kafka-%s-%s.lock" % (parts.broker_version(), parts._recipe())], sorted(os.listdir(str(self.folder / "cache" / "dondoc"))))

    def test_a_registry_that_is_away_for_a_moment_is_asked_again(self):
        tries = self.folder / "tries"
        self.program("bin/mvn", "for word; do case $word in -DoutputDirectory=*) into=${word#*=};; esac; done\n"
                     "if [ -e %s ]; then touch $into/kafka_2.13-4.1.0.jar; else touch %s; exit 1; fi" % (tries, tries))
        with mock.patch.object(parts, "PAUSES", (0.0,)):
            self.assertTrue(list(parts.kafka(self.environment()).glob("kafka_2.13-*.jar")))

    def test_a_package_that_was_fetched_is_kept_and_one_that_cannot_be_leaves_nothing(self):
        kept = self.write("cache/dondoc/schemathesis-%s/schemathesis/__init__.py" % parts.SCHEMATHESIS_PACKAGE.split("==")[1], "").parent.parent
        self.assertEqual(kept, parts.schemathesis(self.environment()))

    def test_without_maven_the_message_brings_it(self):
        with self.assertRaises(PartMissing) as missing:
            java.maven({"PATH": str(self.folder)})
        self.assertIn("apt-get install -y maven", str(missing.exception))


class FindingTheJdk(WithFolder):
    def jdk(self, name, version):
        self.program(name + "/bin/java", "")
        self.program(name + "/bin/javac", "")
        self.write(name + "/release", 'IMPLEMENTOR="x"\nJAVA_VERSION="%s"\n' % version)
        return self.folder / name

    def environment(self, **more):
        return dict({"HOME": str(self.folder), "PATH": str(self.folder / "nothing")}, **more)

    def test_java_home_is_taken_when_it_has_the_release(self):
        home = self.jdk("mine", "25.0.1")
        self.jdk(".jdks/other", "25")
        self.assertEqual(home, java.jdk(self.environment(JAVA_HOME=str(home))))

    def test_an_older_java_home_is_passed_over(self):
        old = self.jdk("old", "17.0.2")
        self.assertEqual(17, java.release_of(old))
        self.assertEqual(25, java.release_of(java.jdk(self.environment(JAVA_HOME=str(old), PATH=os.defpath))))

    def test_early_access_and_the_old_numbering_are_read(self):
        self.assertEqual(25, java.release_of(self.jdk("ea", "25-ea")))
        self.assertEqual(8, java.release_of(self.jdk("eight", "1.8.0_392")))

    def test_a_runtime_without_compiler_does_not_count(self):
        home = self.jdk("jre", "25.0.1")
        (home / "bin" / "javac").unlink()
        self.assertIsNone(java.release_of(home))

    def test_jdks_of_sdkman_and_of_editors_are_found(self):
        found = list(java.candidates(self.environment()))
        self.jdk(".sdkman/candidates/java/25.0.1-tem", "25.0.1")
        self.jdk(".jdks/temurin-25", "25.0.1")
        names = [home.name for home in java.candidates(self.environment()) if home not in found]
        self.assertEqual(["25.0.1-tem", "temurin-25"], names)
