package vn.dondoc.platform.start;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/** Traces go to the collector of DONDOC_TRACING_ENDPOINT; where none is named, nothing of it is made, so that nothing of it is paid for. */
final class TracingSettings {

    private static final String MODULE = "org.springframework.boot.micrometer.tracing.";
    private static final List<String> ALL = List.of(
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration",
            MODULE + "opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            MODULE + "opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration",
            MODULE + "autoconfigure.MicrometerTracingAutoConfiguration",
            MODULE + "autoconfigure.NoopTracerAutoConfiguration",
            MODULE + "autoconfigure.otlp.OtlpExemplarsAutoConfiguration",
            MODULE + "autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration");

    private TracingSettings() {}

    static Map<String, Object> of(Environment environment, List<String> wrong) {
        var settings = new HashMap<String, Object>();
        var endpoint = environment.getProperty("DONDOC_TRACING_ENDPOINT", "").strip();
        if (endpoint.isEmpty()) {
            settings.put("spring.autoconfigure.exclude", String.join(",", ALL));
            return settings;
        }
        if (!endpoint.matches("https?://[^/\\s]+/\\S+")) {
            wrong.add("DONDOC_TRACING_ENDPOINT is no address of an OTLP collector such as http://host:4318/v1/traces.");
        }
        var share = environment.getProperty("DONDOC_TRACING_SHARE", "0.1").strip();
        if (!share.matches("0(\\.\\d+)?|1(\\.0+)?")) {
            wrong.add("DONDOC_TRACING_SHARE is no share between 0 and 1: " + share + ".");
        }
        settings.put("management.opentelemetry.tracing.export.otlp.endpoint", endpoint);
        settings.put("management.tracing.sampling.probability", share);
        // logs are written, not sent; metrics are read
        settings.put("management.logging.export.otlp.enabled", "false");
        return settings;
    }
}
