"""How a service's JVM is started on a small machine: quick to start and small rather than fast for long."""

# Small headers of objects, here and in images
COMPACT = "-XX:+UseCompactObjectHeaders"
# What an archive of classes has in common with those who start from it
LAYOUT = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", COMPACT)
# A heap that is given back: a full collection, which MemoryAtRest asks for, leaves little room above what lives
GIVEN_BACK = ("-XX:-ShrinkHeapInSteps", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=10", "-XX:NewRatio=3", "-XX:TrimNativeHeapInterval=60000")
# Where the archive lies in memory need not be a secret on one machine: its pages stay those of the file instead of being changed, and so private, one by one
SHARED = ("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0")


def command_line(jdk, service, program):
    """The command that starts a service; an archive that its JVM cannot use it starts without."""
    return [jdk / "bin" / "java", *LAYOUT, "-Xms32m", "-Xmx" + service.heap, "-Xss512k", *GIVEN_BACK, *SHARED,
            "-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
            "-Xlog:cds=off", "-Xlog:aot=off", *program.words()]
