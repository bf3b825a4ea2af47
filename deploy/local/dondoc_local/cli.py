"""The commands: what each takes, what it prints, how it ends."""

import argparse
import sys

from . import parts
from .errors import LocalError


def run(command):
    """Runs a command's main function: faults become a sentence on stderr and an exit code."""
    try:
        sys.exit(command(sys.argv[1:]))
    except LocalError as fault:
        print("%s: %s" % (sys.argv[0].rsplit("/", 1)[-1], fault), file=sys.stderr)
        sys.exit(fault.status)
    except KeyboardInterrupt:
        sys.exit(130)


def parts_command(arguments):
    parser = argparse.ArgumentParser(
        prog="parts", description="Brings a part that Đôn Đốc needs on this machine, if it is not here, and prints its path.",
        epilog="Looked for on PATH (and in KAFKA_HOME) first; fetched ones are kept in ${XDG_CACHE_HOME:-~/.cache}/dondoc.")
    parser.add_argument("part", choices=("mongod", "kafka"), help="mongod: the program; kafka: the folder of a broker's jars")
    wanted = parser.parse_args(arguments).part
    print(parts.mongod() if wanted == "mongod" else parts.kafka())
    return 0
