import hashlib
import io
import json
import os
import subprocess
import tarfile
from pathlib import Path
from unittest import mock

from dondoc_local import bundling, parts, services
from dondoc_local.errors import LocalError
from dondoc_local.images import archive, checking, root, runtime
from dondoc_local.places import PROJECT

from .folders import WithFolder


class Archives(WithFolder):
    def tree(self, name):
        self.write(name + "/opt/java/bin/java", "x", mode=0o755)
        self.write(name + "/etc/passwd", root.PASSWD)
        (self.folder / name / "tmp").mkdir()
        os.symlink("usr/lib", str(self.folder / name / "lib"))
        return self.folder / name

    def test_the_same_files_give_the_same_bytes_whatever_their_times_and_owners(self):
        first, second = self.tree("a"), self.tree("b")
        os.utime(str(second / "etc" / "passwd"), (1, 1))
        (second / "etc" / "passwd").chmod(0o600)
        self.assertEqual(archive.layer(first, {"tmp": 0o1777}), archive.layer(second, {"tmp": 0o1777}))
        (second / "etc" / "passwd").write_text("other", encoding="utf-8")
        self.assertNotEqual(archive.layer(first), archive.layer(second))

    def image(self, name="image.tar", user="10001:10001", more=None):
        folder = self.tree("root-" + name)
        for file, mode in (more or {}).items():
            self.write("root-%s/%s" % (name, file), "x", mode=mode)
        config = {"created": "2026-01-01T00:00:00Z", "os": "linux", "architecture": "amd64", "config": {"User": user, "Entrypoint": ["java", "-cp", "x", "Main"], "Env": ["A=b"]}}
        content = archive.image([("root", archive.layer(folder, {"tmp": 0o1777}))], config, "dondoc/x:1")
        (self.folder / name).write_bytes(content)
        return self.folder / name

    def test_an_image_is_read_as_it_was_written(self):
        file = self.image()
        image = archive.Image(file)
        self.assertEqual(["dondoc/x:1"], image.tags)
        self.assertEqual("10001:10001", image.run["User"])
        self.assertEqual(file.read_bytes(), self.image("again.tar").read_bytes())
        target = self.folder / "unpacked"
        target.mkdir()
        image.unpack(target)
        self.assertEqual("x", (target / "opt/java/bin/java").read_text(encoding="utf-8"))
        self.assertTrue((target / "lib").is_symlink())
        self.assertEqual(["sha256:" + hashlib.sha256(archive.layer(self.folder / "root-image.tar", {"tmp": 0o1777})).hexdigest()], image.config["rootfs"]["diff_ids"])

    def test_what_does_not_belong_into_an_image_is_found(self):
        self.assertIn("x has no list of its parts", checking.faults(self.image(), "x"))
        found = checking.faults(self.image("bad.tar", user="", more={"usr/bin/sh": 0o755, "usr/bin/shred": 0o755}), "x")
        self.assertIn("x runs as root", found)
        self.assertEqual(["x holds usr/bin/sh"], [fault for fault in found if "usr/bin" in fault])

    def test_a_name_that_leads_out_of_an_image_is_not_unpacked(self):
        inner = io.BytesIO()
        with tarfile.open(fileobj=inner, mode="w") as tar:
            entry = tarfile.TarInfo("../outside")
            entry.size = 1
            tar.addfile(entry, io.BytesIO(b"x"))
        (self.folder / "evil.tar").write_bytes(archive.image([("root", inner.getvalue())], {"created": "x", "config": {}}, "x:1"))
        target = self.folder / "unpacked"
        target.mkdir()
        with self.assertRaises(tarfile.FilterError):
            archive.Image(self.folder / "evil.tar").unpack(target)


class TheRoot(WithFolder):
    def test_what_ldd_tells_is_understood(self):
        told = "\tlinux-vdso.so.1 (0x00007ffd)\n\tlibjli.so => /opt/jdk/bin/../lib/libjli.so (0x00007f1)\n\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2)\n\t/lib64/ld-linux-x86-64.so.2 (0x00007f3)\n"
        self.assertEqual({"libc.so.6": Path("/lib/x86_64-linux-gnu/libc.so.6"), "/lib64/ld-linux-x86-64.so.2": Path("/lib64/ld-linux-x86-64.so.2")}, root.linked(told, Path("/opt/jdk/bin")))

    def test_a_library_comes_with_its_links_and_its_package(self):
        library = Path("/lib/x86_64-linux-gnu/libc.so.6")
        taken = root.copied(library, self.folder)
        self.assertTrue((self.folder / "lib" / "x86_64-linux-gnu" / "libc.so.6").is_file())
        names = [name for name, _ in root.packages_of(taken)]
        self.assertEqual(["libc6"], names)
        bill = json.loads(root.bill(root.packages_of(taken), "25", ["java.base"]))
        self.assertIn("pkg:deb/debian/libc6@", bill["components"][0]["purl"])

    def test_a_program_runs_within_what_was_taken_for_it(self):
        if os.geteuid() != 0:
            self.skipTest("only root can look from within")
        for file in sorted(set(root.needed(["/usr/bin/true"]).values())) + [Path("/usr/bin/true")]:
            root.copied(file, self.folder)
        self.assertEqual(0, subprocess.run(["chroot", str(self.folder), "/usr/bin/true"], check=False).returncode)


