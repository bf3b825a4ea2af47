import os
import stat
import threading

from dondoc_local import files, state
from dondoc_local.errors import LocalError
from dondoc_local.places import Places

from .folders import WithFolder


class Folders(WithFolder):
    def test_a_folder_is_made_once_by_callers_at_once(self):
        filled = []

        def fill(folder):
            filled.append(folder)
            (folder / "part").write_text("whole", encoding="utf-8")

        callers = [threading.Thread(target=files.whole_folder, args=(self.folder / "made", fill)) for _ in range(4)]
        for caller in callers:
            caller.start()
        for caller in callers:
            caller.join()
        self.assertEqual(1, len(filled))
        self.assertEqual("whole", (self.folder / "made" / "part").read_text(encoding="utf-8"))

    def test_a_folder_that_fails_half_way_does_not_appear(self):
        def fill(folder):
            (folder / "part").write_text("half", encoding="utf-8")
            raise LocalError("no network")

        with self.assertRaises(LocalError):
            files.whole_folder(self.folder / "made", fill)
        self.assertEqual(["made.lock"], os.listdir(str(self.folder)))

    def test_a_held_lock_is_waited_for_then_reported(self):
        told = []
        with files.locked(self.folder / "lock", 1):
            with self.assertRaises(LocalError):
                with files.locked(self.folder / "lock", 0.2, lambda: told.append("waiting")):
                    self.fail("two hold the lock")
        self.assertEqual(["waiting"], told)
        with files.locked(self.folder / "lock", 0.2):
            pass


class Remembering(WithFolder):
    def places(self):
        return Places(data=self.folder / "data")

    def test_state_outlives_the_command(self):
        state.State(self.places()).put_port("console", 8090)
        self.assertEqual(8090, state.State(self.places()).port("console"))

    def test_a_spoilt_state_names_the_way_out(self):
        self.write("data/state.json", '{"ports"')
        with self.assertRaises(LocalError) as fault:
            state.State(self.places())
        self.assertIn("--fresh", str(fault.exception))

    def test_a_secret_is_made_once_and_only_its_owner_reads_it(self):
        made = state.secret(self.places(), "local-secret")
        self.assertGreaterEqual(len(made), 40)
        self.assertEqual(made, state.secret(self.places(), "local-secret"))
        self.assertNotEqual(made, state.secret(self.places(), "setup-token"))
        self.assertEqual(0o600, stat.S_IMODE((self.folder / "data" / "secrets" / "local-secret").stat().st_mode))
        self.assertEqual(0o700, stat.S_IMODE((self.folder / "data" / "secrets").stat().st_mode))

    def test_an_empty_secret_of_a_half_finished_start_is_made_again(self):
        self.write("data/secrets/setup-token", "")
        self.assertTrue(state.secret(self.places(), "setup-token"))

    def test_fresh_keeps_only_the_lock(self):
        for name in ("state.json", "secrets/x", "mongo/x", "kafka/x", "logs/x", "pids/x", "console/x", "lock"):
            self.write("data/" + name, "x")
        state.wipe(self.places())
        self.assertEqual(["lock"], os.listdir(str(self.folder / "data")))
