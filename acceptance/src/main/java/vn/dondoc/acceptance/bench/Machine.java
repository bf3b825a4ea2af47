package vn.dondoc.acceptance.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import vn.dondoc.platform.time.DomainClock;

/**
 * On what was measured, and when.
 *
 * @param load how many processes wanted a core when the run began, itself aside: more than few mean that figures are noisy
 */
record Machine(LocalDate day, int cores, String processor, long gigabytes, String system, String java, double load) {

    static Machine now() throws IOException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var information = Path.of("/proc/cpuinfo");
        var processor = !Files.isReadable(information) ? System.getProperty("os.arch") : Files.readAllLines(information).stream()
                .filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                .orElse(System.getProperty("os.arch"));
        return new Machine(
                LocalDate.now(DomainClock.ZONE), system.getAvailableProcessors(), processor, Math.round(system.getTotalMemorySize() / 1e9),
                system.getName() + " " + system.getVersion(), "Java " + Runtime.version().feature(), system.getSystemLoadAverage());
    }
}
