from unittest import mock

from dondoc_local import growth_bench, mongo
from dondoc_local.installation import Installation
from dondoc_local.places import Places

from .folders import WithFolder


class Growth(WithFolder):
    def test_what_is_spent_at_rest_is_not_counted(self):
        spent = iter([{"cpu.all": 1000.0, "stored.all": 5000}, {"cpu.all": 4000.0, "stored.all": 9000}])
        with mock.patch.object(growth_bench, "_spent", lambda installation: next(spent)), mock.patch.object(growth_bench, "_lives", return_value=20), \
                mock.patch.object(growth_bench, "_settle"), mock.patch.object(growth_bench.time, "monotonic", side_effect=[100.0, 110.0]):
            one = growth_bench._round(None, None, 1, 2, {"cpu.all": 50.0}, lambda text: None)
        self.assertEqual({"cpu.all": (3000.0 - 500.0) / 20, "stored.all": 200.0}, one)

    def test_topics_are_counted_without_the_brokers_own(self):
        places = Places(data=self.folder)
        self.write("kafka/data/dondoc.task-0/00000000000000000000.log", "x" * 70)
        self.write("kafka/data/__consumer_offsets-3/00000000000000000000.log", "x" * 900)
        with mock.patch.object(mongo, "ask", return_value={"storageSize": 10, "indexSize": 5}), mock.patch.object(Installation, "port", return_value=1):
            kept = growth_bench._stored(Installation(places, {}))
        self.assertEqual((70, 4 * 15 + 70), (kept["stored.topics"], kept["stored.all"]))

    def test_what_does_not_come_is_told(self):
        with mock.patch.object(growth_bench, "PATIENCE", 0.0), self.assertRaises(growth_bench.LocalError):
            growth_bench._until("the tasks", lambda: [], 1)
