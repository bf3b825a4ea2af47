"""The command that measures: builds what is not built and becomes the JVM that does it, so that signals reach that one."""

import argparse
import os
import sys

from . import build, growth_bench, java, start_bench
from .errors import LocalError
from .places import Places

MODULE = "acceptance"
MAIN = "vn.dondoc.acceptance.bench.Main"
SIZES = {"small": 1.0, "medium": 3.0, "full": 10.0}
# Measured over the whole system instead of in one JVM
WHOLE = {start_bench.NAME: start_bench.measure, growth_bench.NAME: growth_bench.measure, growth_bench.TWO: growth_bench.measure_two}
BUILT = build.Target(build.BUILT + (MODULE,), ("deploy", "docs"), "bench-sources")


def size(text):
    """The name of a size, or a number above 0 and up to 100 (small is 1)."""
    try:
        factor = SIZES[text] if text in SIZES else float(text)
    except ValueError:
        factor = 0.0
    if not 0 < factor <= 100:
        raise argparse.ArgumentTypeError("%r is not small, medium, full or a number above 0 and up to 100" % text)
    return text


def parser():
    asked = argparse.ArgumentParser(
        prog="bench", formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Measures Đôn Đốc on this machine, beside what the bare driver, producer or library does on the same work in the same run.",
        epilog="Prints one JSON object a line for each figure: name, value, unit, ceiling (of the bare driver, producer or library; null where there is\n"
               "none), ratio (value by ceiling), goal (of the ratio where there is a ceiling, else of the value), met. Progress goes to stderr.\n"
               "Database, broker and services, where it needs any, are started for it on free ports and ended with it, also on Ctrl-C.\n"
               "Exit status 0 also when a goal is missed (see met), 1 on faults, 2 for wrong use.")
    asked.add_argument("names", nargs="+", metavar="NAME", help="commands, relay, sweep, parse, ... as classes of %s/bench are named; all for every one of them; "
                       "%s for the time from built to healthy and the memory of each part, as up starts them; "
                       "%s for what the life of a task costs, %s for the same on two instances of each service" % (MODULE, start_bench.NAME, growth_bench.NAME, growth_bench.TWO))
    asked.add_argument("--size", type=size, default="medium", metavar="S",
                       help="small (about a minute a benchmark on an idle machine), medium (the default), full, or a number: 1 is small")
    asked.add_argument("--markdown", action="store_true", help="write docs/performance.md from this run as well")
    asked.add_argument("--no-build", action="store_true", help="measure what is built, however old")
    return asked


def command_line(places, jdk, asked):
    """The command that measures."""
    jar = build.jar(places.project, MODULE)
    listed = jar.with_name("class-path")
    if not jar.is_file() or not listed.is_file():
        raise LocalError("%s is not built: %s is missing" % (MODULE, jar if listed.is_file() else listed), "run deploy/local/bench without --no-build")
    class_path = "%s%s%s" % (jar, os.pathsep, listed.read_text(encoding="utf-8").strip())
    command = [str(jdk / "bin" / "java"), "-XX:+UseSerialGC", "-Xmx768m", "-Dfile.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
               "-Ddondoc.root=%s" % places.project, "-cp", class_path, MAIN, *asked.names, "--size", asked.size]
    if asked.markdown:
        command += ["--page", str(places.project / "docs" / "performance.md")]
    return command


def bench_command(arguments):
    asked = parser().parse_args(arguments)
    places, jdk = Places(), java.jdk()
    if not asked.no_build:
        build.ensure(places, jdk, os.environ, lambda text: print("bench: " + text, file=sys.stderr, flush=True), BUILT)
    for name in [name for name in asked.names if name in WHOLE]:
        WHOLE[name](places, lambda text: print("bench: " + text, file=sys.stderr, flush=True), lambda figure: print(figure, flush=True))
    asked.names = [name for name in asked.names if name not in WHOLE]
    if not asked.names:
        return
    command = command_line(places, jdk, asked)
    os.execv(command[0], command)
