package vn.dondoc.platform.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import vn.dondoc.contracts.secret.Secrets;
import vn.dondoc.contracts.secret.StoreAddress;
import vn.dondoc.contracts.secret.Trust;

/**
 * Turns what the environment says of certificates and credentials into settings of the broker's clients, and refuses to start outside local
 * runs without encryption and credentials, or with secrets of demonstrations.
 */
final class SecureParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Set<String> MECHANISMS = Set.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512");
    private static final Set<String> PROTOCOLS = Set.of("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var parts = PartsSettings.of(environment);
        var wrong = new ArrayList<String>();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("secure-parts", broker(parts, wrong)));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("tracing", TracingSettings.of(environment).checked(wrong)));
        if (!parts.local()) {
            wrong.addAll(Needs.missing(environment));
            wrong.addAll(faults(environment, parts));
        }
        if (!wrong.isEmpty()) {
            throw new SettingsRefused(wrong);
        }
        if (!parts.authorities().isEmpty()) {
            Trust.everywhere(Path.of(parts.authorities()));
        }
    }

    private static Map<String, Object> broker(PartsSettings parts, List<String> wrong) {
        var settings = new HashMap<String, Object>();
        var protocol = parts.protocol();
        if (protocol.isEmpty()) {
            return settings;
        }
        if (!PROTOCOLS.contains(protocol)) {
            wrong.add("KAFKA_SECURITY_PROTOCOL is none of SASL_SSL, SSL, SASL_PLAINTEXT and PLAINTEXT.");
        }
        settings.put("spring.kafka.security.protocol", protocol);
        if (protocol.startsWith("SASL_")) {
            sasl(parts, settings, wrong);
        }
        if (protocol.endsWith("SSL") && !parts.authorities().isEmpty()) {
            settings.put("spring.kafka.properties.ssl.truststore.type", "PEM");
            settings.put("spring.kafka.properties.ssl.truststore.location", parts.authorities());
        }
        return settings;
    }

    private static void sasl(PartsSettings parts, Map<String, Object> settings, List<String> wrong) {
        var mechanism = parts.mechanism();
        if (!MECHANISMS.contains(mechanism)) {
            wrong.add("KAFKA_SASL_MECHANISM is none of SCRAM-SHA-512, SCRAM-SHA-256 and PLAIN.");
        }
        asked("KAFKA_USERNAME", parts.username(), wrong);
        asked("KAFKA_PASSWORD", parts.password(), wrong);
        var module = mechanism.equals("PLAIN") ? "org.apache.kafka.common.security.plain.PlainLoginModule" : "org.apache.kafka.common.security.scram.ScramLoginModule";
        settings.put("spring.kafka.properties.sasl.mechanism", mechanism);
        settings.put("spring.kafka.properties.sasl.jaas.config", module + " required username=\"" + quoted(parts.username())
                + "\" password=\"" + quoted(parts.password()) + "\";");
    }

    private static void asked(String name, String told, List<String> wrong) {
        if (told.isEmpty()) {
            wrong.add(name + " is missing: the broker asks who this is.");
        }
    }

    private static List<String> faults(Environment environment, PartsSettings parts) {
        var wrong = new ArrayList<String>();
        if (!parts.store().isEmpty()) {
            wrong.addAll(StoreAddress.faults(parts.store()));
        }
        if (!parts.protocol().equals("SASL_SSL")) {
            wrong.add("KAFKA_SECURITY_PROTOCOL must be SASL_SSL outside the profile local.");
        } else if (Secrets.isDemo(parts.password()) && !parts.password().isEmpty()) {
            wrong.add("KAFKA_PASSWORD is a password of demonstrations: make one of your own.");
        }
        for (var secret : List.of("DONDOC_CLIENT_SECRET", "DONDOC_SETUP_TOKEN", "DONDOC_METRICS_TOKEN")) {
            var value = told(environment, secret);
            if (!value.isEmpty() && Secrets.isDemo(value)) {
                wrong.add(secret + " is a secret of demonstrations: make one of your own.");
            }
        }
        for (var local : List.of("DONDOC_LOCAL_SECRET", "DONDOC_LOCAL_CLOCK_OFFSET")) {
            if (!told(environment, local).isEmpty()) {
                wrong.add(local + " is for local runs only: take it away, or set SPRING_PROFILES_ACTIVE=local.");
            }
        }
        if (!parts.authorities().isEmpty() && !Files.isReadable(Path.of(parts.authorities()))) {
            wrong.add("DONDOC_CA_FILE names a file that cannot be read: " + parts.authorities() + ".");
        }
        return wrong;
    }

    private static String told(Environment environment, String name) {
        return environment.getProperty(name, "").strip();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
