import json

from dondoc_local import samples
from dondoc_local.errors import LocalError
from dondoc_local.places import Places

from .folders import WithFolder

SECRETS = {"local-secret": "s3cret", "setup-token": "t0ken"}


class Loading(WithFolder):
    def load(self, script):
        self.program("samples/load", script)
        return samples.load(Places(data=self.folder, project=self.folder), "http://127.0.0.1:8080", SECRETS, self.folder / "jdk")

    def test_secrets_travel_in_the_environment_not_in_arguments(self):
        self.load('echo "$* | $DONDOC_LOCAL_SECRET $DONDOC_SETUP_TOKEN" > "%s"' % (self.folder / "told"))
        self.assertEqual("--console http://127.0.0.1:8080 --java %s | s3cret t0ken\n" % (self.folder / "jdk" / "bin" / "java"),
                         (self.folder / "told").read_text(encoding="utf-8"))

    def test_its_words_are_kept_and_the_last_is_given(self):
        self.assertEqual("70 tasks", self.load("echo uploaded; echo 70 tasks"))
        self.assertEqual("uploaded\n70 tasks\n", (self.folder / "logs" / "samples.log").read_text(encoding="utf-8"))

    def test_a_load_that_fails_is_told_with_the_way_on(self):
        for script in ("echo no; exit 4", ""):
            with self.subTest(script), self.assertRaises(LocalError) as fault:
                self.load(script) if script else samples.load(Places(data=self.folder, project=self.folder / "none"), "", SECRETS, self.folder)
            self.assertIn("samples/load", str(fault.exception))

    def test_accounts_are_rows_whatever_is_missing(self):
        places = Places(data=self.folder, project=self.folder)
        self.assertEqual([], samples.accounts(places))
        self.write("samples/accounts.json", json.dumps([{"account": "an", "name": "An", "role": "r", "unit": None}]))
        self.assertEqual([("an", "r", "An", "")], samples.accounts(places))