class TheRuntime(WithFolder):
    def test_modules_are_read_from_what_jdeps_tells(self):
        self.assertEqual({"java.base", "java.net.http", "jdk.net"}, runtime._named("a.jar -> java.base\na.jar -> not found\nb.jar -> java.net.http\nb -> jdk.net\n"))


class TheBundle(WithFolder):
    def test_everything_is_in_it_and_nothing_of_an_installation(self):
        images = self.images()
        compose = (PROJECT / "deploy/compose/compose.yaml").read_text(encoding="utf-8")
        members = bundling.contents(PROJECT, images, bundling.others_of(compose))
        for needed in ("load", "deploy/compose/compose.yaml", "deploy/compose/.env.example", "deploy/compose/prepare", "deploy/helm/dondoc/Chart.yaml", "deploy/keycloak/dondoc-realm.json",
                       "deploy/prometheus/rules.yml", "deploy/grafana/dashboards/business.json", "docs/operating.md", "sbom/console.cdx.json", "images/plan-service.tar", "images/backup.tar"):
            self.assertIn(needed, members)
        for number in (1, 2):
            bundling.write(self.folder / ("bundle-%d.tar" % number), "dondoc-1", members)
            os.utime(str(images / "images.json"), (number, number))
        self.assertEqual((self.folder / "bundle-1.tar").read_bytes(), (self.folder / "bundle-2.tar").read_bytes())
        with tarfile.open(self.folder / "bundle-1.tar") as tar:
            tar.extractall(self.folder, filter="data")
        whole = self.folder / "dondoc-1"
        self.assertEqual(0, subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=str(whole), check=False).returncode)
        (whole / "images" / "console.tar").write_bytes(b"broken on the way")
        answer = subprocess.run([str(whole / "load")], capture_output=True, text=True, check=False)
        self.assertEqual(1, answer.returncode)
        self.assertIn("nothing is loaded", answer.stderr)

    def test_what_an_installation_made_beside_the_files_stays_where_it_is(self):
        for name in ("compose.yaml", ".env", "secrets/ca.key", "secrets/proxy/tls.key", "backups/night.dondoc", "__pycache__/x.pyc"):
            self.write("project/deploy/compose/" + name, "x")
        members = bundling.contents(self.folder / "project", self.images(), [])
        self.assertEqual(["deploy/compose/compose.yaml"], [name for name in members if name.startswith("deploy/")])

    def test_without_images_it_says_what_to_do(self):
        with self.assertRaises(LocalError) as missing:
            bundling.bundle_command(["--images", str(self.folder / "none" / "images"), "--out", str(self.folder / "new" / "bundle.tar")])
        self.assertIn("deploy/images/build", str(missing.exception))

    def images(self):
        """Archives with the names of our images, each with a list of its parts."""
        images = self.folder / "images"
        images.mkdir()
        bill = self.folder / "root" / "app/resources" / bundling.SBOM
        bill.parent.mkdir(parents=True)
        bill.write_text("{}", encoding="utf-8")
        for name in services.IMAGES:
            (images / (name + ".tar")).write_bytes(archive.image([("app", archive.layer(self.folder / "root"))], {"created": "x", "config": {}}, "dondoc/%s:1" % name))
        for name in ("base.cdx.json", "images.json"):
            (images / name).write_text("{}", encoding="utf-8")
        return images

    def test_the_images_of_others_are_named(self):
        names = bundling.others_of((PROJECT / "deploy/compose/compose.yaml").read_text(encoding="utf-8"))
        self.assertEqual(8, len(names))
        self.assertTrue(any(name.startswith("mongo:") for name in names))

    def test_the_version_is_that_of_the_build(self):
        self.assertRegex(bundling.version_of(PROJECT), r"^\d+\.\d+\.\d+$")
        self.assertIn("DONDOC_VERSION=%s\n" % bundling.version_of(PROJECT), (PROJECT / "deploy/compose/.env.example").read_text(encoding="utf-8"))
        chart = (PROJECT / "deploy/helm/dondoc/Chart.yaml").read_text(encoding="utf-8")
        self.assertIn('appVersion: "%s"' % bundling.version_of(PROJECT), chart)


class FetchedTools(WithFolder):
    def setUp(self):
        super().setUp()
        self.asked = []

    def test_the_promtool_on_path_comes_first(self):
        mine = self.program("bin/promtool", "")
        self.assertEqual(mine, parts.promtool({"PATH": str(self.folder / "bin"), "XDG_CACHE_HOME": str(self.folder)}))

    def test_packages_that_were_fetched_are_kept_and_no_others_are_taken_for_them(self):
        environment = {"XDG_CACHE_HOME": str(self.folder)}
        with mock.patch.object(parts, "_run", self.fetched):
            kept = parts.checking(environment)
            self.assertEqual((kept, 1), (parts.checking(environment), len(self.asked)))
            with mock.patch.object(parts, "CHECKING_PACKAGES", ("another==1.0",)):
                self.assertNotEqual(kept, parts.checking(environment))
        self.assertEqual("another==1.0", self.asked[1][-1])

    def fetched(self, command, *words):
        self.asked.append(command)
        Path(command[command.index("--target") + 1]).mkdir(parents=True, exist_ok=True)
