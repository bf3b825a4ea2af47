package vn.dondoc.console.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

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
            wrong.add("Outside the profile local people sign in through an OpenID Connect provider, and this version knows none:"
                    + " set SPRING_PROFILES_ACTIVE=local for a local run.");
        }
        text("MONGODB_URI", "the address of MongoDB, without a database");
        var settings = new ConsoleSettings(
                url("DONDOC_PLAN_URL", "plan-service"),
                url("DONDOC_TASK_URL", "task-service"),
                url("DONDOC_REPORTING_URL", "reporting-service"),
                url("DONDOC_NOTIFICATION_URL", "notification-service"),
                text("DONDOC_ISSUER", "the console's own address, the issuer of its tokens"),
                Path.of(text("DONDOC_SIGNING_KEY", "the file of the key that tokens are signed with")),
                local ? localSettings() : null);
        if (!wrong.isEmpty()) {
            throw new SettingsRefused(wrong);
        }
        return settings;
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
        var value = environment.getProperty("DONDOC_LOCAL_CLOCK_OFFSET", "PT0S");
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException unreadable) {
            wrong.add("DONDOC_LOCAL_CLOCK_OFFSET is not a duration such as PT240H: " + value + ".");
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
