import struct
import unittest

from dondoc_local import bson


class Bson(unittest.TestCase):
    def test_what_is_written_is_read_again(self):
        document = {"hello": 1, "wide": 2**40, "text": "Đôn Đốc", "yes": True, "no": False, "none": None, "half": 0.5,
                    "members": [{"_id": 0, "host": "127.0.0.1:27017"}], "empty": {}}
        self.assertEqual(document, bson.decode(bson.encode(document)))

    def test_it_is_what_the_specification_shows(self):
        self.assertEqual(b"\x16\x00\x00\x00\x02hello\x00\x06\x00\x00\x00world\x00\x00", bson.encode({"hello": "world"}))

    def test_values_of_other_types_are_passed_over_and_written_back_unchanged(self):
        body = b"\x07id\0" + bytes(12) + b"\x09at\0" + struct.pack("<q", 5) + b"\x05bin\0" + struct.pack("<i", 3) + b"\0abc" + b"\x10n\0" + struct.pack("<i", 9)
        raw = struct.pack("<i", len(body) + 5) + body + b"\0"
        read = bson.decode(raw)
        self.assertEqual(9, read["n"])
        self.assertEqual(raw, bson.encode(read))

    def test_an_unknown_type_is_refused(self):
        with self.assertRaises(ValueError):
            bson.decode(b"\x0c\x00\x00\x00\x20a\x00\x00\x00\x00\x00\x00")
