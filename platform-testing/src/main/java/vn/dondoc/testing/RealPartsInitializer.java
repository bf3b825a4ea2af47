package vn.dondoc.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a test context the environment that {@code deploy/local/up} gives a service. */
public final class RealPartsInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The secret of the local-only endpoints in tests. */
    public static final String LOCAL_SECRET = "local-secret-of-tests";

    /** The key under which names and contacts are stored in tests. */
    public static final String PERSONAL_DATA_KEYS = "tests:" + Base64.getEncoder().encodeToString("a key of tests, 32 bytes at least".getBytes(StandardCharsets.UTF_8));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("real-parts", environment()));
    }

    /** The same as environment variables for a service started as a process. */
    public static Map<String, Object> environment() {
        var environment = new HashMap<String, Object>();
        environment.put("MONGODB_URI", RealMongo.shared().uri());
        var database = "t" + UUID.randomUUID().toString().substring(0, 8);
        environment.put("MONGODB_DATABASE", database);
        // Two databases of one service beside the same topics would each miss what the other has sent
        environment.put("dondoc.event-source", "/" + database);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", RealBroker.shared().bootstrapServers());
        environment.put("DONDOC_TOPIC_REPLICATION", "1");
        environment.put("dondoc.topic-replication", "1");
        environment.put("DONDOC_ISSUER", TestIssuer.issuer());
        environment.put("DONDOC_JWKS_URI", TestIssuer.jwksUri());
        environment.put("DONDOC_CLIENT_SECRET", "local-secret-of-any-service");
        environment.put("DONDOC_LOCAL_SECRET", LOCAL_SECRET);
        environment.put("dondoc.local-secret", LOCAL_SECRET);
        environment.put("DONDOC_PERSONAL_DATA_KEYS", PERSONAL_DATA_KEYS);
        environment.put("logging.structured.format.console", "");
        environment.put("logging.level.root", "WARN");
        environment.put("logging.level.vn.dondoc", "INFO");
        return environment;
    }
}
