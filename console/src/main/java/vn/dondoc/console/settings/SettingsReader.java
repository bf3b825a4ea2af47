package vn.dondoc.console.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import vn.dondoc.contracts.secret.MetricsToken;
import vn.dondoc.contracts.secret.Secrets;
import vn.dondoc.contracts.secret.StoreAddress;

/** Reads the settings from the environment and collects everything that is wrong before it answers. */
final class SettingsReader {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:0");

    private final Environment environment;
    private final List<String> wrong = new ArrayList<>();

    private SettingsReader(Environment environment) {
        this.environment = environment;
    }

    static ConsoleSettings read(Environment environment) {
        return new SettingsReader(environment).settings();
    }

    private ConsoleSettings settings() {
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        if (!local) {
            nothingOfLocalRuns();
        }
        var database = text("MONGODB_URI", "the address of MongoDB, without a database");
        if (!local && !database.isEmpty()) {
            StoreAddress.faults(database).forEach(wrong::add);
        }
        var authorities = environment.getProperty("DONDOC_CA_FILE", "").strip();
        if (!authorities.isEmpty() && !Files.isReadable(Path.of(authorities))) {
            wrong.add("DONDOC_CA_FILE names a file that cannot be read: " + authorities + ".");
        }
        var settings = new ConsoleSettings(
                url("DONDOC_PLAN_URL", "plan-service"),
                url("DONDOC_TASK_URL", "task-service"),
                url("DONDOC_REPORTING_URL", "reporting-service"),
                url("DONDOC_NOTIFICATION_URL", "notification-service"),
                text("DONDOC_ISSUER", "the console's own address, the issuer of its tokens"),
                Path.of(text("DONDOC_SIGNING_KEY", "the file of the key that tokens are signed with")),
                duration("DONDOC_SIGNING_KEY_LIFE", "P90D"),
                clients(local),
                metrics(local),
                provider(local),
                local ? localSettings() : null);
        if (!wrong.isEmpty()) {
            throw new SettingsRefused(wrong);
        }
        return settings;
    }

    /** What opens doors on one machine is not even told elsewhere. */
    private void nothingOfLocalRuns() {
        for (var key : List.of("DONDOC_LOCAL_SECRET", "DONDOC_LOCAL_CLOCK_OFFSET", "DONDOC_DEMO_ACCOUNTS", "DONDOC_DEMO_PASSWORD", "DONDOC_MAIL_SINK_PORT")) {
            if (!environment.getProperty(key, "").isBlank()) {
                wrong.add(key + " is for local runs only: take it away, or set SPRING_PROFILES_ACTIVE=local.");
            }
        }
        var own = environment.getProperty("DONDOC_ISSUER", "");
        if (!own.isBlank() && !isSecure(own)) {
            wrong.add("DONDOC_ISSUER must begin with https:// outside the profile local.");
        }
    }

    /** A local run may have one too; elsewhere it must. */
    private @Nullable ProviderSettings provider(boolean local) {
        if (local && environment.getProperty("DONDOC_OIDC_ISSUER", "").isBlank()) {
            return null;
        }
        var issuer = text("DONDOC_OIDC_ISSUER", "the OpenID Connect provider through which people sign in");
        if (!issuer.isEmpty() && !local && !isSecure(issuer)) {
            wrong.add("DONDOC_OIDC_ISSUER must begin with https:// outside the profile local.");
        }
        var secret = text("DONDOC_OIDC_CLIENT_SECRET", "the secret that the provider knows the console by");
        noDemo("DONDOC_OIDC_CLIENT_SECRET", secret, local);
        var scopes = new LinkedHashSet<>(List.of(environment.getProperty("DONDOC_OIDC_SCOPES", "openid profile email").strip().split("\\s+")));
        if (!scopes.contains("openid")) {
            wrong.add("DONDOC_OIDC_SCOPES must contain openid.");
        }
        return new ProviderSettings(
                issuer,
                text("DONDOC_OIDC_CLIENT_ID", "what the provider knows the console as"),
                secret,
                scopes,
                environment.getProperty("DONDOC_OIDC_SUBJECT_CLAIM", "sub"),
                environment.getProperty("DONDOC_OIDC_NAME_CLAIM", "name"),
                environment.getProperty("DONDOC_OIDC_EMAIL_CLAIM", "email"),
                environment.getProperty("DONDOC_OIDC_PHONE_CLAIM", "phone_number"));
    }

    private MetricsToken metrics(boolean local) {
        var token = environment.getProperty("DONDOC_METRICS_TOKEN", "").strip();
        noDemo("DONDOC_METRICS_TOKEN", token, local);
        return new MetricsToken(token, local);
    }

    private void noDemo(String key, String secret, boolean local) {
        if (!secret.isEmpty() && !local && Secrets.isDemo(secret)) {
            wrong.add(key + " is a secret of demonstrations: make one of your own.");
        }
    }

    /** Encrypted, or within this machine. */
    private static boolean isSecure(String address) {
        return address.startsWith("https://") || address.matches("http://(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?(/.*)?");
    }

    /** Services that never call others in their own name need none. */
    private ClientSecrets clients(boolean local) {
        var secrets = new HashMap<String, String>();
        for (var service : List.of("plan", "task", "reporting", "notification")) {
            var key = "DONDOC_CLIENT_SECRET_" + service.toUpperCase(Locale.ROOT);
            var secret = environment.getProperty(key, "").strip();
            if (!secret.isEmpty()) {
                Secrets.fault(secret, local).ifPresent(fault -> wrong.add(key + " " + fault));
                secrets.put(service, secret);
            }
        }
        return new ClientSecrets(secrets);
    }

    private LocalSettings localSettings() {
        var accounts = Path.of(text("DONDOC_DEMO_ACCOUNTS", "the file of the demo accounts"));
        if (!accounts.toString().isEmpty() && !Files.isReadable(accounts)) {
            wrong.add("DONDOC_DEMO_ACCOUNTS names a file that cannot be read: " + accounts + ".");
        }
        return new LocalSettings(
                text("DONDOC_LOCAL_SECRET", "the secret that guards the local-only endpoints"),
                offset(),
                accounts,
                text("DONDOC_DEMO_PASSWORD", "the password of the demo accounts"),
                port());
    }

    private String text(String key, String meaning) {
        var value = environment.getProperty(key, "").strip();
        if (value.isEmpty()) {
            wrong.add(key + " is missing: " + meaning + ".");
        }
        return value;
    }

    private URI url(String key, String service) {
        var value = text(key, "the address of " + service);
        if (value.isEmpty()) {
            return NOWHERE;
        }
        if (!value.matches("https?://[^/\\s]+/?")) {
            wrong.add(key + " is not an http address: " + value + ".");
            return NOWHERE;
        }
        return URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
    }

    private Duration offset() {
        return duration("DONDOC_LOCAL_CLOCK_OFFSET", "PT0S");
    }

    private Duration duration(String key, String usual) {
        var value = environment.getProperty(key, usual);
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException unreadable) {
            wrong.add(key + " is not a duration such as PT240H: " + value + ".");
            return Duration.ZERO;
        }
    }

    private @Nullable Integer port() {
        var value = environment.getProperty("DONDOC_MAIL_SINK_PORT", "").strip();
        if (value.isEmpty()) {
            return null;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            wrong.add("DONDOC_MAIL_SINK_PORT is not a port: " + value + ".");
            return null;
        }
        return Integer.valueOf(value);
    }
}
