"""How a service's JVM is started on a small machine: quick to start and small rather than fast for long."""

import contextlib

# A heap that is given back: small headers of objects, and a full collection, which MemoryAtRest asks for, leaves little room above what lives
GIVEN_BACK = ("-XX:+UseCompactObjectHeaders", "-XX:-ShrinkHeapInSteps", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10", "-XX:NewRatio=3", "-XX:TrimNativeHeapInterval=60000")
# Where the archive lies in memory need not be a secret on one machine: its pages stay those of the file instead of being changed, and so private, one by one
SHARED = ("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0")


def archive(jar):
    """The classes of an earlier run, ready for use: written when the JVM first ends, and again where the JDK is another one by then; a
    JVM that cannot use it starts without. Measured until the service is ready (decision 55): 8.1 s of processor
    time without, 11.5 s while it is recorded, 5.2 s with."""
    return jar.with_name("classes.jsa")


def command_line(jdk, service, jar):
    """The command that starts a service from its unpacked jar."""
    return [jdk / "bin" / "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms32m", "-Xmx" + service.heap, "-Xss512k", *GIVEN_BACK, *SHARED,
            "-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
            "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + str(archive(jar)), "-Xlog:cds=off", "-Xlog:cds+dynamic=off",
            "-jar", jar]


def forget(jar):
    """Removes the archive of a run that failed: it holds too little to be worth keeping."""
    with contextlib.suppress(FileNotFoundError):
        archive(jar).unlink()
