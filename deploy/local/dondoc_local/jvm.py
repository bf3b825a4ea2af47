"""How a service's JVM is started on a small machine: quick to start and small rather than fast for long."""


def command_line(jdk, service, jar):
    """The command that starts a service from its unpacked jar."""
    archive = jar.with_name("classes.jsa")
    return [jdk / "bin" / "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms32m", "-Xmx" + service.heap, "-Xss512k",
            "-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
            "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + str(archive), "-Xlog:cds=off", "-Xlog:cds+dynamic=off",
            "-jar", jar]
