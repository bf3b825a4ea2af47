package vn.dondoc.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** Waits until a service says that it takes requests. */
final class Ready {

    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final Duration EACH = Duration.ofSeconds(5);

    private Ready() {}

    /** @param alive asked before each try; false ends the waiting with a fault */
    static void await(String name, int port, BooleanSupplier alive) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")).timeout(EACH).build();
        try (var http = HttpClient.newBuilder().connectTimeout(EACH).build()) {
            Awaitility.await(name + " is ready").atMost(LIMIT).until(() -> {
                if (!alive.getAsBoolean()) {
                    throw new IllegalStateException(name + " ended");
                }
                try {
                    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
                } catch (IOException notYet) {
                    return false;
                }
            });
        }
    }
}
