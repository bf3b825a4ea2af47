package vn.dondoc.platform.check;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.dondoc.contracts.api.Operations.Finding;

/** What the checks of the installation found last, as a metric: one row for each code and severity, gone when it is mended. */
final class CheckMetrics {

    private final SelfChecks checks;
    private final MultiGauge gauge;

    CheckMetrics(SelfChecks checks, MeterRegistry registry) {
        this.checks = checks;
        this.gauge = MultiGauge.builder("dondoc.check.findings").description("What the service found when it looked at itself").register(registry);
    }

    /** Parts of the installation only: what is wrong in the data of a province is told to its administrators. */
    void round() {
        List<Finding> found = checks.look(Set.of());
        var counted = found.stream().collect(Collectors.groupingBy(
                one -> Tags.of("code", one.code(), "severity", one.severity().code()), Collectors.summingLong(Finding::count)));
        gauge.register(counted.entrySet().stream().map(row -> MultiGauge.Row.of(row.getKey(), row.getValue())).collect(Collectors.toList()), true);
    }
}
