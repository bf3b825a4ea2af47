package vn.dondoc.acceptance.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** One process of a service. It keeps its port over restarts, so that who calls it finds it again. */
final class Instance {

    private static final Duration READY = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    /** The broker forgets a killed consumer after this time; its default of 45 s would only make the tests wait. */
    private static final List<String> SHORT_SESSIONS = List.of(
            "-Dspring.cloud.stream.kafka.binder.consumer-properties.session.timeout.ms=6000",
            "-Dspring.cloud.stream.kafka.binder.consumer-properties.heartbeat.interval.ms=2000",
            "-Dspring.kafka.consumer.properties.session.timeout.ms=6000",
            "-Dspring.kafka.consumer.properties.heartbeat.interval.ms=2000");

    /** Where logs are kept beyond the run; elsewhere they go with their instance. */
    private static final @Nullable String LOGS = System.getProperty("dondoc.logs");

    private final String service;
    private final int number;
    private final int port;
    private final Supplier<Map<String, String>> environment;
    private final Path log;
    private Version version = Version.first();
    private Process process;

    /** @param environment asked at each start */
    Instance(String service, int number, Supplier<Map<String, String>> environment) {
        this.service = service;
        this.number = number;
        this.environment = environment;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
            this.log = LOGS == null ? Files.createTempFile("dondoc-" + name() + "-", ".log") : Path.of(LOGS, name() + ".log");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        this.process = launch();
    }

    /** Also the name under which it is known to MongoDB. */
    String name() {
        return service + "-" + number;
    }

    String service() {
        return service;
    }

    int number() {
        return number;
    }

    Version version() {
        return version;
    }

    /** From its next launch on. */
    void runs(Version next) {
        version = next;
    }

    boolean alive() {
        return process.isAlive();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    void awaitReady() {
        await().atMost(READY).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(name() + " ended: " + log());
            }
            return status("/actuator/health/readiness") == 200;
        });
    }

    /** SIGKILL: no shutdown hook, no flush. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM: it leaves its consumer groups and gives back its lease. */
    void end() {
        process.destroy();
        awaitEnd();
    }

    /** SIGSTOP. */
    void stop() {
        signal("STOP");
    }

    /** SIGCONT. */
    void goOn() {
        signal("CONT");
    }

    /** Launches it again, without waiting. */
    void again() {
        process = launch();
    }

    void restart() {
        again();
        awaitReady();
    }

    /** 0 where nobody answers. */
    int status(String path) {
        try {
            return HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> get(String path, String token) {
        return sendOrFail(request(path).header("Authorization", "Bearer " + token).GET());
    }

    HttpResponse<String> post(String path, String token, String body) {
        return sendOrFail(request(path).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A request to this instance that is given up after some seconds. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(15));
    }

    static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<String> sendOrFail(HttpRequest.Builder request) {
        try {
            return send(request.build());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Ends it; the first time after a build in order, since that leaves the archive of its classes. */
    void wipe() {
        if (alive()) {
            goOn();
            process.destroy();
            if (number == 0 && !Files.exists(Extracted.of(version, service).archive())) {
                process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
            }
        }
        kill();
        try {
            if (LOGS == null) {
                Files.deleteIfExists(log);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(name() + " did not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String name) {
        try {
            if (new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor() != 0) {
                throw new IllegalStateException(name() + " took no " + name);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() {
        var unpacked = Extracted.of(version, service);
        var command = new ArrayList<>(List.of(
                Extracted.JAVA, "-Xmx192m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8",
                "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-XX:SharedArchiveFile=" + unpacked.archive()));
        if (number == 0) {
            command.add("-XX:+AutoCreateSharedArchive");
        }
        command.addAll(SHORT_SESSIONS);
        command.addAll(List.of("-jar", unpacked.jar().toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment.get());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        try {
            return builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
