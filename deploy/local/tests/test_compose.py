import json
import re
import subprocess
import sys
from pathlib import Path

from dondoc_local import parts, services, settings
from dondoc_local.places import PROJECT

from . import checking
from .folders import WithFolder

OURS = services.NAMES
# A start does not ask for these, but a broker with SASL does, and the console of who calls others in its own name
BROKER = {"KAFKA_USERNAME", "KAFKA_PASSWORD"}
CALLERS = ("reporting-service", "notification-service")
# Known by the JVM or by Spring Boot itself
FRAMEWORK = {"JAVA_TOOL_OPTIONS", "SERVER_FORWARD_HEADERS_STRATEGY"}
# For compose itself, not for the file
OF_COMPOSE = {"COMPOSE_PROFILES"}


def needed(name):
    """What an application must be told outside of local runs; the rehearsal of deploy/compose shows that it is enough."""
    beside = (BROKER if name in settings.SERVICES else set()) | ({"DONDOC_CLIENT_SECRET"} if name in CALLERS else set())
    return set(settings.needed(name)) | beside | {"DONDOC_METRICS_TOKEN"}


def megabytes(text):
    number, unit = re.fullmatch(r"(\d+)([mMgG])i?", text).groups()
    return int(number) * (1024 if unit in "gG" else 1)


def room_beside_readers(limit, at_once):
    """Megabytes that plan-service has left: its heap, as its image sets it, and the processes that read documents, each with its heap and a hundred for all else."""
    of_limit = int(re.search(r"-XX:MaxRAMPercentage=(\d+)", (PROJECT / "plan-service" / "pom.xml").read_text(encoding="utf-8")).group(1))
    heap = int(re.search(r"DONDOC_READING_MEMORY:(\d+)", (PROJECT / "plan-service/src/main/resources/application.yaml").read_text(encoding="utf-8")).group(1))
    return limit - limit * of_limit // 100 - at_once * (heap + 100)


