package vn.dondoc.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Puts the domain clock of a service process to a moment; from there it goes on. */
final class ProcessClock {

    private final ServiceProcess process;

    ProcessClock(ServiceProcess process) {
        this.process = process;
    }

    /** Answers how far it is ahead of the system's clock from now on. */
    Duration put(Instant moment) throws IOException, InterruptedException {
        var offset = Duration.between(Clock.tickMillis(ZoneOffset.UTC).instant(), moment);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + process.port() + "/local/clock"))
                .timeout(Duration.ofSeconds(30))
                .header("X-Local-Secret", ServiceProcess.SECRET)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"offset\":\"" + offset + "\"}")).build();
        try (var http = HttpClient.newHttpClient()) {
            var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("The clock answered " + status);
            }
        }
        return offset;
    }
}
