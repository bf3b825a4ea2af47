import unittest

from loading.correction import accepting, corrected
from loading.province import Province

PROVINCE = Province()
PLAN = PROVINCE.plans[0]
STANDING = "u-bentrang-vhxh"


def named(name, unit=None, candidates=()):
    return {"name": name, "unit": unit, "candidates": list(candidates)}


def task(**changes):
    row = {"row": "t1", "title": "Làm sạch dữ liệu", "lead": [named("Công an xã", "u-bentrang-ca")], "coordinating": [],
           "due": {"kind": "by", "date": "2026-12-01"}, "dropped": False, "confirmed": False}
    return dict(row, **changes)


def rule(**changes):
    row = {"row": "b1", "frequency": "monthly", "day": 25, "month": None, "strict": True, "reporter": "Các phòng, đơn vị",
           "owedBy": ["u-bentrang-ca"], "owedTo": STANDING, "dropped": False}
    return dict(row, **changes)


def correct(tasks=(), rules=()):
    return corrected({"tasks": list(tasks), "targets": [], "reporting": list(rules)}, PLAN, PROVINCE)


class CorrectionTest(unittest.TestCase):

    def test_what_is_clear_stays_untouched(self):
        self.assertEqual(correct([task()], [rule()]), ({}, []))

    def test_what_somebody_dropped_stays_dropped(self):
        self.assertEqual(correct([task(lead=[], dropped=True)], [rule(day=None, dropped=True)])[0], {})

    def test_a_lead_is_found_by_another_spelling(self):
        patch, notes = correct([task(lead=[named("phòng văn hóa – xã hội")])])

        self.assertEqual(patch["tasks"][0]["lead"], [named("phòng văn hóa – xã hội", STANDING)])
        self.assertEqual(len(notes), 1)

    def test_a_collective_becomes_its_units(self):
        patch, _ = correct([task(lead=[named("Các thôn")])])

        self.assertEqual([unit["unit"] for unit in patch["tasks"][0]["lead"]], ["u-bentrang-t%d" % i for i in (1, 2, 3, 4)])

    def test_a_candidate_is_taken_where_the_name_is_unknown(self):
        patch, _ = correct([task(lead=[named("Đội công nghệ", candidates=["u-bentrang-kt", "u-bentrang-vp"])])])

        self.assertEqual([unit["unit"] for unit in patch["tasks"][0]["lead"]], ["u-bentrang-kt"])

    def test_a_task_that_nobody_leads_goes_to_the_standing_unit(self):
        for lead in ([], [named("Đoàn thanh niên xã")]):
            patch, _ = correct([task(lead=lead)])
            self.assertEqual([unit["unit"] for unit in patch["tasks"][0]["lead"]], [STANDING])

    def test_an_unknown_coordinating_unit_keeps_its_text(self):
        patch, _ = correct([task(lead=[], coordinating=[named("Đoàn thanh niên xã")])])

        self.assertEqual(patch["tasks"][0]["coordinating"], [named("Đoàn thanh niên xã")])

    def test_one_unit_stands_in_a_row_once(self):
        patch, _ = correct([task(lead=[named("Công an xã", "u-bentrang-ca"), named("CA xã")])])

        self.assertEqual([unit["unit"] for unit in patch["tasks"][0]["lead"]], ["u-bentrang-ca"])

    def test_a_task_without_a_day_is_confirmed(self):
        patch, _ = correct([task(due=None)])

        self.assertTrue(patch["tasks"][0]["confirmed"])

    def test_a_report_without_a_day_gets_the_custom_of_its_rhythm(self):
        patch, _ = correct(rules=[rule(day=None), rule(day=None, frequency="yearly"), rule(day=None, frequency="ad-hoc")])

        self.assertEqual([(row["day"], row["month"], row["dropped"]) for row in patch["reporting"]],
                         [(25, None, False), (1, 12, False), (None, None, True)])

    def test_owers_and_receiver_are_named(self):
        patch, _ = correct(rules=[rule(owedBy=[], owedTo=None)])

        self.assertEqual(patch["reporting"][0]["owedBy"], PLAN["owing"])
        self.assertEqual(patch["reporting"][0]["owedTo"], STANDING)

    def test_the_standing_unit_reports_to_the_commune(self):
        patch, _ = correct(rules=[rule(reporter="Phòng VH-XH", owedBy=[], owedTo=None)])

        self.assertEqual((patch["reporting"][0]["owedBy"], patch["reporting"][0]["owedTo"]), ([STANDING], "u-bentrang"))

    def test_nobody_owes_a_report_to_himself(self):
        patch, _ = correct(rules=[rule(owedBy=["u-bentrang-ca", STANDING])])

        self.assertEqual(patch["reporting"][0]["owedBy"], ["u-bentrang-ca"])


class AcceptingTest(unittest.TestCase):

    def test_targets_get_who_answers_and_duties_are_watched(self):
        target = {"row": "c1", "name": "Tỷ lệ", "dropped": False}
        content = {"tasks": [], "targets": [target, dict(target, row="c2", dropped=True)], "reporting": [rule(frequency="quarterly", day=20)],
                   "duties": [{"row": "d1", "unit": "Công an xã", "text": "Bảo đảm an toàn."}, {"row": "d2", "decision": "dropped"}]}
        patch, _ = corrected(content, PLAN, PROVINCE)
        self.assertEqual([row.get("rhythm") for row in patch["targets"]], ["quarterly", None])
        self.assertEqual(patch["targets"][0]["owner"]["unit"], STANDING)
        self.assertEqual([row["decision"] for row in patch["duties"]], ["watched", "dropped"])
        self.assertTrue(patch["reporting"][0]["dayConfirmed"])

    def test_a_task_is_confirmed_first_and_dropped_next(self):
        content = {"tasks": [task(), task(row="t11")], "targets": [], "reporting": [rule()]}

        first, _ = accepting(content, [{"field": "tasks[t1].due"}])
        self.assertEqual([(row["confirmed"], row["dropped"]) for row in first["tasks"]], [(True, False), (False, False)])
        second, _ = accepting(dict(content, **first), [{"field": "t1"}])
        self.assertEqual([row["dropped"] for row in second["tasks"]], [True, False])

    def test_a_rule_is_dropped(self):
        patch, _ = accepting({"tasks": [], "targets": [], "reporting": [rule()]}, [{"field": "b1"}])

        self.assertTrue(patch["reporting"][0]["dropped"])
