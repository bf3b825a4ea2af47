import re
import unittest

from loading import script
from loading.api import multipart
from loading.province import FOLDER, Province, fold, key

PROVINCE = Province()


class ProvinceTest(unittest.TestCase):

    def test_spellings_of_one_unit_are_equal(self):
        self.assertEqual(fold("Phòng Văn hoá - Xã hội"), fold("phòng  văn hóa – xã hội"))
        self.assertNotEqual(fold("Thôn Bến Trên"), fold("Thôn Bến Dưới"))

    def test_plans_name_documents_accounts_and_units_that_exist(self):
        templates = {file.name for file in FOLDER.glob("src/main/resources/vn/dondoc/samples/plans/*.tmpl")}
        self.assertEqual({plan["file"] + ".tmpl" for plan in PROVINCE.plans}, templates)
        for plan in PROVINCE.plans:
            template = next(FOLDER.rglob(plan["file"] + ".tmpl")).read_text(encoding="utf-8")
            self.assertIn("Số: " + plan["number"], template)
            self.assertIn(PROVINCE.standing_unit(plan["commune"]), PROVINCE.units_of(plan["standing"]))
            self.assertEqual(PROVINCE.units_of(plan["leader"]), {plan["commune"]})
            named = plan["owing"] + list(plan["reports"]) + sum(plan["collectives"].values(), [])
            self.assertEqual({PROVINCE.units[unit]["commune"] for unit in named}, {plan["commune"]})
            self.assertLessEqual(set(plan["reports"]), set(plan["owing"]))

    def test_who_works_in_a_unit_is_nobody_who_only_keeps_the_directory_or_looks_on(self):
        roles = {row["account"]: row["role"] for row in PROVINCE.accounts}
        found = [account for account in map(PROVINCE.account_in, PROVINCE.units) if account]
        self.assertTrue(found)
        self.assertFalse([account for account in found if roles[account].endswith("administrator") or roles[account] in ("inspection", "province-viewer")])

    def test_every_unit_that_leads_in_a_table_is_known_there(self):
        for plan in PROVINCE.plans:
            template = next(FOLDER.rglob(plan["file"] + ".tmpl")).read_text(encoding="utf-8")
            for lead in re.findall(r"Cơ quan chủ trì: (.+)\.", template) + re.findall(r"^\| \d+ \| [^|]+ \| ([^|]+) \| [^|]+ \| [^|]* \| ", template, re.M):
                known = PROVINCE.unit_named(plan["commune"], lead) or fold(lead) in {fold(name) for name in plan["collectives"]}
                self.assertTrue(known, "%s in %s" % (lead, plan["file"]))

    def test_keys_are_the_same_on_every_run(self):
        self.assertEqual(key("ben-trang", "upload"), key("ben-trang", "upload"))
        self.assertNotEqual(key("a", "bc"), key("ab", "c"))


class ScriptTest(unittest.TestCase):

    def test_nearness_is_seen_from_the_day_of_publication(self):
        cases = [("2026-11-19", "late"), ("2026-11-20", "soon"), ("2026-11-27", "soon"), ("2026-11-28", "ahead")]
        for day, kind in cases:
            self.assertEqual(script.nearness({"kind": "by", "date": day}, script.date(2026, 11, 20)), kind)
        for due in (None, {"kind": "ongoing"}, {"kind": "recurring", "frequency": "monthly"}):
            self.assertEqual(script.nearness(due, script.date(2026, 11, 20)), "open")

    def test_only_what_the_history_lacks_is_left_to_do(self):
        history = [{"type": "TaskAssigned"}, {"type": "TaskAcknowledged"}]
        self.assertEqual(script.left_to_do(["acknowledgement", "progress"], history), ["progress"])

    def test_a_report_is_open_while_its_day_is_to_come(self):
        def is_open(frequency, day, on, month=None):
            return script.reports_open({"frequency": frequency, "day": day, "month": month}, script.date.fromisoformat(on))

        self.assertTrue(is_open("monthly", 24, "2026-11-24") and is_open("monthly", 0, "2026-11-30"))
        self.assertFalse(is_open("monthly", 24, "2026-11-25"))
        self.assertTrue(is_open("quarterly", 19, "2026-11-25") and is_open("quarterly", 19, "2026-12-19"))
        self.assertFalse(is_open("quarterly", 19, "2026-12-20"))
        self.assertTrue(is_open("yearly", 0, "2026-11-30", 11))
        self.assertFalse(is_open("yearly", 0, "2026-12-01", 11) or is_open("half-yearly", 4, "2026-05-01", 6) or is_open("ad-hoc", None, "2026-05-01"))

    def test_the_story_leads_into_every_work_state(self):
        ends = {tuple(acts)[-1] if acts else None for choices in PROVINCE.story["tasks"].values() for acts in choices}
        self.assertEqual(ends, {None, "acknowledgement", "progress", "completion", "acceptance", "return"})
        self.assertIn([], PROVINCE.story["tasks"]["late"])


class MultipartTest(unittest.TestCase):

    def test_a_file_is_one_part(self):
        body = multipart("xyz", "a.txt", "Kế hoạch".encode())
        self.assertTrue(body.startswith(b"--xyz\r\n") and body.endswith(b"\r\n--xyz--\r\n"))
        self.assertIn('name="file"; filename="a.txt"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nKế hoạch\r\n'.encode(), body)
