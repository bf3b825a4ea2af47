package vn.dondoc.backup;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.dondoc.contracts.secret.Trust;

/**
 * {@code take FILE}, {@code check FILE}, {@code restore FILE [--replace]}. The database is {@code MONGODB_URI}, trusted by
 * {@code DONDOC_CA_FILE}; which databases, by {@code DONDOC_BACKUP_DATABASES}. Ends with 0 when done, 1 when not, 2 for wrong use.
 */
public final class Main {

    private static final String USUAL = "dondoc_plan,dondoc_task,dondoc_reporting,dondoc_notification";
    private static final Logger DRIVER = Logger.getLogger("org.mongodb.driver");
    private static final String USAGE = """
            usage: take FILE | check FILE | restore FILE [--replace]
            MONGODB_URI names the database, DONDOC_CA_FILE the authorities it is trusted by,
            DONDOC_BACKUP_DATABASES what is taken (%s).""".formatted(USUAL);

    private Main() {}

    public static void main(String[] arguments) {
        // The driver tells what it does to a library of logs, and complains where there is none
        DRIVER.setLevel(Level.OFF);
        System.exit(run(List.of(arguments), System.getenv()));
    }

    static int run(List<String> arguments, Map<String, String> environment) {
        var replace = arguments.contains("--replace");
        var rest = arguments.stream().filter(one -> !one.equals("--replace")).toList();
        if (rest.size() != 2 || replace && !rest.getFirst().equals("restore")) {
            System.err.println(USAGE);
            return 2;
        }
        try {
            return done(rest.getFirst(), Path.of(rest.getLast()), replace, environment);
        } catch (BackupFault | IllegalArgumentException fault) {
            System.err.println(fault.getMessage());
            return 1;
        } catch (IOException fault) {
            System.err.println("The file cannot be read or written: " + fault);
            return 1;
        }
    }

    private static int done(String command, Path file, boolean replace, Map<String, String> environment) throws IOException {
        var began = System.nanoTime();
        switch (command) {
            case "take" -> {
                try (var client = client(environment)) {
                    var databases = Arrays.stream(environment.getOrDefault("DONDOC_BACKUP_DATABASES", USUAL).split(",")).map(String::strip).toList();
                    var taking = new Taking(client, databases, Clock.systemUTC(), System.err::println);
                    taking.ensureReachable();
                    told("taken", taking.into(file), began);
                }
            }
            case "check" -> {
                try (var backup = BackupFile.open(file)) {
                    backup.verify();
                    told("whole", backup.manifest(), began);
                }
            }
            case "restore" -> {
                try (var client = client(environment); var backup = BackupFile.open(file)) {
                    new Restoring(client, System.err::println).from(backup, replace);
                    told("restored", backup.manifest(), began);
                }
            }
            default -> {
                System.err.println(USAGE);
                return 2;
            }
        }
        return 0;
    }

    private static void told(String what, Manifest manifest, long began) {
        var seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        System.out.printf("%s: %d documents in %d collections as of %s, %.1f s%n", what, manifest.documents(), manifest.collections().size(), manifest.takenAt(), seconds);
    }

    private static MongoClient client(Map<String, String> environment) {
        var address = Objects.requireNonNullElse(environment.get("MONGODB_URI"), "").strip();
        if (address.isEmpty()) {
            throw new BackupFault("MONGODB_URI must name the database.");
        }
        var authorities = Objects.requireNonNullElse(environment.get("DONDOC_CA_FILE"), "").strip();
        var settings = MongoClientSettings.builder().applyConnectionString(new ConnectionString(address))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS));
        if (!authorities.isEmpty()) {
            settings.applyToSslSettings(ssl -> ssl.context(Trust.in(Path.of(authorities))));
        }
        return MongoClients.create(settings.build());
    }
}
