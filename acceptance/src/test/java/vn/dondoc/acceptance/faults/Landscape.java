package vn.dondoc.acceptance.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import vn.dondoc.testing.RealBroker;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.RealPartsInitializer;
import vn.dondoc.testing.TestIssuer;
import vn.dondoc.testing.TestTopics;

import static org.awaitility.Awaitility.await;

/**
 * Database, broker and services, each a process of its own. What was acknowledged in it stays on its books: after every test the oracle
 * looks at all of it.
 */
final class Landscape implements AutoCloseable {

    static final String TASK = "task-service";
    static final String REPORTING = "reporting-service";
    static final String NOTIFICATION = "notification-service";
    static final String PLAN = "plan-service";
    static final String CONSOLE = "console";
    static final String SETUP_TOKEN = "setup-token-of-the-fault-runs";
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String SECRET = "local-secret-of-the-fault-runs";
    /** Small enough to be written round within a test, large enough to outlast the others. */
    private static final String OPLOG_MB = "16";

    final RealMongo mongo = RealMongo.start("--setParameter", "enableTestCommands=1", "--oplogSize", OPLOG_MB);
    final RealBroker broker = RealBroker.start();
    final MongoClient client = mongo.client();
    final TestTopics topics = new TestTopics(broker.bootstrapServers());
    final List<World> worlds = new ArrayList<>();
    final List<Commands> commands = new ArrayList<>();
    /** Subjects of records that are dead letters on purpose. */
    final Set<String> broken = new HashSet<>();

    private final List<Instance> instances = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;

    Landscape() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> instances.stream().filter(Instance::alive).forEach(Instance::kill)));
    }

    /** The one that most tests share: two instances of each service that takes events. */
    static Landscape shared() {
        return Shared.INSTANCE;
    }

    private static final class Shared {
        static final Landscape INSTANCE = twoOfEach();

        private static Landscape twoOfEach() {
            var landscape = new Landscape();
            for (int number = 0; number < 2; number++) {
                for (var service : List.of(TASK, REPORTING, NOTIFICATION)) {
                    landscape.launch(service, number);
                }
                landscape.awaitReady();
            }
            return landscape;
        }
    }

    /** Starts an instance, without waiting. */
    Instance launch(String service, int number) {
        var instance = new Instance(service, number, () -> environment(service + "-" + number));
        instances.add(instance);
        return instance;
    }

    /** Waits until all are ready, those that are not running launched again. */
    void awaitReady() {
        instances.stream().filter(instance -> !instance.alive()).forEach(Instance::again);
        instances.forEach(Instance::awaitReady);
    }

    List<Instance> of(String service) {
        return instances.stream().filter(instance -> instance.service().equals(service)).toList();
    }

    List<Instance> instances() {
        return instances;
    }

    MongoDatabase database(String service) {
        return client.getDatabase("dondoc_" + service.replace("-service", ""));
    }

    Instant now() {
        return Clock.systemUTC().instant().plus(offset);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZONE);
    }

    /** Puts all domain clocks further ahead; instances that start later begin there. */
    void daysPass(int days) {
        offset = offset.plusDays(days);
        instances.stream().filter(Instance::alive).forEach(instance -> await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() ->
                Instance.sendOrFail(instance.request("/local/clock").header("X-Local-Secret", SECRET)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"offset\":\"" + offset + "\"}"))).statusCode() == 200));
    }

    private Map<String, String> environment(String application) {
        var environment = new HashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put("MONGODB_URI", mongo.uri() + "&appName=" + application);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("DONDOC_TOPIC_REPLICATION", "1");
        environment.put("DONDOC_ISSUER", TestIssuer.issuer());
        environment.put("DONDOC_JWKS_URI", TestIssuer.jwksUri());
        environment.put("DONDOC_LOCAL_SECRET", SECRET);
        environment.put("DONDOC_CLIENT_SECRET", "local-secret-of-the-fault-runs-too");
        environment.put("DONDOC_LOCAL_CLOCK_OFFSET", offset.toString());
        environment.put("DONDOC_SETUP_TOKEN", SETUP_TOKEN);
        environment.put("DONDOC_PERSONAL_DATA_KEYS", RealPartsInitializer.PERSONAL_DATA_KEYS);
        for (var service : List.of("PLAN", "TASK", "REPORTING", "NOTIFICATION")) {
            environment.put("DONDOC_" + service + "_URL", "http://127.0.0.1:9");
        }
        if (application.startsWith(CONSOLE)) {
            environment.putAll(console());
        }
        environment.put("SMTP_URL", "smtp://127.0.0.1:9");
        environment.put("DONDOC_MAIL_FROM", "no-reply@dondoc.example");
        environment.put("DONDOC_CONSOLE_URL", "http://console.example");
        return environment;
    }

    private static Map<String, String> console() {
        return Map.of(
                "DONDOC_SIGNING_KEY", Extracted.ROOT.resolve("acceptance/target/faults/signing.jwk").toString(),
                "DONDOC_DEMO_ACCOUNTS", Extracted.ROOT.resolve("samples/accounts.json").toString(),
                "DONDOC_DEMO_PASSWORD", "password-of-the-fault-runs");
    }

    /** Writes so much that the oplog holds nothing any more of what was before. */
    void goRoundTheOplog() {
        var filling = client.getDatabase("filling").getCollection("filling");
        var present = end(-1);
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() -> {
            filling.insertOne(new Document("text", "x".repeat(1 << 20)));
            filling.deleteMany(new Document());
            return end(1) > present;
        });
    }

    /** @param direction 1 for the oldest entry, -1 for the newest */
    private long end(int direction) {
        return client.getDatabase("local").getCollection("oplog.rs").find().sort(new Document("$natural", direction)).first()
                .get("ts", org.bson.BsonTimestamp.class).getValue();
    }

    @Override
    public void close() {
        instances.parallelStream().forEach(Instance::wipe);
        topics.close();
        client.close();
        mongo.kill();
        broker.kill();
    }
}
