package vn.dondoc.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import vn.dondoc.provider.TestProvider;
import vn.dondoc.testing.RealMongo;

/** The console on a real mongod, with one server in the place of all services; one for all tests of this JVM. */
final class Console {

    static final String PASSWORD = "a-password-of-tests";
    static final String SECRET = "a-secret-of-tests";
    static final String METRICS = "a-token-of-metrics";
    static final StandIn SERVICES = StandIn.start();
    static final Path FOLDER = folder();
    static final int MAIL_PORT = freePort();
    static final int PORT = freePort();
    static final String ISSUER = "http://127.0.0.1:" + PORT;

    private static final ServletWebServerApplicationContext CONTEXT = start();

    private Console() {}

    static String url() {
        return "http://127.0.0.1:" + CONTEXT.getWebServer().getPort();
    }

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** What a local run is told. */
    static Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("spring.profiles.active", "local"),
                Map.entry("server.port", Integer.toString(PORT)),
                Map.entry("MONGODB_URI", RealMongo.shared().uri()),
                Map.entry("DONDOC_PLAN_URL", SERVICES.url()),
                Map.entry("DONDOC_TASK_URL", SERVICES.url()),
                Map.entry("DONDOC_REPORTING_URL", SERVICES.url()),
                Map.entry("DONDOC_NOTIFICATION_URL", SERVICES.url()),
                Map.entry("DONDOC_ISSUER", ISSUER),
                Map.entry("DONDOC_SIGNING_KEY", FOLDER.resolve("keys/signing.json").toString()),
                Map.entry("DONDOC_LOCAL_SECRET", SECRET),
                Map.entry("DONDOC_METRICS_TOKEN", METRICS),
                Map.entry("DONDOC_OIDC_ISSUER", TestProvider.ISSUER),
                Map.entry("DONDOC_OIDC_CLIENT_ID", TestProvider.CLIENT),
                Map.entry("DONDOC_OIDC_CLIENT_SECRET", TestProvider.SECRET),
                Map.entry("DONDOC_CLIENT_SECRET_NOTIFICATION", "local-secret-of-notification"),
                Map.entry("DONDOC_DEMO_ACCOUNTS", accounts()),
                Map.entry("DONDOC_DEMO_PASSWORD", PASSWORD),
                Map.entry("DONDOC_MAIL_SINK_PORT", Integer.toString(MAIL_PORT)),
                Map.entry("logging.level.root", "WARN"));
    }

    private static ServletWebServerApplicationContext start() {
        return start(settings());
    }

    static ServletWebServerApplicationContext start(Map<String, Object> settings) {
        var arguments = settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toArray(String[]::new);
        return (ServletWebServerApplicationContext) SpringApplication.run(ConsoleApplication.class, arguments);
    }

    private static String accounts() {
        try {
            return Path.of(Console.class.getResource("/accounts.json").toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("console-test-");
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}
