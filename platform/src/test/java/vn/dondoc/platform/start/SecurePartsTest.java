package vn.dondoc.platform.start;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecurePartsTest {

    private static final String PASSWORD = "J7xP0\"vQm2\\rT9";

    private final Map<String, Object> told = new HashMap<>(Map.of(
            "MONGODB_URI", "mongodb://plan:J7xP0vQm2rT9@db.example/?tls=true", // pragma: allowlist secret
            "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
            "KAFKA_USERNAME", "plan-service",
            "KAFKA_PASSWORD", PASSWORD));

    @Test
    void what_is_told_reaches_the_clients_of_the_broker() {
        var environment = started();
        assertThat(environment.getProperty("spring.kafka.security.protocol")).isEqualTo("SASL_SSL");
        assertThat(environment.getProperty("spring.kafka.properties.sasl.mechanism")).isEqualTo("SCRAM-SHA-512");
        assertThat(environment.getProperty("spring.kafka.properties.sasl.jaas.config")).isEqualTo(
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"plan-service\" password=\"J7xP0\\\"vQm2\\\\rT9\";");
    }

    @Test
    void outside_local_runs_nothing_goes_in_the_clear_or_as_nobody() {
        told.putAll(Map.of("MONGODB_URI", "mongodb://db.example", "KAFKA_SECURITY_PROTOCOL", "PLAINTEXT"));
        assertThatThrownBy(this::started).hasMessageContainingAll("MONGODB_URI must ask for TLS", "MONGODB_URI must name a user", "KAFKA_SECURITY_PROTOCOL must be SASL_SSL");
        told.remove("KAFKA_SECURITY_PROTOCOL");
        assertThatThrownBy(this::started).hasMessageContaining("KAFKA_SECURITY_PROTOCOL");
    }

    @Test
    void outside_local_runs_no_secret_of_demonstrations_is_taken() {
        told.putAll(Map.of("KAFKA_PASSWORD", "changeme", "DONDOC_CLIENT_SECRET", "local-0123456789abcdefghijklmnopqrstuv", "DONDOC_SETUP_TOKEN", "demo-setup-token", "DONDOC_LOCAL_SECRET", "x"));
        assertThatThrownBy(this::started)
                .hasMessageContainingAll("KAFKA_PASSWORD is", "DONDOC_CLIENT_SECRET is", "DONDOC_SETUP_TOKEN is", "DONDOC_LOCAL_SECRET is for local runs only")
                .hasMessageNotContaining("0123456789");
    }

    @Test
    void what_does_not_fit_together_is_named_everywhere() {
        told.putAll(Map.of("spring.profiles.active", "local", "KAFKA_SASL_MECHANISM", "GSSAPI", "KAFKA_USERNAME", ""));
        assertThatThrownBy(this::started).hasMessageContainingAll("KAFKA_SASL_MECHANISM", "KAFKA_USERNAME is missing");
    }

    @Test
    void traces_are_collected_where_somebody_names_a_collector_only() {
        assertThat(started().getProperty("spring.autoconfigure.exclude")).contains("OpenTelemetryTracingAutoConfiguration", "OtlpTracingAutoConfiguration");
        told.putAll(Map.of("DONDOC_TRACING_ENDPOINT", "http://collector:4318/v1/traces", "DONDOC_TRACING_SHARE", "0.25"));
        assertThat(started().getProperty("spring.autoconfigure.exclude")).isNull();
        assertThat(started().getProperty("management.opentelemetry.tracing.export.otlp.endpoint")).isEqualTo("http://collector:4318/v1/traces");
        assertThat(started().getProperty("management.tracing.sampling.probability")).isEqualTo("0.25");
        told.putAll(Map.of("DONDOC_TRACING_ENDPOINT", "collector", "DONDOC_TRACING_SHARE", "25 %"));
        assertThatThrownBy(this::started).hasMessageContainingAll("DONDOC_TRACING_ENDPOINT is no address", "DONDOC_TRACING_SHARE is no share");
    }

    @Test
    void every_setting_of_traces_that_is_switched_off_exists() {
        assertThat(started().getProperty("spring.autoconfigure.exclude").split(",")).hasSize(9).allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
    }

    @Test
    void each_thing_that_is_missing_gets_a_sentence_and_all_at_once() {
        told.putAll(Map.of(
                "dondoc.needs.platform[0].name", "KAFKA_BOOTSTRAP_SERVERS", "dondoc.needs.platform[0].of", "spring.kafka.bootstrap-servers",
                "dondoc.needs.platform[0].says", "the addresses of the brokers", "spring.kafka.bootstrap-servers", "${KAFKA_BOOTSTRAP_SERVERS}"));
        told.putAll(Map.of(
                "dondoc.needs.service[0].name", "SMTP_URL", "dondoc.needs.service[0].of", "dondoc.notification.smtp-url",
                "dondoc.needs.service[0].says", "the mail server", "dondoc.notification.smtp-url", "${SMTP_URL:}"));
        assertThatThrownBy(this::started).hasMessage("KAFKA_BOOTSTRAP_SERVERS is missing: the addresses of the brokers. SMTP_URL is missing: the mail server.");
        told.put("KAFKA_BOOTSTRAP_SERVERS", "broker:9092");
        told.put("dondoc.notification.smtp-url", "smtp://given.otherwise");
        assertThatCode(this::started).doesNotThrowAnyException();
    }

    @Test
    void a_local_run_needs_nothing_of_it() {
        told.clear();
        told.putAll(Map.of("spring.profiles.active", "local", "MONGODB_URI", "mongodb://127.0.0.1", "DONDOC_LOCAL_SECRET", "x"));
        assertThatCode(this::started).doesNotThrowAnyException();
    }

    private Environment started() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("told", told));
        try (var context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new SecureParts().initialize(context);
            return environment;
        }
    }
}
