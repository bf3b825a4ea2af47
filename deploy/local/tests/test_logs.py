from dondoc_local import logs

from .folders import WithFolder


class EndOfALog(WithFolder):
    def test_of_json_lines_the_message_and_the_fault_are_shown(self):
        log = self.write("x.log", '{"log":{"level":"ERROR"},"message":"Failed\\n\\nto start","error":{"type":"E","message":"no port"}}\nplain\n')
        self.assertEqual(["    ERROR Failed", "    to start", "    E: no port", "    plain", "  all of it: %s" % log], logs.end(log).splitlines())

    def test_other_json_is_shown_as_it_is(self):
        for line in ('{"log":"x"}', "[1]", '"text"'):
            self.assertEqual(line, logs.told(line))
        self.assertEqual("said", logs.told('{"log":"odd","message":"said","error":[]}').strip())

    def test_only_the_end_is_shown_and_a_missing_log_is_no_fault(self):
        log = self.write("x.log", "".join("%d\n" % number for number in range(100)))
        self.assertEqual(["    98", "    99"], logs.end(log, lines=2).splitlines()[:-1])
        self.assertIn("all of it", logs.end(self.folder / "none.log"))
