import unittest
from datetime import datetime, timedelta, timezone

from dondoc_local import clock
from dondoc_local.errors import LocalError
from dondoc_local.http import Answer

NOW = datetime(2026, 11, 20, 19, 0, 0, tzinfo=timezone.utc)  # 21/11/2026 02:00 in Viet Nam


def domain_time(wish, present=timedelta(0)):
    return (NOW + clock.offset_for(wish, present, NOW)).astimezone(clock.ZONE).isoformat()


class AskingForATime(unittest.TestCase):
    def test_a_shift_counts_from_the_present_domain_time(self):
        self.assertEqual(timedelta(days=15), clock.offset_for("+10d", timedelta(days=5), NOW))
        self.assertEqual(timedelta(days=-5), clock.offset_for("-10d", timedelta(days=5), NOW))
        self.assertEqual(timedelta(days=9, hours=3, minutes=30), clock.offset_for("+1w2d3h30m", timedelta(0), NOW))

    def test_a_date_is_eight_in_the_morning_in_viet_nam(self):
        self.assertEqual("2026-12-31T08:00:00+07:00", domain_time("2026-12-31", timedelta(days=99)))
        self.assertEqual("2026-12-31T08:00:00+07:00", domain_time("31/12/2026"))

    def test_the_clock_goes_back_too(self):
        self.assertEqual("2025-01-02T08:00:00+07:00", domain_time("2025-01-02"))

    def test_an_hour_without_a_zone_is_of_viet_nam(self):
        self.assertEqual("2026-12-31T17:30:00+07:00", domain_time("2026-12-31T17:30"))
        self.assertEqual("2026-12-31T17:30:00+07:00", domain_time("2026-12-31 17:30"))
        self.assertEqual("2027-01-01T00:30:00+07:00", domain_time("2026-12-31T17:30Z"))

    def test_real_is_no_offset(self):
        self.assertEqual(timedelta(0), clock.offset_for("real", timedelta(days=5), NOW))

    def test_what_is_no_time_is_refused_with_the_forms(self):
        for wish in ("", "tomorrow", "+d", "10d", "2026-02-30", "31/02/2026", "+999999w", "3000-01-01"):
            with self.subTest(wish), self.assertRaises(LocalError) as refused:
                clock.offset_for(wish, timedelta(0), NOW)
            self.assertEqual(2, refused.exception.status)


class Durations(unittest.TestCase):
    def test_are_written_as_the_services_read_them(self):
        self.assertEqual("PT240H", clock.iso(timedelta(days=10)))
        self.assertEqual("-PT1H1M1S", clock.iso(-timedelta(hours=1, minutes=1, seconds=1)))
        self.assertEqual("PT0S", clock.iso(timedelta(0)))

    def test_are_read_as_java_writes_them(self):
        self.assertEqual(-timedelta(hours=1, minutes=30), clock.from_iso("PT-1H-30M"))
        self.assertEqual(timedelta(days=2, hours=1), clock.from_iso("P2DT1H"))
        for text in ("", None, "10d", "P1M"):
            with self.subTest(text), self.assertRaises(ValueError):
                clock.from_iso(text)

    def test_only_the_same_duration_confirms(self):
        self.assertTrue(clock.confirmed(Answer(200, '{"offset":"P10D"}'), timedelta(days=10)))
        self.assertFalse(clock.confirmed(Answer(200, '{"offset":"PT0S"}'), timedelta(days=10)))
        self.assertFalse(clock.confirmed(Answer(500, '{"offset":"P10D"}'), timedelta(days=10)))
        self.assertFalse(clock.confirmed(Answer(200, "what?"), timedelta(days=10)))
        self.assertFalse(clock.confirmed(Answer(200, '{"offset":7}'), timedelta(days=10)))


if __name__ == "__main__":
    unittest.main()
