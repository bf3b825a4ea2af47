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
import org.springframework.core.env.Profiles;
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
        var wrong = new ArrayList<String>();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("secure-parts", broker(environment, wrong)));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("tracing", TracingSettings.of(environment, wrong)));
        if (!environment.acceptsProfiles(Profiles.of("local"))) {
            wrong.addAll(Needs.missing(environment));
            wrong.addAll(faults(environment));
        }
        if (!wrong.isEmpty()) {
            throw new SettingsRefused(wrong);
        }
        var authorities = told(environment, "DONDOC_CA_FILE");
        if (!authorities.isEmpty()) {
            Trust.everywhere(Path.of(authorities));
        }
    }

    private static Map<String, Object> broker(Environment environment, List<String> wrong) {
        var settings = new HashMap<String, Object>();
        var protocol = told(environment, "KAFKA_SECURITY_PROTOCOL");
        if (protocol.isEmpty()) {
            return settings;
        }
        if (!PROTOCOLS.contains(protocol)) {
            wrong.add("KAFKA_SECURITY_PROTOCOL is none of SASL_SSL, SSL, SASL_PLAINTEXT and PLAINTEXT.");
        }
        settings.put("spring.kafka.security.protocol", protocol);
        if (protocol.startsWith("SASL_")) {
            sasl(environment, settings, wrong);
        }
        var authorities = told(environment, "DONDOC_CA_FILE");
        if (protocol.endsWith("SSL") && !authorities.isEmpty()) {
            settings.put("spring.kafka.properties.ssl.truststore.type", "PEM");
            settings.put("spring.kafka.properties.ssl.truststore.location", authorities);
        }
        return settings;
    }

    private static void sasl(Environment environment, Map<String, Object> settings, List<String> wrong) {
        var mechanism = environment.getProperty("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512").strip();
        if (!MECHANISMS.contains(mechanism)) {
            wrong.add("KAFKA_SASL_MECHANISM is none of SCRAM-SHA-512, SCRAM-SHA-256 and PLAIN.");
        }
        for (var needed : List.of("KAFKA_USERNAME", "KAFKA_PASSWORD")) {
            if (told(environment, needed).isEmpty()) {
                wrong.add(needed + " is missing: the broker asks who this is.");
            }
        }
        var module = mechanism.equals("PLAIN") ? "org.apache.kafka.common.security.plain.PlainLoginModule" : "org.apache.kafka.common.security.scram.ScramLoginModule";
        settings.put("spring.kafka.properties.sasl.mechanism", mechanism);
        settings.put("spring.kafka.properties.sasl.jaas.config", module + " required username=\"" + quoted(told(environment, "KAFKA_USERNAME"))
                + "\" password=\"" + quoted(told(environment, "KAFKA_PASSWORD")) + "\";");
    }

    private static List<String> faults(Environment environment) {
        var wrong = new ArrayList<String>();
        var store = told(environment, "MONGODB_URI");
        if (!store.isEmpty()) {
            wrong.addAll(StoreAddress.faults(store));
        }
        var protocol = told(environment, "KAFKA_SECURITY_PROTOCOL");
        if (!protocol.equals("SASL_SSL")) {
            wrong.add("KAFKA_SECURITY_PROTOCOL must be SASL_SSL outside the profile local.");
        } else if (Secrets.isDemo(told(environment, "KAFKA_PASSWORD")) && !told(environment, "KAFKA_PASSWORD").isEmpty()) {
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
        var authorities = told(environment, "DONDOC_CA_FILE");
        if (!authorities.isEmpty() && !Files.isReadable(Path.of(authorities))) {
            wrong.add("DONDOC_CA_FILE names a file that cannot be read: " + authorities + ".");
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
