package vn.dondoc.testing;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A real {@code mongod} as a replica set of one. */
public final class RealMongo {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Part part;
    private final String uri;
    private final @Nullable SSLContext trust;

    private RealMongo(Part part, String uri, @Nullable SSLContext trust) {
        this.part = part;
        this.uri = uri;
        this.trust = trust;
    }

    /** The one of this JVM, started at the first call. */
    public static RealMongo shared() {
        return Shared.INSTANCE;
    }

    /**
     * A server of its own, ready for writes.
     *
     * @param options further options of mongod, such as {@code --oplogSize}
     */
    public static RealMongo start(String... options) {
        var port = LocalParts.freePort();
        var mongo = new RealMongo(launched(port, options), "mongodb://127.0.0.1:" + port + "/?directConnection=true", null);
        mongo.initiate(port);
        return mongo;
    }

    /** A server of its own that takes encrypted connections of one user; its certificate and the key of its members are among the options. */
    public static RealMongo startSecured(SSLContext trust, String user, String password, String... options) {
        var port = LocalParts.freePort();
        var address = "127.0.0.1:" + port + "/?directConnection=true&tls=true";
        var part = launched(port, options);
        // whoever is on its machine may found the set and its first user, and nothing else
        var founding = new RealMongo(part, "mongodb://" + address, trust);
        founding.initiate(port);
        try (var client = founding.client()) {
            client.getDatabase("admin").runCommand(new Document("createUser", user).append("pwd", password).append("roles", List.of("root")));
        }
        return new RealMongo(part, "mongodb://" + user + ":" + password + "@" + address, trust);
    }

    private static Part launched(int port, String... options) {
        var folder = Part.newFolder("mongod");
        var command = new java.util.ArrayList<>(List.of(
                LocalParts.find("mongod").toString(), "--dbpath", folder.toString(), "--port", Integer.toString(port),
                "--bind_ip", "127.0.0.1", "--replSet", "rs0", "--wiredTigerCacheSizeGB", "0.25"));
        command.addAll(List.of(options));
        return Part.start(command, folder);
    }

    /** Without a database; with {@code directConnection=true}. */
    public String uri() {
        return uri;
    }

    public long pid() {
        return part.pid();
    }

    public MongoClient client() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSslSettings(ssl -> {
                    if (trust != null) {
                        ssl.context(trust);
                    }
                })
                .build());
    }

    /** SIGKILL. */
    public void kill() {
        part.kill();
    }

    /** SIGSTOP: it stays connected and answers nothing. */
    public void stop() {
        part.signal("STOP");
    }

    /** SIGCONT. */
    public void goOn() {
        part.signal("CONT");
    }

    /** Starts it again on the same data, and waits until it is primary. */
    public void restart() {
        part.again();
        awaitPrimary();
    }

    private void initiate(int port) {
        var member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
        var config = new Document("_id", "rs0").append("members", List.of(member));
        Awaitility.await().atMost(LIMIT).ignoreExceptionsInstanceOf(MongoException.class).until(() -> {
            try (var client = client()) {
                client.getDatabase("admin").runCommand(new Document("replSetInitiate", config));
                return true;
            }
        });
        awaitPrimary();
    }

    private void awaitPrimary() {
        try (var client = client()) {
            Awaitility.await().atMost(LIMIT).ignoreExceptionsInstanceOf(MongoException.class).until(() ->
                    client.getDatabase("admin").runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false));
        }
    }

    private static final class Shared {
        static final RealMongo INSTANCE = RealMongo.start();
    }
}
