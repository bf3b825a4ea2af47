package vn.dondoc.testing.sample;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dondoc.testing.RealBroker;
import vn.dondoc.testing.RealMongo;
import vn.dondoc.testing.RealPartsInitializer;
import vn.dondoc.testing.TestCertificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Outside local runs: a service on a database and a broker that take encrypted connections with credentials only. */
class EncryptedPartsTest {

    private static final String PASSWORD = "J7xP0vQm2rT9-wZc4";

    @TempDir static Path folder;

    private static TestCertificate certificate;
    private static int brokerPort;
    private static RealBroker broker;
    private static RealMongo mongo;

    @BeforeAll
    static void parts() throws IOException {
        certificate = TestCertificate.in(folder);
        try (var socket = new ServerSocket(0)) {
            brokerPort = socket.getLocalPort();
        }
        broker = RealBroker.start("""
                listeners=PLAINTEXT://127.0.0.1:%%1$d,SECURE://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%%1$d,SECURE://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:SASL_SSL
                inter.broker.listener.name=PLAINTEXT
                sasl.enabled.mechanisms=PLAIN
                listener.name.secure.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_sample="%2$s";
                ssl.keystore.type=PEM
                ssl.keystore.location=%3$s
                """.formatted(brokerPort, PASSWORD, certificate.part()));
        mongo = certificate.mongo("sample", PASSWORD);
    }

    @AfterAll
    static void end() {
        if (broker != null) {
            broker.kill();
        }
        if (mongo != null) {
            mongo.kill();
        }
    }

    @Test
    void a_service_works_on_them_and_what_it_writes_is_told() {
        try (var service = started(Map.of())) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(health(service)).contains("UP"));
            var sample = SampleService.of(service, broker.bootstrapServers());
            var id = sample.started("Qua đường mã hóa");
            assertThat(sample.awaitEvents(id, 1)).isNotEmpty();
            sample.topics.close();
        }
    }

    @Test
    void the_database_takes_nobody_without_a_password_and_nothing_in_the_clear() {
        var encrypted = client("mongodb://127.0.0.1:" + port() + "/?directConnection=true&tls=true");
        assertThatThrownBy(() -> encrypted.getDatabase("t").getCollection("c").insertOne(new Document())).hasMessageContaining("authentication");
        encrypted.close();
        var clear = MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + port() + "/?directConnection=true"))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS)).build());
        assertThatThrownBy(() -> clear.getDatabase("t").runCommand(new Document("ping", 1))).isInstanceOf(com.mongodb.MongoException.class);
        clear.close();
    }

    @Test
    void a_service_with_secrets_of_demonstrations_does_not_start() {
        assertThatThrownBy(() -> started(Map.of("KAFKA_PASSWORD", "changeme", "DONDOC_CLIENT_SECRET", "local-0123456789abcdef0123456789abcdef")).close())
                .hasMessageContainingAll("KAFKA_PASSWORD is", "DONDOC_CLIENT_SECRET is");
    }

    private static ConfigurableApplicationContext started(Map<String, Object> otherwise) {
        var settings = new HashMap<>(RealPartsInitializer.environment());
        List.of("DONDOC_LOCAL_SECRET", "dondoc.local-secret", "DONDOC_CLIENT_SECRET").forEach(settings::remove);
        settings.put("MONGODB_URI", mongo.uri());
        settings.put("MONGODB_DATABASE", "t" + UUID.randomUUID().toString().substring(0, 8));
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + brokerPort);
        settings.put("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        settings.put("KAFKA_SASL_MECHANISM", "PLAIN");
        settings.put("KAFKA_USERNAME", "sample");
        settings.put("KAFKA_PASSWORD", PASSWORD);
        settings.put("DONDOC_CA_FILE", certificate.authority().toString());
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.putAll(otherwise);
        var arguments = settings.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()).toArray(String[]::new);
        return new SpringApplicationBuilder(SampleApplication.class).run(arguments);
    }

    private static String health(ConfigurableApplicationContext service) throws IOException, InterruptedException {
        var address = java.net.URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + "/actuator/health/readiness");
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            return http.send(java.net.http.HttpRequest.newBuilder(address).build(), java.net.http.HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static String port() {
        var host = new ConnectionString(mongo.uri()).getHosts().getFirst();
        return host.substring(host.lastIndexOf(':') + 1);
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri))
                .applyToSslSettings(ssl -> ssl.context(certificate.trust()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS)).build());
    }
}
