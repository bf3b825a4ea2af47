package vn.dondoc.platform.start;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import vn.dondoc.contracts.setting.Setting;

/**
 * Where traces go; where no collector is named, nothing of it is made, so that nothing of it is paid for.
 *
 * @param endpoint OTLP collector that traces go to; without it none are made (DONDOC_TRACING_ENDPOINT)
 * @param share part of the traces that is kept; each is kept whole or not at all (DONDOC_TRACING_SHARE)
 */
record TracingSettings(@Setting(values = "`http://host:4318/v1/traces`") String endpoint, @Setting(values = "0 to 1") String share) {

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

    static TracingSettings of(Environment environment) {
        return new TracingSettings(environment.getProperty("DONDOC_TRACING_ENDPOINT", "").strip(), environment.getProperty("DONDOC_TRACING_SHARE", "0.1").strip());
    }

    /** What Spring is told of it, after a look at what is wrong. */
    Map<String, Object> checked(List<String> wrong) {
        var settings = new HashMap<String, Object>();
        if (endpoint.isEmpty()) {
            settings.put("spring.autoconfigure.exclude", String.join(",", ALL));
            return settings;
        }
        if (!endpoint.matches("https?://[^/\\s]+/\\S+")) {
            wrong.add("DONDOC_TRACING_ENDPOINT is no address of an OTLP collector such as http://host:4318/v1/traces.");
        }
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