class ComposeFiles(WithFolder):
    @classmethod
    def setUpClass(cls):
        checking.bring()
        import yaml
        cls.text = (checking.COMPOSE / "compose.yaml").read_text(encoding="utf-8")
        cls.forward_text = (checking.COMPOSE / "compose.forward.yaml").read_text(encoding="utf-8")
        cls.read = yaml.safe_load(cls.text)
        cls.forward = yaml.safe_load(cls.forward_text)
        cls.parts = cls.read["services"]
        cls.known = settings.documented(checking.OPERATING.read_text(encoding="utf-8"))

    def test_both_files_keep_the_schema_of_compose(self):
        import jsonschema
        schema = json.loads((Path(str(parts.checking())) / "check_jsonschema/builtin_schemas/vendor/compose-spec.json").read_text(encoding="utf-8"))
        check = jsonschema.validators.validator_for(schema)(schema)
        self.assertEqual([], [error.message for file in (self.read, self.forward) for error in check.iter_errors(file)])
        self.assertNotEqual([], list(check.iter_errors({"services": {"x": {"imagee": "y"}}})), "the schema finds what is wrong")

    def test_the_example_has_every_variable_and_no_other(self):
        used = {name for name, _, _ in settings.references(self.text + self.forward_text)}
        told = set(settings.lines(checking.COMPOSE / ".env.example"))
        # said to the scripts beside compose
        self.assertEqual(used | OF_COMPOSE | {"ALERT_EMAIL"}, told)

    def test_what_has_a_default_says_the_same_in_both_places(self):
        told = settings.lines(checking.COMPOSE / ".env.example")
        differ = ["%s: %r, %r" % (name, rest, told[name]) for name, operator, rest in settings.references(self.text)
                  if operator == ":-" and rest and told[name] and rest != told[name] and name != "DONDOC_NO_PROXY"]
        self.assertEqual([], differ)

    def test_every_setting_is_one_that_its_application_knows(self):
        for name in OURS:
            unknown = [variable for variable in self.parts[name]["environment"] if variable not in FRAMEWORK and name not in self.known.get(variable, ())]
            self.assertEqual([], unknown, "%s, as docs/operating.md lists it" % name)

    def test_every_setting_that_is_needed_is_given(self):
        for name in OURS:
            self.assertEqual(set(), needed(name) - set(self.parts[name]["environment"]), name)

    def test_nothing_of_local_runs_is_told(self):
        for name in OURS:
            self.assertNotIn("SPRING_PROFILES_ACTIVE", self.parts[name]["environment"])
            self.assertEqual([], [variable for variable in self.parts[name]["environment"] if "LOCAL" in variable or "DEMO" in variable])

    def test_nothing_is_published_beyond_this_machine_unless_somebody_says_so(self):
        published = [port for part in self.parts.values() for port in part.get("ports", ())]
        self.assertEqual(3, len(published))
        for port in published:
            self.assertTrue(settings.interpolated(port, {}).startswith("127.0.0.1:"), port)

    def test_images_are_pinned_and_parts_are_watched_bounded_and_started_again(self):
        for name, part in self.parts.items():
            self.assertRegex(settings.interpolated(part["image"], {}), r"^[a-z0-9/.-]+:v?\d+\.\d+(\.\d+)?[a-z0-9.-]*$", name)
            self.assertIn("memory", part["deploy"]["resources"]["limits"], name)
            self.assertEqual("json-file", part["logging"]["driver"], name)
            self.assertIn("no-new-privileges:true", part["security_opt"], name)
            # these two run, and end
            if name in ("mongo-init", services.BACKUP):
                self.assertEqual("no", part["restart"], name)
            else:
                self.assertIn("healthcheck", part, name)
                self.assertEqual("unless-stopped", part["restart"], name)

    def test_our_images_run_as_nobody_on_a_file_system_that_cannot_be_written(self):
        for name in OURS:
            part = self.parts[name]
            self.assertEqual(("10001:10001", True, ["ALL"]), (part["user"], part["read_only"], part["cap_drop"]), name)
            self.assertEqual(str(services.service(name).port), part["healthcheck"]["test"][-1], name)

    def test_every_address_names_a_part_and_its_port(self):
        for name in OURS:
            for variable, value in self.parts[name]["environment"].items():
                found = re.match(r"http://([a-z-]+):(\d+)", str(value))
                if found:
                    self.assertEqual(services.service(found.group(1)).port, int(found.group(2)), variable)

    def test_every_file_that_is_mounted_is_there_or_made_by_prepare(self):
        self.prepared()
        for name, part in self.parts.items():
            for volume in part.get("volumes", ()):
                source = volume.split(":")[0]
                if source.startswith(("./secrets", "./backups")):
                    self.assertTrue((self.folder / source).exists(), "%s of %s" % (source, name))
                elif source.startswith("."):
                    self.assertTrue((checking.COMPOSE / source).exists(), "%s of %s" % (source, name))
                else:
                    self.assertIn(source, self.read["volumes"], name)

    def test_what_is_missing_is_said_in_one_sentence_each(self):
        answer = self.prepare()
        self.assertEqual(1, answer.returncode)
        self.assertEqual({"DONDOC_HOST", "DONDOC_LOGIN_HOST", "SMTP_URL", "DONDOC_MAIL_FROM", "ALERT_EMAIL"}, {line.split()[0] for line in answer.stderr.splitlines()})
        with self.assertRaises(settings.Missing):
            settings.interpolated(self.parts["notification-service"]["environment"]["SMTP_URL"], settings.lines(self.folder / ".env"))

    def test_prepare_makes_everything_once(self):
        self.prepared()
        told = settings.lines(self.folder / ".env")
        self.assertEqual([], [name for name, operator, _ in settings.references(self.text) if operator == ":?" and not told[name]])
        for name, part in self.parts.items():
            for variable, value in part.get("environment", {}).items():
                settings.interpolated(str(value), told)
        before = {file: file.read_bytes() for file in sorted(self.folder.rglob("*")) if file.is_file()}
        self.assertEqual(0, self.prepare().returncode)
        self.assertEqual(before, {file: file.read_bytes() for file in sorted(self.folder.rglob("*")) if file.is_file()})
        self.assertEqual(0o600, (self.folder / ".env").stat().st_mode & 0o777)
        for folder in ("secrets", "backups"):
            self.assertEqual(0o700, (self.folder / folder).stat().st_mode & 0o777)

    def test_what_only_repeats_the_settings_follows_them(self):
        self.prepared()
        self.told("ALERT_EMAIL", "it@tinh.example", "truc@tinh.example")
        token = settings.lines(self.folder / ".env")["DONDOC_METRICS_TOKEN"]
        self.told("DONDOC_METRICS_TOKEN", token, "another-token")
        self.assertEqual(0, self.prepare().returncode)
        self.assertIn("truc@tinh.example", (self.folder / "secrets/alertmanager.yml").read_text(encoding="utf-8"))
        self.assertEqual("another-token", (self.folder / "secrets/metrics-token").read_text(encoding="utf-8"))

    def test_a_certificate_that_was_taken_away_is_made_anew_wherever_it_lies(self):
        self.prepared()
        secrets = self.folder / "secrets"
        before = {name: (secrets / name).read_bytes() for name in ("ca.pem", "kafka.pem", "mongo.pem")}
        (secrets / "kafka.crt").unlink()
        self.assertEqual(0, self.prepare().returncode)
        self.assertEqual({"kafka.pem"}, {name for name in before if (secrets / name).read_bytes() != before[name]})
        self.assertIn((secrets / "kafka.crt").read_text(encoding="ascii"), (secrets / "kafka.pem").read_text(encoding="ascii"))
        self.assertIn((secrets / "kafka.key").read_text(encoding="ascii"), (secrets / "kafka.pem").read_text(encoding="ascii"))

    def test_the_secret_of_a_provider_that_is_not_ours_is_asked_for(self):
        self.prepare()
        self.told("COMPOSE_PROFILES", "keycloak", "")
        self.told("DONDOC_OIDC_CLIENT_SECRET", settings.lines(self.folder / ".env")["DONDOC_OIDC_CLIENT_SECRET"], "")
        answer = self.prepare()
        self.assertEqual(1, answer.returncode)
        self.assertIn("DONDOC_OIDC_CLIENT_SECRET is missing in .env: the secret by which that provider knows the console.", answer.stderr.splitlines())
        self.assertEqual("", settings.lines(self.folder / ".env")["DONDOC_OIDC_CLIENT_SECRET"])

    def test_the_users_of_the_database_are_made_by_a_mongosh_that_is_told_no_connection_beside_nodb(self):
        entrypoint = self.parts["mongo-init"]["entrypoint"]
        self.assertEqual(["--quiet", "--nodb"], [word for word in entrypoint if word.startswith("-")])
        self.assertIn(entrypoint[-1], [volume.split(":")[1] for volume in self.parts["mongo-init"]["volumes"]])

    def test_every_user_of_the_database_is_made_with_the_password_that_is_used(self):
        made = self.parts["mongo-init"]["environment"]
        for name in OURS + (services.BACKUP,):
            user, password = re.match(r"mongodb://(\w+):(\$\{(\w+)[^}]*\})@", self.parts[name]["environment"]["MONGODB_URI"]).group(1, 2)
            self.assertEqual(password, made["MONGO_%s_PASSWORD" % user.upper()], name)

    def test_the_backup_program_runs_when_asked_as_nobody_and_writes_to_one_folder_only(self):
        part = self.parts[services.BACKUP]
        self.assertEqual(["backup"], part["profiles"])
        self.assertEqual(("10001:10001", True, ["ALL"]), (part["user"], part["read_only"], part["cap_drop"]))
        self.assertEqual(["./backups:/backups"], [volume for volume in part["volumes"] if not volume.endswith(":ro")])

    def test_processes_that_read_documents_fit_beside_plan_service(self):
        part = self.parts["plan-service"]
        at_once = int(settings.interpolated(part["environment"]["DONDOC_READING_AT_ONCE"], {}))
        self.assertGreaterEqual(room_beside_readers(megabytes(part["deploy"]["resources"]["limits"]["memory"]), at_once), 256)

    def test_what_is_needed_is_read_from_the_settings_and_the_code(self):
        self.assertLessEqual({"KAFKA_SECURITY_PROTOCOL", "DONDOC_JWKS_URI", "DONDOC_PERSONAL_DATA_KEYS"}, set(settings.needed("plan-service")))
        self.assertLessEqual({"MONGODB_URI", "DONDOC_TASK_URL", "DONDOC_OIDC_CLIENT_ID"}, set(settings.needed("console")))
        self.assertEqual([], [one for one in settings.needed("console") if one.startswith("KAFKA") or "DEMO" in one or "LOCAL" in one])

    def test_certificates_name_their_parts_and_the_signing_key_is_whole(self):
        self.prepared()
        secrets = self.folder / "secrets"
        for certificate, host in (("kafka.crt", "kafka"), ("mongo.crt", "mongo"), ("proxy.crt", "login.tinh.example")):
            answer = subprocess.run(["openssl", "verify", "-CAfile", str(secrets / "ca.pem"), "-verify_hostname", host, str(secrets / certificate)], capture_output=True, text=True, check=False)
            self.assertEqual(0, answer.returncode, answer.stderr)
        key = json.loads((secrets / "signing" / "signing-key.json").read_text(encoding="utf-8"))["keys"][0]
        number = {name: int.from_bytes(__import__("base64").urlsafe_b64decode(key[name] + "=="), "big") for name in ("n", "e", "d", "p", "q", "dp", "dq", "qi")}
        self.assertEqual(number["n"], number["p"] * number["q"])
        self.assertEqual(2048, number["n"].bit_length())
        self.assertEqual(7, pow(pow(7, number["e"], number["n"]), number["d"], number["n"]))
        self.assertEqual(1, number["qi"] * number["q"] % number["p"])

    def prepare(self):
        return subprocess.run([sys.executable, str(checking.COMPOSE / "prepare"), "--folder", str(self.folder)], capture_output=True, text=True, check=False)

    def told(self, name, before, after):
        file = self.folder / ".env"
        text = file.read_text(encoding="utf-8")
        self.assertIn("\n%s=%s\n" % (name, before), text)
        file.write_text(text.replace("\n%s=%s\n" % (name, before), "\n%s=%s\n" % (name, after)), encoding="utf-8")

    def prepared(self):
        self.prepare()
        file = self.folder / ".env"
        text = file.read_text(encoding="utf-8")
        for name, value in (("DONDOC_HOST", "dondoc.tinh.example"), ("DONDOC_LOGIN_HOST", "login.tinh.example"), ("SMTP_URL", "smtp://mail.tinh.example:25"),
                            ("DONDOC_MAIL_FROM", "dondoc@tinh.example"), ("ALERT_EMAIL", "it@tinh.example")):
            text = re.sub("(?m)^%s=$" % name, "%s=%s" % (name, value), text)
        file.write_text(text, encoding="utf-8")
        answer = self.prepare()
        self.assertEqual(0, answer.returncode, answer.stderr)
