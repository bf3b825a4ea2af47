"""How a service's JVM is started on a small machine: quick to start and small rather than fast for long."""

from .build import version
from .places import PROJECT


def command_line(jdk, service, folder):
    """The command that starts a service from its unpacked jar."""
    archive = folder / "classes.jsa"
    return [jdk / "bin" / "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms32m", "-Xmx" + service.heap, "-Xss512k",
            "-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
            "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + str(archive), "-Xlog:cds=off", "-Xlog:cds+dynamic=off",
            "-jar", folder / ("%s-%s.jar" % (service.name, version(PROJECT)))]
